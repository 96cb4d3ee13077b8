"""
The native half of the package `tiendo`. Private: import from `tiendo`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final, Literal, final

__all__ = ["Agency", "AgencyCell", "Awaits", "BodyStatement", "Comparison", "Deadline", "Document", "DueDay", "Ended", "Finding", "Footnote", "Group", "Indicator", "Lineage", "Link", "Measured", "MilestoneTarget", "NamedAgency", "Note", "Numeral", "Pillar", "Place", "Plan", "PublishedCode", "Regime", "Registry", "Rule", "Span", "SuggestedLink", "Task", "TaskItem", "Why", "_restore", "compare", "compare_plans", "compare_targets", "parse_deadline", "parse_number", "parse_target", "split_agencies", "suggest_links"]

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
        The month of the period, from 1: of a quarter its last is 3, of a year November is 11.
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
