//! Codes: plain `str` in Python, typed in the stub by the `Literal` of their list.

use crate::prelude::*;
use tiendo::{CodeList, ErrorCode, NoteCode, Reason};

/// Lists of codes, out and in.
macro_rules! codes {
    ($($name:ident),*) => {$(
        impl $crate::fill::Fill for tiendo::$name {
            const HINT: pyo3::inspect::PyStaticExpr =
                pyo3::type_hint_identifier!($crate::results::RESULTS, stringify!($name));

            fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.as_str().fill(made)
            }
        }

        impl $crate::take::Take for tiendo::$name {
            const HINT: pyo3::inspect::PyStaticExpr = <Self as $crate::fill::Fill>::HINT;

            fn take(given: &Bound<'_, PyAny>, place: &$crate::take::Place<'_>) -> PyResult<Self> {
                $crate::codes::one_of(given, place, Self::ALL.iter().map(|code| (code.as_str(), *code)))
            }
        }
    )*};
}
pub(crate) use codes;

/// The code that is given, or `bad-option` with those there are.
pub(crate) fn one_of<'a, T>(
    given: &Bound<'_, PyAny>,
    place: &Place<'_>,
    known: impl Iterator<Item = (&'a str, T)> + Clone,
) -> PyResult<T> {
    let given = String::take(given, place)?;
    let found = known.clone().find(|(code, _)| *code == given).map(|(_, found)| found);
    found.ok_or_else(|| {
        let known = known.map(|(code, _)| format!("`{code}`")).collect::<Vec<_>>().join(", ");
        let (vi, en) = (format!("một trong các mã {known}"), format!("one of {known}"));
        refuse(ErrorCode::BadOption, &place.to_string(), (&vi, &en))
    })
}

/// Every closed list of codes, each code with its labels in Vietnamese and English.
///
/// >>> standings = next(codes for codes in tiendo.code_lists() if codes.name == "ReportStanding")
/// >>> standings.codes[1]
/// LabelledCode(code='late', vi='Trễ hạn', en='Late')
#[pyfunction]
pub(crate) fn code_lists(py: Python<'_>) -> PyResult<Listed<'_, CodeList>> {
    Listed::of(py, tiendo::code_lists())
}

/// The label of a code of a list, as an official would write it in a table, in a language: `vi` (default) or `en`.
///
/// Raises `TiendoError` with code `bad-option` for a list or a code that is none.
///
/// >>> tiendo.label("Verdict", "not_met")
/// 'Chưa đạt'
#[pyfunction]
#[pyo3(signature = (name, code, lang=Arg::default()), text_signature = "(name, code, lang='vi')")]
pub(crate) fn label(name: Arg<'_, String>, code: Arg<'_, String>, lang: Arg<'_, Lang>) -> PyResult<String> {
    let lists = tiendo::code_lists();
    let lists = lists.iter().map(|list| (list.name.as_str(), &list.codes));
    let codes = one_of(name.given()?, &Place::Argument("name"), lists)?;
    let found = codes.iter().map(|code| (code.code.as_str(), code));
    let found = one_of(code.given()?, &Place::Argument("code"), found)?;
    Ok(if lang.or("lang", Lang::Vi)? == Lang::Vi { &found.vi } else { &found.en }.clone())
}

/// What a note's code says, as one sentence in a language: `vi` (default) or `en`.
///
/// >>> tiendo.note_sentence("empty")
/// 'Ô để trống.'
#[pyfunction]
#[pyo3(signature = (code, lang=Arg::default()), text_signature = "(code, lang='vi')")]
pub(crate) fn note_sentence(code: Arg<'_, NoteCode>, lang: Arg<'_, Lang>) -> PyResult<&'static str> {
    Ok(code.at("code")?.sentence(lang.or("lang", Lang::Vi)?))
}

/// What a reason of an undetermined verdict says, as one sentence in a language: `vi` (default) or `en`.
///
/// >>> tiendo.reason_sentence("no-value", "en")
/// 'There is no value yet.'
#[pyfunction]
#[pyo3(signature = (code, lang=Arg::default()), text_signature = "(code, lang='vi')")]
pub(crate) fn reason_sentence(code: Arg<'_, Reason>, lang: Arg<'_, Lang>) -> PyResult<&'static str> {
    Ok(code.at("code")?.sentence(lang.or("lang", Lang::Vi)?))
}
