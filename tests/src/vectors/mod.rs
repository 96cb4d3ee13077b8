//! The vectors every language shares: how they are authored, and as whole cases for the hosts. `tests/README.md` has the
//! format of both.

mod authored;
mod call;
mod entrances;
mod expected;
mod reports;

use serde_json::{Value, json};

pub use authored::{Case, File, files};
pub use call::call;
pub use expected::differs;

/// Functions that only core has: what they count stands in the report that crosses.
const OF_CORE: [&str; 2] = ["taskPeriod", "shares"];

/// A file as the hosts read it: inputs complete, results whole, as the library writes them.
///
/// # Panics
/// Where a case is not of the format, or a result is none of the library's.
#[must_use]
pub fn whole(file: &File) -> Value {
    let crosses =
        |case: &&Case| !OF_CORE.contains(&case.function.as_ref().unwrap_or(&file.function).as_str());
    let cases: Vec<Value> = file.cases.iter().filter(crosses).map(|case| whole_case(file, case)).collect();
    json!({ "function": file.function, "cases": cases })
}

fn whole_case(file: &File, case: &Case) -> Value {
    let function = case.function.as_ref().unwrap_or(&file.function);
    let mut whole = json!({ "description": case.description, "input": case.whole_input(function) });
    if case.function.is_some() {
        whole["function"] = json!(function);
    }
    match call(function, &whole["input"]) {
        Ok(output) => whole["output"] = json!(output),
        Err(error) => whole["error"] = json!(error),
    }
    whole
}
