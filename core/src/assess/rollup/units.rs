//! The units of a roll-up as JSON has them: each plan and each file of records is read as a file of its own, within its limits.

use super::model::RollUnit;
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::json;
use crate::limits::Limits;
use crate::plan::Plan;
use crate::records::Records;
use crate::words::expected;

/// Reads a list of units.
pub(super) fn read(units: &[u8], limits: &Limits) -> Result<Vec<RollUnit>, Error> {
    let items = json::items(units, limits).map_err(|error| error.within("units"))?;
    let read =
        |(at, item): (usize, &str)| one(item, limits).map_err(|error| error.within(&format!("units[{at}]")));
    items.into_iter().enumerate().map(read).collect()
}

fn one(item: &str, limits: &Limits) -> Result<RollUnit, Error> {
    if !item.starts_with('{') {
        return Err(Error::new(ErrorCode::WrongType, "", expected::object()));
    }
    let (mut id, mut name, mut plan, mut records) = (None, None, None, None);
    let mut met: Vec<&str> = Vec::new();
    for (field, value) in json::fields(item) {
        // What stands in a longer text: its lines say nothing.
        let within = |error: Error| unplaced(error.within(field));
        if met.contains(&field) {
            return Err(Error::new(ErrorCode::DuplicateField, field, expected::one_field(field)));
        }
        match field {
            "id" => id = Some(text(value, limits.id_chars).map_err(within)?),
            "name" => name = Some(text(value, limits.text_chars).map_err(within)?),
            "plan" => plan = Some(Plan::from_json_with(value.as_bytes(), limits).map_err(within)?),
            "records" => records = Some(Records::from_json_with(value.as_bytes(), limits).map_err(within)?),
            _ => {
                let expected = expected::one_of(&["id", "name", "plan", "records"]);
                return Err(Error::new(ErrorCode::UnknownField, field, expected));
            }
        }
        met.push(field);
    }
    let name = name.ok_or_else(|| Error::new(ErrorCode::MissingField, "name", expected::field("name")))?;
    Ok(RollUnit { id, name, plan, records })
}

/// A text that is not empty, of at most so many characters.
fn text(value: &str, most: usize) -> Result<String, Error> {
    if !value.starts_with('"') {
        return Err(Error::new(ErrorCode::WrongType, "", expected::text()));
    }
    let text: String = json::from_json(value.as_bytes())?;
    if text.trim().is_empty() {
        return Err(Error::new(ErrorCode::BadValue, "", expected::text()));
    }
    if text.chars().count() > most {
        return Err(Error::new(ErrorCode::CellTooLong, "", expected::at_most_chars(most)));
    }
    Ok(text)
}

fn unplaced(mut error: Error) -> Error {
    (error.row, error.column) = (None, None);
    for other in &mut error.others {
        (other.row, other.column) = (None, None);
    }
    error
}
