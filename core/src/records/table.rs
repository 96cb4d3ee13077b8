//! Records from a table: a text of separated values, a row for each record, whose first row names the columns.
//!
//! Columns are the fields of the JSON, spelled in snake_case (`new_due`, `reporting_unit`), in any order; an empty cell is a field
//! that is not there. Cells are separated by what stands between the columns' names: a comma, a semicolon, as where the comma is
//! the decimal mark, or a tab; they are quoted as RFC 4180 has it. White space around a cell means nothing. Numbers are written
//! as in JSON (`52.5`), flags as `true` and `false` in capitals or not, and `definition` as the JSON it is in a file.
//!
//! Rows are written as JSON, some at a time, and read as a file is: so what is wrong with a record is the same in both. An
//! error has the row of the table, the first being that of the names, and its column, the first where the table has no such.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::check::FIELDS_OF_RECORDS;
use super::row::FIELDS;
use super::{Record, Records};
use crate::codes::ErrorCode;
use crate::error::{Error, Errors};
use crate::json::{self, Field, Presence, Shape};
use crate::limits::Limits;
use crate::sorted;
use crate::words::expected;

/// Records that are read at once.
const AT_ONCE: usize = 1_000;

impl Records {
    /// Reads a table of records: separated values in UTF-8 with a first row of names, within the default [`Limits`].
    ///
    /// The columns are the fields of a file's records in snake_case, and cells are separated by commas, semicolons or tabs, whatever
    /// the first row has. A table cannot say whether its data was made up: the caller does.
    ///
    /// Errors: those of files, each with `row` and `column` of the table, all at once; its `path` is the column's name.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Records};
    /// let table = "type;id;date;recorded;source;indicator;value;status
    /// observation;o1;2025-11-30;2025-12-01;ví dụ;1;52.5;estimate
    /// observation;o2;2025-12-31;2026-01-20;ví dụ;1;54.1;official";
    /// let records = Records::from_csv(table.as_bytes(), true)?;
    /// assert_eq!(records.observations().count(), 2);
    /// let error = Records::from_csv(table.replace("54.1", "54,1").as_bytes(), true).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::BadNumber, "value"));
    /// assert_eq!((error.row, error.column), (Some(3), Some(7)));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn from_csv(table: &[u8], synthetic: bool) -> Result<Records, Error> {
        Records::from_csv_with(table, synthetic, &Limits::default())
    }

    /// Reads a table of records within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Records};
    /// let limits = Limits { records_bytes: 1, ..Limits::default() };
    /// assert_eq!(Records::from_csv_with(b"type,id", false, &limits).unwrap_err().code, ErrorCode::TooLarge);
    /// ```
    pub fn from_csv_with(table: &[u8], synthetic: bool, limits: &Limits) -> Result<Records, Error> {
        json::check_size(table, limits.records_bytes)?;
        let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
        if let Err(error) = std::str::from_utf8(table) {
            let valid = table.get(..error.valid_up_to()).unwrap_or(&[]);
            let row = 1 + count(valid, b'\n');
            let error = Error::new(ErrorCode::BadJson, "", expected::utf8());
            return Err(placed(error, row, 1));
        }
        let mut rows = Rows::new(table);
        let mut reading = Reading {
            limits,
            columns: columns(&mut rows, limits)?,
            records: Vec::new(),
            rows: Vec::new(),
            json: String::new(),
            waiting: 0,
            found: Vec::new(),
        };
        while let Some(row) = rows.next() {
            if reading.records.len() + reading.waiting >= limits.records {
                reading.read();
                reading.tell(too_many(limits.records), row, 1);
                break;
            }
            reading.add(row, &rows);
            if reading.waiting >= AT_ONCE {
                reading.read();
            }
            if reading.found.len() >= limits.errors.max(1) {
                break;
            }
        }
        reading.read();
        reading.whole(synthetic)
    }
}

fn too_many(most: usize) -> Error {
    Error::new(ErrorCode::TooMany, "", expected::at_most_items(most))
}

fn count(bytes: &[u8], mark: u8) -> usize {
    bytes.split(|byte| *byte == mark).count().saturating_sub(1)
}

fn placed(error: Error, row: usize, column: usize) -> Error {
    Error { row: u32::try_from(row).ok(), column: u32::try_from(column).ok(), ..error }
}

/// A field's name as a table has it.
fn in_table(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

/// The fields of the columns, by their names in the first row.
fn columns(rows: &mut Rows<'_>, limits: &Limits) -> Result<Vec<&'static Field>, Error> {
    let mut errors = Errors::new(limits.errors);
    let mut columns: Vec<&Field> = Vec::new();
    rows.next();
    for (name, at) in rows.cells().zip(1..) {
        let name = name.trim();
        let field = FIELDS.iter().find(|field| in_table(field.name) == name);
        let is_again = field.is_some_and(|field| columns.iter().any(|own| own.name == field.name));
        let (code, expected) = match field {
            Some(field) if !is_again => {
                columns.push(field);
                continue;
            }
            Some(_) => (ErrorCode::DuplicateField, expected::one_field(name)),
            None => {
                let names: Vec<String> = FIELDS.iter().map(|field| in_table(field.name)).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                (ErrorCode::UnknownField, expected::one_of(&names))
            }
        };
        let path: String = name.chars().take(limits.id_chars).collect();
        errors.push(placed(Error::new(code, path, expected), 1, at));
    }
    for field in FIELDS.iter().filter(|field| field.presence == Presence::Needed) {
        if !columns.iter().any(|own| own.name == field.name) {
            let error = Error::new(ErrorCode::MissingField, field.name, expected::field(field.name));
            errors.push(placed(error, 1, 1));
        }
    }
    errors.into_result()?;
    Ok(columns)
}

/// A table that is being read.
struct Reading<'l> {
    limits: &'l Limits,
    columns: Vec<&'static Field>,
    records: Vec<Record>,
    /// The row of each record, those that wait among them.
    rows: Vec<u32>,
    /// The records that wait to be read, as JSON.
    json: String,
    waiting: usize,
    /// The errors, each with its row and column.
    found: Vec<Error>,
}

impl Reading<'_> {
    fn tell(&mut self, error: Error, row: usize, column: usize) {
        self.found.push(placed(error, row, column));
    }

    /// Writes a row as JSON.
    fn add(&mut self, row: usize, cells: &Rows<'_>) {
        self.json.push_str(if self.waiting == 0 {
            r#"{"schemaVersion":1,"synthetic":true,"records":[{"#
        } else {
            ",{"
        });
        let mut comma = "";
        for (at, cell) in cells.cells().enumerate() {
            let cell = cell.trim();
            let Some(field) = self.columns.get(at) else {
                if !cell.is_empty() {
                    self.tell(Error::new(ErrorCode::BadValue, "", expected::no_more_cells()), row, at + 1);
                }
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            self.json.push_str(comma);
            comma = ",";
            self.json.push('"');
            self.json.push_str(field.name);
            self.json.push_str("\":");
            self.json.push_str(&written(cell, &field.shape, self.limits));
        }
        self.json.push('}');
        self.rows.push(u32::try_from(row).unwrap_or(u32::MAX));
        self.waiting += 1;
    }

    /// Reads the records that wait.
    fn read(&mut self) {
        if self.waiting == 0 {
            return;
        }
        self.json.push_str("]}");
        let limits = Limits { records: usize::MAX, records_bytes: usize::MAX, ..self.limits.clone() };
        let read = json::read_checked(self.json.as_bytes(), &limits, &FIELDS_OF_RECORDS);
        let before = self.records.len();
        match read {
            Ok(Records { records, .. }) => self.records.extend(records),
            Err(error) => {
                self.fail(error, before);
                // Places stay what they are; nothing of the table comes out.
                self.rows.truncate(before);
            }
        }
        self.json.clear();
        self.waiting = 0;
    }

    /// Takes an error and its others, whose paths are those of a file of the records from one on.
    fn fail(&mut self, mut error: Error, from: usize) {
        let others = std::mem::take(&mut error.others);
        for error in std::iter::once(error).chain(others) {
            let (at, field) = place(&error.path);
            let row = self.rows.get(from + at).copied().unwrap_or(0);
            let column = self.columns.iter().position(|own| own.name == field).map_or(1, |at| at + 1);
            let path = in_table(field);
            self.tell(Error { path, ..error }, usize::try_from(row).unwrap_or(0), column);
        }
    }

    /// The records, where nothing is wrong with them.
    fn whole(mut self, synthetic: bool) -> Result<Records, Error> {
        let records = std::mem::take(&mut self.records);
        let mut records = Records { schema_version: 1, synthetic, note: None, records };
        if self.found.is_empty() {
            let mut errors = Errors::new(self.limits.errors);
            records.check_ids(&mut errors);
            for error in errors.into_vec() {
                self.fail(error, 0);
            }
        }
        sorted::sort_by_key(&mut self.found, |error| (error.row, error.column));
        let mut errors = Errors::new(self.limits.errors);
        self.found.into_iter().for_each(|error| errors.push(error));
        errors.into_result()?;
        records.once();
        Ok(records)
    }
}

/// The record and the field of a path: `records[3].value`.
fn place(path: &str) -> (usize, &str) {
    let rest = path.strip_prefix("records[").unwrap_or("");
    let (at, field) = rest.split_once(']').unwrap_or(("", ""));
    let field = field.trim_start_matches('.');
    (at.parse().unwrap_or(0), field.split(['.', '[']).next().unwrap_or(""))
}

/// A cell as the JSON that its column's field is read from; what cannot be such stands as a text, and is refused.
fn written(cell: &str, shape: &Shape, limits: &Limits) -> String {
    let is = |word: &str| cell.eq_ignore_ascii_case(word);
    match shape {
        Shape::Flag if is("true") => "true".to_owned(),
        Shape::Flag if is("false") => "false".to_owned(),
        Shape::Whole(..) | Shape::Year => match cell.parse::<i64>() {
            Ok(number) => number.to_string(),
            Err(_) => json::to_json(cell),
        },
        Shape::Object(_) if json::is_json(cell, limits) => cell.to_owned(),
        _ => json::to_json(cell),
    }
}

/// The rows of a table, one at a time.
struct Rows<'t> {
    reader: Reader,
    rest: &'t [u8],
    /// The row that is read next, were no cell to hold a line break.
    line: usize,
    /// The cells of the row, one after the other.
    cells: Vec<u8>,
    ends: Vec<usize>,
}

impl<'t> Rows<'t> {
    fn new(table: &'t [u8]) -> Rows<'t> {
        let first = table.split(|byte| *byte == b'\n').next().unwrap_or(table);
        // The first of those that occur most.
        let marks = [b',', b';', b'\t'];
        let most = marks.iter().map(|mark| count(first, *mark)).max().unwrap_or(0);
        let mark = marks.into_iter().find(|mark| count(first, *mark) == most).unwrap_or(b',');
        let reader = ReaderBuilder::new().delimiter(mark).build();
        Rows { reader, rest: table, line: 1, cells: Vec::new(), ends: Vec::new() }
    }

    /// Reads the next row that is not empty, and says which it is.
    fn next(&mut self) -> Option<usize> {
        loop {
            match self.rest {
                [b'\n', rest @ ..] => (self.rest, self.line) = (rest, self.line + 1),
                [b'\r', rest @ ..] => self.rest = rest,
                [] => return None,
                _ => break,
            }
        }
        self.cells.clear();
        self.ends.clear();
        let row = self.line;
        let mut end = 0;
        let before = self.rest;
        loop {
            if self.cells.len() < end + 64 {
                self.cells.resize(2 * end + 256, 0);
            }
            let room = self.cells.get_mut(end..).unwrap_or(&mut []);
            let (result, read, written) = self.reader.read_field(self.rest, room);
            self.rest = self.rest.get(read..).unwrap_or(&[]);
            end += written;
            match result {
                // At the end of the text the reader is asked once more, with nothing.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => {
                    self.ends.push(end);
                    if record_end {
                        break;
                    }
                }
                ReadFieldResult::End => break,
            }
        }
        self.cells.truncate(end);
        let passed = before.len().saturating_sub(self.rest.len());
        let passed = count(before.get(..passed).unwrap_or(&[]), b'\n');
        // A line break within a cell begins no row.
        self.line += passed.saturating_sub(count(&self.cells, b'\n'));
        Some(row)
    }

    /// The cells of the row that was read last.
    fn cells(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| {
            let cell = self.cells.get(start..*end).unwrap_or(&[]);
            std::str::from_utf8(cell).unwrap_or("")
        })
    }
}
