"""Hostile files, the same for every language: each is read, or refused with the code its index gives.

`cargo run -p tiendo-tests --bin hostile-files -- DIR` writes them; `TIENDO_HOSTILE` is that folder.
"""

import datetime
import json
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tiendo

FOLDER = Path(os.environ["TIENDO_HOSTILE"]) if "TIENDO_HOSTILE" in os.environ else None
FILES: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_text("utf-8")) if FOLDER else []
PLAN = tiendo.Plan.builtin("ha-tinh-231")
JUNE = PLAN.obligations(tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv"]))
LANGS: tuple[tiendo.Lang, ...] = tiendo.LANGS


def plan(file: bytes, cell: str | None) -> None:
    read = tiendo.Plan.from_json(file)
    findings = read.lint()
    assert all(finding.vi and finding.en for finding in findings)
    assert len(read.rows) == len(read.indicators) and len(read.deadlines) == len(read.tasks)
    assert tiendo.Plan.from_json(read.to_json()) == read and len(repr(read)) < 1000


def records(file: bytes, cell: str | None) -> None:
    read = tiendo.Records.from_json(file)
    judged = JUNE.timeliness(read.submissions, read.exemptions, today=max(of.date for of in read.submissions))
    assert len(judged.reports) == 1 and tiendo.Records.from_json(read.to_json()) == read


def registry(file: bytes, cell: str | None) -> None:
    read = tiendo.Registry.from_json(file)
    split = read.split(cell or "")
    assert tiendo.AgencyCell.from_json(split.to_json()) == split and tiendo.Registry.from_json(read.to_json()) == read


def calendar(file: bytes, cell: str | None) -> None:
    read = tiendo.Calendar.from_json(file)
    year = tiendo.Period(str(read.years[0]))
    assert read.next_working_day(year.start) >= year.start and tiendo.Calendar.from_json(read.to_json()) == read


def query(file: bytes, cell: str | None) -> None:
    asked = PLAN.obligations(tiendo.ReportingQuery.from_json(file))
    assert len(asked.timeliness(today=datetime.date(2025, 6, 30)).reports) == len(asked)


READ: dict[str, Callable[[bytes, str | None], None]] = {
    "plan": plan, "records": records, "registry": registry, "calendar": calendar, "query": query,
}


@pytest.mark.skipif(not FOLDER, reason="no hostile files were made")
@pytest.mark.parametrize("file", FILES, ids=[file["name"] for file in FILES])
def test_a_hostile_file(file: dict[str, Any]) -> None:
    assert FOLDER is not None
    raw = (FOLDER / file["name"]).with_suffix(".json").read_bytes()
    read, cell = READ[file["kind"]], file.get("cell")
    if "error" not in file:
        read(raw, cell)
        return
    with pytest.raises(tiendo.TiendoError) as caught:
        read(raw, cell)
    error = caught.value
    assert error.code == file["error"], file["breaks"]
    assert len(error.others) < tiendo.Limits().errors
    assert all(len(of.sentence(lang)) < 2000 for of in (error, *error.others) for lang in LANGS)
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.path, len(again.others)) == (error.code, error.path, len(error.others))
