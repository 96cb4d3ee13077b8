//! The walk over a JSON text beside its shape: once, without a tree, and with all that is wrong.

use std::ops::Range;

use super::cursor::{Cursor, DEEPEST, Fault, Quoted, Stop};
use super::path::{Step, written};
use super::shape::{Kind, Object, Presence, Shape};
use crate::codes::ErrorCode;
use crate::dates::YEARS;
use crate::error::Error;
use crate::limits::Limits;
use crate::words::{Phrase, expected};

/// What a walk found.
#[derive(Default)]
pub(super) struct Walked {
    /// What is wrong, each with its offset in bytes.
    pub(super) found: Vec<(usize, Error)>,
    /// The items of each list that is not empty, in the order in which the lists begin.
    pub(super) lengths: Vec<u32>,
    /// How the text can be changed so that nothing is wrong with its shape.
    pub(super) repairs: Repairs,
}

/// What makes a text right in shape where it is wrong.
#[derive(Default)]
pub(super) struct Repairs {
    /// What to put in the place of which part of the text, in order.
    pub(super) edits: Vec<(Range<usize>, String)>,
    /// The paths at which something is not what it was: wrong, missing, or perhaps another field's.
    pub(super) doubts: Vec<String>,
    /// Whether the text cannot be repaired.
    pub(super) none: bool,
}

/// Why a walk ended before the text.
enum End {
    /// The text is no JSON from here on.
    NotJson(Fault),
    /// One error says all there is to say of the file.
    Alone(Box<(usize, Error)>),
    /// More errors are not told.
    Full,
}

impl From<Fault> for End {
    fn from(fault: Fault) -> End {
        End::NotJson(fault)
    }
}

/// Walks over a text of a shape, or of any. `whole` is false where the text goes on with bytes that are no UTF-8.
pub(super) fn walk(
    cursor: Cursor<'_>,
    whole: bool,
    limits: &Limits,
    shape: Option<&'static Shape>,
) -> Walked {
    let mut walk =
        Walk { cursor, limits, depth: 0, path: Vec::new(), places: Vec::new(), walked: Walked::default() };
    let end = match shape {
        Some(shape) => walk.value(shape),
        None => walk.skip(),
    };
    let end = end.and_then(|()| match walk.cursor.peek() {
        None if whole => Ok(()),
        _ => Err(walk.cursor.fault(expected::end).into()),
    });
    match end {
        Ok(()) => {}
        Err(End::Full) => walk.walked.repairs.none = true,
        Err(End::NotJson(fault)) => {
            walk.walked.repairs.none = true;
            let is_utf8 = whole || walk.cursor.peek().is_some();
            let (at, expected) =
                if is_utf8 { (fault.at, (fault.expected)()) } else { (walk.cursor.at(), expected::utf8()) };
            let error = Error::new(ErrorCode::BadJson, written(&walk.path), expected);
            walk.walked.found.push((at, error));
        }
        Err(End::Alone(error)) => {
            walk.walked.repairs.none = true;
            walk.walked.found = vec![*error];
        }
    }
    walk.walked.lengths.shrink_to_fit();
    walk.walked
}

struct Walk<'j, 'l> {
    cursor: Cursor<'j>,
    limits: &'l Limits,
    depth: usize,
    path: Vec<Step<'j>>,
    /// Where the fields of the objects begin that come in kinds.
    places: Vec<usize>,
    walked: Walked,
}

impl<'j> Walk<'j, '_> {
    fn value(&mut self, shape: &'static Shape) -> Result<(), End> {
        let next = self.cursor.peek();
        let start = self.cursor.at();
        match (shape, next) {
            (Shape::Object(object), Some(b'{')) => self.object(object),
            (Shape::List(item, most), Some(b'[')) => self.list(item, most(self.limits)),
            (Shape::Text | Shape::Id | Shape::Read(..) | Shape::Code(_), Some(b'"')) => {
                let quoted = self.cursor.quoted()?;
                match self.refused(shape, quoted) {
                    Some(error) => self.wrong(start, error, shape),
                    None => Ok(()),
                }
            }
            (Shape::Flag, Some(b't' | b'f')) => {
                self.cursor.word()?;
                Ok(())
            }
            (Shape::Year | Shape::Whole(..) | Shape::Version, Some(b'-' | b'0'..=b'9')) => {
                let number = self.cursor.number()?;
                if number.contains(['.', 'e', 'E']) {
                    return self.wrong(start, shape.wrong_type(), shape);
                }
                match refused_number(shape, number) {
                    Some(error) if error.code == ErrorCode::UnknownVersion => {
                        Err(End::Alone(Box::new((start, Error { path: written(&self.path), ..error }))))
                    }
                    Some(error) => self.wrong(start, error, shape),
                    None => Ok(()),
                }
            }
            _ => {
                self.skip()?;
                self.wrong(start, shape.wrong_type(), shape)
            }
        }
    }

    fn object(&mut self, object: &'static Object) -> Result<(), End> {
        let start = self.cursor.at();
        self.enter()?;
        self.cursor.bump();
        let (edits, errors, places) =
            (self.walked.repairs.edits.len(), self.walked.found.len(), self.places.len());
        if !object.kinds.is_empty() {
            self.places.resize(places + object.fields.len(), 0);
        }
        let (mut seen, mut given) = (0_u64, 0_u64);
        let mut kind = None;
        let mut has_strays = false;
        let mut hint = 0;
        // Where the last field ends that stays, or the object opens.
        let mut kept: Option<usize> = None;
        let mut goes_on = !self.cursor.takes(b'}');
        while goes_on {
            self.cursor.peek();
            let name_at = self.cursor.at();
            let name = self.cursor.name()?.text();
            let place = object.place(&name, hint);
            let field = place.and_then(|place| Some((place, object.fields.get(place)?)));
            let mut stays = true;
            match field {
                Some((place, field)) if seen & (1 << place) == 0 => {
                    seen |= 1 << place;
                    hint = place + 1;
                    self.path.push(Step::Field(field.name));
                    let is_null = field.presence == Presence::Nullable && self.cursor.peek() == Some(b'n');
                    let value_at = self.cursor.at();
                    if is_null {
                        self.cursor.word()?;
                    } else {
                        self.value(&field.shape)?;
                    }
                    self.path.pop();
                    if !object.kinds.is_empty() {
                        // A field that is `null` is as good as not there.
                        given |= u64::from(!is_null) << place;
                        if let Some(own) = self.places.get_mut(places + place) {
                            *own = name_at;
                        }
                        if place == 0 {
                            kind = self.kind(object, value_at);
                        }
                    }
                }
                Some((_, field)) => {
                    stays = false;
                    self.stray(
                        field.name,
                        name_at,
                        ErrorCode::DuplicateField,
                        expected::one_field(field.name),
                    )?;
                }
                None => {
                    (stays, has_strays) = (false, true);
                    let names: Vec<&str> = object.fields.iter().map(|field| field.name).collect();
                    self.stray(&name, name_at, ErrorCode::UnknownField, expected::one_of(&names))?;
                }
            }
            let end = self.cursor.at();
            goes_on = self.cursor.goes_on(b'}')?;
            if stays {
                kept = Some(end);
            } else {
                // With the comma before it, or the one after it where it is the first.
                let end = if kept.is_none() && goes_on { self.cursor.at() } else { end };
                self.walked.repairs.edits.push((kept.unwrap_or(start + 1)..end, String::new()));
            }
        }
        self.missing(object, seen, kept.is_some())?;
        if has_strays {
            self.doubt_absent(object, seen);
        }
        self.leave();
        if !object.kinds.is_empty() {
            let kind = kind.or_else(|| object.kind_told_by(given));
            let is_right = match kind {
                // What is wrong with a field, its kind among them, has been told.
                None => false,
                Some(kind) => self.of_kind(object, kind, given, start, places)?,
            };
            self.places.truncate(places);
            if !is_right && self.walked.found.len() > errors {
                self.walked.repairs.edits.truncate(edits);
                self.replace(start, &Shape::Object(object));
            }
        }
        Ok(())
    }

    /// The kind that an object's first field names; its value begins at a place.
    fn kind(&self, object: &'static Object, value_at: usize) -> Option<&'static Kind> {
        let mut cursor = self.cursor.clone();
        cursor.set(value_at);
        if cursor.peek() != Some(b'"') {
            return None;
        }
        let code = cursor.quoted().ok()?.text();
        object.kinds.iter().find(|kind| kind.code == code)
    }

    /// Whether an object has the fields of its kind; its errors, where it has not.
    fn of_kind(
        &mut self,
        object: &'static Object,
        kind: &'static Kind,
        given: u64,
        start: usize,
        places: usize,
    ) -> Result<bool, End> {
        if kind.takes(given) {
            return Ok(true);
        }
        let end = self.cursor.at().saturating_sub(1);
        for (at, field) in object.fields.iter().enumerate() {
            let bit = 1 << at;
            let is_known = (kind.needed | kind.spare | kind.one_of) & bit != 0;
            let (place, code, expected) = if given & bit != 0 && !is_known {
                let place = self.places.get(places + at).copied().unwrap_or(start);
                (place, ErrorCode::UnknownField, expected::no_field_of_kind(field.name, kind.code))
            } else if given & bit == 0 && kind.needed & bit != 0 && field.presence != Presence::Needed {
                (end, ErrorCode::MissingField, expected::field(field.name))
            } else {
                continue;
            };
            self.path.push(Step::Field(field.name));
            self.tell(place, Error::new(code, "", expected))?;
            self.path.pop();
        }
        if !kind.has_one(given) {
            self.tell(start, Error::new(ErrorCode::BadValue, "", kind.exactly_one(object.fields)))?;
        }
        Ok(false)
    }

    fn list(&mut self, item: &'static Shape, most: usize) -> Result<(), End> {
        let start = self.cursor.at();
        self.enter()?;
        self.cursor.bump();
        let mut length = 0;
        let mut goes_on = !self.cursor.takes(b']');
        let place = self.walked.lengths.len();
        if goes_on {
            self.walked.lengths.push(0);
        }
        while goes_on {
            if length == most {
                self.walked.repairs.none = true;
                self.tell(start, Error::new(ErrorCode::TooMany, "", expected::at_most_items(most)))?;
            }
            if length >= most {
                self.skip()?;
            } else {
                self.path.push(Step::Item(length));
                self.value(item)?;
                self.path.pop();
            }
            length += 1;
            goes_on = self.cursor.goes_on(b']')?;
        }
        // Of an empty list there is none.
        if let Some(own) = self.walked.lengths.get_mut(place) {
            *own = u32::try_from(length).unwrap_or(u32::MAX);
        }
        self.leave();
        Ok(())
    }

    fn enter(&mut self) -> Result<(), End> {
        if self.depth >= self.limits.depth.min(DEEPEST) {
            return Err(self.too_deep());
        }
        self.depth += 1;
        Ok(())
    }

    fn leave(&mut self) {
        self.depth -= 1;
    }

    fn too_deep(&self) -> End {
        let expected = expected::at_most_deep(self.limits.depth.min(DEEPEST));
        End::Alone(Box::new((self.cursor.at(), Error::new(ErrorCode::TooDeep, "", expected))))
    }

    fn skip(&mut self) -> Result<(), End> {
        let room = self.limits.depth.min(DEEPEST) - self.depth;
        self.cursor.skip(room).map_err(|stop| match stop {
            Stop::NotJson(fault) => End::NotJson(fault),
            Stop::TooDeep => self.too_deep(),
        })
    }

    /// What is wrong with a text of a shape.
    fn refused(&self, shape: &'static Shape, quoted: Quoted<'j>) -> Option<Error> {
        let most = if matches!(shape, Shape::Text) { self.limits.text_chars } else { self.limits.id_chars };
        if quoted.is_longer_than(most) {
            return Some(Error::new(ErrorCode::CellTooLong, "", expected::at_most_chars(most)));
        }
        match shape {
            Shape::Read(read, _) => read(&quoted.text()).err(),
            Shape::Code(spelled) if !spelled.contains(&&*quoted.text()) => {
                Some(Error::new(ErrorCode::BadValue, "", expected::one_of(spelled)))
            }
            _ => None,
        }
    }

    /// Tells of a field that is too much, and passes over its value.
    fn stray(&mut self, name: &str, at: usize, code: ErrorCode, expected: Phrase) -> Result<(), End> {
        self.skip()?;
        let path = {
            let mut steps: Vec<Step<'_>> = self.path.clone();
            steps.push(Step::Field(name));
            written(&steps)
        };
        self.tell_at(at, Error::new(code, path, expected))
    }

    /// Tells of the fields that an object must have and has not.
    fn missing(&mut self, object: &'static Object, seen: u64, mut follows: bool) -> Result<(), End> {
        // The place where they could stand: before the mark that closes the object.
        let end = self.cursor.at().saturating_sub(1);
        let mut blanks = String::new();
        for (at, field) in object.fields.iter().enumerate() {
            if field.presence != Presence::Needed || seen & (1 << at) != 0 {
                continue;
            }
            self.path.push(Step::Field(field.name));
            self.walked.repairs.doubts.push(written(&self.path));
            self.tell(end, Error::new(ErrorCode::MissingField, "", expected::field(field.name)))?;
            self.path.pop();
            blanks.push_str(if follows { ",\"" } else { "\"" });
            follows = true;
            blanks.push_str(field.name);
            blanks.push_str("\":");
            field.shape.write_blank(self.number(), &mut blanks);
        }
        if !blanks.is_empty() {
            self.walked.repairs.edits.push((end..end, blanks));
        }
        Ok(())
    }

    /// A field nobody knows may have been meant as one that is not there.
    fn doubt_absent(&mut self, object: &'static Object, seen: u64) {
        for (at, field) in object.fields.iter().enumerate() {
            if seen & (1 << at) == 0 {
                self.path.push(Step::Field(field.name));
                self.walked.repairs.doubts.push(written(&self.path));
                self.path.pop();
            }
        }
    }

    /// Tells what is wrong with the value that began at a place and has been passed, and puts another in its place.
    fn wrong(&mut self, start: usize, error: Error, shape: &'static Shape) -> Result<(), End> {
        self.replace(start, shape);
        self.tell(start, error)
    }

    fn replace(&mut self, start: usize, shape: &Shape) {
        let mut blank = String::new();
        shape.write_blank(self.number(), &mut blank);
        self.walked.repairs.doubts.push(written(&self.path));
        self.walked.repairs.edits.push((start..self.cursor.at(), blank));
    }

    /// A number no other repair has.
    fn number(&self) -> u32 {
        u32::try_from(self.walked.repairs.doubts.len()).unwrap_or(u32::MAX)
    }

    /// Tells an error of the value at the path.
    fn tell(&mut self, at: usize, error: Error) -> Result<(), End> {
        let path = written(&self.path);
        self.tell_at(at, Error { path, ..error })
    }

    fn tell_at(&mut self, at: usize, error: Error) -> Result<(), End> {
        self.walked.found.push((at, error));
        if self.walked.found.len() >= self.limits.errors.max(1) { Err(End::Full) } else { Ok(()) }
    }
}

/// What is wrong with a whole number of a shape.
fn refused_number(shape: &Shape, number: &str) -> Option<Error> {
    // Beyond an `i64` a number is in no range either.
    let number = number.parse::<i64>().unwrap_or(i64::MAX);
    match shape {
        Shape::Year if !i32::try_from(number).is_ok_and(|year| YEARS.contains(&year)) => {
            Some(Error::new(ErrorCode::YearOutOfRange, "", expected::year()))
        }
        Shape::Whole(least, most) if !(i64::from(*least)..=i64::from(*most)).contains(&number) => {
            Some(Error::new(ErrorCode::BadValue, "", expected::whole_from_to(*least, *most)))
        }
        Shape::Version if number != 1 => Some(Error::new(ErrorCode::UnknownVersion, "", expected::version())),
        _ => None,
    }
}
