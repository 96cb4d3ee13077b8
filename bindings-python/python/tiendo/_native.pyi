"""
The native half of the package `tiendo`. Private: import from `tiendo`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from tiendo._dates import Date
from typing import Any, Final, Literal, SupportsIndex, final

__all__ = ["Agency", "AgencyCell", "Awaits", "Begun", "BodyStatement", "Calendar", "CalendarDay", "Comparison", "Cutoff", "CutoffDay", "DayStatus", "Deadline", "Document", "DueDay", "Ended", "Exempt", "Exemption", "Finding", "Footnote", "GivenReport", "Group", "Indicator", "Lineage", "Link", "Measured", "MilestoneTarget", "MonthDuty", "NamedAgency", "Note", "Numeral", "Obligation", "Obligations", "Period", "Pillar", "Place", "Plan", "PublishedCode", "Regime", "Registry", "Reminder", "Report", "ReportId", "ReportingUnit", "Rule", "Slack", "Span", "Submission", "SuggestedLink", "Tally", "TallyOf", "Task", "TaskItem", "Timeliness", "Why", "_restore", "compare", "compare_plans", "compare_targets", "date_in_vietnam", "duties_of_month", "parse_deadline", "parse_number", "parse_target", "slack", "split_agencies", "suggest_links"]

@final
class Agency:
    """
    A body that leads, cooperates, reports or receives.

    >>> import tiendo
    >>> tiendo.Registry.builtin().agency("so-ct")
    Agency('so-ct', name='Sở Công Thương', level='province')
    """
    __match_args__: Final[tuple[Literal["id"], Literal["name"], Literal["level"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def aliases(self, /) -> tuple[str, ...]:
        """
        Short names, former spellings and known misspellings.
        """
    @property
    def begun(self, /) -> Begun | None:
        """
        When it began, where that matters.
        """
    @property
    def ended(self, /) -> Ended | None:
        """
        When it ended and who succeeds it.
        """
    @property
    def id(self, /) -> str:
        """
        A short id, unique in the registry.
        """
    @property
    def level(self, /) -> Literal["central", "party", "province", "commune"]:
        """
        Its level.
        """
    @property
    def name(self, /) -> str:
        """
        Its canonical name.
        """
    @property
    def place(self, /) -> str | None:
        """
        The province or commune it belongs to; `None` for a body every one has.
        """

@final
class AgencyCell:
    """
    A cell of agencies, split.

    >>> import tiendo
    >>> cell = tiendo.split_agencies("Các sở: Tài chính, Y tế,…")
    >>> len(cell.agencies), cell.open
    (2, True)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def agencies(self, /) -> tuple[NamedAgency, ...]:
        """
        The bodies and groups, in the order of the cell; none for an empty cell or a dash.
        """
    @property
    def open(self, /) -> bool:
        """
        Whether the list is left open (`…`).
        """
    @property
    def text(self, /) -> str:
        """
        The cell, verbatim.
        """

@final
class Awaits:
    """
    A document or decision that must come first.

    >>> import tiendo
    >>> tiendo.parse_deadline("30 ngày sau khi Trung ương ban hành").awaits[0]
    Awaits('Trung ương ban hành', issuer='Trung ương', offset_days=30)
    """
    __match_args__: Final[tuple[Literal["issuer"], Literal["text"], Literal["offset_days"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def issuer(self, /) -> str | None:
        """
        Who issues it, where the text says so.
        """
    @property
    def offset_days(self, /) -> int | None:
        """
        Calendar days the work may take after it, where the text says so.
        """
    @property
    def text(self, /) -> str:
        """
        The event as written, after "sau khi".
        """

@final
class Begun:
    """
    The beginning of a body.

    >>> import tiendo
    >>> tiendo.Registry.builtin().agency("phong-vhxh").begun.on
    datetime.date(2025, 7, 1)
    """
    __match_args__: Final[tuple[Literal["on"], Literal["source"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def on(self, /) -> date:
        """
        Its first day.
        """
    @property
    def source(self, /) -> str:
        """
        The act that began it, or what is known of it.
        """

@final
class BodyStatement:
    """
    What the body of a document says of an indicator.

    >>> import tiendo
    >>> tiendo.Plan.builtin("tien-giang-69").body[0]
    BodyStatement('đạt mức 55%', indicator='5', year=2030)
    """
    __match_args__: Final[tuple[Literal["indicator"], Literal["year"], Literal["text"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def indicator(self, /) -> str:
        """
        The indicator's code.
        """
    @property
    def text(self, /) -> str:
        """
        The words that hold the demand, verbatim.
        """
    @property
    def year(self, /) -> int:
        """
        The milestone.
        """

@final
class Calendar:
    """
    Days off and working days of the years it knows.

    Of a year it does not know nothing is said: `TiendoError` with code `unknown-year`.

    >>> import datetime, tiendo
    >>> calendar = tiendo.Calendar.builtin()
    >>> calendar.years
    (2025, 2026)
    >>> calendar.next_working_day(datetime.date(2025, 11, 29))
    datetime.date(2025, 12, 1)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def builtin() -> Calendar:
        """
        The calendar of Vietnamese civil servants that comes with the library.

        >>> import tiendo
        >>> tiendo.Calendar.builtin().days[0].name
        'Tết Dương lịch'
        """
    @property
    def days(self, /) -> tuple[CalendarDay, ...]:
        """
        The days that differ from their day of the week, by date.
        """
    @staticmethod
    def from_json(json: str | bytes) -> Calendar:
        """
        Reads a calendar's JSON.

        Raises `TiendoError`: for what is wrong with the file, with code `bad-value` for days of the week that are not 1
        to 7, years or days out of order, or a day of a year the calendar does not know.

        >>> import datetime, tiendo
        >>> calendar = tiendo.Calendar.from_json('''{"schemaVersion": 1, "id": "plain", "name": "Nghỉ cuối tuần",
        ...     "weekend": [6, 7], "years": [2027], "days": []}''')
        >>> calendar.status(datetime.date(2027, 5, 1)).off
        True
        """
    @property
    def id(self, /) -> str:
        """
        A short id.
        """
    @property
    def name(self, /) -> str:
        """
        Whose calendar it is.
        """
    def next_working_day(self, /, day: date) -> date:
        """
        The first working day from a day on, itself included.

        >>> import datetime, tiendo
        >>> tiendo.Calendar.builtin().next_working_day(datetime.date(2026, 8, 29))
        datetime.date(2026, 9, 3)
        """
    def previous_working_day(self, /, day: date) -> date:
        """
        The last working day up to a day, itself included.

        >>> import datetime, tiendo
        >>> tiendo.Calendar.builtin().previous_working_day(datetime.date(2025, 11, 29))
        datetime.date(2025, 11, 28)
        """
    def status(self, /, day: date) -> DayStatus:
        """
        Whether a day is off, and what decides.

        >>> import datetime, tiendo
        >>> tiendo.Calendar.builtin().status(datetime.date(2025, 9, 2)).day.name
        'Quốc khánh'
        """
    def to_json(self, /) -> str:
        """
        Writes the calendar as JSON; `from_json` reads it back.

        >>> import tiendo
        >>> calendar = tiendo.Calendar.builtin()
        >>> tiendo.Calendar.from_json(calendar.to_json()) == calendar
        True
        """
    def with_days(self, /, days: Iterable[CalendarDay]) -> Calendar:
        """
        The calendar with days of the caller's in place of its own, or beside them.

        Raises `TiendoError` with code `bad-value` for a day of a year the calendar does not know.

        >>> import datetime, tiendo
        >>> flood = tiendo.CalendarDay(datetime.date(2026, 10, 1), True, "Nghỉ do mưa lũ")
        >>> tiendo.Calendar.builtin().with_days([flood]).status(flood.date).day.name
        'Nghỉ do mưa lũ'
        """
    @property
    def years(self, /) -> tuple[int, ...]:
        """
        The years it knows.
        """

@final
class CalendarDay:
    """
    A day that differs from its day of the week: a holiday, a day off in exchange, or a worked Saturday.

    >>> import datetime, tiendo
    >>> day = tiendo.Calendar.builtin().status(datetime.date(2026, 8, 22)).day
    >>> day.off
    False
    """
    __match_args__: Final[tuple[Literal["date"], Literal["off"], Literal["name"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[date, bool, str, str | None, str | None]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, date: date, off: bool, name: str, name_en: str | None = None, source: str | None = None) -> CalendarDay: ...
    def __repr__(self, /) -> str: ...
    @property
    def date(self, /) -> date:
        """
        The day.
        """
    @property
    def name(self, /) -> str:
        """
        What it is, in Vietnamese.
        """
    @property
    def name_en(self, /) -> str | None:
        """
        What it is, in English.
        """
    @property
    def off(self, /) -> bool:
        """
        Whether it is off; `False` for a worked day that its day of the week would have off.
        """
    @property
    def source(self, /) -> str | None:
        """
        The act or notice that says so; `None` where none was found, and results that rest on it are marked.
        """

@final
class Comparison:
    """
    The result of comparing a value with a target.

    >>> import tiendo
    >>> result = tiendo.compare(tiendo.Measured(), tiendo.parse_target("≥ 5"), "higher_is_better")
    >>> result.verdict, result.reason
    ('undetermined', 'no-value')
    """
    __match_args__: Final[tuple[Literal["verdict"], Literal["reason"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[Measured, MilestoneTarget, Literal["higher_is_better", "lower_is_better"]]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def attainment(self, /) -> Decimal | None:
        """
        Value ÷ required, or required ÷ value where lower is better; at six places, `None` where the divisor is 0.
        """
    def label(self, /, lang: Literal["vi", "en"]) -> str:
        """
        The verdict as officials word it, in a language: `vi` or `en`.

        >>> import tiendo
        >>> tiendo.compare(tiendo.Measured(present=True), tiendo.parse_target("Có"), "higher_is_better").label("vi")
        'Đạt'
        """
    @property
    def margin(self, /) -> Decimal | None:
        """
        How much better (positive) or worse than asked, in the target's unit.
        """
    @property
    def parts(self, /) -> tuple[Comparison, ...]:
        """
        One result for each of several requirements.
        """
    @property
    def position(self, /) -> Literal["short", "within", "beyond"] | None:
        """
        Where the value lies against an interval.
        """
    @property
    def reason(self, /) -> str | None:
        """
        Why the verdict is `undetermined`.
        """
    @property
    def rising(self, /) -> Literal["rising", "not_rising", "unknown"] | None:
        """
        Whether the value rose, where the target asks for it.
        """
    @property
    def verdict(self, /) -> Literal["met", "not_met", "undetermined"]:
        """
        Whether the target is met.
        """
    @property
    def why(self, /) -> Why:
        """
        The rule and the numbers behind the verdict, with a sentence.
        """

@final
class Cutoff:
    """
    The first and the last day of a report's data. The first is `from_`: `from` is a word of Python's.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), decree_09_cutoff=True)
    >>> june[0].cutoff
    Cutoff(from_=datetime.date(2025, 5, 15), to=datetime.date(2025, 6, 14), rule='decree_09_2019')
    """
    __match_args__: Final[tuple[Literal["from_"], Literal["to"], Literal["rule"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def from_(self, /) -> date:
        """
        The first day.
        """
    @property
    def rule(self, /) -> Literal["period", "declared", "decree_09_2019"]:
        """
        What set them.
        """
    @property
    def to(self, /) -> date:
        """
        The last day, included.
        """

@final
class CutoffDay:
    """
    The last day of the data a report covers (*thời điểm chốt số liệu*); the data begin the day after the cut-off of
    the period before.

    >>> import tiendo
    >>> json = tiendo.Plan.builtin("tien-giang-69").to_json()
    >>> json = json.replace('"reporters"', '"cutoff": {"day": 14, "monthOfPeriod": 5}, "reporters"', 1)
    >>> tiendo.Plan.from_json(json).regime.rules[0].cutoff
    CutoffDay(day=14, month_of_period=5)
    """
    __match_args__: Final[tuple[Literal["day"], Literal["month_of_period"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> int:
        """
        The day of the month, 1 to 31.
        """
    @property
    def month_of_period(self, /) -> int:
        """
        The month of the period, from 1.
        """

@final
class DayStatus:
    """
    What a calendar says of a day.

    >>> import datetime, tiendo
    >>> tiendo.Calendar.builtin().status(datetime.date(2025, 11, 29))
    DayStatus(off=True)
    """
    __match_args__: Final[tuple[Literal["off"], Literal["day"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def day(self, /) -> CalendarDay | None:
        """
        The entry that decides; `None` where the day of the week does.
        """
    @property
    def off(self, /) -> bool:
        """
        Whether it is off.
        """

@final
class Deadline:
    """
    When a task is due: the cell as published, and what was understood.

    Every part is independent of the others; `recognised` is false where the cell could not be read, and then no other
    part speaks.

    >>> import tiendo
    >>> tiendo.parse_deadline("Báo cáo đầu tiên trước ngày 25/7/2026; cập nhật hằng tháng").recurrence
    'monthly'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def awaits(self, /) -> tuple[Awaits, ...]:
        """
        What must come first.
        """
    @property
    def continues(self, /) -> bool:
        """
        The work goes on (`thường xuyên`, `những năm tiếp theo`).
        """
    @property
    def due(self, /) -> date | None:
        """
        The last day on time.
        """
    @property
    def following_years(self, /) -> bool:
        """
        "And the following years": continuing work with a reminder each year.
        """
    def means_the_same(self, /, other: Deadline) -> bool:
        """
        Whether two deadlines say the same, however they are written: `text` and `notes` are left out.

        >>> import tiendo
        >>> tiendo.parse_deadline("06/2025").means_the_same(tiendo.parse_deadline("Tháng 6/2025"))
        True
        """
    @property
    def notes(self, /) -> tuple[Note, ...]:
        """
        What to know about the reading, with places.
        """
    @property
    def on_demand(self, /) -> bool:
        """
        Due whenever it is asked for.
        """
    @property
    def recognised(self, /) -> bool:
        """
        Whether the cell was read.
        """
    @property
    def recurrence(self, /) -> Literal["monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc"] | None:
        """
        How often it recurs; each instance is due on its period's last day.
        """
    @property
    def reference(self, /) -> str | None:
        """
        The outside document or schedule that sets the date, as written.
        """
    @property
    def rule(self, /) -> Literal["day", "month_end", "month_day", "quarter_end", "half_end", "year_end", "civil_code_146", "before", "before_inclusive"] | None:
        """
        How `due` was found.
        """
    @property
    def start(self, /) -> date | None:
        """
        The first day of the work.
        """
    @property
    def text(self, /) -> str:
        """
        The cell, verbatim; present even when empty.
        """
    def to_notation(self, /) -> str:
        """
        The deadline in the library's own wording, one spelling for each meaning; reading it gives the same deadline.

        >>> import tiendo
        >>> tiendo.parse_deadline("Quí IV-2025").to_notation()
        'Quý IV/2025'
        """
    @property
    def why(self, /) -> Why | None:
        """
        How the last day on time follows from what is written; `None` where there is no such day.
        """
    @property
    def written(self, /) -> date | None:
        """
        The date as written: differs from `due` under "before".
        """

@final
class Document:
    """
    A document a plan refers to.

    >>> import tiendo
    >>> tiendo.Plan.builtin("ha-tinh-231").implements[1].number
    '42-CTr/TU'
    """
    __match_args__: Final[tuple[Literal["number"], Literal["issuer"], Literal["issued"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def issued(self, /) -> date | None:
        """
        The day it was issued.
        """
    @property
    def issuer(self, /) -> str | None:
        """
        Who issued it.
        """
    @property
    def number(self, /) -> str:
        """
        Its number.
        """

@final
class DueDay:
    """
    A day within a period by which a report is due.

    >>> import tiendo
    >>> tiendo.Plan.builtin("ha-tinh-231").regime.rules[0].due
    DueDay(day=20, month_of_period=1, before=True)
    """
    __match_args__: Final[tuple[Literal["day"], Literal["month_of_period"], Literal["before"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def before(self, /) -> bool:
        """
        Whether the text says "before" (*trước ngày*) that day.
        """
    @property
    def day(self, /) -> int:
        """
        The day of the month, 1 to 31.
        """
    @property
    def month_of_period(self, /) -> int:
        """
        The month of the period, from 1: of a quarter its last is 3, of a year November is 11. Beyond the period's
        months it is one that follows: of a year January of the next is 13.
        """

@final
class Ended:
    """
    The end of a body.

    >>> import tiendo
    >>> ended = tiendo.Registry.builtin().find("Sở Thông tin và Truyền thông").ended
    >>> ended.on, ended.successor
    (datetime.date(2025, 3, 1), 'so-khcn')
    """
    __match_args__: Final[tuple[Literal["on"], Literal["successor"], Literal["source"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def on(self, /) -> date:
        """
        The first day it no longer existed.
        """
    @property
    def source(self, /) -> str:
        """
        The act that ended it, or what is known of it.
        """
    @property
    def successor(self, /) -> str | None:
        """
        The id of the one body that took over; `None` where there is no single one.
        """

@final
class Exempt:
    """
    That a body need not send a report, and why.

    >>> import datetime, tiendo
    >>> year = tiendo.Plan.builtin("tien-giang-69").obligations(
    ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["ubnd-tp-my-tho"])
    >>> [(report.due, report.exempt and report.exempt.reason) for report in year if report.due]
    [(datetime.date(2025, 5, 31), None), (datetime.date(2025, 11, 14), 'body-ended')]
    """
    __match_args__: Final[tuple[Literal["reason"], Literal["date"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def date(self, /) -> date | None:
        """
        The day the body began or ended.
        """
    @property
    def reason(self, /) -> Literal["body-ended", "body-not-begun", "recipient", "recorded"]:
        """
        Why.
        """
    def sentence(self, /, lang: Literal["vi", "en"]) -> str:
        """
        Why the body need not send the report, as a sentence in a language: `vi` or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-khcn"])
        >>> june[0].exempt.sentence("vi")
        'Không phải nộp: là cơ quan nhận báo cáo.'
        """
    @property
    def successor(self, /) -> str | None:
        """
        The name of the body that took over, where there is a single one.
        """
    @property
    def text(self, /) -> str | None:
        """
        The recorded reason.
        """

@final
class Exemption:
    """
    That a body need not report on a period.

    >>> import datetime, tiendo
    >>> day = datetime.date(2025, 6, 1)
    >>> tiendo.Exemption(id="e1", date=day, recorded=day, source="example", agency="so-nv", period="2025-06",
    ...     reason="đang sắp xếp tổ chức").rule is None
    True
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> "tuple[tuple[()], dict[str, Any]]": ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, date: date, recorded: date, source: str, agency: str, period: str, reason: str, rule: str | None = None) -> Exemption: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str:
        """
        The body, by id or name.
        """
    @property
    def date(self, /) -> date:
        """
        The day it was decided.
        """
    @property
    def id(self, /) -> str:
        """
        The record's id, unique.
        """
    @property
    def period(self, /) -> str:
        """
        The period's id, or what a given report is called.
        """
    @property
    def reason(self, /) -> str:
        """
        Why.
        """
    @property
    def recorded(self, /) -> Date:
        """
        The day it was recorded.
        """
    @property
    def rule(self, /) -> str | None:
        """
        The code of the one rule it is about; `None` for every report on the period.
        """
    @property
    def source(self, /) -> str:
        """
        Where it comes from.
        """

@final
class Finding:
    """
    Something a reader of a plan should know.

    >>> import tiendo
    >>> findings = tiendo.Plan.builtin("tien-giang-69").lint()
    >>> tuple(finding.places[0].code for finding in findings if finding.code == "orphaned-lead")
    ('19', '24', '26')
    """
    __match_args__: Final[tuple[Literal["code"], Literal["places"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        What it says, a stable word in kebab-case.
        """
    @property
    def en(self, /) -> str:
        """
        The sentence in English.
        """
    @property
    def places(self, /) -> tuple[Place, ...]:
        """
        Where, the lower plan's places first.
        """
    def sentence(self, /, lang: Literal["vi", "en"]) -> str:
        """
        The sentence in a language: `vi` or `en`.

        >>> import tiendo
        >>> finding = tiendo.Plan.builtin("dak-lak-146").lint()[0]
        >>> finding.sentence("vi") == finding.vi
        True
        """
    @property
    def vi(self, /) -> str:
        """
        The sentence in Vietnamese.
        """

@final
class Footnote:
    """
    A footnote of the indicator table.

    >>> import tiendo
    >>> tiendo.Plan.builtin("ha-tinh-231").footnotes[0].text
    'Chưa xác định'
    """
    __match_args__: Final[tuple[Literal["mark"], Literal["text"], Literal["taken_from"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def mark(self, /) -> str:
        """
        Its mark: `1` for `(*[1])` and `(*1)`, empty for `(*)`.
        """
    @property
    def taken_from(self, /) -> str | None:
        """
        The document the text was taken from, where the plan's own text lost it.
        """
    @property
    def text(self, /) -> str:
        """
        Its text; empty where the text is lost.
        """

@final
class GivenReport:
    """
    An ad hoc or term report: the caller gives its date, the plan only the duty.

    >>> import datetime, tiendo
    >>> asked = tiendo.GivenReport("ad-hoc", "Công văn 12/VP", datetime.date(2025, 8, 15), before=True)
    >>> august = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 8, 1), datetime.date(2025, 8, 18), given=[asked])
    >>> august[0].due
    datetime.date(2025, 8, 14)
    """
    __match_args__: Final[tuple[Literal["rule"], Literal["period"], Literal["written"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str, str, date, bool, date | None, date | None]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, rule: str, period: str, written: date, before: bool = False, start: date | None = None, end: date | None = None) -> GivenReport: ...
    def __repr__(self, /) -> str: ...
    @property
    def before(self, /) -> bool:
        """
        Whether it was asked for "before" that date.
        """
    @property
    def end(self, /) -> date | None:
        """
        The last day it reports on.
        """
    @property
    def period(self, /) -> str:
        """
        What the report is called, in the place of a period's id; no other of the rule has it.
        """
    @property
    def rule(self, /) -> str:
        """
        The code of an ad hoc or term rule.
        """
    @property
    def start(self, /) -> date | None:
        """
        The first day it reports on.
        """
    @property
    def written(self, /) -> date:
        """
        The date as it was asked for.
        """

@final
class Group:
    """
    A collective lead that stands for many bodies.

    >>> import tiendo
    >>> tiendo.Registry.builtin().groups[1]
    Group('cac-so-ban-nganh', name='Các sở, ban, ngành')
    """
    __match_args__: Final[tuple[Literal["id"], Literal["name"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def aliases(self, /) -> tuple[str, ...]:
        """
        Other wordings.
        """
    @property
    def id(self, /) -> str:
        """
        A short id, unique in the registry.
        """
    @property
    def name(self, /) -> str:
        """
        Its wording.
        """

@final
class Indicator:
    """
    A row of the indicator table: the cells as published, and what they mean beside one another.

    `direction`, `kind`, `lead` and `targets` are the row's: inferred where the plan's data does not declare them, with
    `decided_by` and `notes` to say how.

    >>> import tiendo
    >>> indicator = tiendo.Plan.builtin("ha-tinh-231").indicator("8")
    >>> indicator.direction, indicator.decided_by
    ('lower_is_better', 'operator')
    >>> indicator.targets[2030].to_notation()
    '≤ 20'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Its code, `51.3`: segments of letters and digits between dots.
        """
    @property
    def decided_by(self, /) -> Literal["declared", "operator", "rank", "falling", "default"]:
        """
        What decided the direction.
        """
    @property
    def direction(self, /) -> Literal["higher_is_better", "lower_is_better"]:
        """
        Which way is better.
        """
    @property
    def kind(self, /) -> Literal["level", "yearly", "growth", "cumulative", "per_stage"]:
        """
        The kind of measure.
        """
    @property
    def lead(self, /) -> str:
        """
        The lead cell, the parent's where the row has none.
        """
    @property
    def name(self, /) -> str:
        """
        Its official name.
        """
    @property
    def name_en(self, /) -> str | None:
        """
        Its name in English.
        """
    @property
    def notes(self, /) -> tuple[Note, ...]:
        """
        What to know about the reading of the row; spans are in the name.
        """
    @property
    def other_codes(self, /) -> tuple[PublishedCode, ...]:
        """
        The codes of other rows it was published in, where each milestone has its own rows.
        """
    @property
    def parent(self, /) -> str | None:
        """
        The code of the row this one belongs to.
        """
    @property
    def sensitive(self, /) -> bool:
        """
        Left out of public output (security, defence).
        """
    @property
    def short_name(self, /) -> str | None:
        """
        A short name for tables and charts.
        """
    @property
    def targets(self, /) -> Mapping[int, MilestoneTarget]:
        """
        The targets by milestone year, every cell the row has.
        """
    @property
    def undated(self, /) -> str | None:
        """
        A demand that the text states without a year, verbatim; no milestone is invented for it.
        """
    @property
    def unit(self, /) -> str | None:
        """
        The cell of the unit column, verbatim; `None` where the table has none.
        """

@final
class Lineage:
    """
    The recorded derivation of a plan from an upper one.

    >>> import tiendo
    >>> lineage = tiendo.Plan.builtin("tien-dien").derives
    >>> lineage.plan, lineage.indicators[0]
    ('ha-tinh-231', Link('1', parent='6', how='same'))
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def indicators(self, /) -> tuple[Link, ...]:
        """
        Which indicator derives from which, by code.
        """
    @property
    def plan(self, /) -> str:
        """
        The upper plan's id.
        """
    @property
    def tasks(self, /) -> tuple[Link, ...]:
        """
        Which task derives from which, by number.
        """

@final
class Link:
    """
    One item's derivation.

    >>> import tiendo
    >>> links = tiendo.Plan.builtin("tien-dien").derives.indicators
    >>> next(link for link in links if link.child == "3")
    Link('3', parent='9', how='widened')
    """
    __match_args__: Final[tuple[Literal["child"], Literal["parent"], Literal["how"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def child(self, /) -> str:
        """
        The code or number in the lower plan.
        """
    @property
    def how(self, /) -> Literal["same", "localised", "widened", "narrowed", "part"]:
        """
        How it derives.
        """
    @property
    def parent(self, /) -> str:
        """
        The code or number in the upper plan.
        """

@final
class Measured:
    """
    A value to compare, with what it measures where that is known: one of `value`, `present` and `judgement`, or none
    of them where nothing is known.

    Numbers are `int`, `Decimal` or text of a plain decimal; a `float` is refused, for it is not exact.

    >>> import tiendo
    >>> tiendo.Measured(value="52.5", unit="percent")
    Measured(value=Decimal('52.5'), unit='percent')
    >>> tiendo.Measured(present=True)
    Measured(present=True)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> "tuple[tuple[()], dict[str, Any]]": ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, value: int | Decimal | str | None = None, present: bool | None = None, judgement: bool | None = None, unit: str | None = None, qualifier: str | None = None, full_years: tuple[int | Decimal | str, int | Decimal | str] | None = None) -> Measured: ...
    def __repr__(self, /) -> str: ...
    @property
    def full_years(self, /) -> tuple[Decimal, Decimal] | None:
        """
        The last two full years' values, the earlier first, for a target that also asks for a rise.
        """
    @property
    def judgement(self, /) -> bool | None:
        """
        Whether a recorded judgement says the target is met.
        """
    @property
    def present(self, /) -> bool | None:
        """
        Whether the thing is in place.
        """
    @property
    def qualifier(self, /) -> str | None:
        """
        The thing measured (`5G`), where it is not the indicator's usual one.
        """
    @property
    def unit(self, /) -> str | None:
        """
        Its unit; where `None`, the target's is taken.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The number.
        """

@final
class MilestoneTarget:
    """
    What a plan asks of an indicator at one milestone: the cell as published, and what was understood.

    `kind` says which of the other fields speak: the operators and `reach` have `value`, an interval `low` and `high`,
    `presence` has `present` (and its number, if any, in `parts`), `several` has `parts`.

    >>> import tiendo
    >>> target = tiendo.parse_target("6G (50%)")
    >>> target.kind, target.value, target.unit, target.qualifier
    ('reach', Decimal('50'), 'percent', '6G')
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["value"], Literal["unit"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def base(self, /) -> str | None:
        """
        What a percent is of, as written (`GRDP`); `None` where the indicator's name says it.
        """
    @property
    def footnote(self, /) -> str | None:
        """
        The mark of the footnote the cell names; empty for a bare `(*)`.
        """
    @property
    def high(self, /) -> Decimal | None:
        """
        The upper number of an interval.
        """
    def is_numeric(self, /) -> bool:
        """
        Whether the kind asks for a number of its own.

        >>> import tiendo
        >>> tiendo.parse_target("≥ 5").is_numeric(), tiendo.parse_target("Có").is_numeric()
        (True, False)
        """
    @property
    def kind(self, /) -> Literal["at_least", "more_than", "at_most", "less_than", "equal", "reach", "interval", "presence", "qualitative", "deferred", "none", "several", "unrecognised"]:
        """
        What is asked.
        """
    @property
    def low(self, /) -> Decimal | None:
        """
        The lower number of an interval.
        """
    def means_the_same(self, /, other: MilestoneTarget) -> bool:
        """
        Whether two targets ask the same, however they are written: `text` and `notes` are left out.

        >>> import tiendo
        >>> tiendo.parse_target("≥ 1,0%;").means_the_same(tiendo.parse_target("ít nhất 1%"))
        True
        """
    @property
    def notes(self, /) -> tuple[Note, ...]:
        """
        What to know about the reading, with places.
        """
    @property
    def noun(self, /) -> str | None:
        """
        What a count counts, as written (`phường`).
        """
    @property
    def parts(self, /) -> tuple[MilestoneTarget, ...]:
        """
        The requirements of `several`, the number of a `presence`, the numbers a `qualitative` cell shows.
        """
    @property
    def present(self, /) -> bool | None:
        """
        `Có` or `Không`.
        """
    @property
    def proxy(self, /) -> str | None:
        """
        The code of the indicator a footnote puts in this one's place.
        """
    @property
    def qualifier(self, /) -> str | None:
        """
        The thing measured, where it is not the indicator's usual one (`6G`).
        """
    @property
    def rising(self, /) -> bool:
        """
        Whether the cell also demands that the value keep rising.
        """
    @property
    def scope(self, /) -> str | None:
        """
        Where or among whom it holds (`Đông Nam Á`), as written in the cell or its footnote.
        """
    @property
    def text(self, /) -> str:
        """
        The cell, verbatim.
        """
    def to_notation(self, /) -> str:
        """
        The target in the library's own notation, one spelling for each meaning; reading it gives the same target.

        >>> import tiendo
        >>> tiendo.parse_target("đạt tối thiểu 40%.").to_notation()
        '≥ 40%'
        """
    @property
    def unit(self, /) -> str | None:
        """
        The unit of the numbers: `percent`, `count`, `rank`, `score`, or another as written; `None` where neither
        cell, column nor row names one.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The number of an operator or of `reach`, in `unit`.
        """

@final
class MonthDuty:
    """
    A report one body owes in a month.

    >>> import datetime, tiendo
    >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["so-nv"])
    >>> [duty.due for duty in tiendo.duties_of_month([year], "so-nv", "2025-11")]
    [datetime.date(2025, 11, 19), datetime.date(2025, 11, 29)]
    """
    __match_args__: Final[tuple[Literal["plan"], Literal["rule"], Literal["period"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def due(self, /) -> date | None:
        """
        The last day on time; `None` for a report without a date, whose period ends in the month.
        """
    @property
    def feeds(self, /) -> tuple[str, ...]:
        """
        To whom the recipient reports in turn, as written.
        """
    @property
    def period(self, /) -> str:
        """
        The period's id, or what a given report is called.
        """
    @property
    def plan(self, /) -> str:
        """
        The plan's id.
        """
    @property
    def recipient(self, /) -> str:
        """
        To whom it goes, as written.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule's code.
        """
    @property
    def text(self, /) -> str:
        """
        The duty in words.
        """

@final
class NamedAgency:
    """
    One body or group that a cell names.

    >>> import tiendo
    >>> tiendo.split_agencies("- Sở Y tế (nhiệm vụ 3).").agencies[0]
    NamedAgency('agency', id='so-yt', name='Sở Y tế', items=(3,), span=Span(2, 22))
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["id"], Literal["name"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> str | None:
        """
        Its id in the registry; `None` for words of no entry.
        """
    @property
    def items(self, /) -> tuple[int, ...]:
        """
        The numbered items of the task it leads: `(nhiệm vụ 1,2)`; empty for all.
        """
    @property
    def kind(self, /) -> Literal["agency", "group", "unknown"]:
        """
        What it is.
        """
    @property
    def name(self, /) -> str:
        """
        The canonical name of a body, else the words of the cell.
        """
    @property
    def span(self, /) -> Span:
        """
        Its place in the cell.
        """
    @property
    def tail(self, /) -> str | None:
        """
        Which of them, as written after the name: `liên quan`, `đủ điều kiện`.
        """

@final
class Note:
    """
    Something to know about a reading: a code and the place it speaks of.

    >>> import tiendo
    >>> note = tiendo.parse_target("≥ 3.000").notes[0]
    >>> note
    Note('ambiguous-number', span=Span(2, 7))
    """
    __match_args__: Final[tuple[Literal["code"], Literal["span"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        What it says, a stable word in kebab-case.
        """
    def sentence(self, /, lang: Literal["vi", "en"]) -> str:
        """
        What the note says, as one sentence in a language: `vi` or `en`.

        >>> import tiendo
        >>> note = tiendo.parse_deadline("").notes[0]
        >>> note.sentence("vi")
        'Ô để trống.'
        """
    @property
    def span(self, /) -> Span | None:
        """
        Where in the verbatim text; `None` where the whole cell or row is meant.
        """

@final
class Numeral:
    """
    A numeral that was read: its value, and whether its mark could have meant something else.

    >>> import tiendo
    >>> tiendo.parse_number("0,70").value
    Decimal('0.7')
    """
    __match_args__: Final[tuple[Literal["value"], Literal["ambiguous"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[Decimal, bool]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, value: int | Decimal | str, ambiguous: bool = False) -> Numeral: ...
    def __repr__(self, /) -> str: ...
    @property
    def ambiguous(self, /) -> bool:
        """
        One mark, exactly three digits after it, a first group other than 0: `3.000` may be 3000 or 3.
        """
    @property
    def value(self, /) -> Decimal:
        """
        The value.
        """

@final
class Obligation:
    """
    One report on one period, owed by one body.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 10), datetime.date(2025, 6, 11))
    >>> june[1].written, june[1].due, june[1].steps
    (datetime.date(2025, 6, 10), datetime.date(2025, 6, 9), ('before',))
    >>> june[1].why.vi
    '“Trước ngày 10/6/2025”: ngày cuối cùng đúng hạn là 9/6/2025.'
    """
    __match_args__: Final[tuple[Literal["plan"], Literal["rule"], Literal["period"], Literal["agency"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str | None:
        """
        The body that owes it, as the caller gave it; `None` where none was given.
        """
    @property
    def coincides(self, /) -> tuple[ReportId, ...]:
        """
        The body's other reports written for the same day.
        """
    @property
    def cutoff(self, /) -> Cutoff | None:
        """
        The first and the last day of its data.
        """
    @property
    def cycle(self, /) -> Literal["monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc"]:
        """
        How often such a report comes.
        """
    @property
    def due(self, /) -> date | None:
        """
        The last day on time, after all steps.
        """
    @property
    def end(self, /) -> date | None:
        """
        The last day it reports on.
        """
    @property
    def exempt(self, /) -> Exempt | None:
        """
        That the body need not send it.
        """
    @property
    def feeds(self, /) -> tuple[str, ...]:
        """
        To whom the recipient reports in turn, as written.
        """
    def label(self, /, lang: Literal["vi", "en"] = ...) -> str:
        """
        The report in words, within a sentence, in a language: `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21))
        >>> june[0].label("en")
        'the report on June 2025'
        """
    @property
    def period(self, /) -> str:
        """
        The period's id, or what a given report is called.
        """
    @property
    def plan(self, /) -> str:
        """
        The plan's id.
        """
    @property
    def recipient(self, /) -> str:
        """
        To whom it goes, as written.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule's code.
        """
    @property
    def start(self, /) -> date | None:
        """
        The first day it reports on.
        """
    @property
    def steps(self, /) -> tuple[Literal["of_next_month", "month_end", "before", "before_inclusive", "next_working_day", "previous_working_day", "grace"], ...]:
        """
        The steps from `written` to `due` that applied, in their order.
        """
    @property
    def unsourced_days(self, /) -> tuple[date, ...]:
        """
        Days the shift rests on that the calendar has no source for.
        """
    @property
    def why(self, /) -> Why:
        """
        How the last day on time follows.
        """
    @property
    def written(self, /) -> date | None:
        """
        The date as written; `None` for a rule without one.
        """

@final
class Obligations:
    """
    The reports owed between two days: a sequence of `Obligation`.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 1), datetime.date(2025, 6, 30), ["so-nv", "so-tc"])
    >>> june
    Obligations('ha-tinh-231', reports=6, reporting_units=2)
    >>> june[-1].period, june[-1].agency
    ('2025-06', 'so-tc')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, index: SupportsIndex, /) -> Obligation: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Obligation]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, tuple[date, date, tuple[str, ...], date | None]]": ...
    def __repr__(self, /) -> str: ...
    @property
    def findings(self, /) -> tuple[Finding, ...]:
        """
        What a reader should know: no effective date (`no-effective-date`), data closed after the last timely day
        (`cutoff-after-due`).
        """
    @property
    def reporting_units(self, /) -> tuple[ReportingUnit, ...]:
        """
        The bodies that report, in the order given.
        """
    def timeliness(self, /, submissions: Iterable[Submission] = ..., exemptions: Iterable[Exemption] = ..., *, today: date) -> Timeliness:
        """
        Judges each report by what was sent and what was exempted up to a day, whenever that was recorded.

        Raises `TiendoError` with code `bad-option` for submissions or exemptions where the obligations are no body's, or
        `year-out-of-range` for `today`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
        >>> sent = tiendo.Submission(id="s1", date=datetime.date(2025, 6, 20), recorded=datetime.date(2025, 6, 20),
        ...     source="example", rule="monthly", period="2025-06", agency="so-nv")
        >>> timeliness = june.timeliness([sent], today=datetime.date(2025, 6, 22))
        >>> [(report.standing, report.days) for report in timeliness.reports]
        [('late', 1), ('missing', 3)]
        """
    def to_ics(self, /, stamp: str, lang: Literal["vi", "en"] = ...) -> str:
        """
        The due days as an iCalendar file, for calendar programs; what is exempt or has no date is left out.

        `stamp` is the instant the file is made, as RFC 3339 writes it: the library has no clock. `lang` is `vi`
        (default) or `en`. Write the text as it is, with its line ends: `Path("due.ics").write_bytes(text.encode())`.
        Raises `TiendoError` with code `bad-date` for a stamp that is no instant, or `year-out-of-range`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
        >>> june.to_ics("2025-05-10T00:00:00Z").split("\\r\\n")[5:8]
        ['UID:ha-tinh-231.monthly.2025-06.so-nv@tiendo', 'DTSTAMP:20250510T000000Z', 'DTSTART;VALUE=DATE:20250619']
        """

@final
class Period:
    """
    A month, quarter, half, nine months or year, read from its id.

    Raises `TiendoError` with code `bad-period`, or `year-out-of-range`. Periods sort as they end; of those that end on
    one day the shorter comes first.

    >>> import tiendo
    >>> quarter = tiendo.Period("2025-Q2")
    >>> quarter.start, quarter.end
    (datetime.date(2025, 4, 1), datetime.date(2025, 6, 30))
    >>> tiendo.Period("2025-06") < quarter
    True
    """
    __match_args__: Final[tuple[Literal["id"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[str]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str) -> Period: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def cycle(self, /) -> Literal["monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc"]:
        """
        How often such a period comes.
        """
    @property
    def end(self, /) -> date:
        """
        Its last day.
        """
    @staticmethod
    def holding(cycle: Literal["monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc"], day: date) -> Period | None:
        """
        The period of a cycle that holds a day; `None` for October to December of the nine months, and for a cycle whose
        dates the caller gives.

        >>> import datetime, tiendo
        >>> tiendo.Period.holding("half_yearly", datetime.date(2025, 11, 23))
        Period('2025-H2')
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    def label(self, /, lang: Literal["vi", "en"] = ...) -> str:
        """
        The period in words, within a sentence, in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> tiendo.Period("2025-9M").label()
        '9 tháng đầu năm 2025'
        """
    @property
    def start(self, /) -> date:
        """
        Its first day.
        """
    @property
    def year(self, /) -> int:
        """
        Its year.
        """

@final
class Pillar:
    """
    A group of tasks (*nhóm nhiệm vụ*).

    >>> import tiendo
    >>> pillar = tiendo.Plan.builtin("ha-tinh-231").pillars[0]
    >>> pillar.code, pillar.note
    ('I', 'heading-lost')
    """
    __match_args__: Final[tuple[Literal["code"], Literal["name"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Its code, `IV`.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """
    @property
    def name_en(self, /) -> str | None:
        """
        Its name in English.
        """
    @property
    def note(self, /) -> str | None:
        """
        `heading-lost` where the published text has no such heading and the plan's data sets it.
        """

@final
class Place:
    """
    Where a finding is.

    >>> import tiendo
    >>> tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint()[-1].places[0].plan
    'ha-tinh-42-ctr-tu'
    """
    __match_args__: Final[tuple[Literal["plan"], Literal["kind"], Literal["code"], Literal["year"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Its code or number; empty for the plan.
        """
    @property
    def kind(self, /) -> Literal["plan", "indicator", "task", "pillar", "rule"]:
        """
        What the place is in.
        """
    @property
    def plan(self, /) -> str:
        """
        The plan's id.
        """
    @property
    def year(self, /) -> int | None:
        """
        The milestone, where one cell is meant.
        """

@final
class Plan:
    """
    A published action plan.

    >>> import tiendo
    >>> plan = tiendo.Plan.builtin("ha-tinh-231")
    >>> plan
    Plan('ha-tinh-231', number='231/KH-UBND', indicators=70, tasks=123)
    >>> plan.issued, plan.milestones
    (datetime.date(2025, 5, 10), (2025, 2030, 2035, 2040, 2045))
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def body(self, /) -> tuple[BodyStatement, ...]:
        """
        What the body of the document says of indicators that also stand in the annex; the annex decides.
        """
    @staticmethod
    def builtin(id: str) -> Plan:
        """
        Reads a built-in plan. Raises `TiendoError` with code `unknown-plan`.

        >>> import tiendo
        >>> tiendo.Plan.builtin("ha-tinh-231").number
        '231/KH-UBND'
        """
    @staticmethod
    def builtin_ids() -> tuple[str, ...]:
        """
        The ids of the built-in plans.

        >>> import tiendo
        >>> "ha-tinh-231" in tiendo.Plan.builtin_ids()
        True
        """
    @property
    def derives(self, /) -> Lineage | None:
        """
        Which of its items derive from which of an upper plan's.
        """
    @property
    def effective(self, /) -> date | None:
        """
        The first day it is in force.
        """
    @property
    def footnotes(self, /) -> tuple[Footnote, ...]:
        """
        The footnotes that cells name.
        """
    @staticmethod
    def from_json(json: str | bytes) -> Plan:
        """
        Reads a plan's JSON. Nothing is read in part: the first thing wrong raises `TiendoError` with its place.

        >>> import tiendo
        >>> try:
        ...     tiendo.Plan.from_json('{"schemaVersion": 2}')
        ... except tiendo.TiendoError as error:
        ...     print(error.code, error.path, error.row)
        unknown-version schemaVersion 1
        """
    @property
    def id(self, /) -> str:
        """
        A short id of the plan, `ha-tinh-231`.
        """
    @property
    def implements(self, /) -> tuple[Document, ...]:
        """
        The documents it implements.
        """
    def indicator(self, /, code: str) -> Indicator | None:
        """
        The indicator with a code, its own or one it was published under at another milestone; or `None`.

        >>> import tiendo
        >>> plan = tiendo.Plan.builtin("ha-tinh-231")
        >>> plan.indicator("51.3").parent
        '51'
        """
    @property
    def indicators(self, /) -> tuple[Indicator, ...]:
        """
        The indicators, in the order of the annex.
        """
    @property
    def issued(self, /) -> date | None:
        """
        The day it was issued.
        """
    @property
    def issuer(self, /) -> str:
        """
        Who issued it.
        """
    @property
    def level(self, /) -> Literal["central", "party", "province", "commune"]:
        """
        The issuer's level.
        """
    def lint(self, /, registry: Registry | None = None) -> tuple[Finding, ...]:
        """
        What a careful reader of the plan would remark on.

        Leads are looked up in `registry`, the built-in one where none is given.

        >>> import tiendo
        >>> findings = tiendo.Plan.builtin("ha-tinh-42-ctr-tu").lint()
        >>> [tuple(place.code for place in finding.places) for finding in findings if finding.code == "same-measure"]
        [('51.2', '53'), ('51.3', '52')]
        """
    def milestone_on(self, /, today: date) -> int | None:
        """
        The milestone in view on a day: the first whose 31 December is not before it, else the last.

        >>> import datetime, tiendo
        >>> tiendo.Plan.builtin("ha-tinh-231").milestone_on(datetime.date(2026, 1, 1))
        2030
        """
    @property
    def milestones(self, /) -> tuple[int, ...]:
        """
        The milestone years, ascending; a milestone's date is 31 December.
        """
    @property
    def number(self, /) -> str | None:
        """
        The document's number, `231/KH-UBND`; `None` where the text has none.
        """
    def obligations(self, /, start: date, end: date, agencies: Iterable[str] | None = None, effective: date | None = None, *, given: Iterable[GivenReport] = ..., before_inclusive: bool = False, of_next_month: bool = False, day_off_shift: Literal["none", "next_working_day", "previous_working_day"] = ..., grace_days: int = ..., decree_09_cutoff: bool = False, count_returned: bool = False, calendar: Calendar | None = None, registry: Registry | None = None) -> Obligations:
        """
        Every report whose written date lies between two days, the first included and the last not: by date, then in
        the order of the rules, then of the bodies.

        `agencies` are the bodies that report, by id, name or short name; without any each report stands once.
        `effective` is the day from which the regime holds, in place of the one the plan says. `given` are the ad hoc
        and term reports. The days off are those of `calendar`, the bodies those of `registry`; the built-in ones where
        none is given.

        With `before_inclusive`, "before" includes the day it names (default: the day before is the last on time). With
        `of_next_month`, a bare day of a monthly rule is one of the month after (default: of the same month).
        `day_off_shift` says where a last timely day that is off moves to (default: nowhere), `grace_days` how many
        calendar days are added at the end, at most 366 (default: none). With `decree_09_cutoff`, data are closed by
        Decree 09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and the last timely
        day). With `count_returned`, a report counts from its first version (default: from its first version not
        returned).

        Raises `TiendoError`: `year-out-of-range` for days outside 1900 to 2200; `bad-option` for an end before the
        start, a body without a name or too much grace; `duplicate-code` for a body or given report twice;
        `unknown-code` for a given report of no ad hoc or term rule; `unknown-year` where a day-off shift needs a year
        the calendar does not know; `too-many` beyond 5,000,000 obligations.

        >>> import datetime, tiendo
        >>> year = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
        >>> [report.due for report in tiendo.Plan.builtin("tien-giang-69").obligations(*year) if report.due]
        [datetime.date(2025, 5, 31), datetime.date(2025, 11, 14)]
        """
    @property
    def pillars(self, /) -> tuple[Pillar, ...]:
        """
        The groups of tasks, in order.
        """
    @property
    def regime(self, /) -> Regime | None:
        """
        The reporting regime, where the plan has one.
        """
    @property
    def replaces(self, /) -> tuple[Document, ...]:
        """
        The documents it replaces.
        """
    @property
    def schema_version(self, /) -> int:
        """
        The version of the format, 1.
        """
    def task(self, /, number: int) -> Task | None:
        """
        The task with a number, or `None`.

        >>> import tiendo
        >>> plan = tiendo.Plan.builtin("ha-tinh-231")
        >>> plan.task(123).deadline.text
        'Thường xuyên'
        """
    @property
    def tasks(self, /) -> tuple[Task, ...]:
        """
        The tasks, in the order of the annex.
        """
    @property
    def title(self, /) -> str:
        """
        What the plan is about, in a few words.
        """
    @property
    def title_en(self, /) -> str | None:
        """
        The same in English.
        """
    def to_json(self, /) -> str:
        """
        Writes the plan as JSON: the same text for the same plan, and `from_json` reads it back.

        >>> import tiendo
        >>> plan = tiendo.Plan.builtin("ha-tinh-231")
        >>> tiendo.Plan.from_json(plan.to_json()) == plan
        True
        """

@final
class PublishedCode:
    """
    A code an indicator was published under at one milestone.

    >>> import tiendo
    >>> tiendo.Plan.builtin("tien-giang-69").indicator("6").other_codes[0]
    PublishedCode(2045, '26')
    """
    __match_args__: Final[tuple[Literal["year"], Literal["code"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The code of the row in which the milestone's cell stands.
        """
    @property
    def year(self, /) -> int:
        """
        The milestone.
        """

@final
class Regime:
    """
    A plan's reporting rules.

    >>> import tiendo
    >>> regime = tiendo.Plan.builtin("ha-tinh-231").regime
    >>> regime.effective
    datetime.date(2025, 5, 10)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def effective(self, /) -> date | None:
        """
        The first day the rules apply; `None` where the text does not say.
        """
    @property
    def rules(self, /) -> tuple[Rule, ...]:
        """
        The rules, in the order of the text.
        """

@final
class Registry:
    """
    The bodies and groups that cells name.

    >>> import tiendo
    >>> registry = tiendo.Registry.builtin()
    >>> registry.find("Sở KH&CN").name
    'Sở Khoa học và Công nghệ'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def agencies(self, /) -> tuple[Agency, ...]:
        """
        The bodies, in the order of the file.
        """
    def agency(self, /, id: str) -> Agency | None:
        """
        The body with an id, or `None`.

        >>> import tiendo
        >>> tiendo.Registry.builtin().agency("so-nv").name
        'Sở Nội vụ'
        """
    @staticmethod
    def builtin() -> Registry:
        """
        The registry that comes with the library: the bodies of the built-in plans.

        >>> import tiendo
        >>> len(tiendo.Registry.builtin().agencies) > 20
        True
        """
    def find(self, /, name: str) -> Agency | None:
        """
        The body with a name, short name or known misspelling, however it is spaced, cased or accented; or `None`.

        >>> import tiendo
        >>> tiendo.Registry.builtin().find("phòng Văn hoá - Xã hội").id
        'phong-vhxh'
        """
    @staticmethod
    def from_json(json: str | bytes) -> Registry:
        """
        Reads a registry's JSON.

        Raises `TiendoError`: for what is wrong with the file, with code `duplicate-code` for an id or a name that two
        entries share, and with `unknown-code` for a successor that is no id.

        >>> import tiendo
        >>> registry = tiendo.Registry.from_json('''{"schemaVersion": 1, "groups": [],
        ...     "agencies": [{"id": "x", "name": "Sở Mẫu", "level": "province"}]}''')
        >>> registry.find("sở mẫu").id
        'x'
        """
    @property
    def groups(self, /) -> tuple[Group, ...]:
        """
        The groups, in the order of the file.
        """
    def split(self, /, cell: str) -> AgencyCell:
        """
        Splits a cell into the agencies it names.

        >>> import tiendo
        >>> cell = tiendo.Registry.builtin().split("Các phòng: VHXH, Kinh tế")
        >>> tuple(part.name for part in cell.agencies)
        ('Phòng Văn hóa - Xã hội', 'Phòng Kinh tế')
        """
    def succession(self, /, id: str, on: date) -> str | None:
        """
        The id of what a body is on a day: its own while it exists, then that of the one body that took over; `None`
        where no single one did. A successor that has ended too is followed.

        >>> import datetime, tiendo
        >>> registry, day = tiendo.Registry.builtin(), datetime.date(2025, 7, 1)
        >>> registry.succession("so-tttt", day), registry.succession("so-nv", day)
        ('so-khcn', 'so-nv')
        >>> registry.succession("ubnd-tp-my-tho", day) is None
        True
        """

@final
class Reminder:
    """
    What one body is reminded of (*đôn đốc*).

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    >>> june.timeliness(today=datetime.date(2025, 6, 12)).reminders(7)[0].text
    'Theo 231/KH-UBND, đề nghị Sở Nội vụ gửi Sở Khoa học và Công nghệ: báo cáo tháng 6/2025 (hạn 19/6/2025, còn 7 ngày).'
    """
    __match_args__: Final[tuple[Literal["agency"], Literal["text"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str:
        """
        The body, as the caller gave it.
        """
    @property
    def due_soon(self, /) -> int:
        """
        How many fall due within the days asked for.
        """
    @property
    def missing(self, /) -> int:
        """
        How many of its reports are missing.
        """
    @property
    def text(self, /) -> str:
        """
        The text.
        """

@final
class Report:
    """
    An obligation and whether it was met.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    >>> report = june.timeliness(today=datetime.date(2025, 6, 22)).reports[0]
    >>> report.standing, report.days
    ('missing', 3)
    >>> report.why.en
    '"Before 2025-06-20": the last day on time is 2025-06-19. Not sent by 2025-06-22, 3 days overdue.'
    """
    __match_args__: Final[tuple[Literal["obligation"], Literal["standing"], Literal["days"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def days(self, /) -> int | None:
        """
        How many days late, or past its last day on time and missing.
        """
    def label(self, /, lang: Literal["vi", "en"] = ...) -> str:
        """
        The standing as officials word it, in a language: `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
        >>> june.timeliness(today=datetime.date(2025, 6, 22)).reports[0].label()
        'Chưa nộp'
        """
    @property
    def obligation(self, /) -> Obligation:
        """
        What was owed; its `exempt` also says what a record exempts, its `why` how the standing follows.
        """
    @property
    def returned(self, /) -> bool:
        """
        Whether a version was sent back.
        """
    @property
    def standing(self, /) -> Literal["on_time", "late", "missing", "not_due", "exempt", "undated"]:
        """
        Whether it came on time.
        """
    @property
    def submitted(self, /) -> date | None:
        """
        The day of the version that counts.
        """
    @property
    def why(self, /) -> Why:
        """
        How the last day on time and the standing follow.
        """

@final
class ReportId:
    """
    A report by its rule and period.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 10), datetime.date(2025, 6, 11))
    >>> june[0].coincides
    (ReportId(rule='half-year', period='2025-H1'),)
    """
    __match_args__: Final[tuple[Literal["rule"], Literal["period"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def period(self, /) -> str:
        """
        The period's id, or what a given report is called.
        """
    @property
    def rule(self, /) -> str:
        """
        The rule's code.
        """

@final
class ReportingUnit:
    """
    A body that reports, as the caller gave it and as the registry knows it.

    >>> import datetime, tiendo
    >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2026, 1, 1), datetime.date(2027, 1, 1), ["so-nv", "Xã Mẫu"])
    >>> [unit.name for unit in year.reporting_units]
    ['Sở Nội vụ', 'Xã Mẫu']
    """
    __match_args__: Final[tuple[Literal["agency"], Literal["id"], Literal["name"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str:
        """
        An id or a name, as the caller gave it: what results and submissions call it.
        """
    @property
    def begun(self, /) -> date | None:
        """
        Its first day, where the registry knows it.
        """
    @property
    def ended(self, /) -> date | None:
        """
        The first day it no longer existed, where the registry knows it.
        """
    @property
    def id(self, /) -> str | None:
        """
        Its id in the registry; `None` for a body the registry does not know.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """
    @property
    def successor(self, /) -> str | None:
        """
        The name of the body that took over, where there is a single one.
        """

@final
class Rule:
    """
    One duty to report.

    >>> import tiendo
    >>> rule = tiendo.Plan.builtin("ha-tinh-231").regime.rules[0]
    >>> rule.cycle, rule.recipient
    ('monthly', 'Sở Khoa học và Công nghệ')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The rule's code, unique within the regime.
        """
    @property
    def cutoff(self, /) -> CutoffDay | None:
        """
        The last day of the data, where the plan sets one.
        """
    @property
    def cycle(self, /) -> Literal["monthly", "quarterly", "half_yearly", "nine_monthly", "yearly", "term", "ad_hoc"]:
        """
        How often.
        """
    @property
    def due(self, /) -> DueDay | None:
        """
        The due day; `None` where the text states the duty without a date.
        """
    @property
    def recipient(self, /) -> str:
        """
        To whom, as written.
        """
    @property
    def reporters(self, /) -> str:
        """
        Who reports, as written.
        """
    @property
    def text(self, /) -> str:
        """
        The rule's words in the plan, verbatim.
        """

@final
class Slack:
    """
    The days between a report of a lower tier and one of the upper tier on the same period.

    >>> import datetime, tiendo
    >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2026, 11, 1), datetime.date(2026, 12, 1))
    >>> tiendo.slack(year, year)[0].lower_due
    datetime.date(2026, 11, 19)
    """
    __match_args__: Final[tuple[Literal["period"], Literal["days"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def days(self, /) -> int:
        """
        Days from the one to the other; negative where the lower tier is due after the upper one.
        """
    @property
    def lower_due(self, /) -> date:
        """
        The lower tier's last day on time.
        """
    @property
    def lower_rule(self, /) -> str:
        """
        The lower tier's rule.
        """
    @property
    def period(self, /) -> str:
        """
        The period's id.
        """
    @property
    def upper_due(self, /) -> date:
        """
        The upper tier's last day on time.
        """
    @property
    def upper_rule(self, /) -> str:
        """
        The upper tier's rule.
        """

@final
class Span:
    """
    A half-open range of characters (Unicode scalar values) of a text: an index of Python's `str`.

    >>> import tiendo
    >>> target = tiendo.parse_target("≥ 3.000")
    >>> span = target.notes[0].span
    >>> span
    Span(2, 7)
    >>> target.text[span.start : span.end]
    '3.000'
    """
    __match_args__: Final[tuple[Literal["start"], Literal["end"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def end(self, /) -> int:
        """
        One past its last character.
        """
    @property
    def start(self, /) -> int:
        """
        The first character of the place.
        """

@final
class Submission:
    """
    A version of a report, sent on a day.

    >>> import datetime, tiendo
    >>> day = datetime.date(2025, 6, 19)
    >>> tiendo.Submission(id="s1", date=day, recorded=day, source="example", rule="monthly", period="2025-06",
    ...     agency="so-nv")
    Submission(id='s1', date=datetime.date(2025, 6, 19), rule='monthly', period='2025-06', agency='so-nv')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> "tuple[tuple[()], dict[str, Any]]": ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, date: date, recorded: date, source: str, rule: str, period: str, agency: str, returned: bool = False) -> Submission: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str:
        """
        The body that sent it, by id or name.
        """
    @property
    def date(self, /) -> date:
        """
        The day it was sent, in Việt Nam: `date_in_vietnam` has it of an instant.
        """
    @property
    def id(self, /) -> str:
        """
        The record's id, unique.
        """
    @property
    def period(self, /) -> str:
        """
        The period's id, or what a given report is called.
        """
    @property
    def recorded(self, /) -> Date:
        """
        The day it was recorded.
        """
    @property
    def returned(self, /) -> bool:
        """
        Whether it was sent back to be done again.
        """
    @property
    def rule(self, /) -> str:
        """
        The code of the rule it answers.
        """
    @property
    def source(self, /) -> str:
        """
        Where it comes from.
        """

@final
class SuggestedLink:
    """
    A link that nobody has recorded: the names share most of their words.

    >>> import tiendo
    >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
    >>> tiendo.suggest_links(child, parent)[0]
    SuggestedLink('indicator', child='3', parent='64', shared=10, together=10)
    """
    __match_args__: Final[tuple[Literal["kind"], Literal["child"], Literal["parent"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def child(self, /) -> str:
        """
        The code or number in the lower plan.
        """
    @property
    def kind(self, /) -> Literal["plan", "indicator", "task", "pillar", "rule"]:
        """
        An indicator or a task.
        """
    @property
    def parent(self, /) -> str:
        """
        The code or number in the upper plan.
        """
    @property
    def shared(self, /) -> int:
        """
        Words both names have.
        """
    @property
    def together(self, /) -> int:
        """
        Words of both names together.
        """

@final
class Tally:
    """
    Counts of reports, and their rates.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
    >>> june.timeliness(today=datetime.date(2025, 6, 22)).total
    Tally(on_time=0, late=0, missing=1, not_due=0, exempt=0, undated=0)
    """
    __match_args__: Final[tuple[Literal["on_time"], Literal["late"], Literal["missing"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def exempt(self, /) -> int:
        """
        Not to be sent; beside those expected.
        """
    @property
    def expected(self, /) -> int:
        """
        On time, late and missing together.
        """
    @property
    def late(self, /) -> int:
        """
        Sent later.
        """
    @property
    def missing(self, /) -> int:
        """
        Not sent, its last day on time past.
        """
    @property
    def not_due(self, /) -> int:
        """
        Not sent, not due yet; beside those expected.
        """
    @property
    def on_time(self, /) -> int:
        """
        Sent by the last day on time.
        """
    @property
    def on_time_rate(self, /) -> Decimal | None:
        """
        On time out of 100 expected; `None` where nothing was.
        """
    @property
    def submitted_rate(self, /) -> Decimal | None:
        """
        On time or late out of 100 expected; `None` where nothing was.
        """
    @property
    def undated(self, /) -> int:
        """
        Asked for without a date; beside those expected.
        """

@final
class TallyOf:
    """
    The tally of a body, a period or a cycle.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
    >>> by_period = june.timeliness(today=datetime.date(2025, 6, 22)).by_period
    >>> by_period[0].key, by_period[0].tally.missing
    ('2025-06', 2)
    """
    __match_args__: Final[tuple[Literal["key"], Literal["tally"], Literal["rank"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def key(self, /) -> str:
        """
        The body as the caller gave it, the period's id or the cycle's code.
        """
    @property
    def rank(self, /) -> int | None:
        """
        Its place among the bodies by the rate on time, equal rates sharing one: 1, 2, 2, 4. Only for bodies of
        which something was expected.
        """
    @property
    def tally(self, /) -> Tally:
        """
        The counts.
        """

@final
class Task:
    """
    A row of the task table, with a short title in place of the official wording.

    >>> import tiendo
    >>> task = tiendo.Plan.builtin("ha-tinh-231").task(4)
    >>> task.deadline.text, task.deadline.due
    ('6/2025', datetime.date(2025, 6, 30))
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def cooperating(self, /) -> str:
        """
        The cell of the cooperating agencies, verbatim.
        """
    @property
    def deadline(self, /) -> Deadline:
        """
        The deadline, read by the defaults; its `text` is the cell, for `parse_deadline` with other options.
        """
    @property
    def items(self, /) -> tuple[TaskItem, ...]:
        """
        The items the task's text numbers (1), (2) …
        """
    @property
    def lead(self, /) -> str:
        """
        The lead cell, verbatim.
        """
    @property
    def number(self, /) -> int:
        """
        Its number, unique in the plan.
        """
    @property
    def pillar(self, /) -> str | None:
        """
        The code of its pillar; `None` where unknown.
        """
    @property
    def product(self, /) -> str | None:
        """
        The product (*sản phẩm*), verbatim, where the table has such a column.
        """
    @property
    def sensitive(self, /) -> bool:
        """
        Left out of public output (security, defence).
        """
    @property
    def title(self, /) -> str:
        """
        A short title, not the official wording: the number refers to that.
        """
    @property
    def title_en(self, /) -> str | None:
        """
        The title in English.
        """

@final
class TaskItem:
    """
    A numbered item of a task.

    >>> import tiendo
    >>> len(tiendo.Plan.builtin("ha-tinh-231").task(40).items)
    5
    """
    __match_args__: Final[tuple[Literal["number"], Literal["title"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def number(self, /) -> int:
        """
        Its number within the task.
        """
    @property
    def title(self, /) -> str:
        """
        A short title.
        """
    @property
    def title_en(self, /) -> str | None:
        """
        The title in English.
        """

@final
class Timeliness:
    """
    Whether the reports owed came on time, on a day.

    Expected is on time, late and missing together; what is not due, exempt or undated stands beside it.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc", "so-yt"])
    >>> def sent(id, agency, day):
    ...     return tiendo.Submission(id=id, date=day, recorded=day, source="example", rule="monthly",
    ...         period="2025-06", agency=agency)
    >>> sent = [sent("s1", "so-nv", datetime.date(2025, 6, 19)), sent("s2", "so-tc", datetime.date(2025, 6, 20))]
    >>> timeliness = june.timeliness(sent, today=datetime.date(2025, 6, 22))
    >>> timeliness.total.expected, timeliness.total.on_time_rate
    (3, Decimal('33.333333'))
    >>> timeliness.sentences("en")
    ('The report on June 2025 (due 2025-06-19): 1 of 3 on time; late: Sở Tài chính (1 day); missing: Sở Y tế.',)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> "tuple[Any, tuple[tuple[Submission, ...], tuple[Exemption, ...]]]": ...
    def __repr__(self, /) -> str: ...
    @property
    def by_agency(self, /) -> tuple[TallyOf, ...]:
        """
        The counts of each body, in the order given, with their ranks.
        """
    @property
    def by_cycle(self, /) -> tuple[TallyOf, ...]:
        """
        The counts of each cycle, from monthly to ad hoc.
        """
    @property
    def by_period(self, /) -> tuple[TallyOf, ...]:
        """
        The counts of each period, in the order they fall due.
        """
    def reminders(self, /, within_days: int, lang: Literal["vi", "en"] = ...) -> tuple[Reminder, ...]:
        """
        For each body that has reports to send, what it is reminded of: those missing, and those due within some days.
        `lang` is `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv"])
        >>> june.timeliness(today=datetime.date(2025, 6, 22)).reminders(0, "en")[0].text
        'Under 231/KH-UBND, Sở Nội vụ is asked to send to Sở Khoa học và Công nghệ: the report on June 2025 (due 2025-06-19, 3 days overdue).'
        """
    @property
    def reports(self, /) -> tuple[Report, ...]:
        """
        Each report, in the order of the obligations.
        """
    def sentences(self, /, lang: Literal["vi", "en"] = ...) -> tuple[str, ...]:
        """
        How each report went, one official sentence for each that has a date, in the order they fall due; none where
        the obligations are no body's. `lang` is `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
        >>> june.timeliness(today=datetime.date(2025, 6, 19)).sentences()
        ('Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi.',)
        """
    @property
    def today(self, /) -> date:
        """
        The day it was judged.
        """
    @property
    def total(self, /) -> Tally:
        """
        The counts of all.
        """
    @property
    def unmatched(self, /) -> tuple[str, ...]:
        """
        The ids of records that speak of no obligation here: another rule, period or body.
        """

@final
class Why:
    """
    Why a result is what it is: enough to recompute it by hand.

    >>> import tiendo
    >>> result = tiendo.compare(tiendo.Measured(value="0.70"), tiendo.parse_target("≥ 0,7"), "higher_is_better")
    >>> result.why.rule
    'at_least'
    >>> result.why.numbers.get("required")
    Decimal('0.7')
    """
    __match_args__: Final[tuple[Literal["rule"], Literal["numbers"], Literal["dates"]]]
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str, str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def dates(self, /) -> Mapping[str, date]:
        """
        The dates it used, by name.
        """
    @property
    def en(self, /) -> str:
        """
        The sentence in English.
        """
    @property
    def numbers(self, /) -> Mapping[str, Decimal]:
        """
        The numbers it used, by name.
        """
    @property
    def rule(self, /) -> str:
        """
        The code of the rule that decided.
        """
    def sentence(self, /, lang: Literal["vi", "en"]) -> str:
        """
        The sentence in a language: `vi` or `en`.

        >>> import tiendo
        >>> tiendo.parse_deadline("6/2025").why.sentence("vi")
        'Tháng 6/2025: hạn là ngày cuối tháng, 30/6/2025.'
        """
    @property
    def vi(self, /) -> str:
        """
        The sentence in Vietnamese.
        """

def _restore(class_name: str, json: str) -> Any:
    """
    Makes an object again from its pickled JSON. Private.
    """

def compare(measured: Measured, target: MilestoneTarget, direction: Literal["higher_is_better", "lower_is_better"], *, equal_exactly: bool = False, rising_decides: bool = False) -> Comparison:
    """
    Compares a value with a target.

    `direction` says which way the indicator gets better, as `Indicator.direction` does. With `equal_exactly`, a bare
    number and `=` ask for exactly that number (default: that number or better). With `rising_decides`, `và tăng dần`
    must hold too (default: it is shown beside the verdict).

    >>> import tiendo
    >>> target = tiendo.parse_target("≥ 50%.")
    >>> tiendo.compare(tiendo.Measured(value=45), target, "higher_is_better")
    Comparison('not_met', margin=Decimal('-5'), attainment=Decimal('0.9'))
    """

def compare_plans(child: Plan, parent: Plan, registry: Registry | None = None) -> tuple[Finding, ...]:
    """
    Compares a plan with the upper plan it derives from, by its recorded links.

    Leads are compared by `registry`, the built-in one where none is given. Raises `TiendoError` with code
    `unknown-plan` where the plan records no derivation from `parent`.

    >>> import tiendo
    >>> child, parent = tiendo.Plan.builtin("tien-dien"), tiendo.Plan.builtin("ha-tinh-231")
    >>> findings = tiendo.compare_plans(child, parent)
    >>> next(finding.en for finding in findings if finding.code == "deadline-later")
    'Task 4 is due 2025-09-30, after the 2025-06-30 of task 4 of 231/KH-UBND.'
    """

def compare_targets(target: MilestoneTarget, other: MilestoneTarget, direction: Literal["higher_is_better", "lower_is_better"]) -> Literal["weaker", "equal", "stronger"] | None:
    """
    How much `target` asks beside `other`, of the same measure; `None` where they cannot be compared: another unit, base
    or qualifier, prose, no number.

    An interval counts by its weaker bound, a bare number and `=` as `≥` (or `≤` where lower is better), and of equal
    numbers `>` asks for more than `≥`.

    >>> import tiendo
    >>> own, upper = tiendo.parse_target("> 60%"), tiendo.parse_target("≥ 60%")
    >>> tiendo.compare_targets(own, upper, "higher_is_better")
    'stronger'
    """

def date_in_vietnam(instant: str) -> date:
    """
    The date in Việt Nam (UTC+7) of an instant, written as RFC 3339 has it: what a due day is compared with.

    Raises `TiendoError` with code `bad-date` for text that is no instant with its offset, or `year-out-of-range`.

    >>> import tiendo
    >>> tiendo.date_in_vietnam("2025-06-19T16:59:59Z"), tiendo.date_in_vietnam("2025-06-19T17:00:00Z")
    (datetime.date(2025, 6, 19), datetime.date(2025, 6, 20))
    """

def duties_of_month(obligations: Iterable[Obligations], agency: str, month: str, lang: Literal["vi", "en"] = ...) -> tuple[MonthDuty, ...]:
    """
    What one body owes in a month under all its regimes: the reports whose last day on time lies in it, by that day,
    then those without a date whose period ends in it.

    `obligations` are one of each plan: what they were asked with is asked again of this body and month, their days and
    bodies are not looked at. `month` is a month's id, `lang` is `vi` (default) or `en`. Raises `TiendoError` with code
    `bad-period` for what is no month, and as `Plan.obligations` does.

    >>> import datetime, tiendo
    >>> year = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 1, 1), datetime.date(2026, 1, 1), ["so-nv"])
    >>> tiendo.duties_of_month([year], "Sở Nội vụ", "2025-06", "en")[-1].text.split(",")[0]
    'By 2025-06-19: send the report on June 2025 to Sở Khoa học và Công nghệ'
    """

def parse_deadline(text: str, *, month_day: int | None = None, before_inclusive: bool = False, following_years_judged: bool = False) -> Deadline:
    """
    Reads one deadline cell.

    Reading is total: the errors are `TiendoError` with code `cell-too-long`, beyond 10,000 characters, and
    `bad-option` for a `month_day` that is not 1 to 31.

    `month_day` is the day a bare month is due (default: its last). With `before_inclusive`, "before" includes the day
    it names (default: the day before is the last on time). With `following_years_judged`, "and the following years"
    falls due each 31 December (default: it continues).

    >>> import tiendo
    >>> deadline = tiendo.parse_deadline("trước ngày 15/7/2025")
    >>> deadline.written, deadline.due
    (datetime.date(2025, 7, 15), datetime.date(2025, 7, 14))
    >>> tiendo.parse_deadline("6/2025", month_day=25).due
    datetime.date(2025, 6, 25)
    """

def parse_number(text: str) -> Numeral:
    """
    Reads a numeral as Vietnamese official text writes it, with decimal comma or decimal point.

    Raises `TiendoError` with code `bad-number`.

    >>> import tiendo
    >>> tiendo.parse_number("1.200,5")
    Numeral(Decimal('1200.5'))
    >>> tiendo.parse_number("3.000")
    Numeral(Decimal('3000'), ambiguous=True)
    """

def parse_target(text: str, unit: str | None = None) -> MilestoneTarget:
    """
    Reads one target cell, with the text of its row's unit column where there is one.

    Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond 10,000 characters. The cells
    of a plan are read with their whole row by `Indicator.targets`.

    >>> import tiendo
    >>> tiendo.parse_target("≥ 1,0%;")
    MilestoneTarget('≥ 1,0%;', kind='at_least', value=Decimal('1'), unit='percent')
    >>> tiendo.parse_target("15", "% GRDP").base
    'GRDP'
    """

def slack(lower: Obligations, upper: Obligations) -> tuple[Slack, ...]:
    """
    For each period both tiers report on by a date, the days between: in the lower tier's order.

    Raises `TiendoError` with code `too-many` beyond 100,000 pairs.

    >>> import datetime, tiendo
    >>> june = datetime.date(2026, 6, 1), datetime.date(2026, 7, 1)
    >>> commune, province = tiendo.Plan.builtin("tien-dien"), tiendo.Plan.builtin("ha-tinh-231")
    >>> lower = commune.obligations(*june, effective=datetime.date(2026, 1, 1))
    >>> [(slack.period, slack.days) for slack in tiendo.slack(lower, province.obligations(*june))]
    [('2026-Q2', 5), ('2026-H1', 5), ('2026-06', 5)]
    """

def split_agencies(cell: str) -> AgencyCell:
    """
    Splits a cell into the agencies it names, by the built-in registry.

    Names hold commas and `và` themselves, so what the registry knows is found first; what is left over is `unknown`.

    >>> import tiendo
    >>> cell = tiendo.split_agencies("Sở Khoa học, Công nghệ và các sở, ban, ngành")
    >>> [(part.kind, part.name) for part in cell.agencies]
    [('agency', 'Sở Khoa học và Công nghệ'), ('group', 'các sở, ban, ngành')]
    """

def suggest_links(child: Plan, parent: Plan) -> tuple[SuggestedLink, ...]:
    """
    Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.

    >>> import tiendo
    >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
    >>> ("8", "50") in [(link.child, link.parent) for link in tiendo.suggest_links(child, parent)]
    True
    """
