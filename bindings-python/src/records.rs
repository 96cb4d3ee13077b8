//! Records: what the host knows: values of indicators, reports sent, and reports a body need not send.

use crate::generated::getters::RecordsLists;
use crate::prelude::*;
use tiendo::Observation;

handle! {
    /// A file of records. A record given twice as it is stands once; an id of records that differ is refused with code
    /// `conflicting-record`.
    ///
    /// >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
    /// ...     {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    /// ...     "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}''')
    /// >>> records
    /// Records(synthetic=True, observations=0, submissions=1, exemptions=0)
    PyRecords("Records") of Records with RecordsLists;
    example: "Records.from_json('{\"schemaVersion\": 1, \"synthetic\": false, \"records\": []}')";
    |of| hash: (of.records.len(), of.records.first().map(tiendo::Record::id))
}

#[pymethods]
impl PyRecords {
    /// Whether the data was made up, for an example or a test.
    #[getter]
    fn synthetic(&self) -> bool {
        self.core.synthetic
    }

    /// What to know about the data.
    #[getter]
    fn note(&self) -> Option<&str> {
        self.core.note.as_deref()
    }

    /// The value of an indicator that holds on a day; `None` where there is none.
    ///
    /// >>> records = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')
    /// >>> records.latest("1", datetime.date(2026, 1, 1)) is None
    /// True
    fn latest(
        &self,
        indicator: Arg<'_, String>,
        today: Arg<'_, NaiveDate>,
    ) -> PyResult<Option<One<&Observation>>> {
        Ok(self.core.latest(&indicator.at("indicator")?, today.at("today")?).map(One))
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let (of, synthetic) = (&self.core, repr(py, self.core.synthetic)?);
        let (observations, submissions) = (of.observations().count(), of.submissions().count());
        let counts = format!("observations={observations}, submissions={submissions}");
        Ok(format!("Records(synthetic={synthetic}, {counts}, exemptions={})", of.exemptions().count()))
    }
}
