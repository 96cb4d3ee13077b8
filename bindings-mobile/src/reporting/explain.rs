//! Why a report stands as it does, in words.

use super::Exempt;
use crate::error::TiendoError;
use crate::why::Lang;

/// Why a body need not send a report, as a sentence.
///
/// The error is `bad-date`, for a day beyond the core's range.
#[uniffi::export]
pub fn exempt_sentence(exempt: &Exempt, lang: Lang) -> Result<String, TiendoError> {
    Ok(exempt.sentence(lang))
}
