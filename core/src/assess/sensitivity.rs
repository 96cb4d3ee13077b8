//! Sensitivity: which standings are others where one option is.
//!
//! One option at a time is set over the caller's own, and the plan assessed again; only standings count, not their reasons.
//! Where no trials are given these are made: each choice of two turned (`equalExactly risingDecides method evidenceRequired
//! beforeInclusive followingYearsJudged`), `onTrack` 0.9 and 1, `slightlyBehind` 0.7 and 0.9, `minDays` 90 and 365, `slopeYears`
//! 3 and 10, the caller's own value passed over.
//!
//! Decided here, where the text is silent:
//! - Of these a threshold that the caller's others do not permit (`slightlyBehind` above `onTrack`) is passed over too; a given
//!   trial is refused as the options themselves would be.
//! - A given trial of the caller's own value stands, and nothing flips.
//! - A call takes at most a hundred trials, since each assesses the whole plan.

use std::fmt;

use chrono::NaiveDate;
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::assess;
use super::model::{AssessedPlan, Assessment};
use crate::codes::{ErrorCode, ItemKind, Method, Reason};
use crate::dates::parse_date;
use crate::error::Error;
use crate::json;
use crate::limits::Limits;
use crate::options::Options;
use crate::plan::Plan;
use crate::records::Records;
use crate::words::expected;

/// The most trials of a call.
const TRIALS: usize = 100;
/// The options that say what is looked at.
const LOOKED_AT: &[&str] = &["knownBy", "public", "agencies", "roster", "reportsFrom", "upcomingDays"];

/// An option, and a value to try.
///
/// ```
/// use tiendo::{Trial, TrialValue};
/// let trial = Trial { option: "minDays".to_owned(), value: TrialValue::Whole(90) };
/// assert_eq!(tiendo::to_json(&trial), r#"{"option":"minDays","value":90}"#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trial {
    /// The option's name.
    pub option: String,
    /// The value.
    pub value: TrialValue,
}

/// An option's value as its JSON has it.
///
/// ```
/// use tiendo::TrialValue;
/// assert_eq!(tiendo::to_json(&TrialValue::Text("0.9".to_owned())), r#""0.9""#);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialValue {
    /// `true` or `false`.
    Flag(bool),
    /// A whole number.
    Whole(i64),
    /// A code, an exact number or a date.
    Text(String),
}

impl Serialize for TrialValue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            TrialValue::Flag(of) => serializer.serialize_bool(*of),
            TrialValue::Whole(of) => serializer.serialize_i64(*of),
            TrialValue::Text(of) => serializer.serialize_str(of),
        }
    }
}

impl<'de> Deserialize<'de> for TrialValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TrialValue, D::Error> {
        struct Value;

        impl Visitor<'_> for Value {
            type Value = TrialValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, a whole number, true or false")
            }

            fn visit_bool<E>(self, of: bool) -> Result<TrialValue, E> {
                Ok(TrialValue::Flag(of))
            }

            fn visit_i64<E>(self, of: i64) -> Result<TrialValue, E> {
                Ok(TrialValue::Whole(of))
            }

            fn visit_u64<E: serde::de::Error>(self, of: u64) -> Result<TrialValue, E> {
                i64::try_from(of).map(TrialValue::Whole).map_err(|_| E::custom("a smaller number"))
            }

            fn visit_str<E>(self, of: &str) -> Result<TrialValue, E> {
                Ok(TrialValue::Text(of.to_owned()))
            }
        }

        deserializer.deserialize_any(Value).map_err(D::Error::custom)
    }
}

/// Which standings flip under which option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sensitivity {
    /// The version of the format, 1.
    pub schema_version: u32,
    /// Which plan it is.
    pub plan: AssessedPlan,
    /// The day.
    #[serde(with = "crate::json::day")]
    pub today: NaiveDate,
    /// The caller's choices, all of them.
    pub options: Options,
    /// What was tried, in the order given.
    pub trials: Vec<Tried>,
    /// The items that flip under some trial, in the plan's order.
    pub items: Vec<SensitiveItem>,
    /// How many flip under none.
    pub stable: StableItems,
}

/// A trial, and how many standings flip under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// The option's name.
    pub option: String,
    /// The value.
    pub value: TrialValue,
    /// Of indicators.
    pub indicators: usize,
    /// Of tasks.
    pub tasks: usize,
}

/// An item whose standing flips.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SensitiveItem {
    /// An indicator or a task.
    pub kind: ItemKind,
    /// Its code or number.
    pub code: String,
    /// The code of its standing by the caller's options.
    pub standing: String,
    /// Its other standings, in the order of the trials.
    pub flips: Vec<Flip>,
}

/// Another standing, and the trial that gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flip {
    /// The option's name.
    pub option: String,
    /// The value.
    pub value: TrialValue,
    /// The code of the standing.
    pub standing: String,
    /// Why that is open, where an indicator is `undetermined`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// How many items flip under no trial.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StableItems {
    /// Indicators.
    pub indicators: usize,
    /// Tasks.
    pub tasks: usize,
}

/// Which standings flip where one option is another, each over the caller's own; of the usual choices where no trial is given.
///
/// Errors: those of [`assess`](crate::assess()); of a trial, at its place, `unknown-field` for an option nobody knows,
/// `bad-option` for one that says what is looked at and for a value that it does not take, `wrong-type` for a value of another
/// type; `too-many` for more than a hundred.
///
/// ```
/// use tiendo::{Options, Plan, Records, Trial, TrialValue, sensitivity};
/// let plan = Plan::builtin("tien-dien")?;
/// let records = Records { schema_version: 1, synthetic: true, note: None, records: Vec::new() };
/// let trial = Trial { option: "beforeInclusive".to_owned(), value: TrialValue::Flag(true) };
/// let of = sensitivity(&plan, &records, "2026-07-15".parse().unwrap(), &Options::default(), &[trial])?;
/// assert_eq!((of.trials.len(), of.items.len()), (1, 0));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn sensitivity(
    plan: &Plan,
    records: &Records,
    today: NaiveDate,
    options: &Options,
    trials: &[Trial],
) -> Result<Sensitivity, Error> {
    if trials.len() > TRIALS {
        return Err(Error::new(ErrorCode::TooMany, "trials", expected::at_most_items(TRIALS)));
    }
    let own = assess(plan, records, today, options)?;
    let with: Vec<(Trial, Options)> = if trials.is_empty() {
        let usual = usual(options).into_iter();
        usual.filter_map(|trial| Some((trial.clone(), set(options, &trial).ok()?))).collect()
    } else {
        let placed = |(at, trial): (usize, &Trial)| {
            set(options, trial).map(|with| (trial.clone(), with)).map_err(|error| {
                let path = match error.code {
                    ErrorCode::UnknownField => "option",
                    ErrorCode::BadOption if LOOKED_AT.contains(&trial.option.as_str()) => "option",
                    _ => "value",
                };
                let path = format!("trials[{at}].{path}");
                Error { path, row: None, column: None, others: Box::default(), ..error }
            })
        };
        trials.iter().enumerate().map(placed).collect::<Result<_, _>>()?
    };
    let before = standings(&own);
    let mut items: Vec<SensitiveItem> = before
        .iter()
        .map(|of| SensitiveItem {
            kind: of.kind,
            code: of.code.clone(),
            standing: of.standing.to_owned(),
            flips: Vec::new(),
        })
        .collect();
    let mut tried = Vec::with_capacity(with.len());
    for (Trial { option, value }, options) in with {
        let (mut indicators, mut tasks) = (0, 0);
        let assessed = assess(plan, records, today, &options)?;
        for (item, now) in items.iter_mut().zip(standings(&assessed)) {
            if item.standing == now.standing {
                continue;
            }
            *(if item.kind == ItemKind::Task { &mut tasks } else { &mut indicators }) += 1;
            item.flips.push(Flip {
                option: option.clone(),
                value: value.clone(),
                standing: now.standing.to_owned(),
                reason: now.reason,
            });
        }
        tried.push(Tried { option, value, indicators, tasks });
    }
    let stable = |kind| items.iter().filter(|item| item.kind == kind && item.flips.is_empty()).count();
    let stable = StableItems { indicators: stable(ItemKind::Indicator), tasks: stable(ItemKind::Task) };
    items.retain(|item| !item.flips.is_empty());
    Ok(Sensitivity {
        schema_version: 1,
        plan: own.plan,
        today,
        options: own.options,
        trials: tried,
        items,
        stable,
    })
}

/// The same from JSON texts to one, on one line: of a plan, of records, a date, options or none, a list of trials or none.
///
/// Errors: those of the files, `bad-date`, and those of [`sensitivity`].
///
/// ```
/// let plan = tiendo::Plan::builtin("tien-dien")?.to_json();
/// let records = br#"{"schemaVersion": 1, "synthetic": true, "records": []}"#;
/// let trials = br#"[{"option": "onTrack", "value": "0.9"}]"#;
/// let json = tiendo::sensitivity_json(plan.as_bytes(), records, "2026-07-15", None, Some(trials))?;
/// assert!(json.contains(r#""trials":[{"option":"onTrack","value":"0.9","indicators":0,"tasks":0}]"#));
/// # Ok::<(), tiendo::Error>(())
/// ```
pub fn sensitivity_json(
    plan: &[u8],
    records: &[u8],
    today: &str,
    options: Option<&[u8]>,
    trials: Option<&[u8]>,
) -> Result<String, Error> {
    let options = options.map_or_else(|| Ok(Options::default()), Options::from_json)?;
    let trials = trials.map_or_else(|| Ok(Vec::new()), json::from_json::<Vec<Trial>>);
    let trials = trials.map_err(|error| error.within("trials"))?;
    let (plan, records) = (Plan::from_json(plan)?, Records::from_json(records)?);
    let today = parse_date(today).map_err(|error| Error { path: "today".to_owned(), ..error })?;
    Ok(json::to_json(&sensitivity(&plan, &records, today, &options, &trials)?))
}

/// How an item stands.
struct Stands<'a> {
    kind: ItemKind,
    code: String,
    standing: &'a str,
    reason: Option<Reason>,
}

/// The standings of an assessment: every option leaves the items and their order as they are.
fn standings(of: &Assessment) -> Vec<Stands<'_>> {
    let indicators = of.indicators.iter().map(|of| Stands {
        kind: ItemKind::Indicator,
        code: of.code.clone(),
        standing: of.standing.as_str(),
        reason: of.reason,
    });
    let tasks = of.tasks.iter().map(|of| Stands {
        kind: ItemKind::Task,
        code: of.number.to_string(),
        standing: of.standing.as_str(),
        reason: None,
    });
    indicators.chain(tasks).collect()
}

/// A caller's options with one set to another value, as their JSON would be read.
fn set(options: &Options, trial: &Trial) -> Result<Options, Error> {
    if LOOKED_AT.contains(&trial.option.as_str()) {
        return Err(Error::new(ErrorCode::BadOption, "", expected::option_that_decides()));
    }
    let (own, limits) = (options.to_json(), Limits::default());
    let (name, value) = (json::to_json(&trial.option), json::to_json(&trial.value));
    let mut text = format!("{{{name}:{value}");
    for (other, value) in json::fields(&own).into_iter().filter(|(other, _)| *other != trial.option) {
        text.extend([",\"", other, "\":", value]);
    }
    text.push('}');
    let read = Options::from_json_with(text.as_bytes(), &limits)?;
    Ok(Options {
        calendar: options.calendar.clone(),
        registry: options.registry.clone(),
        limits: options.limits.clone(),
        ..read
    })
}

/// The trials of a caller who gives none.
fn usual(options: &Options) -> Vec<Trial> {
    let turned = |option: &str, own: bool| (option.to_owned(), TrialValue::Flag(!own));
    let text = |option: &str, value: &str| (option.to_owned(), TrialValue::Text(value.to_owned()));
    let whole = |option: &str, value: i64| (option.to_owned(), TrialValue::Whole(value));
    let method = if options.method == Method::Line { Method::Cagr } else { Method::Line };
    let all = vec![
        turned("equalExactly", options.equal_exactly),
        turned("risingDecides", options.rising_decides),
        text("method", method.as_str()),
        turned("evidenceRequired", options.evidence_required),
        turned("beforeInclusive", options.before_inclusive),
        turned("followingYearsJudged", options.following_years_judged),
        text("onTrack", "0.9"),
        text("onTrack", "1"),
        text("slightlyBehind", "0.7"),
        text("slightlyBehind", "0.9"),
        whole("minDays", 90),
        whole("minDays", 365),
        whole("slopeYears", 3),
        whole("slopeYears", 10),
    ];
    let own = options.to_json();
    let own = json::fields(&own);
    let trials = all.into_iter().map(|(option, value)| Trial { option, value });
    let is_own = |trial: &Trial| own.contains(&(trial.option.as_str(), json::to_json(&trial.value).as_str()));
    trials.filter(|trial| !is_own(trial)).collect()
}
