//! Codes, periods and days: the lists of all, what they say in words, and what follows from one.

use std::sync::Arc;

use tiendo::{Cycle, Error, ErrorCode, Exempt, Limits, NoteCode, Obligation, Period, Reason, Source};

use crate::{code, date, lang, result};

exports! {
    limits() => Limits::default();
    codeLists() => tiendo::code_lists();
    noteSentence(note: &str, language: &str) => one::<NoteCode>(note, "code")?.sentence(lang(language)?);
    reasonSentence(reason: &str, language: &str) => one::<Reason>(reason, "code")?.sentence(lang(language)?);
    exemptSentence(exempt: &str, language: &str) => result::<Exempt>(exempt, "exempt")?.sentence(lang(language)?);
    obligationLabel(cycle: &str, period: &str, language: &str) =>
        labelled(one(cycle, "obligation.cycle")?, period).label(lang(language)?);
    cycleMonths(cycle: &str) => one::<Cycle>(cycle, "cycle")?.months();
    isCertain(source: &str) => one::<Source>(source, "source")?.is_certain();
    period(id: &str) => id.parse::<Period>()?.reading();
    periodHolding(cycle: &str, day: &str) =>
        Period::holding(one(cycle, "cycle")?, date(day, "date")?).map(|period| period.reading());
    dateInVietnam(instant: &str) => tiendo::date_in_vietnam(instant)?;
    badText(argument: &str) => Err::<(), _>(Error::bad_text(argument))?;
}

fn one<T: std::str::FromStr<Err = tiendo::UnknownCode>>(text: &str, path: &str) -> Result<T, Error> {
    code(text, ErrorCode::BadValue, path)
}

/// What an obligation's words need of it.
fn labelled(cycle: Cycle, period: &str) -> Obligation {
    let none: Arc<str> = "".into();
    Obligation {
        plan: Arc::clone(&none),
        rule: Arc::clone(&none),
        cycle,
        period: period.into(),
        agency: None,
        start: None,
        end: None,
        written: None,
        timely: None,
        shifted: None,
        due: None,
        steps: Vec::new(),
        grace_days: 0,
        unsourced_days: Arc::new([]),
        cutoff: None,
        recipient: none,
        feeds: Arc::new([]),
        coincides: Arc::new([]),
        exempt: None,
        text: None,
    }
}
