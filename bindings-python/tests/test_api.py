"""The manners of the API: what Python users expect of any library."""

import copy
import datetime
import doctest
import functools
import gc
import importlib.metadata
import inspect
import itertools
import json
import os
import pickle
import random
import re
import subprocess
import sys
import tarfile
import threading
import zipfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import Any, Final, Literal, get_args, get_origin

import pytest

import tiendo
from tiendo._record import Record
from tiendo.generated import _native, _results
from tiendo import (
    Measured,
    Plan,
    TiendoError,
    compare,
    compare_plans,
    compare_targets,
    parse_deadline,
    parse_number,
    parse_target,
)


class Index:
    """A whole number as NumPy has them."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __index__(self) -> int:
        return self.number


def owed(
    plan: Plan, start: Any = None, end: Any = None, agencies: Any = (), effective: Any = None, **more: Any
) -> tiendo.Obligations:
    return plan.obligations(
        tiendo.ReportingQuery(start=start, end=end, agencies=agencies, effective=effective, **more)
    )

HIGHER: Final = "higher_is_better"
PLAN = Plan.builtin("ha-tinh-231")
TIEN_GIANG = Plan.builtin("tien-giang-69")
REGISTRY = tiendo.Registry.builtin()
split_agencies = REGISTRY.split
JUNE = owed(PLAN, datetime.date(2025, 6, 1), datetime.date(2025, 7, 1), ["so-nv", "so-tc"])
OWN_REGISTRY = tiendo.Registry.from_json(
    """{"schemaVersion": 1, "groups": [{"id": "g", "name": "Các sở"}], "agencies": [
    {"id": "x", "name": "Sở Mẫu", "aliases": ["SM"], "level": "province", "place": "Hà Tĩnh"},
    {"id": "old", "name": "Sở Cũ", "level": "province", "ended": {"on": "2025-03-01", "source": "?"}}]}"""
)


RECORDS = tiendo.Records.from_json(
    """{"schemaVersion": 1, "synthetic": true, "note": "made up", "records": [
    {"type": "observation", "id": "o1", "date": "2025-12-31", "recorded": "2026-01-05", "source": "x", "indicator": "1",
    "value": "52.5", "status": "estimate", "qualifier": "5G"},
    {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "x", "rule": "monthly",
    "period": "2025-06", "agency": "so-nv"},
    {"type": "exemption", "id": "e1", "date": "2025-06-01", "recorded": "2025-06-01", "source": "x", "agency": "so-tc",
    "period": "2025-06", "reason": "x"}]}"""
)
OWN_EXEMPTION = tiendo.Exemption(
    id="e2", date=datetime.date(2025, 6, 1), recorded=datetime.date(2025, 6, 2), source="x", agency="so-khcn",
    period="2025-Q2", reason="đang sắp xếp tổ chức",
)


def reporting_specimens() -> list[Any]:
    days = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
    day = datetime.date(2025, 6, 20)
    off = tiendo.CalendarDay(date=datetime.date(2025, 6, 19), off=True, name="Nghỉ", name_en="Off")
    calendar = tiendo.Calendar.builtin().with_days([off, tiendo.CalendarDay(date=day, off=False, name="Làm", source="?")])
    given = tiendo.GivenReport(
        rule="ad-hoc", period="Công văn 12/VP", written=datetime.date(2025, 8, 15), before=True, start=days[0], end=day
    )
    text = PLAN.to_json().replace('"reporters"', '"cutoff": {"day": 14, "monthOfPeriod": 1}, "reporters"', 1)
    plan = Plan.from_json(text)
    asked = [
        owed(plan, *days, ["so-nv", "Xã Mẫu", "so-khcn", "so-tttt", "so-nnmt"], given=[given]),
        owed(plan, 
            *days, ["so-nv"], days[0], before_inclusive=True, of_next_month=True, day_off_shift="next_working_day",
            grace_days=3, decree_09_cutoff=True, count_returned=True, calendar=calendar, registry=REGISTRY,
        ),
        owed(plan, *days, ["so-nv"], day_off_shift="previous_working_day", calendar=calendar),
        owed(plan, *days),
        owed(Plan.builtin("tien-dien"), *days),
    ]
    report: dict[str, Any] = {"recorded": day, "source": "x", "rule": "monthly", "period": "2025-06"}
    sent = [
        tiendo.Submission(id="s1", date=day, agency="so-nv", **report),
        tiendo.Submission(id="s2", date=day, agency="Xã Mẫu", returned=True, **report),
        tiendo.Submission(id="s3", date=day, agency="nobody", **report),
    ]
    exempt = [tiendo.Exemption(id="e1", date=day, agency="so-nv", reason="x", **report), OWN_EXEMPTION]
    judged = [
        asked[0].timeliness(sent, exempt, today=datetime.date(2025, 9, 1)),
        asked[1].timeliness(sent, today=day),
        asked[3].timeliness(today=day),
    ]
    reports = [report for timeliness in judged for report in timeliness.reports]
    all_owed = [*(report for one in asked for report in one), *(report.obligation for report in reports)]
    duties = tiendo.duties_of_month(asked[:2], "so-nv", "2025-06")
    assert plan.regime is not None and plan.regime.rules[0].cutoff and duties
    return [
        *map(tiendo.Period, ("2025-06", "2025-Q2", "2025-H1", "2025-9M", "2025")), calendar, calendar.status(day),
        *calendar.days, calendar.status(datetime.date(2025, 6, 22)), given, *asked, *sent, *exempt, *judged, *reports,
        *all_owed, *(part for one in all_owed for part in (one.cutoff, one.exempt, *one.coincides)), *duties,
        *tiendo.slack(asked[0], asked[1]), *(unit for one in asked for unit in one.reporting_units), plan.regime.rules[0].cutoff,
        *(of for one in judged for of in (one.total, *one.by_agency, *one.by_period, *one.by_cycle)),
        *judged[0].reminders(7), *(finding for one in asked for finding in one.findings),
        *(agency.begun for agency in REGISTRY.agencies if agency.begun), plan,
    ]


def assessment_specimens() -> list[Any]:
    """Of a small plan with a record of every kind: all that its assessment is made of, and the records."""
    common = {"date": "2026-06-01", "recorded": "2026-06-02", "source": "ví dụ"}
    item = {"title": "t", "cooperating": ""}
    plan = Plan.read({
        "schemaVersion": 1, "id": "p", "title": "t", "issuer": "UBND tỉnh", "level": "province", "issued": "2025-05-10",
        "milestones": [2025, 2030, 2035],
        "indicators": [
            {"code": "1", "name": "a", "lead": "Sở Y tế", "baseline": {"date": "2024-12-31", "value": "40"},
             "targets": [{"year": 2025, "text": "50%"}, {"year": 2030, "text": "(*)"}, {"year": 2035, "text": "80%"}]},
            {"code": "2", "name": "b", "lead": "", "targets": [{"year": 2030, "text": "≤ 3 Đông Nam Á; ≤ 50 Thế giới"}]},
            {"code": "3", "name": "c", "lead": "", "sensitive": True, "targets": []},
        ],
        "tasks": [
            item | {"number": 1, "deadline": "31/12/2026", "lead": "Sở Y tế (nhiệm vụ 1); Sở Nội vụ (nhiệm vụ 2)",
                    "items": [{"number": 1, "title": "x"}, {"number": 2, "title": "y"}]},
            item | {"number": 2, "deadline": "Hằng năm", "lead": "Sở Y tế; Sở Nội vụ"},
            item | {"number": 3, "deadline": "2026", "lead": "Sở Y tế"},
        ],
    })
    given: list[dict[str, Any]] = [
        {"type": "observation", "indicator": "1", "status": "official", "value": "52"},
        {"type": "task_update", "task": 1, "state": "in_progress"},
        {"type": "submission", "rule": "monthly", "period": "2026-06", "agency": "so-yt"},
        {"type": "trigger", "task": 3}, {"type": "outside_date", "task": 3, "due": "2026-09-30"},
        {"type": "extension", "task": 1, "newDue": "2026-08-31", "document": "9/UBND"},
        {"type": "exemption", "reason": "r", "task": 2, "agency": "so-yt"}, {"type": "retraction", "withdraws": "nothing"},
        {"type": "amendment", "change": "remove", "task": 3, "document": "10/UBND"},
        {"type": "amendment", "change": "add", "task": 4, "document": "10/UBND",
         "definition": item | {"number": 4, "deadline": "", "lead": ""}},
        {"type": "amendment", "change": "add", "indicator": "4", "document": "10/UBND",
         "definition": {"code": "4", "name": "d", "lead": "", "targets": []}},
    ]
    records = tiendo.Records.read({
        "schemaVersion": 1, "synthetic": True,
        "records": [common | {"id": f"r{at}"} | record for at, record in enumerate(given)],
    })
    options = tiendo.Options(public=True, upcoming_days=366)
    whole = plan.assess(records, datetime.date(2026, 7, 15), options)
    lists = (records.task_updates, records.triggers, records.outside_dates, records.extensions, records.exemptions,
             records.amendments, records.retractions)
    return [
        plan, records, options, tiendo.FeedOptions(stamp="2026-07-15T00:00:00Z", lang="vi"),
        tiendo.ReportQuery(period="2026-07", lang="vi"),
        *(part for of in (whole, *plan.indicators, *itertools.chain(*lists), *gathered(plan, records)) for part in parts(of)),
    ]


def gathered(plan: Plan, records: tiendo.Records) -> list[Any]:
    """What an assessment comes to: changes since a day, a report, a roll-up."""
    files = plan.to_json(), records.to_json()
    then, now = (tiendo.assess_json(*files, day) for day in ("2026-05-15", "2026-07-15"))
    common = {"date": "2026-06-01", "recorded": "2026-06-02", "source": "ví dụ", "status": "official"}
    figure = common | {"type": "observation", "id": "x", "indicator": "1", "value": "52", "area": "Xã A"}
    of_areas = {"schemaVersion": 1, "synthetic": True, "records": [figure]}
    return [
        tiendo.Changes.from_json(tiendo.changes_json(then, now)),
        tiendo.PeriodicReport.from_json(tiendo.period_report_json(now, then, '{"period": "2026-07"}')),
        tiendo.RollUp.from_json(tiendo.roll_up_json(files[0], json.dumps(of_areas), "[]", "2026-07-15")),
    ]


def parts(of: Any) -> Iterator[Any]:
    """An object with all that it holds."""
    if isinstance(of, (tuple, list)):
        yield from itertools.chain.from_iterable(map(parts, of))
    elif type(of).__module__.startswith("tiendo"):
        yield of
        for name in getattr(of, "__match_args__", ()):
            yield from parts(getattr(of, name))


def specimens() -> list[Any]:
    """At least one object of every class."""
    several = parse_target("≤ 3 Đông Nam Á; ≤ 50 Thế giới")
    results = [
        compare(Measured(value=55, full_years=(1, "2")), parse_target("≥ 5% và tăng dần"), HIGHER, rising_decides=True),
        compare(Measured(value=2, unit="rank", qualifier="x"), several, "lower_is_better"),
        compare(Measured(value=4), several, "lower_is_better"),
        compare(Measured(judgement=True), parse_target("Tiên tiến"), HIGHER),
        compare(Measured(value=45), parse_target("40% - 50%"), HIGHER),
    ]
    deadlines = [
        parse_deadline("6/2025", month_day=25),
        parse_deadline("trước ngày 15/7/2025", before_inclusive=True),
        parse_deadline("Năm 2025 và những năm tiếp theo", following_years_judged=True),
        parse_deadline("30 ngày sau khi Trung ương ban hành"),
        parse_deadline(""),
    ]
    targets = [parse_target("≥ 3.000"), parse_target("15", "% GRDP"), parse_target("Không"), several]
    cells = [
        *map(REGISTRY.split, ("", "- Sở Y tế (nhiệm vụ 1,3), Sở Phép thuật", "Các sở, ban, ngành liên quan,…")),
        *(REGISTRY.split(task.lead) for task in TIEN_GIANG.tasks),
    ]
    assert PLAN.regime is not None and PLAN.derives is not None
    links = tiendo.suggest_links(TIEN_GIANG, PLAN)
    day = datetime.date(2025, 7, 1)
    lists = tiendo.code_lists()
    regime = tiendo.parse_regime("Định kỳ hằng tháng (trước ngày 20) báo cáo Sở Khoa học và Công nghệ")
    others = [
        parse_deadline("Trước ngày 15/12 hằng năm").recurring_day, regime, *regime.rules,
        tiendo.read_sentence("Tỷ lệ hồ sơ trực tuyến đạt trên 55%"),
        tiendo.Roster(group="g", agencies=["a"]), tiendo.ReportingQuery(periods=["2025"], calendar=tiendo.Calendar.builtin()),
        RECORDS, *RECORDS.observations, *RECORDS.submissions, *RECORDS.exemptions, tiendo.Limits(), tiendo.Limits(tasks=5),
        *(REGISTRY.succession(id, day) for id in ("so-nv", "so-tttt", "ubnd-tp-my-tho")), *lists, *lists[0].codes,
        tiendo.Due(written=day, timely=day, shifted=day, due=day), *PLAN.rows, *TIEN_GIANG.rows, *PLAN.deadlines,
        *(cell for indicator in PLAN.indicators for cell in indicator.targets),
    ]
    findings = (*TIEN_GIANG.lint(), *compare_plans(PLAN, Plan.builtin("ha-tinh-42-ctr-tu")))
    return [
        *cells, *(part for cell in cells for part in cell.agencies), REGISTRY, OWN_REGISTRY, *REGISTRY.agencies,
        *OWN_REGISTRY.agencies, *REGISTRY.groups, *OWN_REGISTRY.groups,
        *(agency.ended for agency in REGISTRY.agencies if agency.ended), *findings,
        *(place for finding in findings for place in finding.places), *links, PLAN.derives, *PLAN.derives.indicators,
        TIEN_GIANG, *TIEN_GIANG.body, *TIEN_GIANG.indicators, *Plan.builtin("dak-lak-146").indicators,
        *(other for indicator in TIEN_GIANG.indicators for other in indicator.other_codes),
        parse_number("3.000"), *targets, *results, *deadlines, *(part for result in results for part in result.parts),
        *(result.why for result in results), deadlines[0].why, deadlines[3].awaits[0], deadlines[4].notes[0],
        targets[0].notes[0].span, Measured(), Measured(present=False), Measured(value="0.5", full_years=(1, 2)),
        PLAN, PLAN.regime, *PLAN.regime.rules, *(rule.due for rule in PLAN.regime.rules), *PLAN.implements,
        *PLAN.footnotes, *PLAN.pillars, *PLAN.indicators, *PLAN.tasks,
        *(item for task in PLAN.tasks for item in task.items), *reporting_specimens(), *others, *assessment_specimens(),
    ]


def test_every_class_has_a_specimen() -> None:
    classes = {item for item in vars(tiendo).values() if inspect.isclass(item)} - {TiendoError}
    assert {type(item) for item in specimens() if item is not None} == classes


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_objects_pickle_and_copy(protocol: int) -> None:
    for item in specimens():
        for again in (pickle.loads(pickle.dumps(item, protocol)), copy.copy(item), copy.deepcopy(item)):
            assert again == item and type(again) is type(item) and repr(again) == repr(item)
            assert hash(again) == hash(item)


def test_options_survive_pickling() -> None:
    for item in specimens():
        twice = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(item))))
        assert getattr(twice, "why", None) == getattr(item, "why", None)


def test_indicators_share_their_plan_in_a_pickle() -> None:
    assert len(pickle.dumps(PLAN.indicators)) < 1.5 * len(pickle.dumps(PLAN))


def test_objects_are_frozen() -> None:
    for item in specimens():
        names = [name for name in dir(item) if not name.startswith("_")]
        for name in names:
            with pytest.raises(AttributeError):
                setattr(item, name, None)
        with pytest.raises(AttributeError):
            item.anything = 1
    with pytest.raises(TypeError):
        PLAN.rows[0].targets[2030] = None  # type: ignore[index]


def test_equality_is_by_content() -> None:
    assert parse_target("≥ 5") == parse_target("≥ 5") != parse_target("≥ 6")
    assert parse_target("≥ 5") != parse_deadline("≥ 5") and parse_target("≥ 5") != "≥ 5"
    assert Plan.from_json(PLAN.to_json()) == PLAN == Plan.from_json(PLAN.to_json().encode())
    assert PLAN.indicator("1") == PLAN.indicators[0] != PLAN.indicators[1]
    assert len({parse_number("1,5"), parse_number("1.5"), tiendo.Numeral(value=Decimal("1.5"), ambiguous=False)}) == 1


def test_repr() -> None:
    assert repr(parse_target("(*[1])")).startswith("MilestoneTarget(kind='deferred', rising=False, footnote='1'")
    assert repr(parse_target("Không")) == "MilestoneTarget(kind='presence', present=False, rising=False, text='Không')"
    assert repr(parse_deadline("x").notes[0]).startswith("Note(code='")
    assert repr(Measured(value=0, full_years=(1, "2.50"))) == (
        "Measured(value=Decimal('0'), full_years=(Decimal('1'), Decimal('2.5')))"
    )
    assert repr(PLAN.task(4)).startswith("Task(number=4, title='")
    assert all("object at 0x" not in repr(item) for item in specimens())


def test_match() -> None:
    match parse_target("≥ 50%"):
        case tiendo.MilestoneTarget("at_least", value, unit="percent"):
            assert value == 50
        case _:
            pytest.fail("no match")


@pytest.mark.parametrize("number", [5, "5", "5.0", "5,0", " 5 ", Decimal(5), Decimal("5E0"), Decimal("5.000"), Index(5)])
def test_numbers_that_are_taken(number: Any) -> None:
    assert Measured(value=number).value == Decimal(5)


@pytest.mark.parametrize("number", [5.0, True, b"5", [5], datetime.date(2025, 1, 1)])
def test_numbers_that_are_refused(number: Any) -> None:
    given: list[dict[str, Any]] = [{"value": number}, {"full_years": (1, number)}]
    for arguments in given:
        with pytest.raises(TypeError, match="float|bool|bytes|list|date"):
            Measured(**arguments)


@pytest.mark.parametrize(
    "number",
    [
        *("", "x", "1.234", "1.200", "1e3", "0.0000001", 10**19, 10**5000),
        *map(Decimal, ("NaN", "Infinity", "1E+999999", "1E-999999", "0.0000001")),
    ],
    ids=range(13),
)
def test_numbers_that_are_no_exact_decimal(number: Any) -> None:
    with pytest.raises(TiendoError) as caught:
        Measured(value=number)
    assert (caught.value.code, caught.value.path) == ("bad-number", "value")


def test_other_types_are_refused() -> None:
    day = datetime.datetime(2025, 1, 1)
    for wrong in (
        lambda: PLAN.milestone_on(day),
        lambda: PLAN.milestone_on("2025-01-01"),  # type: ignore[arg-type]
        lambda: PLAN.task(True),
        lambda: PLAN.task(1.0),  # type: ignore[arg-type]
        lambda: PLAN.indicator(1),  # type: ignore[arg-type]
        lambda: parse_deadline("6/2025", month_day=True),
        lambda: parse_deadline("6/2025", month_day=5.0),  # type: ignore[arg-type]
        lambda: parse_deadline("6/2025", before_inclusive=1),  # type: ignore[arg-type]
        lambda: parse_deadline("6/2025", 5),  # type: ignore[call-arg]
        lambda: parse_target(5),  # type: ignore[arg-type]
        lambda: parse_target(None),  # type: ignore[arg-type]
        lambda: parse_number(0.7),  # type: ignore[arg-type]
        lambda: Measured(5),  # type: ignore[call-arg]
        lambda: Measured(present=1),  # type: ignore[arg-type]
        lambda: Plan.from_json(bytearray(b"{}")),  # type: ignore[arg-type]
        lambda: compare(5, parse_target("5"), HIGHER),  # type: ignore[arg-type]
        lambda: compare(Measured(), "5", HIGHER),  # type: ignore[arg-type]
        lambda: compare(Measured(), parse_target("5"), HIGHER, True),  # type: ignore[call-arg]
        lambda: compare_targets(parse_target("5"), "5", HIGHER),  # type: ignore[arg-type]
        lambda: split_agencies(None),  # type: ignore[arg-type]
        lambda: REGISTRY.succession("so-nv", day),
        lambda: PLAN.lint("registry"),  # type: ignore[arg-type]
        lambda: compare_plans(PLAN, "ha-tinh-42-ctr-tu"),  # type: ignore[arg-type]
        lambda: tiendo.MilestoneTarget(),  # type: ignore[call-arg]
        lambda: tiendo.Plan(),
    ):
        with pytest.raises(TypeError):
            wrong()


def test_a_percent_sign_is_the_unit() -> None:
    assert Measured(value=45, unit="%") == Measured(value=45, unit="percent")


def test_options_that_are_refused() -> None:
    for day in (0, 32, -1, 10**20):
        with pytest.raises(TiendoError) as caught:
            parse_deadline("6/2025", month_day=day)
        assert (caught.value.code, caught.value.path) == ("bad-option", "month_day")
    with pytest.raises(TiendoError, match="one of `higher_is_better`, `lower_is_better`") as caught:
        compare(Measured(), parse_target("5"), "up")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("bad-option", "direction")
    with pytest.raises(TiendoError) as caught:
        parse_deadline("").notes[0].sentence("fr")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("bad-option", "lang")
    with pytest.raises(TiendoError) as caught:
        Measured(value=1, present=True)
    assert caught.value.code == "bad-value"


def test_unknown_codes_and_numbers_give_none() -> None:
    assert PLAN.indicator("51.7") is None
    assert all(PLAN.task(number) is None for number in (0, -1, 10**20))


def test_a_registry_of_ones_own() -> None:
    assert OWN_REGISTRY != REGISTRY == pickle.loads(pickle.dumps(REGISTRY))
    (known,) = OWN_REGISTRY.split("SM").agencies
    (unknown,) = REGISTRY.split("SM").agencies
    assert ((known.kind, known.id), (unknown.kind, unknown.id)) == (("agency", "x"), ("unknown", None))
    assert OWN_REGISTRY.find("sở mẫu") == OWN_REGISTRY.agency("x") and REGISTRY.find("Sở Mẫu") is None
    assert OWN_REGISTRY.find("Các sở") is None
    with pytest.raises(TiendoError) as caught:
        tiendo.Registry.from_json('{"schemaVersion": 1, "groups": [], "agencies": [], "x": 1}')
    assert (caught.value.code, caught.value.path) == ("unknown-field", "x")


def test_the_registry_that_is_given_is_used() -> None:
    nobody = tiendo.Registry.from_json(b'{"schemaVersion": 1, "groups": [], "agencies": []}')
    assert TIEN_GIANG.lint() == TIEN_GIANG.lint(None) == TIEN_GIANG.lint(registry=REGISTRY) != TIEN_GIANG.lint(nobody)
    parent = Plan.builtin("ha-tinh-42-ctr-tu")
    assert compare_plans(PLAN, parent) == compare_plans(PLAN, parent, registry=REGISTRY)


def test_succession() -> None:
    before, after = datetime.date(2025, 2, 28), datetime.date(2025, 3, 1)
    came_of = [[registry.succession(id, day) for day in (before, after)] for registry, id in
               ((REGISTRY, "so-tttt"), (OWN_REGISTRY, "old"))]
    assert came_of == [
        [tiendo.SuccessionSame(), tiendo.SuccessionSucceeded(successor="so-khcn")],
        [tiendo.SuccessionSame(), tiendo.SuccessionOrphaned()],
    ]
    assert [which.kind for which in came_of[1]] == ["same", "orphaned"]


def test_spans_of_agencies_are_indices_of_the_text() -> None:
    cell = split_agencies("- Sở Y tế; Sở Phép thuật")
    assert [cell.text[part.span.start : part.span.end] for part in cell.agencies] == ["Sở Y tế", "Sở Phép thuật"]


def test_an_indicator_is_found_by_any_code_it_was_published_under() -> None:
    indicator = TIEN_GIANG.indicator("26")
    assert indicator is not None and indicator == TIEN_GIANG.indicator("6")
    assert (indicator.code, pickle.loads(pickle.dumps(indicator))) == ("6", indicator)


def test_what_the_plan_says_outside_the_cells() -> None:
    undated = Plan.builtin("dak-lak-146").indicator("1")
    assert undated is not None and undated.undated == "đạt tối thiểu 25%" and not undated.targets
    assert PLAN.derives is not None and PLAN.derives.plan == "ha-tinh-42-ctr-tu" and TIEN_GIANG.derives is None
    assert len(TIEN_GIANG.body) == 4 and PLAN.body == ()


def test_findings() -> None:
    finding = TIEN_GIANG.lint()[0]
    assert (finding.sentence("vi"), finding.sentence("en")) == (finding.vi, finding.en) and finding.vi != finding.en
    with pytest.raises(TiendoError) as caught:
        finding.sentence("fr")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("bad-option", "lang")
    with pytest.raises(TiendoError) as caught:
        compare_plans(PLAN, TIEN_GIANG)
    assert (caught.value.code, caught.value.path) == ("unknown-plan", "derives.plan")


def test_compare_targets() -> None:
    asked = parse_target("≥ 60%")
    cases: list[tuple[str, str | None]] = [("70%", "stronger"), ("≥ 60%", "equal"), ("50%", "weaker"), ("Có", None)]
    assert [(text, compare_targets(parse_target(text), asked, HIGHER)) for text, _ in cases] == cases
    with pytest.raises(TiendoError) as caught:
        compare_targets(asked, asked, "up")  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.path) == ("bad-option", "direction")


def test_an_error_says_where() -> None:
    with pytest.raises(ValueError) as caught:
        Plan.from_json('{"schemaVersion": 1,\n "colour": "red"}')
    error = caught.value
    assert isinstance(error, TiendoError)
    assert (error.code, error.path, error.row, error.span) == ("unknown-field", "colour", 2, None)
    assert error.column and error.expected and str(error).startswith("unknown-field at colour (line 2, column ")


def test_errors_pickle() -> None:
    span = parse_target("≥ 3.000").notes[0].span
    for error in (
        TiendoError("m", "bad-value", "a.b", 1, 2, span, "x"),
        pytest.raises(TiendoError, parse_number, "x").value,
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (TiendoError, str(error), vars(error))


def test_results_read_back_from_their_json() -> None:
    seen = set()
    for item in specimens():
        if isinstance(item, Record) and (item.to_json(), type(item)) not in seen:
            seen.add((item.to_json(), type(item)))
            again = type(item).from_json(item.to_json().encode())
            assert again == item and type(again) is type(item) and again.to_dict() == item.to_dict()
    assert len({of for _, of in seen}) > 40


def test_a_result_is_written_as_core_writes_it() -> None:
    year = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
    asked = owed(PLAN, *year, ["so-nv", "so-khcn", "Xã Mẫu"], day_off_shift="next_working_day", grace_days=2)
    judged = asked.timeliness(exemptions=[OWN_EXEMPTION], today=datetime.date(2025, 7, 1))
    for written, results in (
        (json.loads(asked.to_json())["reports"], asked), (json.loads(judged.to_json())["reports"], judged.reports),
        (json.loads(judged.to_json())["byAgency"], judged.by_agency),
    ):
        assert [result.to_dict() for result in results] == written and len(written) > 2
    plan = json.loads(PLAN.to_json())
    assert [indicator.to_dict() for indicator in PLAN.indicators] == plan["indicators"]
    assert [task.to_dict() for task in PLAN.tasks] == plan["tasks"]
    registry = json.loads(REGISTRY.to_json())
    assert [agency.to_dict() for agency in REGISTRY.agencies] == registry["agencies"]


@pytest.mark.parametrize(
    "kind, text",
    [
        (tiendo.Numeral, '{"value": 5, "ambiguous": false}'), (tiendo.Numeral, "{"), (tiendo.Numeral, b"\xff"),
        (tiendo.Numeral, "\ud800"), (tiendo.Why, "{}"),
        (tiendo.SuccessionSame, '{"kind": "orphaned"}'), (tiendo.NamedAgency, '{"%s": 1}' % ("x" * 100_000)),
        (tiendo.Deadline, "[" * 100_000), (tiendo.Comparison, '{"verdict": "met"}'),
    ],
    ids=range(9),
)
def test_what_is_no_result(kind: Any, text: str | bytes) -> None:
    with pytest.raises(TiendoError) as caught:
        kind.from_json(text)
    error = caught.value
    assert error.code in ("bad-json", "bad-value", "bad-text", "too-deep") and error.expected and error.expected_vi and len(str(error)) < 500
    assert error.sentence("vi") != error.sentence("en")


def test_every_list_of_codes() -> None:
    lists = {codes.name: tuple(code.code for code in codes.codes) for codes in tiendo.code_lists()}
    constants = {name: of for name, of in vars(tiendo).items() if name.isupper() and isinstance(of, tuple)}
    assert sorted(lists.values()) == sorted(constants.values())
    assert lists.keys() == {name for name, of in vars(tiendo).items() if get_origin(of) is Literal}
    for codes in tiendo.code_lists():
        assert get_args(getattr(tiendo, codes.name)) == lists[codes.name]
        assert all(tiendo.label(codes.name, code.code, "en") == code.en for code in codes.codes)
    for code in tiendo.NOTE_CODES:
        assert tiendo.note_sentence(code) != tiendo.note_sentence(code, "en")
    for reason in tiendo.REASONS:
        assert tiendo.reason_sentence(reason) != tiendo.reason_sentence(reason, "en")
    for wrong in (("Colour", "red"), ("Verdict", "red")):
        with pytest.raises(TiendoError) as caught:
            tiendo.label(*wrong)
        assert caught.value.code == "bad-option"


def test_limits() -> None:
    long = "x" * 11
    limits = tiendo.Limits(text_chars=10)
    assert (limits.text_chars, limits.tasks) == (10, tiendo.Limits().tasks)
    assert limits == tiendo.Limits.from_json('{"textChars": 10}') != tiendo.Limits()
    own = tiendo.Registry.from_json('{"schemaVersion": 1, "groups": [], "agencies": []}', limits=limits)
    for refused in (
        lambda: parse_target(long, limits=limits), lambda: parse_deadline(long, limits=limits), lambda: own.split(long),
        lambda: pickle.loads(pickle.dumps(own)).split(long), lambda: Plan.from_json(PLAN.to_json(), limits=limits),
        lambda: tiendo.Calendar.from_json(tiendo.Calendar.builtin().to_json(), limits=limits),
        lambda: tiendo.Records.from_json(RECORDS.to_json().replace("made up", long), limits=limits),
    ):
        with pytest.raises(TiendoError) as caught:
            refused()
        assert caught.value.code == "cell-too-long"
    few = Plan.from_json(TIEN_GIANG.to_json(), limits=tiendo.Limits(pairs=1))
    assert "limit-reached" in {finding.code for finding in few.lint()}
    with pytest.raises(TiendoError) as caught:
        tiendo.suggest_links(few, PLAN)
    assert caught.value.code == "too-many"
    with pytest.raises(TiendoError) as caught:
        owed(PLAN, periods=["2025-06"], agencies=["a", "b"], limits=tiendo.Limits(obligations=1))
    assert caught.value.code == "too-many"
    for wrong in (-1, 2**32, 10**30):
        with pytest.raises(TiendoError) as caught:
            tiendo.Limits(grace_days=wrong)
        assert (caught.value.code, caught.value.path) == ("bad-option", "grace_days")
    with pytest.raises(TypeError):
        tiendo.Limits(tasks=True)


def test_codes_sort_segment_by_segment() -> None:
    codes = ["7.10", "10", "7.2", "7", "a", "7.2"]
    assert sorted(codes, key=functools.cmp_to_key(tiendo.compare_codes)) == ["7", "7.2", "7.2", "7.10", "10", "a"]
    assert tiendo.compare_codes("7", "7") == 0


def test_a_roster_stands_for_its_groups() -> None:
    cell = REGISTRY.split("Sở Nội vụ; các sở, ban, ngành; Sở Lạ")
    found = REGISTRY.expand(cell, {"Các sở, ban, ngành": iter(["so-tc", "Sở Nội vụ", "Sở Khác"])})
    assert [part.id or part.name for part in found] == ["so-nv", "so-tc", "Sở Khác", "Sở Lạ"]
    for wrong in (["so-tc"], {"g": "so-tc"}, {1: ["so-tc"]}, None):
        with pytest.raises(TypeError):
            REGISTRY.expand(cell, wrong)  # type: ignore[arg-type]


def test_all_errors_of_a_file_come_at_once() -> None:
    with pytest.raises(TiendoError) as caught:
        Plan.from_json('{"schemaVersion": 1, "id": 3, "colour": "red"}')
    error = caught.value
    assert len(error.others) > 2 and not any(other.others for other in error.others)
    assert (error.code, error.path, error.others[0].code) == ("wrong-type", "id", "unknown-field")
    assert error.sentence() == f"Dòng 1, cột 28, `id`: sai kiểu; cần {error.expected_vi}."
    assert error.sentence("en").endswith(f"expected {error.expected}.")
    with pytest.raises(TiendoError) as refused:
        error.sentence("fr")  # type: ignore[arg-type]
    assert refused.value.code == "bad-option"
    again = pickle.loads(pickle.dumps(error))
    assert [vars(other) for other in again.others] == [vars(other) for other in error.others]


def public() -> list[tuple[str, Any]]:
    """Every class, function and method that is written by hand, with its dotted name."""
    items = [(name, getattr(tiendo, name)) for name in tiendo.__all__ if name != "__version__"]
    written = [(name, item) for name, item in items if name not in _results.__all__]
    methods = {
        getattr(item, member, None): f"{name}.{member}"
        for name, item in items
        if inspect.isclass(item)
        for member in dir(item)
        if not member.startswith("_") and hasattr(item, member) and callable(getattr(item, member))
        if not hasattr(ValueError, member)
    }
    return [("tiendo", tiendo), *written, *((name, method) for method, name in methods.items())]


HAND = {"datetime": datetime, "tiendo": tiendo}
"""What examples have at hand."""


def test_every_generated_class_is_described() -> None:
    for name in _results.__all__:
        item = getattr(tiendo, name)
        assert not inspect.isclass(item) or item.__doc__, name
    assert tiendo.__version__ == importlib.metadata.version("tiendo")


@pytest.mark.parametrize("name, item", public(), ids=[name for name, _ in public()])
def test_examples(name: str, item: Any) -> None:
    example = doctest.DocTestParser().get_doctest(inspect.getdoc(item) or "", dict(HAND), name, None, None)
    assert example.examples, "has no example"
    out: list[str] = []
    assert doctest.DocTestRunner(verbose=False).run(example, out=out.append).failed == 0, "".join(out)


def test_every_property_is_described() -> None:
    for name, item in public():
        if inspect.isclass(item) and item is not TiendoError:
            for member, value in vars(item).items():
                assert member.startswith("_") or value.__doc__, f"{name}.{member}"


def test_every_default_is_written_out() -> None:
    for name, item in public():
        if callable(item) and not inspect.isclass(item):
            assert "Ellipsis" not in str(inspect.signature(item)), name


def test_the_public_names_are_those_written_out() -> None:
    native = {name for name in _native.__all__ if not name.startswith("_")}
    assert native | {"TiendoError"} | set(_results.__all__) == set(tiendo.__all__)
    assert len(set(tiendo.__all__)) == len(tiendo.__all__)
    assert all(getattr(tiendo, name).__module__.startswith("tiendo") for name in native)


@pytest.mark.skipif("TIENDO_DIST" not in os.environ, reason="no packages were built")
def test_the_readme_runs_as_written_where_only_the_wheel_is_installed(tmp_path: Path) -> None:
    (wheel,) = Path(os.environ["TIENDO_DIST"]).glob("*.whl")
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", python.parents[1]], check=True)
    subprocess.run([python, "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel], check=True)
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    blocks = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    assert len(blocks) > 2
    for block in blocks:
        (tmp_path / "block.py").write_text(block, "utf-8")
        command = [str(python), "-I", "-X", "utf8", "block.py"]
        run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
        said = [said for said in re.findall(r"(?:^|[):] +)# (.*)$", block, re.MULTILINE) if said not in NOT_PRINTED]
        assert (run.stderr, run.stdout.splitlines()) == ("", said)


NOT_PRINTED = {
    "231/KH-UBND of Hà Tĩnh province, 2025", "what indicator 8 asks, read as a whole",
    "a commune's plan that derives from it", "due days for calendar programs", "as officials type it",
}
"""What the README's comments say beside what is printed."""


SIGNS = "≥ ≤ > < = % 50 0,7 1.200,5 01-02 ; , ( ) (*[1]) 6/2025 30/02/2026 2030 IV"
WORDS = f"{SIGNS} Có Không và trước ngày quý năm hằng sau khi".split()


def test_arbitrary_text_raises_nothing_else() -> None:
    chance = random.Random(231)
    letters = [*map(chr, range(0x250)), *"ế\u0301\u00a0\u200b\U0001f600\ud800\udfff\U0010ffff"]
    for _ in range(3000):
        source = WORDS if chance.random() < 0.6 else letters
        text = chance.choice(["", " "]).join(chance.choices(source, k=chance.randrange(12)))
        for read in (
            *(parse_number, parse_target, parse_deadline, Plan.from_json, PLAN.indicator, Plan.builtin),
            *(split_agencies, REGISTRY.agency, REGISTRY.find, tiendo.Registry.from_json),
            *(tiendo.Period, tiendo.date_in_vietnam, tiendo.Calendar.from_json, JUNE.to_ics),
            lambda text: JUNE.to_ics("2025-01-01T00:00:00Z", text),
            lambda text: tiendo.duties_of_month([JUNE], text, text),
        ):
            try:
                result = read(text)
            except TiendoError as error:
                assert error.code and pickle.loads(pickle.dumps(error)).code == error.code
            else:
                assert repr(result) and hash(result) is not None
                assert not isinstance(result, tiendo.MilestoneTarget | tiendo.Deadline | tiendo.AgencyCell) or result.text == text


def test_arbitrary_json_raises_nothing_else() -> None:
    chance = random.Random(231)
    registry: bytes = REGISTRY.__reduce__()[1][0].encode()
    readers: list[tuple[Callable[[bytes], object], bytes]] = [
        (Plan.from_json, PLAN.to_json().encode()),
        (tiendo.Registry.from_json, registry),
        (tiendo.Calendar.from_json, tiendo.Calendar.builtin().to_json().encode()),
    ]
    for read, whole in readers * 300:
        at = chance.randrange(len(whole))
        for text in (whole[:at], whole[:at] + chance.randbytes(2) + whole[at + 2 :], chance.randbytes(50)):
            try:
                read(text)
            except TiendoError as error:
                assert error.code and error.expected


def test_threads_and_memory() -> None:
    plan = Plan.builtin("ha-tinh-231")
    seen: list[str] = []
    threads = [threading.Thread(target=lambda: seen.extend(map(repr, plan.rows))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8 * len(plan.indicators) and len(set(seen)) <= len(plan.indicators)
    gc.collect()
    assert not gc.garbage


def test_the_package_holds_its_types() -> None:
    files = {file.name for file in resources.files("tiendo").iterdir()}
    assert {"py.typed", "_errors.py", "__init__.py"} <= files
    for kind in ("plan", "records", "registry", "calendar"):
        schema = resources.files("tiendo") / "schemas" / f"{kind}.schema.json"
        assert json.loads(schema.read_text("utf-8"))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_all_that_is_wrong_with_a_file_is_given_not_raised() -> None:
    errors = tiendo.validate("plan", '{"schemaVersion": 1, "id": 3, "colour": "red"}')
    assert [(error.code, error.path) for error in errors[:2]] == [("wrong-type", "id"), ("unknown-field", "colour")]
    assert all(isinstance(error, tiendo.TiendoError) and error.others == () for error in errors)
    assert tiendo.validate("plan", tiendo.Plan.builtin("ha-tinh-231").to_json()) == []
    with pytest.raises(tiendo.TiendoError, match="kind"):
        tiendo.validate("plans", "{}")  # type: ignore[arg-type]


@pytest.mark.skipif("TIENDO_DIST" not in os.environ, reason="no packages were built")
def test_wheel_and_sdist_hold_all_they_need() -> None:
    dist = Path(os.environ["TIENDO_DIST"])
    (wheel,) = dist.glob("*.whl")
    (sdist,) = dist.glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        in_wheel = archive.namelist()
        assert b"MIT License" in archive.read(next(name for name in in_wheel if name.endswith("LICENSE-MIT")))
    with tarfile.open(sdist) as archive:
        in_sdist = archive.getnames()
        assert all(member.isfile() for member in archive.getmembers() if "LICENSE" in member.name)
    for names in (in_wheel, in_sdist):
        results = "tiendo/generated/__init__.py", "tiendo/generated/_results.py", "tiendo/generated/_results.pyi"
        for end in (
            *("tiendo/py.typed", "tiendo/generated/_native.pyi", "tiendo/__init__.py", "LICENSE-MIT", "LICENSE-APACHE"), *results,
            "tiendo/schemas/plan.schema.json",
        ):
            assert any(name.endswith(end) for name in names), (end, names)
    for end in ("/Cargo.lock", "/core/src/lib.rs", "/core/plans/ha-tinh-231.json", "/core/README.md"):
        assert any(name.endswith(end) for name in in_sdist), (end, in_sdist)
    assert len(in_wheel) < 24, in_wheel


@pytest.mark.skipif("TIENDO_DIST" not in os.environ, reason="no packages were built")
def test_the_wheel_names_no_folder_of_the_machine_that_built_it() -> None:
    (wheel,) = Path(os.environ["TIENDO_DIST"]).glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            assert bytes(Path(__file__).parents[2]) not in archive.read(name), name
