//! Classes that only hold the fields of a value of the core: getters, comparison, hash, representation and
//! `__match_args__`, from one list. Pickling is among the methods.

/// Makes a class of a value's fields. `|of|` names the value; `shown` are the fields of its representation.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $class:ident($core:ty) as $name:literal, |$of:ident|
        $(positional: $($positional:literal),+;)?
        hash: $hash:expr;
        shown: $($shown:ident)+;
        fields: { $($(#[$doc:meta])* $field:ident: $type:ty = $value:expr;)+ }
        methods: { $($methods:tt)* }
    ) => {
        $(#[$meta])*
        #[pyo3::pyclass(frozen, eq, hash, name = $name, module = "tiendo")]
        #[derive(PartialEq, Eq)]
        pub(crate) struct $class(pub(crate) $core);

        impl std::hash::Hash for $class {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                let $of = &self.0;
                $hash.hash(state);
            }
        }

        $($crate::match_args::positional!($class: $($positional),+);)?

        #[pyo3::pymethods]
        impl $class {
            $(
                #[classattr]
                fn __match_args__() -> $crate::match_args::MatchArgs<$class> {
                    const _: &[&str] = &[$($positional),+];
                    $crate::match_args::MatchArgs::new()
                }
            )?

            $(
                $(#[$doc])*
                #[getter]
                fn $field(&self) -> $type {
                    let $of = &self.0;
                    $value
                }
            )+

            $($methods)*

            fn __repr__(&self, py: pyo3::Python<'_>) -> pyo3::PyResult<String> {
                $crate::repr::Repr::new(py, $name)$(.field(stringify!($shown), self.$shown()))+.finish()
            }
        }
    };
}
pub(crate) use record;
