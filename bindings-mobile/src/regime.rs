//! The reporting regime of a plan (*chế độ báo cáo*), as data.

use crate::date::NaiveDate;
use crate::number::Whole;
use crate::period::Cycle;

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
    /// The last day of the data, where the plan sets one.
    pub cutoff: Option<CutoffDay>,
    /// Who reports, as written.
    pub reporters: String,
    /// To whom, as written.
    pub recipient: String,
    /// The rule's words in the plan, verbatim.
    pub text: String,
}

impl From<tiendo::Rule> for Rule {
    fn from(rule: tiendo::Rule) -> Rule {
        let tiendo::Rule { code, cycle, due, cutoff, reporters, recipient, text } = rule;
        let (due, cutoff) = (due.map(DueDay::from), cutoff.map(CutoffDay::from));
        Rule { code, cycle, due, cutoff, reporters, recipient, text }
    }
}

impl From<Rule> for tiendo::Rule {
    fn from(rule: Rule) -> tiendo::Rule {
        let Rule { code, cycle, due, cutoff, reporters, recipient, text } = rule;
        let (due, cutoff) = (due.map(Into::into), cutoff.map(Into::into));
        tiendo::Rule { code, cycle, due, cutoff, reporters, recipient, text }
    }
}

/// A day within a period by which a report is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct DueDay {
    /// The day of the month, 1 to 31.
    pub day: Whole,
    /// The month of the period, from 1: of a quarter its last is 3, of a year November is 11. Beyond the period's
    /// months it is one that follows: of a year January of the next is 13.
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

/// The last day of the data a report covers (*thời điểm chốt số liệu*); the data begin the day after the cut-off of the
/// period before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct CutoffDay {
    /// The day of the month, 1 to 31.
    pub day: Whole,
    /// The month of the period, from 1.
    pub month_of_period: Whole,
}

impl From<tiendo::CutoffDay> for CutoffDay {
    fn from(cutoff: tiendo::CutoffDay) -> CutoffDay {
        let tiendo::CutoffDay { day, month_of_period } = cutoff;
        CutoffDay { day: Whole(day), month_of_period: Whole(month_of_period) }
    }
}

impl From<CutoffDay> for tiendo::CutoffDay {
    fn from(cutoff: CutoffDay) -> tiendo::CutoffDay {
        let CutoffDay { day, month_of_period } = cutoff;
        tiendo::CutoffDay { day: day.0, month_of_period: month_of_period.0 }
    }
}
