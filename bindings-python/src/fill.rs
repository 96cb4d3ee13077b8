//! Objects of the package's own frozen classes, filled without a call into Python. Equal parts of what is made
//! together are one object.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

use chrono::NaiveDate;
use pyo3::exceptions::PyMemoryError;
use pyo3::inspect::{PyStaticConstant, PyStaticExpr};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyDict, PyMappingProxy, PyString, PyTuple, PyType};
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

/// What only stands for a record.
macro_rules! stand_ins {
    ($($of:ty),+) => {$(
        impl<T: Record> Record for $of {
            const NAME: &'static str = T::NAME;

            fn parts<'py>(&self, made: &mut Made<'py>) -> PyResult<Parts<'py>> {
                (**self).parts(made)
            }
        }
    )+};
}

stand_ins!(&T, Box<T>);

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
    pub(crate) py: Python<'py>,
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
        let (texts, dates, numbers, wholes) = Default::default();
        let (shared, parts, places) = Default::default();
        Made { py, texts, dates, numbers, wholes, shared, parts, places }
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
        static RESULTS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let items: PyResult<Vec<_>> = of.into_iter().map(|item| self.alone(&item)).collect();
        let results = RESULTS.import(self.py, "tiendo._record", "Results")?;
        Ok(results.call1((PyTuple::new(self.py, items?)?,))?.cast_into()?)
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
}

/// Sets a field as `object.__setattr__` does: the class's own refuses.
pub(crate) fn set(of: &Bound<'_, PyAny>, field: &Bound<'_, PyAny>, value: &Bound<'_, PyAny>) -> PyResult<()> {
    // SAFETY: three living objects.
    match unsafe { ffi::PyObject_GenericSetAttr(of.as_ptr(), field.as_ptr(), value.as_ptr()) } {
        0 => Ok(()),
        _ => Err(PyErr::fetch(of.py())),
    }
}

/// How plain values become objects, each with its type in the stub.
macro_rules! fills {
    ($($(@$held:ident)? $of:ty as $hint:expr, |$it:ident, $made:ident| $how:expr;)+) => {$(
        impl$(<$held: Fill>)? Fill for $of {
            const HINT: PyStaticExpr = $hint;

            fn fill<'py>(&self, $made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
                let $it = self;
                $how
            }
        }
    )+};
}

fills! {
    str as type_hint_identifier!("builtins", "str"), |it, made| {
        if let Some(known) = made.texts.get(it) {
            return Ok(known.clone());
        }
        let new = PyString::new(made.py, it).into_any();
        made.texts.insert(it.into(), new.clone());
        Ok(new)
    };
    Arc<str> as str::HINT, |it, made| {
        let place = it.as_ptr() as usize;
        if let Some((_, known)) = made.shared.get(&place) {
            return Ok(known.clone());
        }
        let new = (**it).fill(made)?;
        made.shared.insert(place, (it.clone(), new.clone()));
        Ok(new)
    };
    String as str::HINT, |it, made| it.as_str().fill(made);
    Unit as str::HINT, |it, made| it.as_str().fill(made);
    Period as str::HINT, |it, made| it.to_string().fill(made);
    bool as type_hint_identifier!("builtins", "bool"), |it, made| it.into_bound_py_any(made.py);
    i64 as type_hint_identifier!("builtins", "int"), |it, made| {
        let py = made.py;
        once(&mut made.wholes, *it, || it.into_bound_py_any(py))
    };
    i32 as i64::HINT, |it, made| i64::from(*it).fill(made);
    u32 as i64::HINT, |it, made| i64::from(*it).fill(made);
    usize as i64::HINT, |it, made| it.into_bound_py_any(made.py);
    Fixed as type_hint_identifier!("decimal", "Decimal"), |it, made| {
        let py = made.py;
        once(&mut made.numbers, *it, || decimal(py)?.call1((it.to_string(),)))
    };
    NaiveDate as type_hint_identifier!("datetime", "date"), |it, made| {
        let py = made.py;
        once(&mut made.dates, *it, || it.into_bound_py_any(py))
    };
    @T [T] as type_hint_subscript!(type_hint_identifier!("builtins", "tuple"), T::HINT, ELLIPSIS), |it, made| {
        let items: PyResult<Vec<_>> = it.iter().map(|item| item.fill(made)).collect();
        made.shared(Whole::Tuple, items?)
    };
    @T Vec<T> as <[T]>::HINT, |it, made| it.as_slice().fill(made);
    @T Arc<[T]> as <[T]>::HINT, |it, made| (**it).fill(made);
    @T BTreeMap<i32, T> as type_hint_subscript!(type_hint_identifier!("collections.abc", "Mapping"), i64::HINT, T::HINT),
        |it, made| made.table(it);
}

impl<T: Fill> Fill for Option<T> {
    const HINT: PyStaticExpr =
        type_hint_union!(T::HINT, PyStaticExpr::Constant { value: PyStaticConstant::None });

    fn fill<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        let Some(of) = self else { return Ok(made.none()) };
        of.fill(made)
    }

    fn whole<'py>(&self, made: &mut Made<'py>) -> PyResult<Bound<'py, PyAny>> {
        let Some(of) = self else { return Ok(made.none()) };
        of.whole(made)
    }
}

/// The object of a value that was made before, or a new one.
fn once<'py, K: Copy + Eq + Hash>(
    known: &mut HashMap<K, Bound<'py, PyAny>>,
    of: K,
    new: impl FnOnce() -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    if let Some(known) = known.get(&of) {
        return Ok(known.clone());
    }
    let new = new()?;
    known.insert(of, new.clone());
    Ok(new)
}
