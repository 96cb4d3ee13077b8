//! Merging: the union of several files of records by id, whatever their order.

use super::{Record, Records};
use crate::codes::ErrorCode;
use crate::error::{Error, Errors};
use crate::limits::Limits;
use crate::sorted;
use crate::words::expected;

impl Records {
    /// The records of several files as one, in the order of their ids: the same for any order of the files and of what
    /// stands in them. A record given again counts once.
    ///
    /// The result is synthetic where any of them is, and its note is theirs, each once and in order, with a line for each.
    ///
    /// Errors: `conflicting-record` for an id of records that differ, all of them at once; `too-many` records;
    /// `cell-too-long` for notes that are too long together.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Records};
    /// let sent = |id: &str, day: &str| Records::from_json(format!(r#"{{"schemaVersion": 1, "synthetic": true, "records": [
    ///   {{"type": "submission", "id": "{id}", "date": "{day}", "recorded": "{day}", "source": "example",
    ///    "rule": "monthly", "period": "2025-06", "agency": "so-nv"}}]}}"#).as_bytes());
    /// let (june, july) = (sent("s1", "2025-06-19")?, sent("s2", "2025-07-19")?);
    /// let all = Records::merged(&[july.clone(), june.clone(), june.clone()])?;
    /// assert_eq!(all.records.len(), 2);
    /// assert_eq!(Records::merged(&[june.clone(), july])?, all);
    /// let error = Records::merged(&[june, sent("s1", "2025-06-20")?]).unwrap_err();
    /// assert_eq!((error.code, error.path.as_str()), (ErrorCode::ConflictingRecord, "files[1].records[0].id"));
    /// # Ok::<(), tiendo::Error>(())
    /// ```
    pub fn merged(files: &[Records]) -> Result<Records, Error> {
        Records::merged_with(files, &Limits::default())
    }

    /// The records of several files as one, within limits of the caller's.
    ///
    /// ```
    /// use tiendo::{ErrorCode, Limits, Records};
    /// let one = Records { schema_version: 1, synthetic: true, note: Some("a note".to_owned()), records: Vec::new() };
    /// let limits = Limits { text_chars: 3, ..Limits::default() };
    /// assert_eq!(Records::merged_with(&[one], &limits).unwrap_err().code, ErrorCode::CellTooLong);
    /// ```
    pub fn merged_with(files: &[Records], limits: &Limits) -> Result<Records, Error> {
        let mut all: Vec<(&Record, usize, usize)> = Vec::new();
        for (file, of) in files.iter().enumerate() {
            all.extend(of.records.iter().enumerate().map(|(at, record)| (record, file, at)));
        }
        let mut order: Vec<usize> = (0..all.len()).collect();
        let id = |at: usize| all.get(at).map_or("", |(record, _, _)| record.id());
        sorted::sort_in_place(&mut order, |a, b| id(a).cmp(id(b)).then(a.cmp(&b)));
        let mut errors = Errors::new(limits.errors);
        let mut records: Vec<&Record> = Vec::with_capacity(order.len());
        let mut conflicts = Vec::new();
        for at in order {
            let Some((record, _, _)) = all.get(at) else { continue };
            match records.last() {
                Some(last) if last.id() == record.id() && last == record => {}
                Some(last) if last.id() == record.id() => conflicts.push(at),
                _ => records.push(record),
            }
        }
        sorted::sort(&mut conflicts);
        for at in conflicts {
            if let Some((_, file, at)) = all.get(at) {
                let path = format!("files[{file}].records[{at}].id");
                errors.push(Error::new(ErrorCode::ConflictingRecord, path, expected::own_record()));
            }
        }
        errors.into_result()?;
        let most = limits.records;
        if records.len() > most {
            return Err(Error::new(ErrorCode::TooMany, "files", expected::at_most_items(most)));
        }
        let mut notes: Vec<&str> = files.iter().filter_map(|of| of.note.as_deref()).collect();
        sorted::sort(&mut notes);
        notes.dedup();
        let note = (!notes.is_empty()).then(|| notes.join("\n"));
        limits.check_text(note.as_deref().unwrap_or(""), "note")?;
        Ok(Records {
            schema_version: 1,
            synthetic: files.iter().any(|of| of.synthetic),
            note,
            records: records.into_iter().cloned().collect(),
        })
    }
}
