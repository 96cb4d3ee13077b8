//! What a file may hold, as data: the fields of its objects, which of them it must have, and what stands in each.
//!
//! A shape is the whole of what reading a file by its types would refuse, so that a text of the shape is read without an
//! error; a test keeps the shapes equal to the JSON Schema that is made from the types.

use std::fmt::Write;

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::limits::Limits;
use crate::words::{Phrase, expected};

/// What may stand at one place of a file.
pub(crate) enum Shape {
    /// An object.
    Object(&'static Object),
    /// A list of one shape, at most so long.
    List(&'static Shape, fn(&Limits) -> usize),
    /// Any text of at most [`Limits::text_chars`].
    Text,
    /// A text that names something: at most [`Limits::id_chars`].
    Id,
    /// A text that a function reads, and one that it accepts.
    Read(fn(&str) -> Result<(), Error>, &'static str),
    /// One of a list of codes.
    Code(&'static [&'static str]),
    /// A year the library reads.
    Year,
    /// A whole number from the one to the other.
    Whole(u32, u32),
    /// `true` or `false`.
    Flag,
    /// The version of the format.
    Version,
}

/// An object's fields.
pub(crate) struct Object {
    /// The fields, in the order in which they are written.
    pub(crate) fields: &'static [Field],
    /// The kinds of the object, where its first field says which of the others it has; none where all have all.
    pub(crate) kinds: &'static [Kind],
}

/// A field of an object.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) presence: Presence,
}

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It must.
    Needed,
    /// It may be left out.
    Spare,
    /// It may be left out, or be `null`.
    Nullable,
}

/// One kind of an object that comes in several; its fields as bits, the first field's the lowest.
pub(crate) struct Kind {
    /// What its first field says.
    pub(crate) code: &'static str,
    /// A field of which the presence tells the kind, where the first field does not say it.
    pub(crate) told_by: u64,
    /// The fields it must have.
    pub(crate) needed: u64,
    /// The fields it may have.
    pub(crate) spare: u64,
    /// Fields of which it has exactly one; none where it has no such fields.
    pub(crate) one_of: u64,
}

impl Kind {
    /// Whether an object with some fields is whole and has none too many.
    pub(crate) fn takes(&self, given: u64) -> bool {
        let known = self.needed | self.spare | self.one_of;
        given & !known == 0 && given & self.needed == self.needed && self.has_one(given)
    }

    /// The first thing wrong with an object of the kind that has some of the fields.
    pub(crate) fn fault(&self, fields: &[Field], given: u64) -> Option<Phrase> {
        if self.takes(given) {
            return None;
        }
        let known = self.needed | self.spare | self.one_of;
        let first = |bits: u64| fields.get(bits.trailing_zeros() as usize);
        if let Some(field) = first(given & !known) {
            return Some(expected::no_field_of_kind(field.name, self.code));
        }
        if let Some(field) = first(self.needed & !given) {
            return Some(expected::field(field.name));
        }
        Some(self.exactly_one(fields))
    }

    /// That one is to be of the fields of which there is to be one.
    pub(super) fn exactly_one(&self, fields: &[Field]) -> Phrase {
        let names = fields.iter().enumerate().filter(|(at, _)| self.one_of & (1 << at) != 0);
        let names: Vec<&str> = names.map(|(_, field)| field.name).collect();
        expected::exactly_one(&names)
    }

    /// Whether of the fields of which there is to be one there is one.
    pub(super) fn has_one(&self, given: u64) -> bool {
        self.one_of == 0 || (given & self.one_of).is_power_of_two()
    }
}

/// The bits of those of an object's fields that have one of the names.
pub(crate) const fn bits(fields: &[Field], names: &[&str]) -> u64 {
    let (mut bits, mut rest, mut bit) = (0, fields, 1);
    while let [field, after @ ..] = rest {
        let mut left = names;
        while let [name, others @ ..] = left {
            if is_same(field.name.as_bytes(), name.as_bytes()) {
                bits |= bit;
            }
            left = others;
        }
        (rest, bit) = (after, bit << 1);
    }
    bits
}

const fn is_same(mut a: &[u8], mut b: &[u8]) -> bool {
    while let ([first, rest @ ..], [other, others @ ..]) = (a, b) {
        if *first != *other {
            return false;
        }
        (a, b) = (rest, others);
    }
    a.is_empty() && b.is_empty()
}

/// The shape of a code, by its type.
macro_rules! code {
    ($code:ty) => {
        $crate::json::Shape::Code(<$code>::SPELLED)
    };
}
pub(crate) use code;

/// A field that must be there.
pub(crate) const fn needed(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, presence: Presence::Needed }
}

/// A field that may be left out.
pub(crate) const fn spare(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, presence: Presence::Spare }
}

/// A field that may be left out or be `null`.
pub(crate) const fn nullable(name: &'static str, shape: Shape) -> Field {
    Field { name, shape, presence: Presence::Nullable }
}

/// An object whose fields are all of one kind.
pub(crate) const fn object(fields: &'static [Field]) -> Object {
    Object { fields, kinds: &[] }
}

/// A date as files have it.
pub(crate) const DATE: Shape = Shape::Read(|text| crate::dates::parse_date(text).map(drop), "1900-01-01");

impl Object {
    /// The kind that the presence of a field tells: the first where none of these is there.
    pub(super) fn kind_told_by(&self, given: u64) -> Option<&'static Kind> {
        let mut told = self.kinds.iter().filter(|kind| kind.told_by != 0);
        let first = told.clone().next();
        told.find(|kind| kind.told_by & given != 0).or(first)
    }

    /// A field's place by its name, looked for first after the one before it.
    pub(super) fn place(&self, name: &str, hint: usize) -> Option<usize> {
        if self.fields.get(hint).is_some_and(|field| field.name == name) {
            return Some(hint);
        }
        self.fields.iter().position(|field| field.name == name)
    }
}

impl Shape {
    /// What is expected where a value of another type stands.
    pub(super) fn wrong_type(&self) -> Error {
        let expected = match self {
            Shape::Object(_) => expected::object(),
            Shape::List(..) => expected::list(),
            Shape::Text | Shape::Id | Shape::Read(..) | Shape::Code(_) => expected::text(),
            Shape::Year | Shape::Whole(..) | Shape::Version => expected::whole_number(),
            Shape::Flag => expected::flag(),
        };
        Error::new(ErrorCode::WrongType, "", expected)
    }

    /// Writes a value of the shape, to stand in the place of one that is wrong: what is not yet known of a file can be
    /// looked at as if that were right. `number` makes ids and numbers differ.
    pub(super) fn write_blank(&self, number: u32, out: &mut String) {
        match self {
            Shape::Object(object) => object.write_blank(number, out),
            Shape::List(..) => out.push_str("[]"),
            Shape::Text => out.push_str("\"\""),
            // No id in a file is likely to begin so.
            Shape::Id => _ = write!(out, "\"\\u0000{number}\""),
            Shape::Read(_, blank) => _ = write!(out, "\"{blank}\""),
            Shape::Code(spelled) => {
                let first = spelled.first().copied().unwrap_or("");
                _ = write!(out, "\"{first}\"");
            }
            Shape::Year => out.push_str("1900"),
            Shape::Whole(least, most) => {
                out.push_str(&most.saturating_sub(number).max(*least).to_string());
            }
            Shape::Flag => out.push_str("false"),
            Shape::Version => out.push('1'),
        }
    }
}

impl Object {
    fn write_blank(&self, number: u32, out: &mut String) {
        // The simplest kind: one that has no fields of which it needs one.
        let kind = self.kinds.iter().find(|kind| kind.one_of == 0);
        let mut comma = '{';
        for (at, field) in self.fields.iter().enumerate() {
            let is_needed =
                field.presence == Presence::Needed || kind.is_some_and(|kind| kind.needed & (1 << at) != 0);
            if !is_needed {
                continue;
            }
            out.push(comma);
            comma = ',';
            _ = write!(out, "\"{}\":", field.name);
            match kind {
                Some(kind) if at == 0 => _ = write!(out, "\"{}\"", kind.code),
                _ => field.shape.write_blank(number, out),
            }
        }
        out.push_str(if comma == '{' { "{}" } else { "}" });
    }
}
