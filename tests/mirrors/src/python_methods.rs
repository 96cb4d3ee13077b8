//! Python: what results can be asked beyond their fields, as methods that ask core.

use std::fmt::Write as _;

use crate::names::for_python;
use crate::read::{Core, Stop, docs};

/// What a method takes.
enum Takes {
    Nothing,
    /// A property, rather.
    Property,
    Lang,
    /// Another of its type.
    Other,
    /// A period, and of a question its options, calendar and limits.
    Question,
}

struct Method {
    of: &'static str,
    name: &'static str,
    takes: Takes,
    returns: &'static str,
    /// Rust: the answer of `own`, `lang` or `other`.
    answer: &'static str,
    /// Instead of core's docs, where core has another method.
    docs: &'static str,
    example: &'static str,
}

const fn method(
    of: &'static str,
    name: &'static str,
    takes: Takes,
    returns: &'static str,
    answer: &'static str,
) -> Method {
    Method { of, name, takes, returns, answer, docs: "", example: "" }
}

/// In the order of their types.
const METHODS: &[Method] = &[
    Method {
        docs: "The verdict as officials word it",
        example: r#"
>>> tiendo.compare(tiendo.Measured(present=True), tiendo.parse_target("Có"), "higher_is_better").label()
'Đạt'"#,
        ..method("Comparison", "label", Takes::Lang, "str", "own.verdict.label(lang)")
    },
    Method { ..method("Deadline", "why", Takes::Property, "Why | None", "One(own.why())") },
    Method {
        example: r#"
>>> tiendo.parse_deadline("06/2025").means_the_same(tiendo.parse_deadline("Tháng 6/2025"))
True"#,
        ..method("Deadline", "means_the_same", Takes::Other, "bool", "own.means_the_same(&other)")
    },
    Method {
        example: r#"
>>> tiendo.parse_deadline("Quí IV-2025").to_notation()
'Quý IV/2025'"#,
        ..method("Deadline", "to_notation", Takes::Nothing, "str", "own.to_notation()")
    },
    Method {
        example: r#"
>>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-khcn"]))
>>> june[0].exempt.sentence()
'Không phải nộp: là cơ quan nhận báo cáo.'"#,
        ..method("Exempt", "sentence", Takes::Lang, "str", "own.sentence(lang)")
    },
    Method {
        example: r#"
>>> tiendo.parse_target("≥ 5").is_numeric(), tiendo.parse_target("Có").is_numeric()
(True, False)"#,
        ..method("MilestoneTarget", "is_numeric", Takes::Nothing, "bool", "own.is_numeric()")
    },
    Method {
        example: r#"
>>> tiendo.parse_target("≥ 1,0%;").means_the_same(tiendo.parse_target("ít nhất 1%"))
True"#,
        ..method("MilestoneTarget", "means_the_same", Takes::Other, "bool", "own.means_the_same(&other)")
    },
    Method {
        example: r#"
>>> tiendo.parse_target("đạt tối thiểu 40%.").to_notation()
'≥ 40%'"#,
        ..method("MilestoneTarget", "to_notation", Takes::Nothing, "str", "own.to_notation()")
    },
    Method {
        docs: "What the note says, as one sentence",
        example: r#"
>>> tiendo.parse_deadline("").notes[0].sentence()
'Ô để trống.'"#,
        ..method("Note", "sentence", Takes::Lang, "str", "own.code.sentence(lang)")
    },
    Method {
        example: r#"
>>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
>>> june[0].label("en")
'the report on June 2025'"#,
        ..method("Obligation", "label", Takes::Lang, "str", "own.label(lang)")
    },
    Method {
        example: r#"
>>> day = datetime.date(2025, 12, 31)
>>> tiendo.Observation(id="o1", date=day, recorded=day, source="example", indicator="1", value="52,5",
...     status="official").measured()
Measured(value=Decimal('52.5'))"#,
        ..method("Observation", "measured", Takes::Nothing, "Measured", "One(own.measured())")
    },
    Method {
        docs: "The standing as officials word it",
        example: r#"
>>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
>>> june.timeliness(today=datetime.date(2025, 6, 22)).reports[0].label()
'Chưa nộp'"#,
        ..method("Report", "label", Takes::Lang, "str", "own.standing.label(lang)")
    },
    Method {
        docs: "When the report on a period is due, after each step; `None` for a rule without a date.\n\n\
               Of a query its options, calendar and limits count. Raises `TiendoError` with code `bad-period` for a period\n\
               of another cycle, `unknown-year` where a shift needs a year the calendar does not know, `bad-option` for too\n\
               much grace.",
        example: r#"
>>> rule = tiendo.Plan.builtin("ha-tinh-231").regime.rules[0]
>>> rule.due_in("2025-06", tiendo.ReportingQuery(grace_days=2)).due
datetime.date(2025, 6, 21)"#,
        ..method(
            "Rule",
            "due_in",
            Takes::Question,
            "Due | None",
            "One(own.due_in_with(&period, &query.options, calendar, &query.limits).map_err(raise_argument)?)",
        )
    },
    Method {
        docs: "Reads the deadline cell by the defaults.",
        example: r#"
>>> tiendo.Plan.builtin("ha-tinh-231").task(4).read_deadline().due
datetime.date(2025, 6, 30)"#,
        ..method(
            "Task",
            "read_deadline",
            Takes::Nothing,
            "Deadline",
            "One(tiendo::parse_deadline(&own.deadline).map_err(raise)?)",
        )
    },
];

/// The types that have methods, each once, in order.
pub(crate) fn with_methods() -> Vec<&'static str> {
    let mut types: Vec<&str> = METHODS.iter().map(|method| method.of).collect();
    types.dedup();
    types
}

/// A base for each type that has methods.
pub(crate) fn classes(core: &Core<'_>) -> Result<String, Stop> {
    let mut out = "\
\"\"\"What results can be asked beyond their fields: each method asks core.\"\"\"

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from tiendo.generated import _native

if TYPE_CHECKING:
    from tiendo.generated._results import Deadline, Due, Measured, MilestoneTarget, ReportingQuery, Why
"
    .to_owned();
    for of in with_methods() {
        let _ = writeln!(out, "\n\nclass {of}Methods:\n    __slots__ = ()");
        for method in METHODS.iter().filter(|method| method.of == of) {
            let (name, returns) = (method.name, method.returns);
            let none = || Stop(format!("core has no method `{of}.{name}`"));
            let docs = match method.docs {
                "" => docs(&core.method(of, name).ok_or_else(none)?.of.attrs),
                docs => docs.to_owned(),
            };
            let docs = docs.split("\n\nError").next().unwrap_or_default().trim_end_matches('.').to_owned();
            let (arguments, asked) = match method.takes {
                Takes::Nothing | Takes::Property => (String::new(), ""),
                Takes::Lang => (", lang: Literal[\"vi\", \"en\"] = \"vi\"".to_owned(), ", lang"),
                Takes::Other => (format!(", other: {of}, /"), ", other"),
                Takes::Question => (
                    ", period: _native.Period | str, query: ReportingQuery | None = None".to_owned(),
                    ", period, query",
                ),
            };
            let end = if matches!(method.takes, Takes::Lang) {
                ", in a language: `vi` (default) or `en`."
            } else {
                "."
            };
            let text = format!("{}{end}\n{}", for_python(&docs, true), method.example.replace("\n\n", "\n"));
            let text: Vec<String> =
                text.trim_end().lines().map(|line| format!("        {line}").trim_end().to_owned()).collect();
            let property = if matches!(method.takes, Takes::Property) { "    @property\n" } else { "" };
            let close = if text.len() > 1 { "\n        " } else { "" };
            let _ = writeln!(
                out,
                "\n{property}    def {name}(self: Any{arguments}) -> {returns}:\n        \"\"\"{}{close}\"\"\"\n        \
                 return cast(\"{returns}\", _native._ask(\"{of}.{name}\", self{asked}))",
                text.join("\n").trim_start()
            );
        }
    }
    Ok(out)
}

/// The answers to all of them.
pub(crate) fn answers() -> String {
    let mut arms = String::new();
    for method in METHODS {
        let (of, name, answer) = (method.of, method.name, method.answer);
        let _ = writeln!(arms, "\"{of}.{name}\" => {{\nlet own: tiendo::{of} = taken(Some(of), \"self\")?;");
        arms.push_str(match method.takes {
            Takes::Nothing | Takes::Property => "",
            Takes::Lang => "let lang = taken(with, \"lang\")?;\n",
            Takes::Other => "let other = taken(with, \"other\")?;\n",
            Takes::Question => {
                "let period = taken(with, \"period\")?;\n\
                 let query: tiendo::ReportingQuery = more.map_or_else(|| Ok(tiendo::ReportingQuery::default()), |more| taken(Some(more), \"query\"))?;\n\
                 let calendar = query.calendar.as_deref().unwrap_or_else(|| calendar_or_builtin(None));\n"
            }
        });
        let _ = writeln!(arms, "{answer}.into_bound_py_any(py)\n}}");
    }
    format!(
        "//! What results can be asked beyond their fields.\n\nuse pyo3::IntoPyObjectExt;\nuse pyo3::prelude::*;\n\n\
         use crate::calendar::calendar_or_builtin;\nuse crate::errors::{{raise, raise_argument}};\nuse crate::reading::taken;\n\
         use crate::results::One;\n\n\
         /// The answer of a result's method; none where there is no such method.\n\
         pub(crate) fn ask<'py>(\npy: Python<'py>,\nwhat: &str,\nof: &Bound<'py, PyAny>,\nwith: Option<&Bound<'py, PyAny>>,\n\
         more: Option<&Bound<'py, PyAny>>,\n) -> PyResult<Option<Bound<'py, PyAny>>> {{\nlet answer = match what {{\n{arms}\
         _ => return Ok(None),\n}};\nanswer.map(Some)\n}}\n"
    )
}
