//! Objects of the package's own frozen classes, filled without a call into Python. Equal parts of what is made
//! together are one object.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use chrono::NaiveDate;
use pyo3::exceptions::PyMemoryError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyMappingProxy, PyString, PyTuple, PyType};
use pyo3::{IntoPyObjectExt, ffi};
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
use tiendo::{Fixed, Period, Unit};

use crate::results::RESULTS;

const ELLIPSIS: PyStaticExpr = PyStaticExpr::Constant { value: PyStaticConstant::Ellipsis };

/// The class of exact numbers.
pub(crate) fn decimal(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    DECIMAL.import(py, "decimal", "Decimal")
}

/// A class of `tiendo.generated._results` with its fields, looked up once.
pub(crate) struct Class {
    pub(crate) name: &'static str,
    pub(crate) fields: &'static [&'static str],
    found: PyOnceLock<(Py<PyType>, Vec<Py<PyString>>)>,
}

impl Class {
    pub(crate) const fn new(name: &'static str, fields: &'static [&'static str]) -> Class {
        Class { name, fields, found: PyOnceLock::new() }
    }

    pub(crate) fn found(&'static self, py: Python<'_>) -> PyResult<&'static (Py<PyType>, Vec<Py<PyString>>)> {
        self.found.get_or_try_init(py, || {
            let class = py.import("tiendo.generated._results")?.getattr(self.name)?.cast_into::<PyType>()?;
            let fields = self.fields.iter().map(|name| PyString::intern(py, name).unbind()).collect();
            Ok((class.unbind(), fields))
        })
    }
}

/// A class and the values of its fields, in order.
pub(crate) type Parts<'py> = (&'static Class, Vec<Bound<'py, PyAny>>);

/// What becomes a Python object.
pub(crate) trait Fill {
    const HINT: PyStaticExpr;

    /// As a result of its own, which nothing else shares.
    fn whole<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.fill(made)
    }

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>>;
}

/// What becomes an object of a class of ours.
pub(crate) trait Record {
    /// The name of the class, or of the alias of several.
    const NAME: &'static str;

    fn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>>;
}

impl<T: Record> Record for &T {
    const NAME: &'static str = T::NAME;

    fn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>> {
        (**self).parts(made)
    }
}

impl<T: Record> Record for Box<T> {
    const NAME: &'static str = T::NAME;

    fn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>> {
        (**self).parts(made)
    }
}

impl<T: Record> Fill for T {
    const HINT: PyStaticExpr = type_hint_identifier!(RESULTS, T::NAME);

    fn whole<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        made.alone(self)
    }

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        let (class, values) = self.parts(made)?;
        made.shared(Whole::Of(class), values)
    }
}

/// What values are put together as.
#[derive(Clone, Copy)]
enum Whole {
    Tuple,
    Table,
    Of(&'static Class),
}

/// Places in memory, which nobody chooses: hashed without the care that texts need.
#[derive(Default)]
struct PlaceHasher(u64);

impl Hasher for PlaceHasher {
    fn write(&mut self, bytes: &[u8]) {
        // Slices of places come as one run of bytes.
        for eight in bytes.chunks(8) {
            let place = eight.iter().rev().fold(0, |place, byte| place << 8 | u64::from(*byte));
            self.write_u64(place);
        }
    }

    fn write_u64(&mut self, place: u64) {
        self.0 = (self.0.rotate_left(5) ^ place).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, place: usize) {
        self.write_u64(place as u64);
    }

    fn finish(&self) -> u64 {
        // Low bits choose the slot, and places have zeros there.
        self.0.rotate_left(26)
    }
}

type ByPlace<K, V> = HashMap<K, V, BuildHasherDefault<PlaceHasher>>;

/// What was made so far, to be taken again where it is equal.
pub(crate) struct Made<'py> {
    py: Python<'py>,
    texts: HashMap<Box<str>, Bound<'py, PyAny>>,
    dates: HashMap<NaiveDate, Bound<'py, PyAny>>,
    numbers: HashMap<Fixed, Bound<'py, PyAny>>,
    wholes: HashMap<i64, Bound<'py, PyAny>>,
    /// By where the text lies; it is kept, so that nothing else comes to lie there.
    shared: ByPlace<usize, (Arc<str>, Bound<'py, PyAny>)>,
    /// By where the class lies and each of the values: equal values are one object already.
    parts: ByPlace<Box<[usize]>, Bound<'py, PyAny>>,
    /// The places of the part that is looked for.
    places: Vec<usize>,
}

impl<'py> Made<'py> {
    pub(crate) fn new(py: Python<'py>) -> Made<'py> {
        Made {
            py,
            texts: HashMap::new(),
            dates: HashMap::new(),
            numbers: HashMap::new(),
            wholes: HashMap::new(),
            shared: HashMap::default(),
            parts: HashMap::default(),
            places: Vec::new(),
        }
    }

    /// One object that nothing else shares: a result as such, or one of a long list of them.
    pub(crate) fn alone(&mut self, of: &impl Record) -> PyResult<Bound<'py, PyAny>> {
        let (class, values) = of.parts(self)?;
        self.object(class, &values)
    }

    /// A long list, each of whose items is its own.
    pub(crate) fn each<T: Record>(
        &mut self,
        of: impl IntoIterator<Item = T>,
    ) -> PyResult<Bound<'py, PyTuple>> {
        let items: PyResult<Vec<_>> = of.into_iter().map(|item| self.alone(&item)).collect();
        static RESULTS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let results = RESULTS.import(self.py, "tiendo._record", "Results")?;
        Ok(results.call1((PyTuple::new(self.py, items?)?,))?.cast_into()?)
    }

    pub(crate) fn py(&self) -> Python<'py> {
        self.py
    }

    pub(crate) fn none(&self) -> Bound<'py, PyAny> {
        self.py.None().into_bound(self.py)
    }

    /// A read-only mapping in the order of its entries.
    pub(crate) fn table<'a, K: Fill + ?Sized + 'a, V: Fill + 'a>(
        &mut self,
        entries: impl IntoIterator<Item = (&'a K, &'a V)>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let mut values = Vec::new();
        for (key, value) in entries {
            values.extend([key.fill(self)?, value.fill(self)?]);
        }
        self.shared(Whole::Table, values)
    }

    /// What is made of these very values: made before, or new.
    fn shared(&mut self, whole: Whole, values: Vec<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        self.places.clear();
        self.places.push(match whole {
            Whole::Tuple => 0,
            Whole::Table => 1,
            Whole::Of(class) => std::ptr::from_ref(class) as usize,
        });
        self.places.extend(values.iter().map(|value| value.as_ptr() as usize));
        if let Some(known) = self.parts.get(self.places.as_slice()) {
            return Ok(known.clone());
        }
        let new = match whole {
            Whole::Of(class) => self.object(class, &values)?,
            Whole::Tuple => PyTuple::new(self.py, values)?.into_any(),
            Whole::Table => {
                let entries = PyDict::new(self.py);
                for entry in values.chunks_exact(2) {
                    entries.set_item(&entry[0], &entry[1])?;
                }
                PyMappingProxy::new(self.py, entries.as_mapping()).into_any()
            }
        };
        self.parts.insert(self.places.as_slice().into(), new.clone());
        Ok(new)
    }

    fn object(&self, class: &'static Class, values: &[Bound<'py, PyAny>]) -> PyResult<Bound<'py, PyAny>> {
        let (class, fields) = class.found(self.py)?;
        // SAFETY: the type is alive and a plain class with slots, for which this is what `object.__new__` does.
        let new = unsafe { ffi::PyType_GenericAlloc(class.as_ptr().cast(), 0) };
        // SAFETY: a new reference, or null with an exception set.
        let new = unsafe { Bound::from_owned_ptr_or_opt(self.py, new) };
        let new = new.ok_or_else(|| PyErr::take(self.py).unwrap_or_else(|| PyMemoryError::new_err(())))?;
        for (field, value) in fields.iter().zip(values) {
            set(&new, field.bind(self.py).as_any(), value)?;
        }
        Ok(new)
    }

    fn whole(&mut self, number: i64) -> PyResult<Bound<'py, PyAny>> {
        if let Some(known) = self.wholes.get(&number) {
            return Ok(known.clone());
        }
        let new = number.into_bound_py_any(self.py)?;
        self.wholes.insert(number, new.clone());
        Ok(new)
    }
}

/// Sets a field as `object.__setattr__` does: the class's own refuses.
pub(crate) fn set(of: &Bound<'_, PyAny>, field: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    // SAFETY: three living objects.
    match unsafe { ffi::PyObject_GenericSetAttr(of.as_ptr(), field.as_ptr(), value.as_ptr()) } {
        0 => Ok(()),
        _ => Err(PyErr::fetch(of.py())),
    }
}

impl Fill for str {
    const HINT: PyStaticExpr = type_hint_identifier!("builtins", "str");

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        if let Some(known) = made.texts.get(self) {
            return Ok(known.clone());
        }
        let new = PyString::new(made.py, self).into_any();
        made.texts.insert(self.into(), new.clone());
        Ok(new)
    }
}

impl Fill for String {
    const HINT: PyStaticExpr = str::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_str().fill(made)
    }
}

impl Fill for Arc<str> {
    const HINT: PyStaticExpr = str::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        let place = self.as_ptr() as usize;
        if let Some((_, known)) = made.shared.get(&place) {
            return Ok(known.clone());
        }
        let new = (**self).fill(made)?;
        made.shared.insert(place, (self.clone(), new.clone()));
        Ok(new)
    }
}

impl Fill for Unit {
    const HINT: PyStaticExpr = str::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_str().fill(made)
    }
}

impl Fill for Period {
    const HINT: PyStaticExpr = str::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.to_string().fill(made)
    }
}

impl Fill for bool {
    const HINT: PyStaticExpr = type_hint_identifier!("builtins", "bool");

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyBool::new(made.py, *self).to_owned().into_any())
    }
}

impl Fill for u32 {
    const HINT: PyStaticExpr = type_hint_identifier!("builtins", "int");

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        made.whole(i64::from(*self))
    }
}

impl Fill for usize {
    const HINT: PyStaticExpr = u32::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.into_bound_py_any(made.py)
    }
}

impl Fill for i32 {
    const HINT: PyStaticExpr = u32::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        made.whole(i64::from(*self))
    }
}

impl Fill for i64 {
    const HINT: PyStaticExpr = u32::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        made.whole(*self)
    }
}

impl Fill for Fixed {
    const HINT: PyStaticExpr = type_hint_identifier!("decimal", "Decimal");

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        if let Some(known) = made.numbers.get(self) {
            return Ok(known.clone());
        }
        let new = decimal(made.py)?.call1((self.to_string(),))?;
        made.numbers.insert(*self, new.clone());
        Ok(new)
    }
}

impl Fill for NaiveDate {
    const HINT: PyStaticExpr = type_hint_identifier!("datetime", "date");

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        if let Some(known) = made.dates.get(self) {
            return Ok(known.clone());
        }
        let new = self.into_bound_py_any(made.py)?;
        made.dates.insert(*self, new.clone());
        Ok(new)
    }
}

impl<T: Fill> Fill for Option<T> {
    const HINT: PyStaticExpr =
        type_hint_union!(T::HINT, PyStaticExpr::Constant { value: PyStaticConstant::None });

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(of) => of.fill(made),
            None => Ok(made.none()),
        }
    }

    fn whole<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Some(of) => of.whole(made),
            None => Ok(made.none()),
        }
    }
}

impl<T: Fill> Fill for [T] {
    const HINT: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), T::HINT, ELLIPSIS);

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items: PyResult<Vec<_>> = self.iter().map(|item| item.fill(made)).collect();
        made.shared(Whole::Tuple, items?)
    }
}

impl<T: Fill> Fill for Vec<T> {
    const HINT: PyStaticExpr = <[T]>::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_slice().fill(made)
    }
}

impl<T: Fill> Fill for Arc<[T]> {
    const HINT: PyStaticExpr = <[T]>::HINT;

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).fill(made)
    }
}

impl<T: Fill> Fill for BTreeMap<i32, T> {
    const HINT: PyStaticExpr =
        type_hint_subscript!(type_hint_identifier!("collections.abc", "Mapping"), u32::HINT, T::HINT);

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        made.table(self)
    }
}
