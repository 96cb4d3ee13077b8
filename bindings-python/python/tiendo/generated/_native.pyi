"""
The native half of the package `tiendo`. Private: import from `tiendo`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from tiendo._dates import Date
from tiendo.generated._results import Agency, AgencyCell, BodyStatement, CalendarDay, CodeList, Comparison, Cycle, DayOffShift, Deadline, Direction, Document, Due, Exempt, Finding, Footnote, Group, Indicator, Lang, Level, Lineage, MilestoneTarget, MonthDuty, NamedAgency, NoteCode, Numeral, Obligation, ObservationStatus, Pillar, Reason, Regime, Reminder, Report, ReportingUnit, Row, Rule, Slack, Strength, Succession, SuggestedLink, Tally, TallyOf, Task, Why
from typing import Any, Final, Literal, SupportsIndex, final, overload

__all__ = ["Calendar", "DayStatus", "Exemption", "GivenReport", "Limits", "Measured", "Obligations", "Observation", "Period", "Plan", "Records", "Registry", "Submission", "Timeliness", "_deadline_notation", "_deadlines_mean_the_same", "_due_in", "_error_sentence", "_exempt_sentence", "_is_numeric", "_lang", "_observation", "_read", "_report_label", "_target_notation", "_targets_mean_the_same", "code_lists", "compare", "compare_codes", "compare_plans", "compare_targets", "date_in_vietnam", "deadline_why", "duties_of_month", "label", "note_sentence", "parse_deadline", "parse_number", "parse_target", "reason_sentence", "slack", "split_agencies", "suggest_links"]

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
    def from_json(json: str | bytes, *, limits: Limits | None = None) -> Calendar:
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
        >>> flood = tiendo.CalendarDay(date=datetime.date(2026, 10, 1), off=True, name="Nghỉ do mưa lũ")
        >>> tiendo.Calendar.builtin().with_days([flood]).status(flood.date).day.name
        'Nghỉ do mưa lũ'
        """
    @property
    def years(self, /) -> tuple[int, ...]:
        """
        The years it knows.
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
    def __getnewargs__(self, /) -> tuple[bool, CalendarDay | None]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, off: bool, day: CalendarDay | None = None) -> DayStatus: ...
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
class Limits:
    """
    How much a call takes and gives; beyond a limit it fails with that limit's error, or says so in a finding, and
    never passes a shorter answer for a whole one. What is not given is as by default.

    >>> import tiendo
    >>> tiendo.Limits().tasks
    20000
    >>> plan = tiendo.Plan.builtin("ha-tinh-231").to_json()
    >>> try:
    ...     tiendo.Plan.from_json(plan, limits=tiendo.Limits(tasks=100))
    ... except tiendo.TiendoError as error:
    ...     print(error.code, error.path)
    too-many tasks
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, json_bytes: int | None = None, records_bytes: int | None = None, depth: int | None = None, text_chars: int | None = None, id_chars: int | None = None, name_chars: int | None = None, indicators: int | None = None, tasks: int | None = None, footnotes: int | None = None, milestones: int | None = None, rules: int | None = None, records: int | None = None, chain: int | None = None, items: int | None = None, pairs: int | None = None, given: int | None = None, grace_days: int | None = None, reports: int | None = None, obligations: int | None = None, output_bytes: int | None = None, errors: int | None = None) -> Limits: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def chain(self, /) -> int:
        """
        Bodies that succeed one another, and rows that inherit from one another (`too-many`).
        """
    @property
    def depth(self, /) -> int:
        """
        Lists and objects within one another (`too-deep`); more than 128 are not read whatever is set.
        """
    @property
    def errors(self, /) -> int:
        """
        Errors of a file that are told at once.
        """
    @property
    def footnotes(self, /) -> int:
        """
        Footnotes of a plan (`too-many`).
        """
    @staticmethod
    def from_json(json: str | bytes) -> Limits:
        """
        Reads limits from JSON, each by default where it is left out.

        >>> import tiendo
        >>> tiendo.Limits.from_json('{"tasks": 100}')
        Limits(tasks=100)
        """
    @property
    def given(self, /) -> int:
        """
        Reports on dates of the caller's in a call (`too-many`).
        """
    @property
    def grace_days(self, /) -> int:
        """
        Days of grace (`bad-option`).
        """
    @property
    def id_chars(self, /) -> int:
        """
        Unicode scalar values of an id (`cell-too-long`).
        """
    @property
    def indicators(self, /) -> int:
        """
        Indicators of a plan, and the items of any list the other limits do not name (`too-many`).
        """
    @property
    def items(self, /) -> int:
        """
        Items of a task that one cell of agencies may number (note `too-many-items`).
        """
    @property
    def json_bytes(self, /) -> int:
        """
        Bytes of a JSON text (`too-large`).
        """
    @property
    def milestones(self, /) -> int:
        """
        Milestones of a plan (`too-many`).
        """
    @property
    def name_chars(self, /) -> int:
        """
        Unicode scalar values of a body's or a given report's name in a call (`cell-too-long`).
        """
    @property
    def obligations(self, /) -> int:
        """
        Obligations of a call (`too-many`).
        """
    @property
    def output_bytes(self, /) -> int:
        """
        Bytes of a text that a call makes (`too-large`).
        """
    @property
    def pairs(self, /) -> int:
        """
        Pairs of names that are compared word by word (`too-many`, or a finding `limit-reached`).
        """
    @property
    def records(self, /) -> int:
        """
        Records of a call (`too-many`).
        """
    @property
    def records_bytes(self, /) -> int:
        """
        Bytes of a JSON text of records (`too-large`).
        """
    @property
    def reports(self, /) -> int:
        """
        Reports of a call, apart from who owes them (`too-many`).
        """
    @property
    def rules(self, /) -> int:
        """
        Rules of a reporting regime (`too-many`).
        """
    @property
    def tasks(self, /) -> int:
        """
        Tasks of a plan (`too-many`).
        """
    @property
    def text_chars(self, /) -> int:
        """
        Unicode scalar values of a cell, a name or any other text (`cell-too-long`).
        """
    def to_json(self, /) -> str:
        """
        Writes the limits as JSON; `from_json` reads it back.

        >>> import tiendo
        >>> tiendo.Limits.from_json(tiendo.Limits(tasks=100).to_json()).tasks
        100
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
class Obligations:
    """
    The reports owed between two days, or on some periods: a sequence of `Obligation`, each made when it is asked for.

    >>> import datetime, tiendo
    >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
    ...     datetime.date(2025, 6, 1), datetime.date(2025, 6, 30), ["so-nv", "so-tc"])
    >>> june
    Obligations('ha-tinh-231', reports=6, reporting_units=2)
    >>> june[-1].period, june[-1].agency
    ('2025-06', 'so-tc')
    """
    def __eq__(self, value: object, /) -> bool: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Obligation: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[Obligation, ...]: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Obligation]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
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
    def to_ics(self, /, stamp: str, lang: Lang = ...) -> str:
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
    def to_json(self, /) -> str:
        """
        The obligations and findings as JSON, the same in every language.

        >>> import datetime, tiendo
        >>> none = tiendo.Plan.builtin("tien-dien").obligations(periods=["2025-06"])
        >>> none.to_json()[:27]
        '{"reports":[],"findings":[{'
        """

@final
class Observation:
    """
    A value of an indicator on a day: exactly one of `value`, `present` and `judgement`. A file of records has them.

    >>> import tiendo
    >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
    ...     {"type": "observation", "id": "o1", "date": "2025-12-31", "recorded": "2026-01-05", "source": "example",
    ...     "indicator": "1", "value": "52.5", "status": "estimate"}]}''')
    >>> records.observations[0].value, records.observations[0].status
    (Decimal('52.5'), 'estimate')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def date(self, /) -> date:
        """
        The day of the value.
        """
    @property
    def id(self, /) -> str:
        """
        The record's id, unique.
        """
    @property
    def indicator(self, /) -> str:
        """
        The indicator's code.
        """
    @property
    def judgement(self, /) -> bool | None:
        """
        Whether a recorded judgement says the target is met.
        """
    def measured(self, /) -> Measured:
        """
        The value to compare with a target.

        >>> import tiendo
        >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
        ...     {"type": "observation", "id": "o1", "date": "2025-12-31", "recorded": "2026-01-05",
        ...     "source": "example", "indicator": "1", "value": "52.5", "status": "official"}]}''')
        >>> records.observations[0].measured()
        Measured(value=Decimal('52.5'))
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
    def recorded(self, /) -> Date:
        """
        The day it was recorded.
        """
    @property
    def source(self, /) -> str:
        """
        Where it comes from.
        """
    @property
    def status(self, /) -> ObservationStatus:
        """
        How final it is.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The number.
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
    def cycle(self, /) -> Cycle:
        """
        How often such a period comes.
        """
    @property
    def end(self, /) -> date:
        """
        Its last day.
        """
    @staticmethod
    def holding(cycle: Cycle, day: date) -> Period | None:
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
    def label(self, /, lang: Lang = ...) -> str:
        """
        The period in words, within a sentence, in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> tiendo.Period("2025-9M").label()
        '9 tháng đầu năm 2025'
        """
    @property
    def number(self, /) -> int:
        """
        Its place among those of its cycle and year, from 1.
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
    def deadline(self, /, number: int) -> Deadline | None:
        """
        The deadline of the task with a number, or `None`.

        >>> import tiendo
        >>> tiendo.Plan.builtin("ha-tinh-231").deadline(4).due
        datetime.date(2025, 6, 30)
        """
    @property
    def deadlines(self, /) -> tuple[Deadline, ...]:
        """
        The deadlines of the tasks, in their order.

        >>> import tiendo
        >>> all(deadline.recognised for deadline in tiendo.Plan.builtin("ha-tinh-231").deadlines)
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
    def from_json(json: str | bytes, *, limits: Limits | None = None) -> Plan:
        """
        Reads a plan's JSON. Nothing is read in part: all that is wrong is told at once, the first mistake as a
        `TiendoError` with its place, the rest as its `others`. What works on the plan keeps to `limits` too.

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
        The indicators, in the order of the annex, as published; `rows` has what they mean.
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
    def level(self, /) -> Level:
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
    def obligations(self, /, start: date | None = None, end: date | None = None, agencies: Iterable[str] | None = None, effective: date | None = None, *, periods: Iterable[Period | str] = ..., roster: Mapping[str, Iterable[str]] = ..., given: Iterable[GivenReport] = ..., before_inclusive: bool = False, of_next_month: bool = False, day_off_shift: DayOffShift = ..., grace_days: int = ..., decree_09_cutoff: bool = False, count_returned: bool = False, calendar: Calendar | None = None, registry: Registry | None = None, limits: Limits | None = None) -> Obligations:
        """
        Every report whose written date lies between two days, the first included and the last not, or that is on one of
        `periods`: by date, then in the order of the rules, then of the bodies.

        `agencies` are the bodies that report, by id, name or short name, and groups that `roster` resolves, a mapping of
        groups to their bodies; without any each report stands once. `effective` is the day from which the regime holds,
        in place of the one the plan says. `given` are the ad hoc and term reports. The days off are those of `calendar`,
        the bodies those of `registry`; the built-in ones where none is given.

        With `before_inclusive`, "before" includes the day it names (default: the day before is the last on time). With
        `of_next_month`, a bare day of a monthly rule is one of the month after (default: of the same month).
        `day_off_shift` says where a last timely day that is off moves to (default: nowhere), `grace_days` how many
        calendar days are added at the end (default: none). With `decree_09_cutoff`, data are closed by Decree
        09/2019/NĐ-CP, art. 12 (default: from the period's start to the earlier of its end and the last timely day). With
        `count_returned`, a report counts from its first version (default: from its first version not returned).

        Raises `TiendoError`: `bad-option` for neither days nor periods, or both; an end before the start; a body or
        given report without a name; too much grace. `bad-period` for what is no period. `year-out-of-range` for days
        outside 1900 to 2200. `duplicate-code` for a period, a body, a roster's group or a given report twice.
        `unknown-code` for a given report of no ad hoc or term rule. `unknown-year` where a day-off shift needs a year the
        calendar does not know. Of `limits`: `cell-too-long`, `too-many`, `too-large`.

        >>> import datetime, tiendo
        >>> year = datetime.date(2025, 1, 1), datetime.date(2026, 1, 1)
        >>> [report.due for report in tiendo.Plan.builtin("tien-giang-69").obligations(*year) if report.due]
        [datetime.date(2025, 5, 31), datetime.date(2025, 11, 14)]
        """
    def obligations_from_json(self, /, json: str | bytes, *, limits: Limits | None = None) -> Obligations:
        """
        The same, asked with the JSON of a question, which is the same in every language: `start`, `end`, `periods`,
        `agencies`, `roster`, `effective`, `given`, `beforeInclusive`, `ofNextMonth`, `dayOffShift`, `graceDays`,
        `decree09Cutoff`, `countReturned`, `calendar`, `registry`, `limits`, none of them needed. An option that is none
        is refused. `limits` are those that the JSON is read within.

        >>> import tiendo
        >>> year = tiendo.Plan.builtin("tien-giang-69").obligations_from_json('{"periods": ["2025"]}')
        >>> [report.due for report in year if report.due]
        [datetime.date(2025, 11, 14)]
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
    def row(self, /, code: str) -> Row | None:
        """
        The row of the indicator with a code, its own or one it was published under at another milestone; or `None`.

        `direction`, `kind`, `lead` and `targets` are inferred where the plan's data does not declare them, with
        `decided_by` and `notes` to say how.

        >>> import tiendo
        >>> row = tiendo.Plan.builtin("ha-tinh-231").row("8")
        >>> row.direction, row.decided_by, row.targets[2030].to_notation()
        ('lower_is_better', 'operator', '≤ 20')
        """
    @property
    def rows(self, /) -> tuple[Row, ...]:
        """
        The rows of the indicators, in their order, each read as a whole: targets, direction, kind, lead.

        >>> import tiendo
        >>> plan = tiendo.Plan.builtin("tien-dien")
        >>> len(plan.rows) == len(plan.indicators)
        True
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
        >>> plan.task(123).deadline
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
class Records:
    """
    A file of records.

    >>> import tiendo
    >>> records = tiendo.Records.from_json('''{"schemaVersion": 1, "synthetic": true, "records": [
    ...     {"type": "submission", "id": "s1", "date": "2025-06-19", "recorded": "2025-06-19", "source": "example",
    ...     "rule": "monthly", "period": "2025-06", "agency": "so-nv"}]}''')
    >>> records
    Records(synthetic=True, observations=0, submissions=1, exemptions=0)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def exemptions(self, /) -> tuple[Exemption, ...]:
        """
        The reports that need not be sent, in the order of the file.
        """
    @staticmethod
    def from_json(json: str | bytes, *, limits: Limits | None = None) -> Records:
        """
        Reads records' JSON.

        Raises `TiendoError`: for what is wrong with the file, with code `conflicting-record` for an id of records that
        differ; a record given twice as it is stands once.

        >>> import tiendo
        >>> tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}').submissions
        ()
        """
    def latest(self, /, indicator: str, today: date) -> Observation | None:
        """
        The value of an indicator that holds on a day; `None` where there is none.

        >>> import datetime, tiendo
        >>> records = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')
        >>> records.latest("1", datetime.date(2026, 1, 1)) is None
        True
        """
    @property
    def note(self, /) -> str | None:
        """
        What to know about the data.
        """
    @property
    def observations(self, /) -> tuple[Observation, ...]:
        """
        The values of indicators, in the order of the file.
        """
    @property
    def submissions(self, /) -> tuple[Submission, ...]:
        """
        The reports sent, in the order of the file.
        """
    @property
    def synthetic(self, /) -> bool:
        """
        Whether the data was made up, for an example or a test.
        """
    def to_json(self, /) -> str:
        """
        Writes the records as JSON; `from_json` reads it back.

        >>> import tiendo
        >>> records = tiendo.Records.from_json('{"schemaVersion": 1, "synthetic": false, "records": []}')
        >>> tiendo.Records.from_json(records.to_json()) == records
        True
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
    def expand(self, /, cell: AgencyCell, roster: Mapping[str, Iterable[str]]) -> tuple[NamedAgency, ...]:
        """
        The agencies of a cell with each group on the roster in place of it: nobody twice, nobody lost.

        A roster is a mapping of groups, by id or words, to their bodies, by id or name.

        >>> import tiendo
        >>> registry = tiendo.Registry.builtin()
        >>> cell = registry.split("Sở Nội vụ; các sở, ban, ngành")
        >>> [part.id for part in registry.expand(cell, {"cac-so-ban-nganh": ["so-tc", "Sở Y tế"]})]
        ['so-nv', 'so-tc', 'so-yt']
        """
    def find(self, /, name: str) -> Agency | None:
        """
        The body with a name, short name or known misspelling, however it is spaced, cased or accented; or `None`.

        >>> import tiendo
        >>> tiendo.Registry.builtin().find("phòng Văn hoá - Xã hội").id
        'phong-vhxh'
        """
    @staticmethod
    def from_json(json: str | bytes, *, limits: Limits | None = None) -> Registry:
        """
        Reads a registry's JSON. Cells it splits may be as long as `limits` allow.

        Raises `TiendoError`: for what is wrong with the file, with code `duplicate-code` for an id or a name that two
        entries share, with `unknown-code` for a successor that is no id, with `bad-value` for bodies that succeed one
        another in a circle, with `too-many` for a chain of them that is too long.

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
        Splits a cell into the agencies it names. Raises `TiendoError` with code `cell-too-long`.

        >>> import tiendo
        >>> cell = tiendo.Registry.builtin().split("Các phòng: VHXH, Kinh tế")
        >>> tuple(part.name for part in cell.agencies)
        ('Phòng Văn hóa - Xã hội', 'Phòng Kinh tế')
        """
    def succession(self, /, id: str, on: date) -> Succession:
        """
        What a body is on a day: the same, succeeded by the one body that took over, or orphaned where no single one did.
        A successor that has ended too is followed.

        >>> import datetime, tiendo
        >>> registry, day = tiendo.Registry.builtin(), datetime.date(2025, 7, 1)
        >>> registry.succession("so-tttt", day), registry.succession("so-nv", day).kind
        (SuccessionSucceeded(successor='so-khcn'), 'same')
        >>> registry.succession("ubnd-tp-my-tho", day).kind
        'orphaned'
        """
    def to_json(self, /) -> str:
        """
        Writes the registry as JSON; `from_json` reads it back.

        >>> import tiendo
        >>> registry = tiendo.Registry.builtin()
        >>> tiendo.Registry.from_json(registry.to_json()) == registry
        True
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
    def reminders(self, /, within_days: int, lang: Lang = ...) -> tuple[Reminder, ...]:
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
    def sentences(self, /, lang: Lang = ...) -> tuple[str, ...]:
        """
        How each report went, one official sentence for each that has a date, in the order they fall due; none where
        the obligations are no body's. `lang` is `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     datetime.date(2025, 6, 20), datetime.date(2025, 6, 21), ["so-nv", "so-tc"])
        >>> june.timeliness(today=datetime.date(2025, 6, 19)).sentences()
        ('Báo cáo tháng 6/2025 (hạn 19/6/2025): chưa đến hạn; 0/2 đơn vị đã gửi.',)
        """
    def to_json(self, /) -> str:
        """
        All of it as JSON, the same in every language.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(periods=["2025-06"])
        >>> june.timeliness(today=datetime.date(2025, 6, 22)).to_json()[:22]
        '{"today":"2025-06-22",'
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

def _deadline_notation(deadline: Deadline) -> str:
    """
    A deadline in the library's own wording. Private: `Deadline.to_notation`.
    """

def _deadlines_mean_the_same(deadline: Deadline, other: Deadline) -> bool:
    """
    Whether two deadlines say the same. Private: `Deadline.means_the_same`.
    """

def _due_in(rule: Rule, period: Period | str, before_inclusive: bool, of_next_month: bool, day_off_shift: DayOffShift, grace_days: int, calendar: Calendar | None, limits: Limits | None) -> Due | None:
    """
    When the report on a period is due. Private: `Rule.due_in`.
    """

def _error_sentence(json: str, lang: Lang) -> str:
    """
    The sentence of an error by its JSON. Private.
    """

def _exempt_sentence(exempt: Exempt, lang: Lang) -> str:
    """
    Why a body need not send a report. Private: `Exempt.sentence`.
    """

def _is_numeric(target: MilestoneTarget) -> bool:
    """
    Whether a target asks for a number. Private: `MilestoneTarget.is_numeric`.
    """

def _lang(lang: Lang) -> Lang:
    """
    The language of a call, or `bad-option`. Private.
    """

def _observation(json: str) -> Observation:
    """
    An observation from its JSON. Private.
    """

def _read(of: type, json: str | bytes) -> "Any":
    """
    An object of a class from its JSON. Private.
    """

def _report_label(report: Obligation, lang: Lang) -> str:
    """
    A report in words. Private: `Obligation.label`.
    """

def _target_notation(target: MilestoneTarget) -> str:
    """
    A target in the library's own notation. Private: `MilestoneTarget.to_notation`.
    """

def _targets_mean_the_same(target: MilestoneTarget, other: MilestoneTarget) -> bool:
    """
    Whether two targets ask the same. Private: `MilestoneTarget.means_the_same`.
    """

def code_lists() -> tuple[CodeList, ...]:
    """
    Every closed list of codes, each code with its labels in Vietnamese and English.

    >>> import tiendo
    >>> standings = next(codes for codes in tiendo.code_lists() if codes.name == "ReportStanding")
    >>> standings.codes[1]
    LabelledCode(code='late', vi='Trễ hạn', en='Late')
    """

def compare(measured: Measured, target: MilestoneTarget, direction: Direction, *, equal_exactly: bool = False, rising_decides: bool = False) -> Comparison:
    """
    Compares a value with a target.

    `direction` says which way the indicator gets better, as `Row.direction` does. With `equal_exactly`, a bare number
    and `=` ask for exactly that number (default: that number or better). With `rising_decides`, `và tăng dần` must hold
    too (default: it is shown beside the verdict).

    >>> import tiendo
    >>> target = tiendo.parse_target("≥ 50%.")
    >>> result = tiendo.compare(tiendo.Measured(value=45), target, "higher_is_better")
    >>> result.verdict, result.margin, result.attainment
    ('not_met', Decimal('-5'), Decimal('0.9'))
    """

def compare_codes(a: str, b: str) -> int:
    """
    Whether a code comes before another (-1), after it (1), or is the same (0), segment by segment: `7.2` before `7.10`,
    numbers before letters.

    >>> import functools, tiendo
    >>> sorted(["7.10", "7.2", "7"], key=functools.cmp_to_key(tiendo.compare_codes))
    ['7', '7.2', '7.10']
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

def compare_targets(target: MilestoneTarget, other: MilestoneTarget, direction: Direction) -> Strength | None:
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

def deadline_why(deadline: Deadline) -> Why | None:
    """
    How the last day on time follows from what is written; `None` where there is no such day.

    >>> import tiendo
    >>> tiendo.deadline_why(tiendo.parse_deadline("trước ngày 15/7/2025")).en
    '"Before 2025-07-15": the last day on time is 2025-07-14.'
    """

def duties_of_month(obligations: Iterable[Obligations], agency: str, month: str, lang: Lang = ...) -> tuple[MonthDuty, ...]:
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

def label(name: str, code: str, lang: Lang = ...) -> str:
    """
    The label of a code of a list, as an official would write it in a table, in a language: `vi` (default) or `en`.

    Raises `TiendoError` with code `bad-option` for a list or a code that is none.

    >>> import tiendo
    >>> tiendo.label("Verdict", "not_met")
    'Chưa đạt'
    """

def note_sentence(code: NoteCode, lang: Lang = ...) -> str:
    """
    What a note's code says, as one sentence in a language: `vi` (default) or `en`.

    >>> import tiendo
    >>> tiendo.note_sentence("empty")
    'Ô để trống.'
    """

def parse_deadline(text: str, *, month_day: int | None = None, before_inclusive: bool = False, following_years_judged: bool = False, limits: Limits | None = None) -> Deadline:
    """
    Reads one deadline cell.

    Reading is total: the errors are `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of `limits`,
    and `bad-option` for a `month_day` that is not 1 to 31.

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
    Numeral(value=Decimal('1200.5'), ambiguous=False)
    >>> tiendo.parse_number("3.000").ambiguous
    True
    """

def parse_target(text: str, unit: str | None = None, *, limits: Limits | None = None) -> MilestoneTarget:
    """
    Reads one target cell, with the text of its row's unit column where there is one.

    Reading is total: the only error is `TiendoError` with code `cell-too-long`, beyond the 10,000 characters of
    `limits`. The cells of a plan are read with their whole row by `Plan.row`.

    >>> import tiendo
    >>> target = tiendo.parse_target("≥ 1,0%;")
    >>> target.kind, target.value, target.unit
    ('at_least', Decimal('1'), 'percent')
    >>> tiendo.parse_target("15", "% GRDP").base
    'GRDP'
    """

def reason_sentence(code: Reason, lang: Lang = ...) -> str:
    """
    What a reason of an undetermined verdict says, as one sentence in a language: `vi` (default) or `en`.

    >>> import tiendo
    >>> tiendo.reason_sentence("no-value", "en")
    'There is no value yet.'
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
    Raises `TiendoError` with code `cell-too-long`.

    >>> import tiendo
    >>> cell = tiendo.split_agencies("Sở Khoa học, Công nghệ và các sở, ban, ngành")
    >>> [(part.kind, part.name) for part in cell.agencies]
    [('agency', 'Sở Khoa học và Công nghệ'), ('group', 'các sở, ban, ngành')]
    """

def suggest_links(child: Plan, parent: Plan) -> tuple[SuggestedLink, ...]:
    """
    Links by name for items without a recorded one: the upper item whose name shares most words, at least 60 in 100.

    Raises `TiendoError` with code `too-many` where the names are more than the limits of `child` let compare.

    >>> import tiendo
    >>> child, parent = tiendo.Plan.builtin("tien-giang-69"), tiendo.Plan.builtin("ha-tinh-231")
    >>> ("8", "50") in [(link.child, link.parent) for link in tiendo.suggest_links(child, parent)]
    True
    """
