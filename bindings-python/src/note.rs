//! Notes: what to know about how a cell was understood.

use pyo3::prelude::*;
use tiendo::{Lang, Note};

use crate::codes::CodeArgument;
use crate::collections::Tuple;
use crate::match_args::{MatchArgs, positional};
use crate::pickle::{Reduced, reduce};
use crate::repr::Repr;
use crate::text::PySpan;

/// Something to know about a reading: a code and the place it speaks of.
///
/// >>> import tiendo
/// >>> note = tiendo.parse_target("≥ 3.000").notes[0]
/// >>> note
/// Note('ambiguous-number', span=Span(2, 7))
#[pyclass(frozen, eq, hash, name = "Note", module = "tiendo")]
#[derive(PartialEq, Eq, Hash)]
pub(crate) struct PyNote(pub(crate) Note);

/// The notes of a reading.
pub(crate) fn notes(notes: &[Note]) -> Tuple<PyNote> {
    notes.iter().copied().map(PyNote).collect()
}

positional!(PyNote: "code", "span");

#[pymethods]
impl PyNote {
    #[classattr]
    fn __match_args__() -> MatchArgs<PyNote> {
        MatchArgs::new()
    }

    /// What it says, a stable word in kebab-case.
    #[getter]
    fn code(&self) -> &'static str {
        self.0.code.as_str()
    }

    /// Where in the verbatim text; `None` where the whole cell or row is meant.
    #[getter]
    fn span(&self) -> Option<PySpan> {
        self.0.span.map(PySpan)
    }

    /// What the note says, as one sentence in a language: `vi` or `en`.
    ///
    /// >>> import tiendo
    /// >>> note = tiendo.parse_deadline("").notes[0]
    /// >>> note.sentence("vi")
    /// 'Ô để trống.'
    fn sentence(&self, lang: CodeArgument<'_, Lang>) -> PyResult<&'static str> {
        Ok(self.0.code.sentence(lang.at("lang")?))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        Repr::new(py, "Note").value(self.code()).field("span", self.span()).finish()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<Reduced> {
        reduce(py, "Note", &self.0)
    }
}
