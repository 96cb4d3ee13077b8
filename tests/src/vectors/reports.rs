//! Periodic reports, and what they count.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use tiendo::{Assessment, Error, ReportFormat, parse_date, to_json};

use super::call::{Text, call as call_any, of};

/// What a function of reports gives; none where it is no such function.
pub(super) fn call(function: &str, input: &Value) -> Option<Result<String, Error>> {
    Some(match function {
        "periodReport" => of::<Reported>(input).call(),
        "renderReport" => of::<Rendered>(input).call(),
        "taskPeriod" => of::<Counted>(input).call(),
        "shares" => Ok(of::<Whole>(input).call()),
        _ => return None,
    })
}

/// Two assessments' texts and a question: each text as it is given, or made of a plan, records, options and a day; the
/// earlier's day and options of its own stand in `earlier`.
pub(super) fn report(mut input: Map<String, Value>) -> Value {
    let names = ["plan", "builtin", "records", "options", "today"];
    let given = names.iter().filter_map(|name| Some(((*name).to_owned(), input.remove(*name)?)));
    let mut common: Map<String, Value> = given.collect();
    if common.is_empty() {
        return input.into();
    }
    ["plan", "records"]
        .iter()
        .for_each(|name| drop(common.entry(*name).and_modify(super::authored::as_file)));
    common.entry("options").or_insert(json!({}));
    let assessed = |of: &Map<String, Value>| {
        json!(call_any("assess", &of.clone().into()).unwrap_or_else(|error| panic!("{error}")))
    };
    input.insert("assessment".to_owned(), assessed(&common));
    if let Some(Value::Object(own)) = input.remove("earlier") {
        for (name, value) in own {
            match name.as_str() {
                "plan" | "builtin" => {
                    common.remove("plan");
                    common.remove("builtin");
                    common.insert(name, value);
                }
                "today" => drop(common.insert(name, value)),
                _ => common["options"][&name] = value,
            }
        }
        drop(common.entry("plan").and_modify(super::authored::as_file));
        input.insert("earlier".to_owned(), assessed(&common));
    }
    input.into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reported {
    assessment: Text,
    earlier: Option<Text>,
    query: Value,
}

impl Reported {
    fn call(&self) -> Result<String, Error> {
        let earlier = self.earlier.as_ref().map(|earlier| earlier.bytes("earlier")).transpose()?;
        let query = self.query.to_string();
        tiendo::period_report_json(
            &self.assessment.bytes("assessment")?,
            earlier.as_deref(),
            query.as_bytes(),
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rendered {
    report: Text,
    format: ReportFormat,
}

impl Rendered {
    fn call(&self) -> Result<String, Error> {
        let file = tiendo::render_json(&self.report.bytes("report")?, self.format)?;
        Ok(to_json(&String::from_utf8(file).expect("a format that is text")))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Counted {
    assessment: Text,
    from: String,
    to: String,
}

impl Counted {
    fn call(&self) -> Result<String, Error> {
        let assessment: Assessment = tiendo::from_json(&self.assessment.bytes("assessment")?)?;
        Ok(to_json(&tiendo::task_period(&assessment, parse_date(&self.from)?, parse_date(&self.to)?)?))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    parts: Vec<u64>,
    decimals: u32,
}

impl Whole {
    fn call(&self) -> String {
        to_json(&tiendo::shares(&self.parts, self.decimals))
    }
}
