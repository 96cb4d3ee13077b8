"""What callers give: the forms that are taken, those that are refused by name, and rubbish, from which nothing dies."""

import datetime
import inspect
import json
import random
import threading
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import tiendo
from tiendo import TiendoError

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
DAY = datetime.date(2025, 6, 20)
PLAN = tiendo.Plan.builtin("ha-tinh-231")
QUERY = tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-nv", "so-tc"])
JUNE = PLAN.obligations(QUERY)
JUDGED = JUNE.timeliness(today=DAY)
REGISTRY, CALENDAR = tiendo.Registry.builtin(), tiendo.Calendar.builtin()
RECORDS = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')


def refused(call: Callable[[], object]) -> tuple[str, str]:
    with pytest.raises(TiendoError) as caught:
        call()
    return caught.value.code, caught.value.path


@pytest.mark.parametrize(
    "given, value, unit, present",
    [
        ("5,5", "5.5", None, None), ("1.200,5", "1200.5", None, None), ("1.200.000", "1200000", None, None),
        ("12,5%", "12.5", "percent", None), ("5 %", "5", "percent", None), ("Có", None, None, True),
        ("không", None, None, False), (-3, "-3", None, None), (Decimal("0.70"), "0.7", None, None),
        (None, None, None, None), (float("nan"), None, None, None),
    ],
)
def test_values_as_officials_type_them(given: Any, value: str | None, unit: str | None, present: bool | None) -> None:
    read = tiendo.Measured(value=given)
    assert (read.value, read.unit, read.present) == (value and Decimal(value), unit, present)


def test_a_value_that_may_be_a_thousand_times_another_is_refused() -> None:
    for text in ("1.234", "3.000"):
        with pytest.raises(TiendoError, match="Decimal") as caught:
            tiendo.Measured(value=text)
        assert (caught.value.code, caught.value.path) == ("bad-number", "value")
    assert refused(lambda: tiendo.Measured(value="12,5%", unit="đồng")) == ("bad-number", "value")
    assert refused(lambda: tiendo.Measured(value="≥ 5")) == ("bad-number", "value")
    assert refused(lambda: tiendo.Measured(full_years=("1", "1.234"))) == ("bad-number", "full_years[1]")
    with pytest.raises(TypeError, match="Decimal"):
        tiendo.Measured(value=0.7)  # type: ignore[arg-type]


def test_moments_are_days_in_vietnam() -> None:
    late = datetime.datetime(2025, 6, 19, 17, tzinfo=datetime.UTC)
    assert JUNE.timeliness(today=late).today == DAY == tiendo.date_in_vietnam(late)
    assert CALENDAR.status(late.replace(hour=16)) == CALENDAR.status(DAY - datetime.timedelta(days=1))
    assert JUNE.to_ics(late) == JUNE.to_ics("2025-06-19T17:00:00Z")
    with pytest.raises(TypeError, match="`today` is a datetime without a time zone.*date()"):
        JUNE.timeliness(today=datetime.datetime(2025, 6, 20))
    for beyond in (datetime.datetime.min, datetime.datetime.max):
        for zone in (datetime.UTC, VIETNAM, datetime.timezone(-datetime.timedelta(hours=7))):
            assert refused(lambda: CALENDAR.status(beyond.replace(tzinfo=zone)))[0] in ("year-out-of-range", "bad-date")


def test_numpy_and_pandas() -> None:
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    for whole in (numpy.int8(5), numpy.int64(5), numpy.uint32(5)):
        assert tiendo.Measured(value=whole).value == 5 and PLAN.task(whole) == PLAN.task(5)
    for missing in (numpy.nan, pandas.NA, pandas.NaT, None):
        assert tiendo.Measured(value=missing) == tiendo.Measured()
        assert tiendo.ReportingQuery(start=missing, periods=["2025-06"]).start is None
    for wrong in (numpy.float64(0.7), numpy.float32(0.7), numpy.bool_(True), numpy.array([1, 2])):
        with pytest.raises(TypeError, match="float64|float32|bool|ndarray"):
            tiendo.Measured(value=wrong)
    assert CALENDAR.next_working_day(numpy.datetime64("2025-06-20")) == DAY
    assert JUNE.timeliness(today=pandas.Timestamp("2025-06-19T17:00:00Z")).today == DAY
    assert tiendo.Measured(value=numpy.str_("5,5")).value == Decimal("5.5")
    for wrong in (pandas.Timestamp("2025-06-20"), numpy.datetime64("2025-06-20T00:00"), pandas.NaT, pandas.NA):
        with pytest.raises(TypeError, match="Timestamp|datetime64|NaTType|NAType"):
            CALENDAR.status(wrong)


def test_a_plan_is_read_from_whatever_holds_it(tmp_path: Path) -> None:
    file, text = tmp_path / "plan.json", PLAN.to_json()
    file.write_text(text, "utf-8")
    with open(file, "rb") as opened, open(file, encoding="utf-8") as as_text:
        for source in (file, str(file), text, "\n " + text, text.encode(), json.loads(text), opened, as_text):
            assert tiendo.Plan.read(source) == PLAN
    for missing in (tmp_path / "none.json", "none.json"):
        with pytest.raises(FileNotFoundError):
            tiendo.Plan.read(missing)
    deep: dict[str, Any] = {}
    deep["id"] = deep
    assert refused(lambda: tiendo.Plan.read(deep)) == ("too-deep", "")
    assert refused(lambda: tiendo.Plan.read("\ud800")) == ("bad-text", "source")
    assert refused(lambda: tiendo.Plan.read("a\0b"))[0] == "bad-json"


TEXTS: dict[str, Callable[[str], object]] = {
    "text": tiendo.parse_target, "unit": lambda text: tiendo.parse_target("5", text), "code": PLAN.row,
    "id": tiendo.Plan.builtin, "json": tiendo.Plan.from_json, "cell": REGISTRY.split, "name": REGISTRY.find,
    "instant": tiendo.date_in_vietnam, "period": tiendo.Period, "stamp": JUNE.to_ics, "value": lambda text: tiendo.Measured(value=text),
    "indicator": lambda text: RECORDS.latest(text, DAY), "a": lambda text: tiendo.compare_codes(text, "1"),
    "month": lambda text: tiendo.duties_of_month([JUNE], "so-nv", text), "periods[0]": lambda text: tiendo.ReportingQuery(periods=[text]),
    "roster[0].agencies[0]": lambda text: tiendo.ReportingQuery(roster={"g": [text]}),
    "lang": lambda text: JUDGED.sentences(text),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("path", TEXTS)
def test_half_of_a_surrogate_pair_is_no_text(path: str) -> None:
    code = "bad-number" if path == "value" else "bad-text"
    assert refused(lambda: TEXTS[path]("\ud800")) == (code, path)


def test_a_zero_character_is_text() -> None:
    assert tiendo.parse_target("5\0").text == "5\0" and PLAN.row("\0") is None
    owed = PLAN.obligations(tiendo.ReportingQuery(periods=["2025-06"], agencies=["a\0b"]))
    assert owed[0].agency == "a\0b"


class Rubbish:
    """Makes objects of every kind, the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def atom(self) -> Any:
        chance = self.chance
        return chance.choice([
            None, True, False, 0, 1, -1, 2**31, -(2**63), 10**30, 0.5, float("nan"), float("inf"), Decimal("1.5"),
            Decimal("NaN"), Decimal("1E+9999"), "", "x", "\ud800", "\0", "5,5", "{}", "[", "2025-06", "vi", "ha-tinh-231",
            "higher_is_better", b"", b"\xff{", DAY, datetime.date.min, datetime.datetime(2025, 6, 20),
            datetime.datetime.max.replace(tzinfo=datetime.UTC), datetime.timedelta(1), object(), int, len, iter([]),
            range(3), PLAN, JUNE, JUDGED, REGISTRY, CALENDAR, RECORDS, QUERY, tiendo.Limits(), tiendo.Limits(json_bytes=1),
            tiendo.Measured(value=5), tiendo.parse_target("5"), tiendo.parse_deadline("6/2025"), tiendo.Period("2025-06"),
        ])

    def any(self) -> Any:
        chance = self.chance
        if chance.random() < 0.7:
            return self.atom()
        items = [self.atom() for _ in range(chance.randrange(4))]
        made: Callable[[], Any] = chance.choice([
            lambda: items, lambda: tuple(items), lambda: iter(items), lambda: {str(at): of for at, of in enumerate(items)},
            lambda: {at: of for at, of in enumerate(items)}, lambda: {"schemaVersion": 1, "records": items},
        ])
        return made()


def everything() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every class, function and method there is."""
    for name in tiendo.__all__:
        item = getattr(tiendo, name)
        if callable(item):
            yield name, item
    target = tiendo.parse_target("≥ 5")
    for of in (PLAN, JUNE, JUDGED, REGISTRY, CALENDAR, RECORDS, QUERY, target, tiendo.Period("2025-06"), JUNE[0]):
        for name in dir(of):
            if not name.startswith("_") and callable(getattr(of, name)):
                yield f"{type(of).__name__}.{name}", getattr(of, name)


def test_rubbish_raises_nothing_else() -> None:
    rubbish, calls = Rubbish(231), list(everything())
    assert len(calls) > 150
    taken = 0
    for name, call in calls * 60:
        try:
            names = list(inspect.signature(call).parameters)
        except (TypeError, ValueError):
            names = []
        given = [rubbish.any() for _ in range(rubbish.chance.randrange(4))]
        named = {of: rubbish.any() for of in names[len(given) :] if rubbish.chance.random() < 0.5}
        try:
            repr(call(*given, **named))
            taken += 1
        except (TiendoError, TypeError):
            pass
        except OSError:
            assert name.endswith("read")
    assert taken > 200
    assert PLAN.row("8") and len(JUNE) == 2


def test_rubbish_in_every_input() -> None:
    rubbish = Rubbish(42)
    classes: list[Any] = [of for of in map(tiendo.__dict__.get, tiendo.__all__) if inspect.isclass(of)]
    good: dict[str, Any] = {"date": DAY, "recorded": DAY, "written": DAY, "status": "official"}
    for of in [of for of in classes if of.__mro__[1].__name__ == "Input"] * 400:
        fields = {name: good.get(name, "x") for name in of.__match_args__}
        for name in rubbish.chance.sample(list(fields), min(3, len(fields))):
            fields[name] = rubbish.any()
        for name in rubbish.chance.sample(list(fields), rubbish.chance.randrange(len(fields))):
            del fields[name]
        try:
            made = of(**fields)
        except (TiendoError, TypeError):
            continue
        assert of.from_json(made.to_json()) == made and repr(made) and hash(made) == hash(made)


def test_eight_threads_on_one_of_each() -> None:
    plan = tiendo.Plan.read(PLAN.to_json())
    asked = plan.obligations(tiendo.ReportingQuery(start=datetime.date(2025, 1, 1), end=datetime.date(2026, 1, 1), agencies=["a", "b"]))

    def work() -> list[object]:
        judged = asked.timeliness(today=DAY)
        return [
            plan.lint(), plan.rows, plan.deadlines, plan.indicators, [plan.row(str(code)) for code in range(20)],
            [REGISTRY.split(task.lead) for task in plan.tasks], [CALENDAR.status(DAY + datetime.timedelta(days=at)) for at in range(90)],
            list(asked), [asked[at] for at in range(len(asked))], asked[::-1], judged.reports, judged.sentences(),
            asked.to_ics("2025-01-01T00:00:00Z"), plan.to_json(), tiendo.compare_plans(plan, tiendo.Plan.builtin("ha-tinh-42-ctr-tu")),
        ]

    found: list[list[object]] = []
    threads = [threading.Thread(target=lambda: found.append(work())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(found) == 8 and all(of == found[0] for of in found)


def test_long_lists_print_short() -> None:
    findings = PLAN.lint()
    assert len(findings) > 5 and len(repr(findings)) < 3000 and repr(findings).endswith(f"… {len(findings) - 3} more)")
    assert len(repr(PLAN.tasks)) < 3000 and findings[:2] == tuple(findings)[:2] and type(findings[:2]) is type(findings)
    assert repr(PLAN.lint()[:1]).endswith(",)") and repr(PLAN.lint()[:0]) == "()"


def test_tables_for_notebooks() -> None:
    def table(of: Any) -> str:
        text: str = of._repr_html_()
        assert text.count("<tr>") <= 11 and len(text) < 20_000
        return text

    text = PLAN.to_json().replace("231/KH-UBND", "<b>&231</b>", 1)
    assert "&lt;b&gt;&amp;231&lt;/b&gt;" in table(tiendo.Plan.from_json(text)) and "<b>" not in table(tiendo.Plan.from_json(text))
    findings = tiendo.Plan.builtin("tien-giang-69").lint()
    assert f"… {len(findings) - 10} more" in table(findings) and findings[0].code in table(findings)
    assert "so-nv" in table(JUNE) and "missing" in table(JUDGED) and JUDGED.today.isoformat() in table(JUDGED)
    none = PLAN.obligations(tiendo.ReportingQuery(start=DAY, end=DAY))
    assert table(none).startswith("<p>") and table(none.findings).startswith("<p>")
