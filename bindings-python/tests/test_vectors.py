"""Runs the vectors that every language shares, as `cargo run -p tiendo-tests --bin vectors -- DIR` writes them.

`TIENDO_CASES` is that folder; tests/README.md of the repository has the format.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import tiendo
from tiendo import Calendar, Plan, Records, Registry, ReportingQuery

FOLDER = Path(os.environ["TIENDO_CASES"]) if "TIENDO_CASES" in os.environ else None
FILES: dict[str, Any] = {of.name: json.loads(of.read_bytes()) for of in sorted(FOLDER.glob("*.json"))} if FOLDER else {}
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


def written(value: Any) -> str:
    """The JSON of a result, of several, or of a plain value."""
    if isinstance(value, tuple):
        return f"[{','.join(map(written, value))}]"
    if isinstance(value, date):
        return f'"{value}"'
    return str(value.to_json()) if hasattr(value, "to_json") else json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def text(given: Any) -> Any:
    if isinstance(given, dict) and "bytes" in given:
        return bytes(given["bytes"])
    if isinstance(given, dict) and "units" in given:
        units = b"".join(unit.to_bytes(2, "little") for unit in given["units"])
        return units.decode("utf-16-le", "surrogatepass")
    return given


def snake(name: str) -> str:
    """`decree09Cutoff` as `decree_09_cutoff`."""
    return re.sub("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "_", name).lower()


def plan(of: dict[str, Any]) -> Plan:
    return Plan.builtin(of["builtin"]) if "builtin" in of else Plan.from_json(text(of["json"]), **limits(of))


def limits(of: dict[str, Any]) -> dict[str, Any]:
    return {"limits": tiendo.Limits.from_json(written(of["limits"]))} if "limits" in of else {}


def owed(of: dict[str, Any]) -> tiendo.Obligations:
    return plan(of).obligations(ReportingQuery.from_json(written(of["query"])))


def duty(of: dict[str, Any]) -> tiendo.Obligations:
    """Of a plan asked about a month its days do not matter, but Python's have some."""
    return owed(of | {"query": {"periods": ["2025"]} | of.get("query", {})})


def target(of: Any) -> tiendo.MilestoneTarget:
    return tiendo.MilestoneTarget.from_json(written(of))


def options(of: dict[str, Any]) -> dict[str, Any]:
    chosen = of.get("options", {})
    if any("_" in name for name in chosen):
        raise TypeError("Python's names are none in JSON")
    return {snake(name): value for name, value in chosen.items()} | limits(of)


def due_in(of: dict[str, Any]) -> tiendo.Due | None:
    regime = plan(of).regime
    (rule,) = [rule for rule in regime.rules if rule.code == of["rule"]] if regime else []
    return rule.due_in(of["period"], ReportingQuery.from_json(written(of.get("options", {}))))


def period(of: dict[str, Any]) -> Any:
    found = tiendo.Period(of["id"]) if "id" in of else tiendo.Period.holding(of["cycle"], date.fromisoformat(of["date"]))
    names = "id", "cycle", "year", "number", "start", "end"
    days = {name: getattr(found, name) if name[0] not in "se" else str(getattr(found, name)) for name in names if found}
    return found and days | {lang: found.label(lang) for lang in tiendo.LANGS}


def timeliness(of: dict[str, Any]) -> Any:
    records = Records.from_json(of["records"])
    return owed(of).timeliness(records.submissions, records.exemptions, today=date.fromisoformat(of["today"]))


def assessed(of: dict[str, Any]) -> tiendo.Assessment:
    file = of["plan"] if "plan" in of else Plan.builtin(of["builtin"]).to_json()
    options = written(of["options"]) if "options" in of else None
    whole = tiendo.assess_json(file, of["records"], of["today"], options)
    brought = of.get("options", {})
    rest = {name: value for name, value in brought.items() if name not in ("calendar", "registry")}
    calendar = Calendar.from_json(written(brought["calendar"])) if "calendar" in brought else None
    registry = Registry.from_json(written(brought["registry"])) if "registry" in brought else None
    known, day = Records.from_json(of["records"]), date.fromisoformat(of["today"])
    options_read = tiendo.Options.from_json(written(rest))
    result = Plan.from_json(file).assess(known, day, options_read, calendar=calendar, registry=registry)
    assert result.to_json() == whole
    return result


def sensitivity(of: dict[str, Any]) -> Any:
    options, trials = (written(of[name]) if name in of else None for name in ("options", "trials"))
    return json.loads(tiendo.sensitivity_json(of["plan"], of["records"], of["today"], options, trials))


def calendar(of: dict[str, Any]) -> Calendar:
    return Calendar.from_json(of["calendar"]) if "calendar" in of else Calendar.builtin()


CALLS: dict[str, Any] = {
    "parseNumber": lambda of: tiendo.parse_number(text(of["text"])),
    "parseTarget": lambda of: tiendo.parse_target(text(of["text"]), text(of.get("unit")), **limits(of)),
    "readSentence": lambda of: tiendo.read_sentence(text(of["text"]), **limits(of)),
    "parseDeadline": lambda of: tiendo.parse_deadline(text(of["text"]), **options(of)),
    "parseRegime": lambda of: tiendo.parse_regime(text(of["text"]), **limits(of)),
    "compare": lambda of: tiendo.compare(
        tiendo.Measured.from_json(written(of["measured"])), target(of["target"]), of["direction"], **options(of)
    ),
    "compareTargets": lambda of: tiendo.compare_targets(target(of["target"]), target(of["other"]), of["direction"]),
    "targetNotation": lambda of: tiendo.parse_target(of["text"]).to_notation(),
    "deadlineNotation": lambda of: tiendo.parse_deadline(of["text"]).to_notation(),
    "compareCodes": lambda of: tiendo.compare_codes(of["a"], of["b"]),
    "planFromJson": plan,
    "recordsFromJson": lambda of: Records.from_json(text(of["json"]), **limits(of)),
    "calendarFromJson": lambda of: Calendar.from_json(text(of["json"]), **limits(of)),
    "registryFromJson": lambda of: Registry.from_json(text(of["json"]), **limits(of)),
    "calendarById": lambda of: Calendar.by_id(text(of["id"])),
    "splitAgencies": lambda of: Registry.builtin().split(text(of["cell"]), **limits(of)),
    "find": lambda of: Registry.builtin().find(of["name"]),
    "succession": lambda of: Registry.builtin().succession(of["id"], date.fromisoformat(of["on"])),
    "expand": lambda of: Registry.builtin().expand(
        Registry.builtin().split(of["cell"]), [tiendo.Roster(**group) for group in of["roster"]]
    ),
    "lint": lambda of: plan(of).lint(minimum=of.get("minimum", "info")),
    "comparePlans": lambda of: tiendo.compare_plans(Plan.builtin(of["child"]), Plan.builtin(of["parent"])),
    "suggestLinks": lambda of: tiendo.suggest_links(plan(of["child"]), plan(of["parent"])),
    "period": period,
    "dayStatus": lambda of: calendar(of).status(date.fromisoformat(of["day"])),
    "nextWorkingDay": lambda of: calendar(of).next_working_day(date.fromisoformat(of["day"])),
    "previousWorkingDay": lambda of: calendar(of).previous_working_day(date.fromisoformat(of["day"])),
    "dateInVietnam": lambda of: tiendo.date_in_vietnam(of["instant"]),
    "dueIn": due_in,
    "milestoneOn": lambda of: plan(of).milestone_on(date.fromisoformat(of["day"])),
    "latest": lambda of: Records.from_json(of["records"]).latest(of["indicator"], date.fromisoformat(of["today"])),
    "obligations": owed,
    "timeliness": timeliness,
    "assess": assessed,
    "changes": lambda of: json.loads(tiendo.changes_json(of["before"], of["after"])),
    "sensitivity": sensitivity,
    "renderReport": lambda of: tiendo.render_json(of["report"], of["format"]).decode(),
    "rollUp": lambda of: json.loads(
        tiendo.roll_up_json(of["plan"], of["records"], of["units"], of["today"], written(of["options"]) if "options" in of else None)
    ),
    "periodReport": lambda of: json.loads(
        tiendo.period_report_json(of["assessment"], of.get("earlier"), written(of["query"]))
    ),
    "icalendar": lambda of: owed(of).to_ics(of["stamp"], of["lang"]),
    "dutiesOfMonth": lambda of: tiendo.duties_of_month(map(duty, of["plans"]), of["agency"], of["month"], of["lang"]),
    "slack": lambda of: tiendo.slack(owed(of["lower"]), owed(of["upper"])),
}


def output(result: Any) -> str:
    if isinstance(result, Plan):
        whole = written(json.loads(result.to_json()))
        return f'{{"plan":{whole},"rows":{written(result.rows)},"deadlines":{written(result.deadlines)}}}'
    if isinstance(result, tiendo.Timeliness):
        said = written({lang: list(result.sentences(lang)) for lang in tiendo.LANGS})
        return f'{{"timeliness":{result.to_json()},{said[1:]}'
    return written(result)


def refusal(error: dict[str, Any], placed: bool) -> dict[str, Any]:
    """An error with its path in Python's spelling, and without its place in JSON that the runner wrote."""
    kept = {name: value for name, value in error.items() if placed or name not in ("row", "column")}
    others = {"others": [refusal(other, placed) for other in kept["others"]]} if "others" in kept else {}
    return kept | others | {"path": snake(kept["path"])}


@pytest.mark.skipif(not FOLDER, reason="no cases were made")
@pytest.mark.parametrize("name, function, case", CASES, ids=[f"{name}: {case['description']}" for name, _, case in CASES])
def test_vector(name: str, function: str, case: dict[str, Any]) -> None:
    RUN[name] += 1
    if "error" in case:
        with pytest.raises((tiendo.TiendoError, TypeError, ValueError)) as caught:
            CALLS[function](case["input"])
        if isinstance(caught.value, tiendo.TiendoError):
            placed = "row" in case["error"]
            assert refusal(json.loads(caught.value.to_json()), placed) == refusal(case["error"], placed)
        else:
            # What Python refuses itself: keywords that there are not or are of another type, and days that are none.
            assert "options" in case["input"] or case["error"]["path"] in ("day", "on", "today")
    else:
        result = CALLS[function](case["input"])
        assert output(result) == case["output"]
        if hasattr(result, "from_json"):
            assert type(result).from_json(result.to_json()) == result
    PASSED[name] += 1
