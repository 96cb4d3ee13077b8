"""What results can be asked beyond their fields: each method asks core."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, cast

from tiendo.generated import _native

if TYPE_CHECKING:
    from tiendo.generated._results import Deadline, Due, Measured, MilestoneTarget, ReportingQuery, Why

__all__ = [
    "ComparisonMethods", "DeadlineMethods", "ExemptMethods", "MilestoneTargetMethods", "NoteMethods", "ObligationMethods",
    "ObservationMethods", "ReportMethods", "RuleMethods", "TaskMethods",
]


class NoteMethods:
    __slots__ = ()

    def sentence(self: Any, lang: Literal["vi", "en"] = "vi") -> str:
        """What the note says, as one sentence in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> tiendo.parse_deadline("").notes[0].sentence()
        'Ô để trống.'
        """
        return _native.note_sentence(self.code, lang)


class MilestoneTargetMethods:
    __slots__ = ()

    def is_numeric(self: Any) -> bool:
        """Whether the kind asks for a number of its own.

        >>> import tiendo
        >>> tiendo.parse_target("≥ 5").is_numeric(), tiendo.parse_target("Có").is_numeric()
        (True, False)
        """
        return bool(_native._ask("target.is_numeric", self))

    def means_the_same(self: Any, other: MilestoneTarget, /) -> bool:
        """Whether two targets ask the same, however they are written: `text` and `notes` are left out.

        >>> import tiendo
        >>> tiendo.parse_target("≥ 1,0%;").means_the_same(tiendo.parse_target("ít nhất 1%"))
        True
        """
        return bool(_native._ask("target.means_the_same", self, other))

    def to_notation(self: Any) -> str:
        """The target in the library's own notation, one spelling for each meaning; reading it gives the same target.

        >>> import tiendo
        >>> tiendo.parse_target("đạt tối thiểu 40%.").to_notation()
        '≥ 40%'
        """
        return str(_native._ask("target.to_notation", self))


class ComparisonMethods:
    __slots__ = ()

    def label(self: Any, lang: Literal["vi", "en"] = "vi") -> str:
        """The verdict as officials word it, in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> tiendo.compare(tiendo.Measured(present=True), tiendo.parse_target("Có"), "higher_is_better").label()
        'Đạt'
        """
        return _native.label("Verdict", self.verdict, lang)


class DeadlineMethods:
    __slots__ = ()

    @property
    def why(self: Any) -> Why | None:
        """How the last day on time follows from what is written; `None` where there is no such day."""
        return cast("Why | None", _native._ask("deadline.why", self))

    def means_the_same(self: Any, other: Deadline, /) -> bool:
        """Whether two deadlines say the same, however they are written: `text` and `notes` are left out.

        >>> import tiendo
        >>> tiendo.parse_deadline("06/2025").means_the_same(tiendo.parse_deadline("Tháng 6/2025"))
        True
        """
        return bool(_native._ask("deadline.means_the_same", self, other))

    def to_notation(self: Any) -> str:
        """The deadline in the library's own wording, one spelling for each meaning; reading it gives the same deadline.

        >>> import tiendo
        >>> tiendo.parse_deadline("Quí IV-2025").to_notation()
        'Quý IV/2025'
        """
        return str(_native._ask("deadline.to_notation", self))


class TaskMethods:
    __slots__ = ()

    def read_deadline(self: Any) -> Deadline:
        """Reads the deadline cell by the defaults.

        >>> import tiendo
        >>> tiendo.Plan.builtin("ha-tinh-231").task(4).read_deadline().due
        datetime.date(2025, 6, 30)
        """
        return _native.parse_deadline(self.deadline)


class RuleMethods:
    __slots__ = ()

    def due_in(self: Any, period: _native.Period | str, query: ReportingQuery | None = None) -> Due | None:
        """When the report on a period is due, after each step; `None` for a rule without a date.

        Of a query its options, calendar and limits count. Raises `TiendoError` with code `bad-period` for a period of
        another cycle, `unknown-year` where a shift needs a year the calendar does not know, `bad-option` for too much
        grace.

        >>> import tiendo
        >>> rule = tiendo.Plan.builtin("ha-tinh-231").regime.rules[0]
        >>> rule.due_in("2025-06", tiendo.ReportingQuery(grace_days=2)).due
        datetime.date(2025, 6, 21)
        """
        return cast("Due | None", _native._ask("rule.due_in", self, period, query))


class ObligationMethods:
    __slots__ = ()

    def label(self: Any, lang: Literal["vi", "en"] = "vi") -> str:
        """The report in words, within a sentence, in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
        >>> june[0].label("en")
        'the report on June 2025'
        """
        return str(_native._ask("obligation.label", self, lang))


class ObservationMethods:
    __slots__ = ()

    def measured(self: Any) -> Measured:
        """The value to compare with a target.

        >>> import datetime, tiendo
        >>> day = datetime.date(2025, 12, 31)
        >>> tiendo.Observation(id="o1", date=day, recorded=day, source="example", indicator="1", value="52,5",
        ...     status="official").measured()
        Measured(value=Decimal('52.5'))
        """
        return cast("Measured", _native._ask("observation.measured", self))


class ReportMethods:
    __slots__ = ()

    def label(self: Any, lang: Literal["vi", "en"] = "vi") -> str:
        """The standing as officials word it, in a language: `vi` (default) or `en`.

        >>> import datetime, tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(tiendo.ReportingQuery(periods=["2025-06"]))
        >>> june.timeliness(today=datetime.date(2025, 6, 22)).reports[0].label()
        'Chưa nộp'
        """
        return _native.label("ReportStanding", self.standing, lang)


class ExemptMethods:
    __slots__ = ()

    def sentence(self: Any, lang: Literal["vi", "en"] = "vi") -> str:
        """Why the body need not send the report, as a sentence in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> june = tiendo.Plan.builtin("ha-tinh-231").obligations(
        ...     tiendo.ReportingQuery(periods=["2025-06"], agencies=["so-khcn"]))
        >>> june[0].exempt.sentence()
        'Không phải nộp: là cơ quan nhận báo cáo.'
        """
        return str(_native._ask("exempt.sentence", self, lang))
