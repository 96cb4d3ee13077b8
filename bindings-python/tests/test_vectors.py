"""Runs the vectors that every language shares; tests/README.md of the repository has their format."""

import copy
import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
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
        labels = {lang: period.label(lang) for lang in LANGS} if period else {}
        return {name: getattr(period, name) for name in ("id", "cycle", "start", "end") if period} | labels
    if function == "obligations":
        asked = obligations(given)
        return {
            "reports": [only(OF_A_REPORT, fields(report)) for report in asked],
            "findings": [finding.code for finding in asked.findings],
        }
    if function == "timeliness":
        records, today = given.pop("records", []), day(given.pop("today"))
        sent = [tiendo.Submission(**dated(record)) for record in records if record.pop("type") == "submission"]
        exempt = [tiendo.Exemption(**dated(record)) for record in records if "reason" in record]
        result = obligations(given).timeliness(sent, exempt, today=today)
        return {
            "reports": [only(OF_A_STANDING, fields(of.obligation) | fields(of)) for of in result.reports],
            **{name: getattr(result, snake(name)) for name in TALLIES},
            "unmatched": result.unmatched,
            "sentences": result.sentences("vi"),
        }
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
TALLIES = ("total", "byAgency", "byPeriod", "byCycle")


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


def of_code(code: str, findings: tuple[tiendo.Finding, ...]) -> tuple[tiendo.Finding, ...]:
    return tuple(finding for finding in findings if finding.code == code)


def as_json(value: Any, expected: Any) -> Any:
    """A value of the library as JSON, with `why` and a finding's sentences only where they are expected."""
    match value:
        case dict():
            items = {name: as_json(item, expected and expected.get(name)) for name, item in value.items()}
            return {name: item for name, item in items.items() if says_something(item)}
        case tiendo.Finding():
            given = expected or {}
            sentences = {lang: value.sentence(lang) for lang in LANGS if lang in given}
            return {"places": as_json(value.places, None), **sentences}
        case tiendo.TallyOf():
            return fields(value.tally) | {"key": value.key} | ({"rank": value.rank} if value.rank else {})
        case tiendo.Plan():
            return {"id": value.id, "indicators": len(value.indicators), "tasks": len(value.tasks)}
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return [{"name": name, "value": as_json(item, None)} for name, item in value.items()]
        case tuple() | list():
            known = expected if isinstance(expected, list) and len(expected) == len(value) else [None] * len(value)
            return [as_json(*pair) for pair in zip(value, known)]
        case None | bool() | int() | str():
            return value
    return fields(value, expected)


def says_something(item: Any) -> bool:
    return not (item is None or item is False or item == [])


def fields(value: Any, expected: Any = None) -> dict[str, Any]:
    """The fields of an object as JSON."""
    found = {}
    for name in (name for name, member in vars(type(value)).items() if type(member).__name__ == "getset_descriptor"):
        camel = re.sub("_(.)", lambda letter: letter[1].upper(), name).rstrip("_")
        beside = expected.get(camel) if isinstance(expected, dict) else None
        if name == "why" and beside is None:
            continue
        item = as_json(getattr(value, name), beside)
        if says_something(item) and name != "text":
            found[camel] = item
    return found


@pytest.mark.parametrize("name, function, case", CASES, ids=IDS)
def test_vector(name: str, function: str, case: dict[str, Any]) -> None:
    RUN[name] += 1
    given = copy.deepcopy(case["input"])
    if "error" in case:
        with pytest.raises(tiendo.TiendoError) as caught:
            call(function, given)
        assert {field: as_json(getattr(caught.value, field), None) for field in case["error"]} == case["error"]
    else:
        result: Any = call(function, given)
        if function in ("obligations", "timeliness"):
            result = only(case["expected"], result)
        assert as_json(result, case["expected"]) == case["expected"]
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
