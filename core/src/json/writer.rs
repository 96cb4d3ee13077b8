//! JSON on one line, by serde: what is the same for every type is compiled once.

use std::fmt::{self, Display, Write as _};

use serde::Serialize;
use serde::ser::{self, Serializer};

/// The JSON of a value that writes itself; none where a part of it has none, as nothing of the library's does.
pub(super) fn written(write: &dyn Fn(&mut Writer) -> Result<(), Unwritten>) -> String {
    let mut writer = Writer { json: String::with_capacity(128) };
    if write(&mut writer).is_ok() { writer.json } else { String::new() }
}

/// What has been written so far.
pub(super) struct Writer {
    json: String,
}

impl Writer {
    /// What stands before the next value of a list or an object.
    fn comma(&mut self) {
        // A text ends in its quote: only what was opened just now ends so.
        if !self.json.ends_with(['[', '{']) {
            self.json.push(',');
        }
    }

    fn name(&mut self, name: &str) {
        self.comma();
        self.text(name);
        self.json.push(':');
    }

    fn text(&mut self, text: &str) {
        self.json.push('"');
        self.escaped(text);
        self.json.push('"');
    }

    fn escaped(&mut self, text: &str) {
        let mut from = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.json.push_str(text.get(from..at).unwrap_or(""));
            from = at + 1;
            let short = match byte {
                b'\x08' => 'b',
                b'\x0c' => 'f',
                b'\n' => 'n',
                b'\r' => 'r',
                b'\t' => 't',
                b'"' | b'\\' => char::from(byte),
                _ => 'u',
            };
            self.json.extend(['\\', short]);
            if short == 'u' {
                let digit = |four| char::from_digit(u32::from(four), 16).unwrap_or('0');
                self.json.extend(['0', '0', digit(byte >> 4), digit(byte & 15)]);
            }
        }
        self.json.push_str(text.get(from..).unwrap_or(""));
    }

    fn shown(&mut self, value: &dyn Display) -> Result<(), Unwritten> {
        self.json.push('"');
        write!(self, "{value}")?;
        self.json.push('"');
        Ok(())
    }

    #[expect(clippy::unnecessary_wraps, reason = "what serde's methods give")]
    fn plain(&mut self, text: &str) -> Result<(), Unwritten> {
        self.json.push_str(text);
        Ok(())
    }

    fn whole(&mut self, number: i64) -> Result<(), Unwritten> {
        Ok(write!(self.json, "{number}")?)
    }

    #[expect(clippy::unnecessary_wraps, reason = "what serde's methods give")]
    fn variant(&mut self, variant: &str, open: &str) -> Result<&mut Writer, Unwritten> {
        self.json.push('{');
        self.name(variant);
        self.json.push_str(open);
        Ok(self)
    }
}

/// What is shown stands in a text.
impl fmt::Write for Writer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.escaped(text);
        Ok(())
    }
}

/// That a value has no JSON here: a float, or what refuses to be written.
#[derive(Debug)]
pub(super) struct Unwritten;

impl Display for Unwritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that has no JSON")
    }
}

impl std::error::Error for Unwritten {}

impl ser::Error for Unwritten {
    fn custom<T: Display>(_: T) -> Unwritten {
        Unwritten
    }
}

impl From<fmt::Error> for Unwritten {
    fn from(_: fmt::Error) -> Unwritten {
        Unwritten
    }
}

macro_rules! wholes {
    ($($name:ident: $type:ty),+) => {$(
        fn $name(self, number: $type) -> Result<(), Unwritten> {
            self.whole(i64::from(number))
        }
    )+};
}

type Written = Result<(), Unwritten>;
type Opened<'w> = Result<&'w mut Writer, Unwritten>;

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = Unwritten;
    type SerializeSeq = &'w mut Writer;
    type SerializeTuple = &'w mut Writer;
    type SerializeTupleStruct = &'w mut Writer;
    type SerializeTupleVariant = &'w mut Writer;
    type SerializeMap = &'w mut Writer;
    type SerializeStruct = &'w mut Writer;
    type SerializeStructVariant = &'w mut Writer;

    wholes! {
        serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64,
        serialize_u8: u8, serialize_u16: u16, serialize_u32: u32
    }

    fn serialize_u64(self, number: u64) -> Written {
        Ok(write!(self.json, "{number}")?)
    }

    fn serialize_bool(self, is: bool) -> Written {
        self.plain(if is { "true" } else { "false" })
    }

    fn serialize_f32(self, _: f32) -> Written {
        Err(Unwritten)
    }

    fn serialize_f64(self, _: f64) -> Written {
        Err(Unwritten)
    }

    fn serialize_char(self, c: char) -> Written {
        self.shown(&c)
    }

    fn serialize_str(self, text: &str) -> Written {
        self.text(text);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(Unwritten)
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Written {
        self.shown(&value)
    }

    fn serialize_none(self) -> Written {
        self.plain("null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Written {
        self.plain("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.plain("null")
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let writer = self.variant(variant, "")?;
        value.serialize(&mut *writer)?;
        writer.plain("}")
    }

    fn serialize_seq(self, _: Option<usize>) -> Opened<'w> {
        self.plain("[")?;
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Opened<'w> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Opened<'w> {
        self.serialize_seq(None)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, variant: &'static str, _: usize) -> Opened<'w> {
        self.variant(variant, "[")
    }

    fn serialize_map(self, _: Option<usize>) -> Opened<'w> {
        self.plain("{")?;
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Opened<'w> {
        self.serialize_map(None)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Opened<'w> {
        self.variant(variant, "{")
    }
}

/// What stands in lists.
macro_rules! items {
    ($($name:ident: $item:ident, $close:literal;)+) => {$(
        impl ser::$name for &mut Writer {
            type Ok = ();
            type Error = Unwritten;

            fn $item<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
                self.comma();
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.plain($close)
            }
        }
    )+};
}

items! {
    SerializeSeq: serialize_element, "]";
    SerializeTuple: serialize_element, "]";
    SerializeTupleStruct: serialize_field, "]";
    SerializeTupleVariant: serialize_field, "]}";
}

/// What stands in objects of known names.
macro_rules! fields {
    ($($name:ident: $close:literal;)+) => {$(
        impl ser::$name for &mut Writer {
            type Ok = ();
            type Error = Unwritten;

            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Written {
                self.name(name);
                value.serialize(&mut **self)
            }

            fn end(self) -> Written {
                self.plain($close)
            }
        }
    )+};
}

fields! {
    SerializeStruct: "}";
    SerializeStructVariant: "}}";
}

impl ser::SerializeMap for &mut Writer {
    type Ok = ();
    type Error = Unwritten;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, name: &T) -> Written {
        self.comma();
        let at = self.json.len();
        name.serialize(&mut **self)?;
        // A number is a name too, as a text.
        if !self.json.ends_with('"') {
            self.json.insert(at, '"');
            self.json.push('"');
        }
        self.plain(":")
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Written {
        value.serialize(&mut **self)
    }

    fn end(self) -> Written {
        self.plain("}")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Serialize;

    use crate::to_json;

    #[derive(Serialize)]
    struct Unit;

    #[derive(Serialize)]
    struct Pair(u8, &'static str);

    #[derive(Serialize)]
    enum Any {
        One,
        Of(Option<i64>),
        Two(u64, i8),
        Named { a: (), b: Vec<Any>, c: Unit },
    }

    #[derive(Serialize)]
    struct Whole {
        any: Vec<Any>,
        pair: Pair,
        chars: [char; 3],
        by_number: BTreeMap<i16, bool>,
        #[serde(flatten)]
        more: BTreeMap<String, String>,
    }

    #[test]
    fn it_is_what_is_usual() {
        let texts = ["", "ấ\"\\\u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f}\u{2028}🙂", "[", "{"];
        let whole = Whole {
            any: vec![
                Any::One,
                Any::Of(None),
                Any::Of(Some(i64::MIN)),
                Any::Two(u64::MAX, -1),
                Any::Named { a: (), b: vec![Any::One], c: Unit },
                Any::Named { a: (), b: vec![], c: Unit },
            ],
            pair: Pair(7, "x"),
            chars: ['"', 'ấ', '\n'],
            by_number: BTreeMap::from([(-3, true), (0, false)]),
            more: texts.into_iter().map(|text| (text.to_owned(), text.to_owned())).collect(),
        };
        assert_eq!(to_json(&whole), serde_json::to_string(&whole).unwrap());
        assert_eq!(to_json(&BTreeMap::<u8, u8>::new()), "{}");
        assert_eq!(to_json(&0.5), "", "no result holds a float");
    }
}
