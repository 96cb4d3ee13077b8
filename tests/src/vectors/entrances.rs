//! The calls that have no file of their own: a handful of cases each, in `entrances.json`.

use serde::Deserialize;
use serde_json::Value;
use tiendo::chrono::NaiveDate;
use tiendo::{
    Calendar, Direction, Error, Lang, MilestoneTarget, Obligations, Period, Plan, Records, Registry,
    ReportingQuery, Roster, parse_date, to_json,
};

use super::call::{of, required};

pub(super) fn call(function: &str, input: &Value) -> Result<String, Error> {
    Ok(match function {
        "compareTargets" => {
            let given: TwoTargets = of(input);
            let target = required(&given.target, MilestoneTarget::from_json)?;
            let other = required(&given.other, MilestoneTarget::from_json)?;
            to_json(&tiendo::compare_targets(&target, &other, given.direction))
        }
        "targetNotation" => to_json(&tiendo::parse_target(&of::<Cell>(input).text, None)?.to_notation()),
        "deadlineNotation" => to_json(&tiendo::parse_deadline(&of::<Cell>(input).text)?.to_notation()),
        "compareCodes" => {
            let Codes { a, b } = of(input);
            to_json(&(tiendo::compare_codes(&a, &b) as i8))
        }
        "find" => to_json(&Registry::builtin().find(&of::<Name>(input).name)),
        "succession" => {
            let Body { id, on } = of(input);
            to_json(&Registry::builtin().succession(&id, date(&on, "on")?))
        }
        "expand" => {
            let Cast { cell, roster } = of(input);
            let registry = Registry::builtin();
            to_json(&registry.expand(&registry.split(&cell)?, &roster))
        }
        "dayStatus" | "nextWorkingDay" | "previousWorkingDay" => of::<OfDay>(input).call(function)?,
        "dateInVietnam" => to_json(&tiendo::date_in_vietnam(&of::<Instant>(input).instant)?),
        "milestoneOn" => {
            let Milestone { builtin, day } = of(input);
            to_json(&Plan::builtin(&builtin)?.milestone_on(date(&day, "day")?))
        }
        "latest" => {
            let Latest { records, indicator, today } = of(input);
            let records = Records::from_json(records.as_bytes())?;
            to_json(&records.latest(&indicator, date(&today, "today")?))
        }
        "suggestLinks" => {
            let Tiers { child, parent } = of(input);
            to_json(&tiendo::suggest_links(&child.plan()?.view(), &parent.plan()?.view())?)
        }
        "slack" => {
            let Tiers { child: lower, parent: upper } = of(input);
            to_json(&tiendo::slack(&lower.obligations()?, &upper.obligations()?)?)
        }
        "dueIn" => of::<OfRule>(input).call()?,
        "icalendar" => {
            let File { builtin, query, stamp, lang } = of(input);
            to_json(&Tier { builtin, query }.obligations()?.to_ics(&stamp, lang)?)
        }
        "dutiesOfMonth" => {
            let Month { plans, agency, month, lang } = of(input);
            let plans: Vec<(Plan, ReportingQuery)> =
                plans.iter().map(|tier| Ok((tier.plan()?, tier.query()?))).collect::<Result<_, Error>>()?;
            let plans: Vec<_> = plans.iter().map(|(plan, query)| (plan, query.clone())).collect();
            to_json(&tiendo::duties_of_month(&plans, &agency, &month, lang)?)
        }
        _ => panic!("there is no function {function}"),
    })
}

/// A day given by a name.
fn date(text: &str, argument: &str) -> Result<NaiveDate, Error> {
    parse_date(text).map_err(|error| Error { path: argument.to_owned(), ..error })
}

/// The types of the inputs: fields of a function, in its order.
macro_rules! inputs {
    ($($name:ident { $($field:ident: $of:ty),* })*) => { $(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name { $($field: $of,)* }
    )* };
}

inputs! {
    TwoTargets { target: Value, other: Value, direction: Direction }
    Cell { text: String }
    Codes { a: String, b: String }
    Name { name: String }
    Body { id: String, on: String }
    Cast { cell: String, roster: Vec<Roster> }
    OfDay { day: String, calendar: Option<String> }
    Instant { instant: String }
    Milestone { builtin: String, day: String }
    Latest { records: String, indicator: String, today: String }
    OfRule { builtin: String, rule: String, period: String, options: Value }
    File { builtin: String, query: Value, stamp: String, lang: Lang }
    Month { plans: Vec<Tier>, agency: String, month: String, lang: Lang }
}

/// A built-in plan, and what is asked of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tier {
    builtin: String,
    #[serde(default = "no_question")]
    query: Value,
}

fn no_question() -> Value {
    Value::Object(serde_json::Map::new())
}

impl Tier {
    fn plan(&self) -> Result<Plan, Error> {
        Plan::builtin(&self.builtin)
    }

    fn query(&self) -> Result<ReportingQuery, Error> {
        required(&self.query, ReportingQuery::from_json)
    }

    fn obligations(&self) -> Result<Obligations, Error> {
        self.plan()?.obligations(&self.query()?)
    }
}

/// Two plans, the lower first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tiers {
    #[serde(alias = "lower")]
    child: Tier,
    #[serde(alias = "upper")]
    parent: Tier,
}

impl OfDay {
    fn call(&self, function: &str) -> Result<String, Error> {
        let calendar = match &self.calendar {
            Some(json) => Calendar::from_json(json.as_bytes())?,
            None => Calendar::builtin(),
        };
        let day = date(&self.day, "day")?;
        Ok(match function {
            "dayStatus" => to_json(&calendar.status(day)?),
            "nextWorkingDay" => to_json(&calendar.next_working_day(day)?),
            _ => to_json(&calendar.previous_working_day(day)?),
        })
    }
}

impl OfRule {
    fn call(&self) -> Result<String, Error> {
        let plan = Plan::builtin(&self.builtin)?;
        let mut rules = plan.regime.iter().flat_map(|regime| &regime.rules);
        let rule = rules.find(|rule| rule.code == self.rule).expect("a rule of the plan");
        let period: Period = self.period.parse()?;
        // The options stand in a question as any others.
        let options = required(&self.options, ReportingQuery::from_json)?.options;
        Ok(to_json(&rule.due_in(&period, &options, &Calendar::builtin())?))
    }
}
