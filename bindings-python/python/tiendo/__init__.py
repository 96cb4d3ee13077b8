"""Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.

>>> import tiendo
>>> plan = tiendo.Plan.builtin("ha-tinh-231")
>>> indicator = plan.indicator("8")
>>> tiendo.compare(tiendo.Measured(value=25), indicator.targets[2030], indicator.direction).verdict
'not_met'
"""

from tiendo._errors import TiendoError
from tiendo._native import (
    Awaits,
    Comparison,
    Deadline,
    Document,
    DueDay,
    Footnote,
    Indicator,
    Measured,
    MilestoneTarget,
    Note,
    Numeral,
    Pillar,
    Plan,
    Regime,
    Rule,
    Span,
    Task,
    TaskItem,
    Why,
    compare,
    parse_deadline,
    parse_number,
    parse_target,
)

__all__ = [
    "Awaits",
    "Comparison",
    "Deadline",
    "Document",
    "DueDay",
    "Footnote",
    "Indicator",
    "Measured",
    "MilestoneTarget",
    "Note",
    "Numeral",
    "Pillar",
    "Plan",
    "Regime",
    "Rule",
    "Span",
    "Task",
    "TaskItem",
    "TiendoError",
    "Why",
    "compare",
    "parse_deadline",
    "parse_number",
    "parse_target",
]
