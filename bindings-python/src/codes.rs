//! Codes: plain `str` in Python, typed in the stub by the `Literal` of their list.

use std::convert::Infallible;

use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::type_hint_identifier;
use pyo3::types::PyString;
use tiendo::{
    CodeList, Cycle, DayOffShift, Direction, ErrorCode, Lang, Level, NoteCode, ObservationStatus, Reason,
    Strength,
};

use crate::errors::refuse;
use crate::results::{Many, RESULTS};
use crate::text::text;

/// A list of codes.
pub(crate) trait Codes: Copy + 'static {
    const NAME: &'static str;
    const ALL: &'static [Self];
    fn code(self) -> &'static str;
}

macro_rules! lists {
    ($($name:ident)+) => {$(
        impl Codes for $name {
            const NAME: &'static str = stringify!($name);
            const ALL: &'static [$name] = $name::ALL;

            fn code(self) -> &'static str {
                self.as_str()
            }
        }
    )+};
}

lists! { Cycle DayOffShift Direction Lang Level NoteCode ObservationStatus Reason Strength }

/// A code on its way to Python.
pub(crate) struct Code<T>(pub(crate) T);

impl<'py, T: Codes> IntoPyObject<'py> for Code<T> {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;

    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn into_pyobject(self, py: Python<'py>) -> Result<Bound<'py, PyString>, Infallible> {
        Ok(PyString::intern(py, self.0.code()))
    }
}

/// A code on its way from Python.
pub(crate) enum CodeArgument<'py, T> {
    /// A default.
    Known(T),
    /// Not yet looked up.
    Given(Bound<'py, PyString>),
}

impl<'py, T: Codes> FromPyObject<'_, 'py> for CodeArgument<'py, T> {
    type Error = PyErr;

    const INPUT_TYPE: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(CodeArgument::Given(object.cast::<PyString>()?.to_owned()))
    }
}

impl<T: Codes> CodeArgument<'_, T> {
    /// The code, or `bad-option` with those there are.
    pub(crate) fn at(&self, path: &str) -> PyResult<T> {
        let given = match self {
            CodeArgument::Known(code) => return Ok(*code),
            CodeArgument::Given(given) => text(given, path)?,
        };
        let found = T::ALL.iter().copied().find(|code| code.code() == given);
        found.ok_or_else(|| unknown(path, T::ALL.iter().map(|code| code.code())))
    }
}

fn unknown<'a>(path: &str, known: impl Iterator<Item = &'a str>) -> PyErr {
    let known = known.map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", ");
    let (vi, en) = (format!("một trong các mã {known}"), format!("one of {known}"));
    refuse(ErrorCode::BadOption, path, (&vi, &en))
}

/// Every closed list of codes, each code with its labels in Vietnamese and English.
///
/// >>> import tiendo
/// >>> standings = next(codes for codes in tiendo.code_lists() if codes.name == "ReportStanding")
/// >>> standings.codes[1]
/// LabelledCode(code='late', vi='Trễ hạn', en='Late')
#[pyfunction]
pub(crate) fn code_lists() -> Many<CodeList> {
    Many(tiendo::code_lists())
}

/// The label of a code of a list, as an official would write it in a table, in a language: `vi` (default) or `en`.
///
/// Raises `TiendoError` with code `bad-option` for a list or a code that is none.
///
/// >>> import tiendo
/// >>> tiendo.label("Verdict", "not_met")
/// 'Chưa đạt'
#[pyfunction]
#[pyo3(
    signature = (name, code, lang=CodeArgument::Known(Lang::Vi)), text_signature = "(name, code, lang='vi')"
)]
pub(crate) fn label(
    name: &Bound<'_, PyString>,
    code: &Bound<'_, PyString>,
    lang: CodeArgument<'_, Lang>,
) -> PyResult<String> {
    let (name, code, lang) = (text(name, "name")?, text(code, "code")?, lang.at("lang")?);
    let lists = tiendo::code_lists();
    let Some(list) = lists.iter().find(|list| list.name == name) else {
        return Err(unknown("name", lists.iter().map(|list| list.name.as_str())));
    };
    let Some(found) = list.codes.iter().find(|known| known.code == code) else {
        return Err(unknown("code", list.codes.iter().map(|known| known.code.as_str())));
    };
    Ok(match lang {
        Lang::Vi => found.vi.clone(),
        Lang::En => found.en.clone(),
    })
}

/// What a note's code says, as one sentence in a language: `vi` (default) or `en`.
///
/// >>> import tiendo
/// >>> tiendo.note_sentence("empty")
/// 'Ô để trống.'
#[pyfunction]
#[pyo3(signature = (code, lang=CodeArgument::Known(Lang::Vi)), text_signature = "(code, lang='vi')")]
pub(crate) fn note_sentence(
    code: CodeArgument<'_, NoteCode>,
    lang: CodeArgument<'_, Lang>,
) -> PyResult<&'static str> {
    Ok(code.at("code")?.sentence(lang.at("lang")?))
}

/// What a reason of an undetermined verdict says, as one sentence in a language: `vi` (default) or `en`.
///
/// >>> import tiendo
/// >>> tiendo.reason_sentence("no-value", "en")
/// 'There is no value yet.'
#[pyfunction]
#[pyo3(signature = (code, lang=CodeArgument::Known(Lang::Vi)), text_signature = "(code, lang='vi')")]
pub(crate) fn reason_sentence(
    code: CodeArgument<'_, Reason>,
    lang: CodeArgument<'_, Lang>,
) -> PyResult<&'static str> {
    Ok(code.at("code")?.sentence(lang.at("lang")?))
}

/// The language of a call, or `bad-option`. Private.
#[pyfunction(name = "_lang")]
pub(crate) fn lang(lang: CodeArgument<'_, Lang>) -> PyResult<Code<Lang>> {
    lang.at("lang").map(Code)
}
