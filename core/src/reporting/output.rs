//! How much text a call makes: counted while it is made, and refused beyond the limit.

use crate::codes::ErrorCode;
use crate::error::Error;
use crate::limits::Limits;

/// The bytes of text a call may still make.
pub(super) struct Room {
    most: usize,
    left: usize,
}

impl Room {
    pub(super) fn of(limits: &Limits) -> Room {
        Room { most: limits.output_bytes, left: limits.output_bytes }
    }

    /// Whether so much may still be made, before it is.
    pub(super) fn holds(&self, bytes: usize) -> Result<(), Error> {
        if bytes <= self.left { Ok(()) } else { Err(too_large("", self.most)) }
    }

    /// Takes a text that was made.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), Error> {
        self.holds(bytes)?;
        self.left = self.left.saturating_sub(bytes);
        Ok(())
    }
}

/// A text longer than the limit.
#[cold]
pub(super) fn too_large(path: &str, most: usize) -> Error {
    let vi = format!("một kết quả không quá {most} byte văn bản");
    Error::new(ErrorCode::TooLarge, path, (vi, format!("a result of at most {most} bytes of text")))
}
