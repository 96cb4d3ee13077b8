//! Values from a JSON text that the walk has found right, by serde.
//!
//! Each list is made as long as it is: the walk has counted its items, and nothing is held beyond what is kept.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::cursor::{Cursor, Fault};

/// A text that has been walked over, with the lengths of its lists.
pub(super) struct Reader<'j> {
    cursor: Cursor<'j>,
    lengths: std::slice::Iter<'j, u32>,
}

impl<'j> Reader<'j> {
    pub(super) fn new(cursor: Cursor<'j>, lengths: &'j [u32]) -> Reader<'j> {
        Reader { cursor, lengths: lengths.iter() }
    }

    /// How far it has read.
    pub(super) fn at(&self) -> usize {
        self.cursor.at()
    }

    // What is the same for every type stands here, to be compiled once.

    fn text(&mut self) -> Result<Cow<'j, str>, Unread> {
        if self.cursor.peek() != Some(b'"') {
            return Err(Unread);
        }
        Ok(self.cursor.quoted()?.text())
    }

    fn number(&mut self) -> Result<i64, Unread> {
        self.cursor.peek();
        self.cursor.number()?.parse().map_err(|_| Unread)
    }

    fn object(&mut self) -> Result<Items<'_, 'j>, Unread> {
        if !self.cursor.takes(b'{') {
            return Err(Unread);
        }
        Ok(Items { reader: self, close: b'}', left: None, is_first: true })
    }

    fn list(&mut self) -> Result<Items<'_, 'j>, Unread> {
        if !self.cursor.takes(b'[') {
            return Err(Unread);
        }
        let is_empty = self.cursor.peek() == Some(b']');
        let left = if is_empty { Some(0) } else { self.lengths.next().copied() };
        Ok(Items { reader: self, close: b']', left, is_first: true })
    }
}

/// That a type takes something else than its shape says.
#[derive(Debug)]
pub(super) struct Unread;

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value its type does not take")
    }
}

impl std::error::Error for Unread {}

impl de::Error for Unread {
    fn custom<T: fmt::Display>(_: T) -> Unread {
        Unread
    }
}

impl From<Fault> for Unread {
    fn from(_: Fault) -> Unread {
        Unread
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self.cursor.peek() {
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'-' | b'0'..=b'9') => self.deserialize_i64(visitor),
            Some(b'n') => {
                self.cursor.word()?;
                visitor.visit_unit()
            }
            _ => self.deserialize_bool(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        // Nothing keeps a text that it borrows, and few have escapes: one way for both.
        visitor.visit_str(&self.text()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_map(self.object()?)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_seq(self.list()?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_i64(self.number()?)
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.cursor.peek();
        visitor.visit_bool(self.cursor.word()? == "true")
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        self.deserialize_map(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_str(visitor)
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        if self.cursor.peek() == Some(b'n') {
            self.cursor.word()?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unread> {
        let code = self.text()?;
        visitor.visit_enum(StrDeserializer::new(&code))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        i8 i16 i128 u8 u16 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// What stands in a list or an object.
struct Items<'r, 'j> {
    reader: &'r mut Reader<'j>,
    close: u8,
    left: Option<u32>,
    is_first: bool,
}

impl Items<'_, '_> {
    fn has_next(&mut self) -> Result<bool, Unread> {
        if self.is_first {
            self.is_first = false;
            return Ok(!self.reader.cursor.takes(self.close));
        }
        Ok(self.reader.cursor.goes_on(self.close)?)
    }
}

impl<'j> SeqAccess<'j> for Items<'_, 'j> {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'j>>(&mut self, seed: T) -> Result<Option<T::Value>, Unread> {
        if !self.has_next()? {
            return Ok(None);
        }
        self.left = self.left.map(|left| left.saturating_sub(1));
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        usize::try_from(self.left?).ok()
    }
}

impl<'j> MapAccess<'j> for Items<'_, 'j> {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'j>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        if !self.has_next()? {
            return Ok(None);
        }
        let name = self.reader.cursor.name()?.text();
        seed.deserialize(StrDeserializer::new(&name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'j>>(&mut self, seed: V) -> Result<V::Value, Unread> {
        seed.deserialize(&mut *self.reader)
    }
}
