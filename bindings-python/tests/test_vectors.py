"""Runs the vectors that every language shares; tests/README.md of the repository has their format."""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
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
    assert function == "compare"
    fields = ("value", "present", "judgement", "valueUnit", "qualifier")
    measured = {name.replace("valueU", "u"): given.pop(name) for name in fields if name in given}
    if "fullYears" in given:
        measured["full_years"] = tuple(given.pop("fullYears"))
    target = tiendo.parse_target(given.pop("target"), given.pop("targetUnit", None))
    options = {re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name): value for name, value in given.items()}
    return tiendo.compare(tiendo.Measured(**measured), target, **options)


def of_code(code: str, findings: tuple[tiendo.Finding, ...]) -> tuple[tiendo.Finding, ...]:
    return tuple(finding for finding in findings if finding.code == code)


def as_json(value: Any, expected: Any) -> Any:
    """A value of the library as JSON, with `why` and a finding's sentences only where they are expected."""
    match value:
        case dict():
            return {name: as_json(item, expected and expected.get(name)) for name, item in value.items() if item}
        case tiendo.Finding():
            given = expected or {}
            sentences = {lang: value.sentence(lang) for lang in LANGS if lang in given}
            return {"places": as_json(value.places, None), **sentences}
        case tiendo.Plan():
            return {"id": value.id, "indicators": len(value.indicators), "tasks": len(value.tasks)}
        case Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            return [{"name": name, "value": as_json(item, None)} for name, item in value.items()]
        case tuple():
            known = expected if isinstance(expected, list) and len(expected) == len(value) else [None] * len(value)
            return [as_json(*pair) for pair in zip(value, known)]
        case None | bool() | int() | str():
            return value
    fields = {}
    for name in (name for name, member in vars(type(value)).items() if type(member).__name__ == "getset_descriptor"):
        camel = re.sub("_(.)", lambda letter: letter[1].upper(), name)
        beside = expected.get(camel) if isinstance(expected, dict) else None
        item = as_json(getattr(value, name), beside)
        unset = item is None or item is False or item == []
        if not unset and name != "text" and (name != "why" or beside is not None):
            fields[camel] = item
    return fields


@pytest.mark.parametrize("name, function, case", CASES, ids=IDS)
def test_vector(name: str, function: str, case: dict[str, Any]) -> None:
    RUN[name] += 1
    given = dict(case["input"])
    if "error" in case:
        with pytest.raises(tiendo.TiendoError) as caught:
            call(function, given)
        assert {field: as_json(getattr(caught.value, field), None) for field in case["error"]} == case["error"]
    else:
        result = call(function, given)
        assert as_json(result, case["expected"]) == case["expected"]
        if function in ("parseTarget", "parseDeadline", "splitAgencies"):
            assert result.text == given["cell" if function == "splitAgencies" else "text"]
    PASSED[name] += 1


def test_the_files_are_in_their_format() -> None:
    known = "numbers targets deadlines comparison plans agencies lint lineage".split()
    assert {f"{name}.json" for name in known} <= VECTORS.keys()
    for name, file in VECTORS.items():
        assert file.keys() == {"function", "description", "cases"}, name
        assert len({case["description"] for case in file["cases"]}) == len(file["cases"]), name
        for case in file["cases"]:
            assert case.keys() in ({"description", "input", "expected"}, {"description", "input", "error"}), case
