//! Options as JSON has them.

use serde::de::DeserializeOwned;

use super::{Shape, read};
use crate::codes::ErrorCode;
use crate::error::Error;
use crate::limits::Limits;

/// Reads a caller's choices: as [`read`], but that a value which no option takes is refused as an option is, `bad-option`.
pub(crate) fn read_options<T: DeserializeOwned>(
    json: &[u8],
    limits: &Limits,
    shape: &'static Shape,
) -> Result<T, Error> {
    read(json, limits, shape).map_err(|mut error: Error| {
        refused(&mut error);
        error.others.iter_mut().for_each(refused);
        error
    })
}

/// What stands deeper than an option is not one.
fn refused(error: &mut Error) {
    if error.code == ErrorCode::BadValue && !error.path.contains(['.', '[']) {
        error.code = ErrorCode::BadOption;
    }
}
