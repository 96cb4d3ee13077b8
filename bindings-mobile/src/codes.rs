//! Codes in words. Their labels stand beside them in each host, without a call.

use crate::generated::{CodeList, Lang, NoteCode, Reason};

/// Every closed list of the library, each code with its labels.
#[uniffi::export]
pub fn code_lists() -> Vec<CodeList> {
    crate::all(tiendo::code_lists())
}

/// What a note says, as one sentence.
#[uniffi::export]
pub fn note_sentence(code: NoteCode, lang: Lang) -> String {
    code.sentence(lang).to_owned()
}

/// Why a verdict is undetermined, as one sentence.
#[uniffi::export]
pub fn reason_sentence(reason: Reason, lang: Lang) -> String {
    reason.sentence(lang).to_owned()
}
