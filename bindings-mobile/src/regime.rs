//! The reporting regime of a plan (*chế độ báo cáo*), as data.

pub use tiendo::Cycle;

use crate::date::NaiveDate;
use crate::number::Whole;

/// A plan's reporting rules.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Regime {
    /// The first day the rules apply; absent where the text does not say.
    pub effective: Option<NaiveDate>,
    /// The rules, in the order of the text.
    pub rules: Vec<Rule>,
}

impl From<tiendo::Regime> for Regime {
    fn from(regime: tiendo::Regime) -> Regime {
        let tiendo::Regime { effective, rules } = regime;
        Regime { effective, rules: crate::all(rules) }
    }
}

impl From<Regime> for tiendo::Regime {
    fn from(regime: Regime) -> tiendo::Regime {
        tiendo::Regime { effective: regime.effective, rules: crate::all(regime.rules) }
    }
}

/// One duty to report.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Rule {
    /// The rule's code, unique within the regime.
    pub code: String,
    /// How often.
    pub cycle: Cycle,
    /// The due day; absent where the text states the duty without a date.
    pub due: Option<DueDay>,
    /// Who reports, as written.
    pub reporters: String,
    /// To whom, as written.
    pub recipient: String,
    /// The rule's words in the plan, verbatim.
    pub text: String,
}

impl From<tiendo::Rule> for Rule {
    fn from(rule: tiendo::Rule) -> Rule {
        let tiendo::Rule { code, cycle, due, reporters, recipient, text } = rule;
        Rule { code, cycle, due: due.map(DueDay::from), reporters, recipient, text }
    }
}

impl From<Rule> for tiendo::Rule {
    fn from(rule: Rule) -> tiendo::Rule {
        let Rule { code, cycle, due, reporters, recipient, text } = rule;
        tiendo::Rule { code, cycle, due: due.map(Into::into), reporters, recipient, text }
    }
}

/// A day within a period by which a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DueDay {
    /// The day of the month, 1 to 31.
    pub day: Whole,
    /// The month of the period, from 1: of a quarter its last is 3, of a year November is 11.
    pub month_of_period: Whole,
    /// Whether the text says "before" (*trước ngày*) that day.
    pub before: bool,
}

impl From<tiendo::DueDay> for DueDay {
    fn from(due: tiendo::DueDay) -> DueDay {
        let tiendo::DueDay { day, month_of_period, before } = due;
        DueDay { day: Whole(day), month_of_period: Whole(month_of_period), before }
    }
}

impl From<DueDay> for tiendo::DueDay {
    fn from(due: DueDay) -> tiendo::DueDay {
        let DueDay { day, month_of_period, before } = due;
        tiendo::DueDay { day: day.0, month_of_period: month_of_period.0, before }
    }
}

/// How often a report falls due or a task recurs.
#[uniffi::remote(Enum)]
pub enum Cycle {
    /// Hằng tháng.
    Monthly,
    /// Hằng quý.
    Quarterly,
    /// 6 tháng.
    HalfYearly,
    /// 9 tháng.
    NineMonthly,
    /// Hằng năm.
    Yearly,
    /// Once in a term of office or at its middle (*sơ kết, tổng kết*).
    Term,
    /// On request (*đột xuất*).
    AdHoc,
}
