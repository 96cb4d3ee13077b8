"""Runs the vectors that every language shares, as `cargo run -p tiendo-tests --bin vectors -- DIR` writes them.

`TIENDO_CASES` is that folder; tests/README.md of the repository has the format.
"""

import datetime
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tiendo

FOLDER = Path(os.environ["TIENDO_CASES"]) if "TIENDO_CASES" in os.environ else None
FILES = {file.name: json.loads(file.read_bytes()) for file in sorted(FOLDER.glob("*.json"))} if FOLDER else {}
CASES = [(name, case.get("function", of["function"]), case) for name, of in FILES.items() for case in of["cases"]]
RUN: Counter[str] = Counter()
PASSED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def report() -> Iterator[None]:
    yield
    if log := os.environ.get("TIENDO_VECTORS"):
        with open(log, "a", encoding="utf-8") as lines:
            for name in FILES:
                print("python", name, PASSED[name], RUN[name] - PASSED[name], sep="\t", file=lines)


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def written(value: Any) -> str:
    """The JSON of a result, of several, or of none."""
    if isinstance(value, tuple):
        return f"[{','.join(map(written, value))}]"
    return str(value.to_json()) if hasattr(value, "to_json") else compact(value)


def plan(given: dict[str, Any]) -> tiendo.Plan:
    if "builtin" in given:
        return tiendo.Plan.builtin(given["builtin"])
    return tiendo.Plan.from_json(bytes(given["bytes"]) if "bytes" in given else given["json"])


def obligations(given: dict[str, Any]) -> tiendo.Obligations:
    return plan(given).obligations(tiendo.ReportingQuery.from_json(compact(given["query"])))


def call(function: str, given: dict[str, Any]) -> Any:
    match function:
        case "parseNumber" | "parseTarget" | "parseDeadline":
            return {"N": tiendo.parse_number, "T": tiendo.parse_target, "D": tiendo.parse_deadline}[function[5]](**given)
        case "compare":
            measured = tiendo.Measured.from_json(compact(given["measured"]))
            target = tiendo.MilestoneTarget.from_json(compact(given["target"]))
            options = {"equalExactly": "equal_exactly", "risingDecides": "rising_decides"}
            chosen = {options[name]: value for name, value in given.get("options", {}).items()}
            return tiendo.compare(measured, target, given["direction"], **chosen)
        case "planFromJson":
            return plan(given)
        case "splitAgencies":
            return tiendo.Registry.builtin().split(given["cell"])
        case "lint":
            return plan(given).lint()
        case "comparePlans":
            return tiendo.compare_plans(*(tiendo.Plan.builtin(given[name]) for name in ("child", "parent")))
        case "period":
            day = datetime.date.fromisoformat(given.get("date", "2025-01-01"))
            return tiendo.Period(given["id"]) if "id" in given else tiendo.Period.holding(given["cycle"], day)
        case "obligations":
            return obligations(given)
        case "timeliness":
            records = tiendo.Records.from_json(given["records"])
            today = datetime.date.fromisoformat(given["today"])
            return obligations(given).timeliness(records.submissions, records.exemptions, today=today)
    pytest.fail(f"no function {function}")


def output(result: Any) -> str:
    match result:
        case tiendo.Plan():
            text = compact(json.loads(result.to_json()))
            return f'{{"plan":{text},"rows":{written(result.rows)},"deadlines":{written(result.deadlines)}}}'
        case tiendo.Period():
            days = {"id": result.id, "cycle": result.cycle, "start": str(result.start), "end": str(result.end)}
            return compact(days | {"vi": result.label("vi"), "en": result.label("en")})
        case tiendo.Timeliness():
            said = {lang: list(result.sentences(lang)) for lang in tiendo.LANGS}
            return f'{{"timeliness":{result.to_json()},{compact(said)[1:]}'
    return written(result)


@pytest.mark.skipif(not FOLDER, reason="no cases were made")
@pytest.mark.parametrize("name, function, case", CASES, ids=[f"{name}: {case['description']}" for name, _, case in CASES])
def test_vector(name: str, function: str, case: dict[str, Any]) -> None:
    RUN[name] += 1
    if "error" in case:
        with pytest.raises(tiendo.TiendoError) as caught:
            call(function, case["input"])
        error = json.loads(caught.value.to_json())
        assert error == case["error"]
    else:
        result = call(function, case["input"])
        assert output(result) == case["output"]
        if hasattr(result, "from_json"):
            assert type(result).from_json(result.to_json()) == result
    PASSED[name] += 1
