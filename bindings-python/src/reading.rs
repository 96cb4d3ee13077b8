//! Cells: numbers, targets and deadlines read, compared, and asked what they say.

use crate::generated::methods;
use crate::prelude::*;
use pyo3::IntoPyObjectExt;
use pyo3::exceptions::PyTypeError;
use tiendo::{
    CompareOptions, Comparison, Deadline, DeadlineOptions, Direction, Error, Measured, MilestoneTarget,
    Numeral, RegimeReading, Sentence, Strength,
};

/// Reads a numeral as Vietnamese official text writes it, with decimal comma or decimal point.
///
/// Raises `TiendoError` with code `bad-number`.
///
/// >>> tiendo.parse_number("1.200,5")
/// Numeral(value=Decimal('1200.5'), ambiguous=False)
/// >>> tiendo.parse_number("3.000").ambiguous
/// True
#[pyfunction]
pub(crate) fn parse_number(text: Arg<'_, String>) -> PyResult<One<Numeral>> {
    tiendo::parse_number(&text.at("text")?).map(One).map_err(raise)
}

/// Reads one target cell, with the text of its row's unit column where there is one.
///
/// Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of
/// `limits`. The cells of a plan are read with their whole row by `Plan.row`.
///
/// >>> target = tiendo.parse_target("≥ 1,0%;")
/// >>> target.kind, target.value, target.unit
/// ('at_least', Decimal('1'), 'percent')
/// >>> tiendo.parse_target("15", "% GRDP").base
/// 'GRDP'
#[pyfunction]
#[pyo3(signature = (text, unit=None, *, limits=None))]
pub(crate) fn parse_target(
    text: Arg<'_, String>,
    unit: Option<Arg<'_, String>>,
    limits: Option<Arg<'_, Limits>>,
) -> PyResult<One<MilestoneTarget>> {
    let (text, unit, limits) = (text.at("text")?, maybe(unit, "unit")?, limits_or_default(limits)?);
    tiendo::parse_target_with(&text, unit.as_deref(), &limits).map(One).map_err(raise)
}

/// Reads a sentence that states an indicator: its name, and the target it sets.
///
/// Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of
/// `limits`. Where no one requirement can be cut off, the name is the whole sentence.
///
/// >>> sentence = tiendo.read_sentence("Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản đạt trên 55%")
/// >>> sentence.name, sentence.target.value
/// ('Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản', Decimal('55'))
#[pyfunction]
#[pyo3(signature = (text, *, limits=None))]
pub(crate) fn read_sentence(
    text: Arg<'_, String>,
    limits: Option<Arg<'_, Limits>>,
) -> PyResult<One<Sentence>> {
    let (text, limits) = (text.at("text")?, limits_or_default(limits)?);
    tiendo::read_sentence_with(&text, &limits).map(One).map_err(raise)
}

/// Reads one deadline cell.
///
/// Reading is total: the errors are `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of `limits`,
/// and `bad-option` for a `month_day` that is not 1 to 31.
///
/// `month_day` is the day a bare month is due (default: its last). With `before_inclusive`, "before" includes the day
/// it names (default: the day before is the last on time). With `following_years_judged`, "and the following years"
/// falls due each 31 December (default: it continues).
///
/// >>> deadline = tiendo.parse_deadline("trước ngày 15/7/2025")
/// >>> deadline.written, deadline.due
/// (datetime.date(2025, 7, 15), datetime.date(2025, 7, 14))
/// >>> tiendo.parse_deadline("6/2025", month_day=25).due
/// datetime.date(2025, 6, 25)
#[pyfunction]
#[pyo3(
    signature = (
        text, *, month_day=None, before_inclusive=false, following_years_judged=false, limits=None
    )
)]
pub(crate) fn parse_deadline(
    text: Arg<'_, String>,
    month_day: Option<Arg<'_, Whole>>,
    before_inclusive: bool,
    following_years_judged: bool,
    limits: Option<Arg<'_, Limits>>,
) -> PyResult<One<Deadline>> {
    // One the core's type cannot hold becomes the greatest, for the core to refuse.
    let month_day = maybe(month_day, "month_day")?.map(|Whole(day)| day.unwrap_or(u32::MAX));
    let options = DeadlineOptions { month_day, before_inclusive, following_years_judged };
    let (text, limits) = (text.at("text")?, limits_or_default(limits)?);
    tiendo::parse_deadline_with(&text, options, &limits).map(One).map_err(raise_argument)
}

/// Reads the reporting rules that a text states, to be confirmed by who knows its plan.
///
/// Reading is total: what was not understood stands in `notes`, and the only error is `TiendoError` with code
/// `cell-too-long`, beyond the 10,000 characters of `limits`.
///
/// >>> read = tiendo.parse_regime("Báo cáo quý trước ngày 10 tháng cuối quý về Sở Nội vụ")
/// >>> read.rules[0].rule.cycle, read.rules[0].rule.due.day, read.rules[0].rule.recipient
/// ('quarterly', 10, 'Sở Nội vụ')
#[pyfunction]
#[pyo3(signature = (text, *, limits=None))]
pub(crate) fn parse_regime(
    text: Arg<'_, String>,
    limits: Option<Arg<'_, Limits>>,
) -> PyResult<One<RegimeReading>> {
    let (text, limits) = (text.at("text")?, limits_or_default(limits)?);
    tiendo::parse_regime_with(&text, &limits).map(One).map_err(raise_argument)
}

/// Compares a value with a target.
///
/// `direction` says which way the indicator gets better, as `Row.direction` does. With `equal_exactly`, a bare number
/// and `=` ask for exactly that number (default: that number or better). With `rising_decides`, `và tăng dần` must hold
/// too (default: it is shown beside the verdict).
///
/// >>> target = tiendo.parse_target("≥ 50%.")
/// >>> result = tiendo.compare(tiendo.Measured(value=45), target, "higher_is_better")
/// >>> result.verdict, result.margin, result.attainment
/// ('not_met', Decimal('-5'), Decimal('0.9'))
#[pyfunction]
#[pyo3(signature = (measured, target, direction, *, equal_exactly=false, rising_decides=false))]
pub(crate) fn compare(
    measured: Arg<'_, Measured>,
    target: Arg<'_, MilestoneTarget>,
    direction: Arg<'_, Direction>,
    equal_exactly: bool,
    rising_decides: bool,
) -> PyResult<One<Comparison>> {
    let (measured, target) = (measured.at("measured")?, target.at("target")?);
    let options = CompareOptions { equal_exactly, rising_decides };
    Ok(One(tiendo::compare_with(&measured, &target, direction.at("direction")?, options)))
}

/// How much `target` asks beside `other`, of the same measure; `None` where they cannot be compared: another unit, base
/// or qualifier, prose, no number.
///
/// An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
/// numbers `>` asks for more than `≥`.
///
/// >>> own, upper = tiendo.parse_target("> 60%"), tiendo.parse_target("≥ 60%")
/// >>> tiendo.compare_targets(own, upper, "higher_is_better")
/// 'stronger'
#[pyfunction]
pub(crate) fn compare_targets(
    target: Arg<'_, MilestoneTarget>,
    other: Arg<'_, MilestoneTarget>,
    direction: Arg<'_, Direction>,
) -> PyResult<Option<One<Strength>>> {
    let (target, other) = (target.at("target")?, other.at("other")?);
    Ok(tiendo::compare_targets(&target, &other, direction.at("direction")?).map(One))
}

/// Whether a code comes before another (-1), after it (1), or is the same (0), segment by segment: `7.2` before `7.10`,
/// numbers before letters.
///
/// >>> import functools
/// >>> sorted(["7.10", "7.2", "7"], key=functools.cmp_to_key(tiendo.compare_codes))
/// ['7', '7.2', '7.10']
#[pyfunction]
pub(crate) fn compare_codes(a: Arg<'_, String>, b: Arg<'_, String>) -> PyResult<i8> {
    Ok(tiendo::compare_codes(&a.at("a")?, &b.at("b")?) as i8)
}

/// A value that a method is asked with.
pub(crate) fn taken<T: Take>(given: Option<&Bound<'_, PyAny>>, name: &str) -> PyResult<T> {
    let missing = || PyTypeError::new_err(format!("`{name}` is missing"));
    T::take(given.ok_or_else(missing)?, &Place::Argument(name))
}

/// Asks what something says beyond its fields. Private: the methods of results and of errors.
#[pyfunction(name = "_ask")]
#[pyo3(signature = (what, of, beside=None, more=None) -> "Any")]
pub(crate) fn ask<'py>(
    py: Python<'py>,
    what: &str,
    of: &Bound<'py, PyAny>,
    beside: Option<&Bound<'py, PyAny>>,
    more: Option<&Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    if let Some(answer) = methods::ask(py, what, of, beside, more)? {
        return Ok(answer);
    }
    let lang: Lang = taken(beside, "lang")?;
    if what != "error.sentence" {
        return One(lang).into_bound_py_any(py);
    }
    let error: Error = tiendo::from_json(taken::<String>(Some(of), "self")?.as_bytes()).map_err(raise)?;
    error.sentence(lang).into_bound_py_any(py)
}
