//! Calls a function of the library with the input of a whole case.

use super::entrances;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tiendo::chrono::NaiveDate;
use tiendo::{
    Calendar, CompareOptions, Cycle, Deadline, DeadlineOptions, Direction, Error, Lang, Limits, Measured,
    MilestoneTarget, Obligations, Period, Plan, Records, Registry, ReportingQuery, Row, Severity, Timeliness,
    parse_date, to_json,
};

/// What a function gives for an input: the result's JSON, as the library writes it.
///
/// # Errors
/// Those of the function; without lines and columns where the argument is an object.
///
/// # Panics
/// Where there is no such function, or the input is not of its form.
pub fn call(function: &str, input: &Value) -> Result<String, Error> {
    Ok(match function {
        "parseNumber" => to_json(&tiendo::parse_number(&of::<Cell>(input).text.read("text")?)?),
        "parseTarget" => {
            let given: Cell = of(input);
            let unit = given.unit.as_ref().map(|unit| unit.read("unit")).transpose()?;
            let limits = object(&given.limits, Limits::from_json)?;
            to_json(&tiendo::parse_target_with(&given.text.read("text")?, unit.as_deref(), &limits)?)
        }
        "readSentence" => {
            let given: Cell = of(input);
            let limits = object(&given.limits, Limits::from_json)?;
            to_json(&tiendo::read_sentence_with(&given.text.read("text")?, &limits)?)
        }
        "parseDeadline" => {
            let given: Cell = of(input);
            let options = object(&given.options, DeadlineOptions::from_json)?;
            let limits = object(&given.limits, Limits::from_json)?;
            to_json(&tiendo::parse_deadline_with(&given.text.read("text")?, options, &limits)?)
        }
        "parseRegime" => {
            let given: Cell = of(input);
            let limits = object(&given.limits, Limits::from_json)?;
            to_json(&tiendo::parse_regime_with(&given.text.read("text")?, &limits)?)
        }
        "compare" => {
            let given: Compared = of(input);
            let measured = required(&given.measured, Measured::from_json)?;
            let target = required(&given.target, MilestoneTarget::from_json)?;
            let options = required(&given.options, CompareOptions::from_json)?;
            to_json(&tiendo::compare_with(&measured, &target, given.direction, options))
        }
        "splitAgencies" => {
            let given: Split = of(input);
            let limits = object(&given.limits, Limits::from_json)?;
            to_json(&Registry::builtin().split_with(&given.cell.read("cell")?, &limits)?)
        }
        "period" => to_json(&of::<OfPeriod>(input).period()?.map(|period| period.reading())),
        "planFromJson" => {
            let plan = of::<OfPlan>(input).plan()?;
            let view = plan.view();
            let rows = view.rows().map(|(_, row)| row).collect();
            let deadlines = view.deadlines().map(|(_, deadline)| deadline).collect();
            to_json(&WholePlan { plan: &plan, rows, deadlines })
        }
        "recordsFromJson" => of::<Json>(input).read(Records::from_json_with)?.to_json(),
        "calendarFromJson" => of::<Json>(input).read(Calendar::from_json_with)?.to_json(),
        "registryFromJson" => of::<Json>(input).read(Registry::from_json_with)?.to_json(),
        "calendarById" => Calendar::by_id(&of::<Id>(input).id.read("id")?)?.to_json(),
        "lint" => {
            let given: OfPlan = of(input);
            let minimum = given.minimum.unwrap_or(Severity::Info);
            to_json(&given.plan()?.lint_at(&Registry::builtin(), minimum))
        }
        "comparePlans" => {
            let Tiers { child, parent } = of(input);
            let (child, parent) = (Plan::builtin(&child)?, Plan::builtin(&parent)?);
            to_json(&tiendo::compare_plans(&child.view(), &parent.view(), &Registry::builtin())?)
        }
        "obligations" => to_json(&of::<Asked>(input).obligations()?),
        "timeliness" => {
            let given: Asked = of(input);
            let records = Records::from_json(&given.records.as_ref().expect("records").bytes("records")?)?;
            let today = parse_date(given.today.as_deref().expect("a day"))
                .map_err(|error| Error { path: "today".to_owned(), ..error })?;
            let timeliness =
                given.obligations()?.timeliness(records.submissions(), records.exemptions(), today)?;
            let (vi, en) = (timeliness.sentences(Lang::Vi)?, timeliness.sentences(Lang::En)?);
            to_json(&Judged { timeliness, vi, en })
        }
        "assess" => of::<Assessed>(input).call()?,
        "changes" => {
            let Sides { before, after } = of(input);
            tiendo::changes_json(&before.bytes("before")?, &after.bytes("after")?)?
        }
        "sensitivity" => of::<Tried>(input).call()?,
        "rollUp" => of::<Rolled>(input).call()?,
        _ => match super::reports::call(function, input) {
            Some(output) => output?,
            None => entrances::call(function, input)?,
        },
    })
}

/// An input in its function's form.
pub(super) fn of<T: DeserializeOwned>(input: &Value) -> T {
    T::deserialize(input).unwrap_or_else(|error| panic!("{error}: {input}"))
}

/// A text as a case has it: as such, as UTF-16 that may be none, or as bytes that may be no UTF-8.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Text {
    Plain(String),
    Units { units: Vec<u16> },
    Bytes { bytes: Vec<u8> },
}

impl Text {
    /// The text, refused where it is none by the name of its argument, as hosts refuse it whose texts may be none.
    fn read(&self, argument: &str) -> Result<String, Error> {
        match self {
            Text::Plain(text) => Ok(text.clone()),
            Text::Units { units } => String::from_utf16(units).map_err(|_| Error::bad_text(argument)),
            Text::Bytes { .. } => panic!("bytes are given where JSON is read"),
        }
    }

    pub(super) fn bytes(&self, argument: &str) -> Result<Vec<u8>, Error> {
        match self {
            Text::Bytes { bytes } => Ok(bytes.clone()),
            _ => self.read(argument).map(String::into_bytes),
        }
    }
}

/// An object of a caller's by the library's own reader; by default where it is absent. Nobody has seen its JSON: the lines
/// and columns of errors say nothing.
fn object<T: Default>(
    given: &Option<Value>,
    read: impl FnOnce(&[u8]) -> Result<T, Error>,
) -> Result<T, Error> {
    given.as_ref().map_or_else(|| Ok(T::default()), |given| required(given, read))
}

pub(super) fn required<T>(given: &Value, read: impl FnOnce(&[u8]) -> Result<T, Error>) -> Result<T, Error> {
    read(given.to_string().as_bytes()).map_err(|mut error| {
        (error.row, error.column) = (None, None);
        for other in &mut error.others {
            (other.row, other.column) = (None, None);
        }
        error
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    text: Text,
    unit: Option<Text>,
    options: Option<Value>,
    limits: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compared {
    measured: Value,
    target: Value,
    direction: Direction,
    options: Value,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Split {
    cell: Text,
    limits: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfPeriod {
    id: Option<String>,
    cycle: Option<Cycle>,
    date: Option<NaiveDate>,
}

impl OfPeriod {
    fn period(self) -> Result<Option<Period>, Error> {
        match (self.id, self.cycle.zip(self.date)) {
            (Some(id), None) => id.parse().map(Some),
            (None, Some((cycle, date))) => Ok(Period::holding(cycle, date)),
            _ => panic!("either `id` or `cycle` and `date`"),
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    json: Text,
    limits: Option<Value>,
}

impl Json {
    fn read<T>(&self, read: impl FnOnce(&[u8], &Limits) -> Result<T, Error>) -> Result<T, Error> {
        read(&self.json.bytes("json")?, &object(&self.limits, Limits::from_json)?)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Id {
    id: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfPlan {
    json: Option<Text>,
    builtin: Option<String>,
    limits: Option<Value>,
    minimum: Option<Severity>,
}

impl OfPlan {
    fn plan(self) -> Result<Plan, Error> {
        match (self.json, self.builtin) {
            (Some(json), None) => Json { json, limits: self.limits }.read(Plan::from_json_with),
            (None, Some(id)) => Plan::builtin(&id),
            _ => panic!("either `json` or `builtin`"),
        }
    }
}

/// A plan with what is read of its cells.
#[derive(Serialize)]
struct WholePlan<'p> {
    plan: &'p Plan,
    rows: Vec<&'p Row>,
    deadlines: Vec<&'p Deadline>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tiers {
    child: String,
    parent: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    json: Option<Text>,
    builtin: Option<String>,
    query: Value,
    records: Option<Text>,
    today: Option<String>,
}

impl Asked {
    fn obligations(self) -> Result<Obligations, Error> {
        let plan = OfPlan { json: self.json, builtin: self.builtin, limits: None, minimum: None }.plan()?;
        plan.obligations(&required(&self.query, ReportingQuery::from_json)?)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assessed {
    plan: Option<Text>,
    builtin: Option<String>,
    records: Text,
    today: String,
    options: Option<Value>,
}

impl Assessed {
    fn call(self) -> Result<String, Error> {
        let plan = match (self.plan, self.builtin) {
            (Some(plan), None) => plan.bytes("plan")?,
            (None, Some(id)) => Plan::builtin(&id)?.to_json().into_bytes(),
            _ => panic!("either `plan` or `builtin`"),
        };
        let options = self.options.map(|options| options.to_string());
        let options = options.as_ref().map(String::as_bytes);
        tiendo::assess_json(&plan, &self.records.bytes("records")?, &self.today, options)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Tried {
    plan: Text,
    records: Text,
    today: String,
    options: Option<Value>,
    trials: Option<Value>,
}

impl Tried {
    fn call(&self) -> Result<String, Error> {
        let (plan, records) = (self.plan.bytes("plan")?, self.records.bytes("records")?);
        let [options, trials] = [&self.options, &self.trials].map(|of| of.as_ref().map(ToString::to_string));
        let [options, trials] = [&options, &trials].map(|of| of.as_ref().map(String::as_bytes));
        tiendo::sensitivity_json(&plan, &records, &self.today, options, trials)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rolled {
    plan: Text,
    records: Text,
    units: Text,
    today: String,
    options: Option<Value>,
}

impl Rolled {
    fn call(&self) -> Result<String, Error> {
        let [plan, records] = [self.plan.bytes("plan")?, self.records.bytes("records")?];
        let options = self.options.as_ref().map(ToString::to_string);
        let options = options.as_ref().map(String::as_bytes);
        tiendo::roll_up_json(&plan, &records, &self.units.bytes("units")?, &self.today, options)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sides {
    before: Text,
    after: Text,
}

/// Timeliness, and its sentences in both languages.
#[derive(Serialize)]
struct Judged {
    timeliness: Timeliness,
    vi: Vec<String>,
    en: Vec<String>,
}
