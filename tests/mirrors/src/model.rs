//! The model: each type with its fields, as it is in memory and as it is written, apart from any host.

use serde_json::Value;

use crate::list::{ROOTS, Ways};
use crate::read::{Core, Stop};
use crate::resolve::resolved;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text {
        shared: bool,
    },
    Flag,
    /// `u32` or `usize`.
    Whole {
        wide: bool,
    },
    /// `i32`, or `i64`.
    Int {
        wide: bool,
    },
    Decimal,
    Date,
    Unit,
    Period,
    Named(String),
    Maybe(Box<Kind>),
    List {
        of: Box<Kind>,
        shared: bool,
    },
    /// A map from years, written as records of two named fields.
    Years {
        names: [String; 2],
        of: Box<Kind>,
    },
}

/// When a field is left out of the JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absent {
    Never,
    WhenNone,
    WhenEmpty,
    WhenFalse,
    /// When it is the default of its list of codes.
    WhenDefault,
}

/// Where Rust has a field's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Field,
    Method,
    /// The method `sentence`, in a language.
    Sentence {
        borrowed: bool,
    },
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    pub(crate) rust: String,
    pub(crate) json: String,
    pub(crate) docs: String,
    pub(crate) kind: Kind,
    pub(crate) absent: Absent,
    /// What it is, as JSON, where a caller leaves it out; none where it is needed.
    pub(crate) default: Option<Value>,
    pub(crate) access: Access,
    pub(crate) flat: bool,
}

pub(crate) struct Record {
    pub(crate) fields: Vec<Field>,
    /// A field that only the JSON has, and its text.
    pub(crate) tag: Option<(String, String)>,
    /// Public fields of Rust that no host has.
    pub(crate) hidden: Vec<String>,
    pub(crate) open: bool,
    pub(crate) reads: bool,
}

pub(crate) struct Code {
    pub(crate) rust: String,
    pub(crate) text: String,
    pub(crate) docs: String,
    pub(crate) is_default: bool,
}

pub(crate) struct Variant {
    pub(crate) rust: String,
    pub(crate) json: String,
    pub(crate) docs: String,
    pub(crate) fields: Vec<Field>,
    pub(crate) is_tuple: bool,
}

/// An enum with data.
pub(crate) struct Union {
    pub(crate) variants: Vec<Variant>,
    /// The field that says which variant it is; none where each is written as what it holds.
    pub(crate) tag: Option<String>,
    pub(crate) open: bool,
}

pub(crate) enum Shape {
    Codes { codes: Vec<Code>, open: bool },
    Record(Record),
    Union(Union),
}

pub(crate) struct Mirrored {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) shape: Shape,
    pub(crate) ways: Ways,
}

/// Every mirrored type, each after those it holds.
pub(crate) struct Model {
    pub(crate) types: Vec<Mirrored>,
}

impl Model {
    pub(crate) fn of(core: &Core<'_>) -> Result<Model, Stop> {
        let mut model = Model { types: resolved(core, ROOTS.iter().map(|(name, _)| *name))? };
        for (name, ways) in ROOTS {
            model.cross(name, *ways);
        }
        Ok(model)
    }

    /// What crosses back takes with it what it holds.
    fn cross(&mut self, name: &str, ways: Ways) {
        let Some(mirrored) = self.types.iter_mut().find(|mirrored| mirrored.name == name) else { return };
        if ways == Ways::In {
            mirrored.ways = ways;
            return;
        }
        if ways == Ways::Out || mirrored.ways >= ways {
            return;
        }
        mirrored.ways = ways;
        for held in mirrored.held() {
            self.cross(&held, ways);
        }
    }

    /// The types, but for those that a host has by hand.
    pub(crate) fn without<'m>(&'m self, by_hand: &'m [&str]) -> impl Iterator<Item = &'m Mirrored> {
        self.types.iter().filter(|of| !by_hand.contains(&of.name.as_str()))
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Mirrored> {
        self.types.iter().find(|mirrored| mirrored.name == name)
    }

    /// The union whose fields stand among those of the record that holds it.
    pub(crate) fn flat_union(&self, field: &Field) -> Option<&Union> {
        match &self.get(field.kind.held().filter(|_| field.flat)?)?.shape {
            Shape::Union(union) => Some(union),
            _ => None,
        }
    }

    /// Whether some record holds a union so.
    pub(crate) fn is_flat(&self, name: &str) -> bool {
        let holds = |field: &Field| field.flat && field.kind.held() == Some(name);
        self.types
            .iter()
            .any(|of| matches!(&of.shape, Shape::Record(record) if record.fields.iter().any(holds)))
    }

    /// A record's fields where each union that stands among them is its code and what it holds beside it.
    pub(crate) fn spread(&self, fields: &[Field]) -> Vec<Field> {
        let mut spread = Vec::new();
        for field in fields {
            spread.push(field.clone());
            if let Some(union) = self.flat_union(field) {
                for held in union.variants.iter().flat_map(|variant| &variant.fields) {
                    let kind = Kind::Maybe(Box::new(held.kind.clone()));
                    let docs =
                        format!("What `{}` holds beside its code; absent for other codes.", field.rust);
                    spread.push(Field { kind, docs, absent: Absent::WhenNone, ..held.clone() });
                }
            }
        }
        spread
    }

    /// The name and the value of the records of a list that is a mapping where a language has such.
    pub(crate) fn named(&self, kind: &Kind) -> Option<[&Field; 2]> {
        let Kind::List { of, .. } = kind else { return None };
        let Shape::Record(record) = &self.get(of.held()?)?.shape else { return None };
        let [name, value] = record.fields.as_slice() else { return None };
        (name.rust == "name" && value.rust == "value").then_some([name, value])
    }

    /// Whether records of this type are the entries of such a list.
    pub(crate) fn is_entry(&self, name: &str) -> bool {
        self.named(&Kind::List { of: Box::new(Kind::Named(name.to_owned())), shared: false }).is_some()
    }

    pub(crate) fn is_code(&self, name: &str) -> bool {
        self.get(name).is_some_and(|mirrored| matches!(mirrored.shape, Shape::Codes { .. }))
    }
}

impl Kind {
    pub(crate) fn held(&self) -> Option<&str> {
        match self {
            Kind::Named(name) => Some(name),
            Kind::Maybe(of) | Kind::List { of, .. } | Kind::Years { of, .. } => of.held(),
            _ => None,
        }
    }
}

impl Mirrored {
    /// Each code of a list, or of an enum told apart by codes, with its docs.
    pub(crate) fn codes(&self) -> Option<Vec<(&str, &str)>> {
        match &self.shape {
            Shape::Codes { codes, .. } => Some(codes.iter().map(|code| (&*code.text, &*code.docs)).collect()),
            Shape::Union(union) if union.tag.is_some() => {
                Some(union.variants.iter().map(|variant| (&*variant.json, &*variant.docs)).collect())
            }
            _ => None,
        }
    }

    /// Its docs, with those of its codes.
    pub(crate) fn listed(&self) -> String {
        let more = match self.shape {
            Shape::Codes { open: true, .. } => "\n\nA later version may have more.",
            _ => "",
        };
        let codes = self.codes().unwrap_or_default();
        let codes: Vec<String> = codes.iter().map(|(code, docs)| format!("- `{code}`: {docs}")).collect();
        format!("{}{more}\n\n{}", self.docs, codes.join("\n"))
    }

    /// The names of the types its fields hold.
    pub(crate) fn held(&self) -> Vec<String> {
        let fields: Vec<&Field> = match &self.shape {
            Shape::Codes { .. } => Vec::new(),
            Shape::Record(record) => record.fields.iter().collect(),
            Shape::Union(union) => union.variants.iter().flat_map(|variant| &variant.fields).collect(),
        };
        fields.iter().filter_map(|field| field.kind.held()).map(str::to_owned).collect()
    }
}
