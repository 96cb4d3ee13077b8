//! Records: what the host knows: values of indicators, reports sent, and reports a body need not send.

use crate::generated::getters::RecordsLists;
use crate::prelude::*;
use crate::take::Json;
use std::sync::Arc;
use tiendo::{Observation, Records};

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
    /// Reads a table of records: text of values separated by commas, semicolons or tabs, its first line the names of the
    /// columns. Nothing is read in part: all that is wrong is told at once, each with the row and column it stands in.
    ///
    /// >>> table = """type,id,date,recorded,source,indicator,value,status
    /// ... observation,o1,2025-11-30,2025-12-01,example,1,52.5,estimate"""
    /// >>> tiendo.Records.from_csv(table, synthetic=True).observations[0].value
    /// Decimal('52.5')
    #[staticmethod]
    #[pyo3(signature = (table, *, synthetic, limits=None))]
    fn from_csv(
        py: Python<'_>,
        table: Arg<'_, Json>,
        synthetic: bool,
        limits: Option<Arg<'_, Limits>>,
    ) -> PyResult<PyRecords> {
        let (table, limits) = (table.at("table")?, limits_or_default(limits)?);
        let read = py.detach(|| Records::from_csv_with(&table.0, synthetic, &limits)).map_err(raise)?;
        Ok(PyRecords::new(Arc::new(read), limits))
    }

    /// The records of several files as one, the same in whatever order they are given. Raises `TiendoError` with code
    /// `conflicting-record` for an id of records that differ.
    ///
    /// >>> june = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": true, "records": []}')
    /// >>> tiendo.Records.merged([june, june]) == june
    /// True
    #[staticmethod]
    #[pyo3(signature = (files, *, limits=None))]
    fn merged(
        py: Python<'_>,
        files: Arg<'_, Vec<Arc<Records>>>,
        limits: Option<Arg<'_, Limits>>,
    ) -> PyResult<PyRecords> {
        let (files, limits) = (files.at("files")?, limits_or_default(limits)?);
        let merge = || {
            let files: Vec<Records> = files.iter().map(|file| Records::clone(file)).collect();
            Records::merged_with(&files, &limits)
        };
        let merged = py.detach(merge).map_err(raise)?;
        Ok(PyRecords::new(Arc::new(merged), limits))
    }

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
