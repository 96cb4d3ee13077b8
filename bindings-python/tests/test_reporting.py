"""Reporting as Python sees it: what is refused, what is kept, and the calendar file as another program reads it."""

import copy
import json
import pickle
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import icalendar
import pytest

import tiendo
from tiendo import Calendar, CalendarDay, GivenReport, Obligations, Period, Plan, Submission, TiendoError

def owed(
    plan: Plan, start: Any = None, end: Any = None, agencies: Any = (), effective: Any = None, **more: Any
) -> tiendo.Obligations:
    # By the day they are written for, as the cases here are told.
    more.setdefault("select_by", "written")
    return plan.obligations(
        tiendo.ReportingQuery(start=start, end=end, agencies=agencies, effective=effective, **more)
    )


def asked_for(rule: str, period: str, written: Any, before: bool = False, **more: Any) -> GivenReport:
    return GivenReport(rule=rule, period=period, written=written, before=before, **more)


PLAN = Plan.builtin("ha-tinh-231")
COMMUNE = Plan.builtin("tien-dien")
YEAR_2025 = date(2025, 1, 1), date(2026, 1, 1)
YEAR_2026 = date(2026, 1, 1), date(2027, 1, 1)
JUNE = owed(PLAN, date(2025, 6, 20), date(2025, 6, 21), ["so-nv", "so-tc", "so-yt"])
STAMP = "2026-01-02T10:11:12+07:00"


def sent(id: str, agency: str, day: date, **more: Any) -> Submission:
    fields: dict[str, Any] = {"recorded": day, "source": "example", "rule": "monthly", "period": "2025-06"} | more
    return Submission(id=id, date=day, agency=agency, **fields)


def exempt(**more: Any) -> tiendo.Exemption:
    day = date(2025, 6, 1)
    fields: dict[str, Any] = {"agency": "so-yt", "period": "2025-06", "reason": "đang sắp xếp tổ chức"} | more
    return tiendo.Exemption(id="e1", date=day, recorded=day, source="example", **fields)


def error(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(TiendoError) as caught:
        call()
    assert pickle.loads(pickle.dumps(caught.value)).code == caught.value.code
    return caught.value.code, caught.value.path


def test_periods() -> None:
    ids = ["2025-Q3", "2025-9M", "2025-12", "2025-Q4", "2025-H2", "2025", "2026-01"]
    periods = [Period(id) for id in ids]
    assert sorted(reversed(periods)) == periods and [str(period) for period in periods] == ids
    assert periods[0] < periods[1] <= periods[1] and max(periods).year == 2026
    assert len({Period("2025-06"), Period("2025-06")}) == 1 and Period("2025-06") != "2025-06"
    assert Period("2025-H1").label() == "6 tháng đầu năm 2025" != Period("2025-H1").label("en")
    assert (Period("2025-Q2").cycle, Period("2025-Q2").id) == ("quarterly", "2025-Q2")
    assert Period.holding("nine_monthly", date(2025, 11, 1)) is None is Period.holding("ad_hoc", date(2025, 1, 1))
    with pytest.raises(TypeError):
        assert Period("2025") < "2026"
    match Period("2025-06"):
        case Period("2025-06"):
            pass
        case _:
            pytest.fail("no match")


def test_what_is_no_period_or_day() -> None:
    assert error(lambda: Period("2025-13")) == ("bad-period", "period")
    assert error(lambda: Period("1899")) == ("year-out-of-range", "period")
    assert error(lambda: Period("\ud800")) == ("bad-text", "period")
    assert error(lambda: Period.holding("daily", date(2025, 1, 1))) == ("bad-option", "cycle")  # type: ignore[arg-type]
    assert error(lambda: tiendo.date_in_vietnam("2025-06-19T17:00:00")) == ("bad-date", "instant")
    assert error(lambda: JUNE.to_ics("today")) == ("bad-date", "stamp")
    assert error(lambda: JUNE.to_ics(STAMP, "fr")) == ("bad-option", "lang")  # type: ignore[arg-type]
    assert error(lambda: tiendo.duties_of_month([JUNE], "so-nv", "2025-Q2"))[0] == "bad-period"
    assert error(lambda: Calendar.builtin().status(date(2031, 1, 1))) == ("unknown-year", "calendar")
    later = CalendarDay(date=date(2031, 1, 1), off=True, name="x")
    assert error(lambda: Calendar.builtin().with_days([later]))[0] == "bad-value"


def test_calendars() -> None:
    calendar = Calendar.builtin()
    assert calendar == Calendar.from_json(calendar.to_json().encode()) == pickle.loads(pickle.dumps(calendar))
    changed = calendar.with_days(CalendarDay(date=day, off=True, name="Nghỉ") for day in (date(2026, 3, 2), date(2026, 11, 19)))
    assert changed != calendar and len(changed.days) == len(calendar.days) + 2
    assert (changed.status(date(2026, 3, 2)).off, calendar.status(date(2026, 3, 2)).off) == (True, False)
    assert changed.next_working_day(date(2026, 2, 28)) == date(2026, 3, 3)
    asked = owed(PLAN, *YEAR_2026, day_off_shift="next_working_day", calendar=changed)
    assert asked != owed(PLAN, *YEAR_2026, day_off_shift="next_working_day")
    unknown = owed(PLAN, date(2031, 1, 1), date(2032, 1, 1), day_off_shift="next_working_day")
    assert [finding.code for finding in unknown.findings] == ["calendar-unsourced"]
    assert all("next_working_day" not in report.steps for report in unknown)


MOMENT = datetime(2025, 6, 20)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: owed(PLAN, MOMENT, date(2026, 1, 1)),
        lambda: owed(PLAN, date(2025, 1, 1), MOMENT),
        lambda: owed(PLAN, "2025-01-01", date(2026, 1, 1)),
        lambda: owed(PLAN, *YEAR_2025, [], MOMENT),
        lambda: owed(PLAN, *YEAR_2025, "so-nv"),
        lambda: owed(PLAN, *YEAR_2025, b"so-nv"),
        lambda: owed(PLAN, *YEAR_2025, [1]),
        lambda: owed(PLAN, *YEAR_2025, 1),
        lambda: owed(PLAN, *YEAR_2025, [], None, []),  # type: ignore[call-arg]
        lambda: owed(PLAN, *YEAR_2025, grace_days=True),
        lambda: owed(PLAN, *YEAR_2025, grace_days=1.0),
        lambda: owed(PLAN, *YEAR_2025, before_inclusive=1),
        lambda: owed(PLAN, *YEAR_2025, day_off_shift=None),
        lambda: owed(PLAN, *YEAR_2025, given=["ad-hoc"]),
        lambda: owed(PLAN, *YEAR_2025, given=None),
        lambda: owed(PLAN, *YEAR_2025, calendar="vn"),
        lambda: asked_for("ad-hoc", "x", MOMENT),
        lambda: asked_for("ad-hoc", "x", date(2025, 1, 1), True, start=MOMENT),
        lambda: CalendarDay(date(2025, 1, 1), True, "x"),  # type: ignore[call-arg]
        lambda: CalendarDay(date=date(2025, 1, 1), off=True),  # type: ignore[call-arg]
        lambda: CalendarDay(date=date(2025, 1, 1), off=True, name="x", colour="red"),  # type: ignore[call-arg]
        lambda: Calendar.builtin().status(MOMENT),
        lambda: Calendar.builtin().with_days("x"),  # type: ignore[arg-type]
        lambda: Period.holding("monthly", MOMENT),
        lambda: Period(2025),  # type: ignore[arg-type]
        lambda: sent("s", "so-nv", MOMENT),
        lambda: sent("s", "so-nv", date(2025, 6, 1), recorded=MOMENT),
        lambda: sent("s", "so-nv", date(2025, 6, 1), returned=1),
        lambda: Submission("s"),  # type: ignore[call-arg]
        lambda: exempt(rule=1),
        lambda: JUNE.timeliness(),  # type: ignore[call-arg]
        lambda: JUNE.timeliness(today=MOMENT),
        lambda: JUNE.timeliness("s1", today=date(2025, 6, 22)),  # type: ignore[arg-type]
        lambda: JUNE.timeliness([exempt()], today=date(2025, 6, 22)),  # type: ignore[list-item]
        lambda: JUNE.timeliness([None], today=date(2025, 6, 22)),  # type: ignore[list-item]
        lambda: JUNE.to_ics(MOMENT),
        lambda: tiendo.date_in_vietnam(MOMENT),
        lambda: tiendo.duties_of_month(JUNE, "so-nv", "2025-06"),  # type: ignore[arg-type]
        lambda: tiendo.slack(JUNE, list(JUNE)),  # type: ignore[arg-type]
        lambda: JUNE["0"],  # type: ignore[call-overload]
        lambda: tiendo.Obligations(),
        lambda: tiendo.Tally(),  # type: ignore[call-arg]
    ],
)
def test_other_types_are_refused(wrong: Callable[[], object]) -> None:
    with pytest.raises(TypeError):
        wrong()


def test_a_bare_name_says_what_was_asked_for() -> None:
    with pytest.raises(TypeError, match="`agencies` is a list of items, not str"):
        owed(PLAN, *YEAR_2025, "so-nv")


def test_options_that_are_refused() -> None:
    given = asked_for("ad-hoc", "x", date(2025, 8, 15))
    cases: list[tuple[tuple[str, str], dict[str, Any]]] = [
        (("bad-option", "grace_days"), {"grace_days": 367}),
        (("bad-option", "grace_days"), {"grace_days": -1}),
        (("bad-option", "grace_days"), {"grace_days": 10**20}),
        (("bad-option", "day_off_shift"), {"day_off_shift": "later"}),
        (("bad-option", "agencies[1]"), {"agencies": ["so-nv", " "]}),
        (("bad-text", "agencies[1]"), {"agencies": ["so-nv", "\ud800"]}),
        (("duplicate-code", "agencies[1]"), {"agencies": ["so-nv", "Sở Nội vụ"]}),
        (("duplicate-code", "given[1].period"), {"given": [given, given]}),
        (("unknown-code", "given[0].rule"), {"given": [asked_for("monthly", "x", date(2025, 8, 15))]}),
        (("year-out-of-range", "given[0].written"), {"given": [asked_for("ad-hoc", "x", date(1, 1, 1))]}),
        (
            ("year-out-of-range", "given[0].start"),
            {"given": [asked_for("ad-hoc", "x", date(2025, 8, 15), start=date(1, 1, 1))]},
        ),
    ]
    for expected, arguments in cases:
        assert error(lambda: owed(PLAN, *YEAR_2025, **arguments)) == expected
    assert error(lambda: owed(PLAN, date(2026, 1, 1), date(2025, 1, 1))) == ("bad-option", "end")
    assert error(lambda: owed(PLAN, date(1, 1, 1), date(2025, 1, 1))) == ("year-out-of-range", "start")
    nobody = owed(PLAN, *YEAR_2025)
    one = sent("s1", "so-nv", date(2025, 6, 19))
    assert error(lambda: nobody.timeliness([one], today=date(2025, 7, 1))) == ("bad-option", "agencies")


def test_values_beyond_the_years_are_kept() -> None:
    early, late = date(1, 1, 1), date(9999, 12, 31)
    for item in (
        asked_for("ad-hoc", "x", early, start=early, end=late),
        CalendarDay(date=late, off=True, name="x"),
        sent("s", "so-nv", late, recorded=early),
        exempt(rule="monthly"),
    ):
        assert pickle.loads(pickle.dumps(item)) == item == copy.copy(item)
    for day in (early, late):
        assert error(lambda: JUNE.timeliness(today=day)) == ("year-out-of-range", "today")


def test_obligations_are_a_sequence() -> None:
    assert len(JUNE) == 3 == len(list(JUNE)) and JUNE[0] == next(iter(JUNE)) != JUNE[1]
    assert [report.agency for report in JUNE] == ["so-nv", "so-tc", "so-yt"] == [JUNE[at].agency for at in (0, 1, -1)]
    for beyond in (3, -4, 10**30, -(10**30)):
        with pytest.raises(IndexError):
            JUNE[beyond]
    assert JUNE[1] in JUNE and list(reversed(JUNE))[0] == JUNE[2]
    none = owed(COMMUNE, *YEAR_2026)
    assert not none and list(none) == [] and [finding.code for finding in none.findings] == ["no-effective-date"]
    assert owed(COMMUNE, *YEAR_2026, (), date(2026, 1, 1)) and JUNE and not JUNE.findings
    assert owed(PLAN, *YEAR_2025, iter(["so-nv"])).reporting_units[0].name == "Sở Nội vụ"
    assert owed(PLAN, *YEAR_2025, []) == owed(PLAN, *YEAR_2025) != owed(PLAN, *YEAR_2025, ["so-nv"])


@pytest.mark.parametrize("before", [0, 10])
def test_slices(before: int) -> None:
    asked = owed(PLAN, *YEAR_2025, ["so-nv", "so-tc"])
    whole = list(owed(PLAN, *YEAR_2025, ["so-nv", "so-tc"]))
    for _ in range(before):
        assert asked[-1] == whole[-1]
    bounds = [None, 0, 1, 3, -1, -4, 10**9, -(10**9)]
    for slice_ in [slice(start, stop, step) for start in bounds for stop in bounds for step in (None, 1, 2, -1, -3, 50)]:
        assert asked[slice_] == tuple(whole[slice_]), slice_
    with pytest.raises(ValueError):
        asked[::0]


def test_one_of_many_is_made_alone() -> None:
    asked = owed(PLAN, *YEAR_2025, [f"Xã {number}" for number in range(20_000)])
    tracemalloc.start()
    assert asked[7].agency == "Xã 7" and [of.agency for of in asked[8:10]] == ["Xã 8", "Xã 9"]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 100_000 < len(asked)


def test_periods_in_place_of_days() -> None:
    asked = owed(PLAN, periods=[Period("2025-06"), "2025-Q2"], agencies=["so-nv"])
    assert [of.period for of in asked] == ["2025-Q2", "2025-06"] and pickle.loads(pickle.dumps(asked)) == asked
    assert error(lambda: owed(PLAN)) == ("bad-option", "start")
    assert error(lambda: owed(PLAN, *YEAR_2025, periods=["2025"])) == ("bad-option", "periods")
    assert error(lambda: owed(PLAN, periods=["2025", "2025-13"])) == ("bad-period", "periods[1]")
    assert error(lambda: owed(PLAN, periods=["2025", "2025"])) == ("duplicate-code", "periods[1]")


def test_a_roster_names_the_bodies_of_a_group() -> None:
    group = "các sở, ban, ngành"
    asked = owed(PLAN, periods=["2025-06"], agencies=["so-nv", group], roster={group: ["so-tc", "so-nv"]})
    assert [unit.id for unit in asked.reporting_units] == ["so-nv", "so-tc"]
    assert pickle.loads(pickle.dumps(asked)) == asked
    twice = {group: ["so-tc"], "cac-so-ban-nganh": ["so-nv"]}
    assert error(lambda: owed(PLAN, periods=["2025"], roster=twice, agencies=[group]))[0] == "duplicate-code"


def test_a_question_in_json_is_the_same_question() -> None:
    question = {"start": "2025-06-01", "end": "2025-07-01", "agencies": ["so-nv"], "graceDays": 2}
    query = tiendo.ReportingQuery.from_json(json.dumps(question))
    same = tiendo.ReportingQuery(start=date(2025, 6, 1), end=date(2025, 7, 1), agencies=["so-nv"], grace_days=2)
    assert query == same and json.loads(same.to_json()) == question
    assert PLAN.obligations(query) == owed(PLAN, date(2025, 6, 1), date(2025, 7, 1), ["so-nv"], grace_days=2, select_by="due")
    own = Calendar.builtin().with_days([CalendarDay(date=date(2025, 6, 19), off=True, name="x")])
    limits = tiendo.Limits(reports=5)
    whole = tiendo.ReportingQuery(
        periods=[Period("2025-Q2")], roster={"g": ["a"]}, given=[asked_for("ad-hoc", "x", date(2025, 8, 15))],
        calendar=own, registry=tiendo.Registry.builtin(), limits=limits, day_off_shift="next_working_day",
    )
    assert tiendo.ReportingQuery.from_json(whole.to_json()) == whole == pickle.loads(pickle.dumps(whole))
    assert whole.calendar is own and whole.limits == limits
    for wrong, expected in (
        ({"colour": "red"}, ("unknown-field", "colour")), ({"graceDays": -1}, ("bad-option", "graceDays")),
        ({"dayOffShift": "soon"}, ("bad-option", "dayOffShift")),
    ):
        assert error(lambda: tiendo.ReportingQuery.from_json(json.dumps(question | wrong))) == expected


def test_one_id_is_of_one_record() -> None:
    one = sent("s1", "so-nv", date(2025, 6, 18))
    assert JUNE.timeliness([one, one], today=date(2025, 6, 22)).total.on_time == 1
    other = sent("s1", "so-nv", date(2025, 6, 19))
    assert error(lambda: JUNE.timeliness([one, other], today=date(2025, 6, 22)))[0] == "conflicting-record"


def test_a_rule_says_when_it_is_due() -> None:
    assert PLAN.regime is not None
    monthly, *_ = PLAN.regime.rules
    due = monthly.due_in(
        "2025-11", tiendo.ReportingQuery(day_off_shift="previous_working_day", grace_days=1)
    )
    assert due is not None and (due.written, due.due) == (date(2025, 11, 20), date(2025, 11, 20))
    assert monthly.due_in(Period("2025-11")) == tiendo.Due(
        written=date(2025, 11, 20), timely=date(2025, 11, 19), shifted=date(2025, 11, 19), due=date(2025, 11, 19)
    )
    assert error(lambda: monthly.due_in("2025"))[0] == "bad-period"
    assert error(lambda: monthly.due_in("2025-11", tiendo.ReportingQuery(grace_days=367))) == ("bad-option", "grace_days")


def test_a_report_says_how_its_day_follows() -> None:
    given = asked_for("ad-hoc", "Công văn 12/VP", date(2025, 11, 22), True, end=date(2025, 11, 1))
    asked = owed(PLAN, 
        date(2025, 11, 22), date(2025, 12, 1), ["so-khcn", "so-nv"], given=[given], day_off_shift="next_working_day",
        grace_days=2, decree_09_cutoff=True,
    )
    reports = {(report.rule, report.agency): report for report in asked}
    year = reports["year", "so-nv"]
    assert (year.written, year.due) == (date(2025, 11, 30), date(2025, 12, 3))
    assert year.steps == ("before", "next_working_day", "grace") and year.unsourced_days == ()
    assert year.why.dates["shifted"] == date(2025, 12, 1) and year.why.numbers["grace_days"] == Decimal(2)
    assert year.cutoff is not None
    assert (year.cutoff.from_, year.cutoff.to, year.cutoff.rule) == (
        date(2024, 12, 15), date(2025, 12, 14), "decree_09_2019",
    )
    assert (year.cycle, year.recipient, year.plan) == ("yearly", "Sở Khoa học và Công nghệ", "ha-tinh-231")
    assert year.feeds == ("Ủy ban nhân dân tỉnh",) and year.exempt is None
    own = reports["year", "so-khcn"].exempt
    assert own is not None and own.reason == "recipient" and own.sentence("en").startswith("Exempt: ")
    assert reports["ad-hoc", "so-nv"].label("en") == 'the report "Công văn 12/VP"'
    assert [finding.code for finding in asked.findings] == ["cutoff-after-due"]


def test_timeliness() -> None:
    records = [
        sent("s1", "Sở Nội vụ", date(2025, 6, 18), returned=True),
        sent("s2", "so-nv", date(2025, 6, 20)),
        sent("s3", "so-tc", date(2025, 6, 19)),
        sent("s4", "so-tc", date(2025, 6, 19), period="2031-06"),
    ]
    result = JUNE.timeliness(iter(records), [exempt()], today=date(2025, 6, 22))
    assert [(report.standing, report.days, report.submitted, report.returned) for report in result.reports] == [
        ("late", 1, date(2025, 6, 20), True),
        ("on_time", None, date(2025, 6, 19), False),
        ("exempt", None, None, False),
    ]
    assert [report.label() for report in result.reports] == ["Trễ hạn", "Đúng hạn", "Không phải nộp"]
    assert result.reports is result.reports and result.unmatched == ("s4",) and result.today == date(2025, 6, 22)
    last = result.reports[-1].obligation
    assert last.exempt is not None and (last.exempt.reason, last.exempt.text) == ("recorded", "đang sắp xếp tổ chức")
    assert last != JUNE[-1] and result.reports[-1].why != last.why == JUNE[-1].why
    total = result.total
    assert (total.on_time, total.late, total.missing, total.not_due, total.exempt, total.undated) == (1, 1, 0, 0, 1, 0)
    assert (total.expected, total.on_time_rate, total.submitted_rate) == (2, Decimal(50), Decimal(100))
    assert [(of.key, of.rank, of.tally.expected) for of in result.by_agency] == [
        ("so-nv", 2, 1), ("so-tc", 1, 1), ("so-yt", None, 0),
    ]
    assert result.by_agency[2].tally.on_time_rate is None
    assert [of.key for of in (*result.by_period, *result.by_cycle)] == ["2025-06", "monthly"]
    (sentence,) = result.sentences()
    assert sentence == "Báo cáo tháng 6/2025 (hạn 19/6/2025): 1/2 đơn vị đúng hạn; trễ hạn: Sở Nội vụ (1 ngày)."
    assert result.sentences("en") != result.sentences("vi") and error(lambda: result.reminders(-1)) == ("bad-option", "within_days")
    assert error(lambda: result.sentences("fr")) == ("bad-option", "lang")  # type: ignore[arg-type]
    again = JUNE.timeliness(records, [exempt()], today=date(2025, 6, 22))
    assert again == result != JUNE.timeliness(records, today=date(2025, 6, 22)) and hash(again) == hash(result)
    counted = owed(PLAN, date(2025, 6, 20), date(2025, 6, 21), ["so-nv"], count_returned=True)
    assert counted.timeliness(records, today=date(2025, 6, 22)).reports[0].standing == "on_time"


def test_reminders_and_duties() -> None:
    (first, *_) = JUNE.timeliness(today=date(2025, 6, 15)).reminders(4)
    assert (first.agency, first.missing, first.due_soon) == ("so-nv", 0, 1) and "còn 4 ngày" in first.text
    assert JUNE.timeliness(today=date(2025, 6, 15)).reminders(3) == ()
    duties = tiendo.duties_of_month((plan for plan in [JUNE]), "Sở Nội vụ", "2025-06", "en")
    assert [(duty.rule, duty.due) for duty in duties] == [
        ("quarterly", date(2025, 6, 9)), ("half-year", date(2025, 6, 9)), ("monthly", date(2025, 6, 19)),
    ]
    assert {(duty.plan, duty.feeds) for duty in duties} == {("ha-tinh-231", ("Ủy ban nhân dân tỉnh",))}
    assert tiendo.duties_of_month([], "so-nv", "2025-06") == ()
    # What the obligations were asked with holds; their days and bodies do not matter.
    asked = owed(COMMUNE, *YEAR_2026, effective=date(2026, 1, 1), grace_days=2)
    both = tiendo.duties_of_month([JUNE, asked], "Xã Mẫu", "2027-01")
    assert [(duty.plan, duty.due) for duty in both if duty.due] == [
        ("tien-dien", date(2027, 1, 16)), ("ha-tinh-231", date(2027, 1, 19)),
    ]


def test_results_share_their_obligations_in_a_pickle() -> None:
    asked = owed(PLAN, *YEAR_2025, [f"Xã {number}" for number in range(40)])
    results = [asked.timeliness(today=date(2025, month, 1)) for month in range(1, 13)]
    assert len(pickle.dumps(results)) < 1.5 * len(pickle.dumps(results[0]))
    assert pickle.loads(pickle.dumps(results)) == results
    again = pickle.loads(pickle.dumps(results[0]))
    assert (again.reports, again.sentences()) == (results[0].reports, results[0].sentences())


def test_sixty_thousand_reports() -> None:
    agencies = [f"Xã số {number}" for number in range(2000)]
    asked = owed(PLAN, *YEAR_2026, agencies)
    assert len(asked) > 30_000
    records = [
        sent(f"s{at}", report.agency or "", date(2026, 6, 1), rule=report.rule, period=report.period)
        for at, report in enumerate(asked)
    ]
    result = asked.timeliness(records, today=date(2026, 12, 31))
    reports = result.reports
    assert len(reports) == len(asked) == sum(of.tally.expected + of.tally.undated for of in result.by_agency)
    for at in range(0, len(asked), 97):
        assert asked[at].due == result.reports[at].obligation.due and result.total.expected


def test_going_through_many_holds_few() -> None:
    asked = owed(PLAN, *YEAR_2026, [f"Xã {number}" for number in range(2000)])
    for go in (iter(asked), map(asked.__getitem__, range(len(asked)))):
        tracemalloc.start()
        count = sum(of.due is not None for of in go)
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert most < 3_000_000 and 0 < count <= len(asked)


# The file for calendar programs, as another program reads it.

HOSTILE = 'Báo cáo, tháng; \\n \\, "x": 100%\r\nEND:VEVENT\r\nBEGIN:VEVENT\n\tUID:x'
HOSTILE += "\x00\x07\x1b\x7f\x85\u2028😀👩‍🚒 " + "Ế" * 380


def as_text(words: str) -> str:
    """The words as sentences have them: control characters have no place there."""
    return "".join(" " if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 else c for c in words)


def hostile_plan() -> Plan:
    raw = json.loads(PLAN.to_json())
    raw["id"], raw["title"], raw["number"] = f"id {HOSTILE}"[:200], HOSTILE, f"{HOSTILE}/KH-UBND"
    for rule in raw["regime"]["rules"]:
        rule["code"], rule["recipient"] = f"{rule['code']};,\\\n\"😀", HOSTILE
        rule["reporters"], rule["text"] = f"các xã, {HOSTILE}", HOSTILE
    return Plan.from_json(json.dumps(raw))


def hostile_obligations() -> Obligations:
    plan = hostile_plan()
    assert plan.regime is not None
    (rule,) = [rule.code for rule in plan.regime.rules if rule.cycle == "ad_hoc"]
    days = [date(2025, 9, 1) + timedelta(days=at) for at in range(4)]
    given = [asked_for(rule, f"{day}{HOSTILE}", day) for day in days]
    names = [HOSTILE, "END:VEVENT", "Sở Nội vụ", "a;b,c\\d", "\r\n x", "xã\nMẫu", "x" * 500, "😀" * 40, "a.b", "a"]
    return owed(plan, *YEAR_2025, names, given=given)


AGENCIES = ["Sở Nội vụ", "so-tc", "Ủy ban nhân dân xã Kỳ Xuân, huyện Kỳ Anh; tỉnh Hà Tĩnh", "Phòng Văn hoá - Xã hội"]
MADE: dict[str, Callable[[], Obligations]] = {
    "231": lambda: owed(PLAN, *YEAR_2026, AGENCIES),
    "231, no body's": lambda: owed(PLAN, *YEAR_2026),
    "231, shifted": lambda: owed(PLAN, 
        *YEAR_2025, [*AGENCIES, "so-tttt"], day_off_shift="previous_working_day", grace_days=1
    ),
    "tien-dien": lambda: owed(COMMUNE, *YEAR_2026, AGENCIES, date(2026, 1, 1)),
    "hostile": hostile_obligations,
}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", MADE)
def test_the_calendar_file_as_icalendar_reads_it(name: str, lang: Any) -> None:
    asked = MADE[name]()
    file = asked.to_ics(STAMP, lang)
    raw = file.encode()
    assert file == MADE[name]().to_ics(STAMP, lang) == pickle.loads(pickle.dumps(asked)).to_ics(STAMP, lang)

    assert raw.endswith(b"\r\n") and raw.count(b"\r") == raw.count(b"\n") == raw.count(b"\r\n")
    lines = raw.split(b"\r\n")[:-1]
    assert lines and all(0 < len(line) <= 75 for line in lines)
    # Folded between characters, so that a program that reads line by line shows no halves.
    assert all(line.decode() for line in lines)
    assert not any(ord(c) < 0x20 and c not in "\r\n" or 0x7F <= ord(c) < 0xA0 for c in file)

    calendars = icalendar.Calendar.from_ical(raw, multiple=True)
    (calendar,) = calendars
    assert (str(calendar["VERSION"]), str(calendar["PRODID"])) == ("2.0", f"-//tiendo//tiendo//{lang.upper()}")
    events: list[Any] = calendar.walk("VEVENT")
    assert not calendar.errors and not any(event.errors for event in events)
    expected = [report for report in asked if report.due and not report.exempt]
    assert len(events) == len(expected) > 0
    uids = [str(event["UID"]) for event in events]
    assert len(set(uids)) == len(uids)
    names = {unit.agency: unit.name for unit in asked.reporting_units}
    for event, report in zip(events, expected):
        assert report.due is not None
        start, end = event["DTSTART"], event["DTEND"]
        assert (start.params["VALUE"], end.params["VALUE"]) == ("DATE", "DATE")
        assert type(start.dt) is type(end.dt) is date
        assert (start.dt, end.dt) == (report.due, report.due + timedelta(days=1))
        assert event["DTSTAMP"].dt == datetime.fromisoformat(STAMP) == datetime(2026, 1, 2, 3, 11, 12, tzinfo=UTC)
        label = report.label(lang)
        summary = f"Hạn gửi {label}" if lang == "vi" else f"Due: {label}"
        body = f" – {names[report.agency]}" if report.agency is not None else ""
        assert str(event["SUMMARY"]) == as_text(summary + body)
        description = str(event["DESCRIPTION"])
        assert as_text(report.recipient) in description and as_text(report.why.sentence(lang)) in description
        assert event["TRANSP"] == "TRANSPARENT" and not event.subcomponents
        assert event.keys() == {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"}


def uids(asked: Obligations, lang: Any = "vi", stamp: str = STAMP) -> list[str]:
    events = icalendar.Calendar.from_ical(asked.to_ics(stamp, lang).encode()).walk("VEVENT")
    return [str(event["UID"]) for event in events]


@pytest.mark.parametrize("name", MADE)
def test_events_keep_their_uids_in_another_language(name: str) -> None:
    asked = MADE[name]()
    assert uids(asked) == uids(asked, "en") == uids(asked, "vi", "2027-05-06T07:08:09Z")


def by_report(asked: Obligations) -> dict[tuple[str, str, str | None], str]:
    dated = [report for report in asked if report.due and not report.exempt]
    return {(of.rule, of.period, of.agency): uid for of, uid in zip(dated, uids(asked), strict=True)}


def test_events_keep_their_uids_under_other_options() -> None:
    plain = by_report(owed(PLAN, *YEAR_2026, AGENCIES))
    options: list[dict[str, Any]] = [
        {"before_inclusive": True}, {"grace_days": 30}, {"day_off_shift": "next_working_day"},
        {"day_off_shift": "previous_working_day"}, {"decree_09_cutoff": True}, {"count_returned": True},
    ]
    for option in options:
        assert by_report(owed(PLAN, *YEAR_2026, AGENCIES, **option)) == plain
    # Under these the year holds other reports too.
    for other in (
        by_report(owed(PLAN, *YEAR_2026, AGENCIES, of_next_month=True)),
        by_report(owed(PLAN, *YEAR_2026, AGENCIES[:2])),
        by_report(owed(PLAN, date(2026, 6, 1), date(2027, 6, 1), AGENCIES)),
    ):
        both = plain.keys() & other.keys()
        assert len(both) > 20 and all(plain[key] == other[key] for key in both)
    # A body is the same by its id and by its name.
    assert uids(owed(PLAN, *YEAR_2026, ["so-nv"])) == uids(owed(PLAN, *YEAR_2026, ["Sở Nội vụ"]))


def test_all_plans_together_have_unique_uids() -> None:
    effective = date(2026, 1, 1)
    every = [
        id
        for plan in (Plan.builtin(id) for id in Plan.builtin_ids())
        for id in uids(owed(plan, *YEAR_2026, [*AGENCIES, "a.b", "a"], plan.regime and effective))
    ]
    assert len(set(every)) == len(every) > 100
