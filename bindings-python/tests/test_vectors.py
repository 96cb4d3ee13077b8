"""Runs the vectors that every language shares; tests/README.md of the repository has their format."""

import copy
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pytest

import tiendo

FOLDER = Path(__file__).parents[2] / "tests" / "vectors"
VECTORS: dict[str, Any] = {file.name: json.loads(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.json"))}
CASES = [(name, file["function"], case) for name, file in VECTORS.items() for case in file["cases"]]
IDS = [f"{name}: {case['description']}" for name, _, case in CASES]
LANGS: tuple[Literal["vi", "en"], ...] = ("vi", "en")
RUN: Counter[str] = Counter()
PASSED: Counter[str] = Counter()


@pytest.fixture(scope="module", autouse=True)
def report() -> Iterator[None]:
    yield
    if log := os.environ.get("TIENDO_VECTORS"):
        with open(log, "a", encoding="utf-8") as lines:
            for name in VECTORS:
                print("python", name, PASSED[name], RUN[name] - PASSED[name], sep="\t", file=lines)


def call(function: str, given: dict[str, Any]) -> Any:
    if "repeat" in given:
        given["text"] = given["repeat"]["text"] * given.pop("repeat")["times"]
    if function == "parseNumber":
        return tiendo.parse_number(**given)
    if function == "parseTarget":
        return tiendo.parse_target(**given)
    if function == "parseDeadline":
        return tiendo.parse_deadline(**given)
    if function == "planFromJson":
        return tiendo.Plan.builtin(given["builtin"]) if "builtin" in given else tiendo.Plan.from_json(**given)
    if function == "splitAgencies":
        return tiendo.split_agencies(**given)
    if function == "lint":
        code = given.pop("code")
        return {"findings": of_code(code, call("planFromJson", given).lint())}
    if function == "comparePlans":
        child, parent = (tiendo.Plan.builtin(given[name]) for name in ("child", "parent"))
        return {"findings": of_code(given["code"], tiendo.compare_plans(child, parent))}
    if function == "period":
        holding = tiendo.Period.holding
        period = tiendo.Period(given["id"]) if "id" in given else holding(given["cycle"], day(given["date"]))
        if period is None:
            return {}
        days = {"start": period.start.isoformat(), "end": period.end.isoformat()}
        return {"id": period.id, "cycle": period.cycle} | days | {lang: period.label(lang) for lang in LANGS}
    if function == "obligations":
        asked = json.loads(obligations(given).to_json())
        return {
            "reports": [only(OF_A_REPORT, report) for report in asked["reports"]],
            "findings": [finding["code"] for finding in asked["findings"]],
        }
    if function == "timeliness":
        records, today = given.pop("records", []), day(given.pop("today"))
        sent = [tiendo.Submission(**dated(record)) for record in records if record.pop("type") == "submission"]
        exempt = [tiendo.Exemption(**dated(record)) for record in records if "reason" in record]
        judged = obligations(given).timeliness(sent, exempt, today=today)
        result = json.loads(judged.to_json())
        reports = [only(OF_A_STANDING, report) for report in result.pop("reports")]
        return result | {"reports": reports, "sentences": list(judged.sentences("vi"))}
    assert function == "compare"
    names = ("value", "present", "judgement", "valueUnit", "qualifier")
    measured = {name.replace("valueU", "u"): given.pop(name) for name in names if name in given}
    if "fullYears" in given:
        measured["full_years"] = tuple(given.pop("fullYears"))
    target = tiendo.parse_target(given.pop("target"), given.pop("targetUnit", None))
    options = {snake(name): value for name, value in given.items()}
    return tiendo.compare(tiendo.Measured(**measured), target, **options)


OF_A_REPORT = "rule period agency written due steps unsourcedDays cutoff coincides exempt".split()
OF_A_STANDING = "rule period agency standing days submitted returned exempt".split()


def obligations(given: dict[str, Any]) -> tiendo.Obligations:
    plan = call("planFromJson", {name: given[name] for name in ("builtin", "json") if name in given})
    result: tiendo.Obligations = plan.obligations(
        *(day(given[name]) for name in ("start", "end")),
        given.get("agencies"),
        day(given["effective"]) if "effective" in given else None,
        given=[tiendo.GivenReport(**dated(report)) for report in given.get("given", [])],
        calendar=tiendo.Calendar.from_json(given["calendar"]) if "calendar" in given else None,
        **{snake(name): value for name, value in given.get("options", {}).items()},
    )
    return result


def day(text: str) -> date:
    return date.fromisoformat(text)


def dated(fields: dict[str, Any]) -> dict[str, Any]:
    days = ("date", "recorded", "written", "start", "end")
    return {name: day(value) if name in days and value else value for name, value in fields.items()}


def only(names: Sequence[str], fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name in names}


def snake(name: str) -> str:
    """`decree09Cutoff` as `decree_09_cutoff`."""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_", name).lower()


def of_code(code: str, findings: tuple[tiendo.Finding, ...]) -> list[dict[str, Any]]:
    return [finding.to_dict() for finding in findings if finding.code == code]


def as_json(result: Any, expected: Any) -> Any:
    """A result as a vector has it: without what says nothing, and with sentences only where they are expected."""
    if isinstance(result, tiendo.Plan):
        return {"id": result.id, "indicators": len(result.indicators), "tasks": len(result.tasks)}
    return trimmed(result.to_dict() if hasattr(result, "to_dict") else result, expected)


def trimmed(value: Any, expected: Any) -> Any:
    match value:
        case dict():
            beside = expected if isinstance(expected, dict) else {}
            left_out = {"text"} | ({"why"} - beside.keys())
            if "places" in value:
                left_out |= {"code", *LANGS} - beside.keys()
            items = {name: trimmed(item, beside.get(name)) for name, item in value.items() if name not in left_out}
            return {name: item for name, item in items.items() if not (item is None or item is False or item == [])}
        case list():
            known = expected if isinstance(expected, list) and len(expected) == len(value) else [None] * len(value)
            return [trimmed(*pair) for pair in zip(value, known)]
    return value


@pytest.mark.parametrize("name, function, case", CASES, ids=IDS)
def test_vector(name: str, function: str, case: dict[str, Any]) -> None:
    RUN[name] += 1
    given = copy.deepcopy(case["input"])
    if "error" in case:
        with pytest.raises(tiendo.TiendoError) as caught:
            call(function, given)
        assert {field: as_json(getattr(caught.value, field), None) for field in case["error"]} == case["error"]
        assert all(caught.value.sentence(lang).endswith(".") for lang in LANGS)
    else:
        result: Any = call(function, given)
        if function in ("obligations", "timeliness"):
            result = only(case["expected"], result)
        assert as_json(result, case["expected"]) == case["expected"]
        if hasattr(result, "to_dict"):
            assert type(result).from_json(result.to_json()) == result
        if function in ("parseTarget", "parseDeadline", "splitAgencies"):
            assert result.text == given["cell" if function == "splitAgencies" else "text"]
    PASSED[name] += 1


def test_the_files_are_in_their_format() -> None:
    known = "numbers targets deadlines comparison plans agencies lint lineage periods due-dates timeliness".split()
    assert {f"{name}.json" for name in known} <= VECTORS.keys()
    for name, file in VECTORS.items():
        assert file.keys() == {"function", "description", "cases"}, name
        assert len({case["description"] for case in file["cases"]}) == len(file["cases"]), name
        for case in file["cases"]:
            assert case.keys() in ({"description", "input", "expected"}, {"description", "input", "error"}), case
