"""Reads published Vietnamese action plans: targets, deadlines and reporting cycles a program can check.

>>> import tiendo
>>> row = tiendo.Plan.builtin("ha-tinh-231").row("8")
>>> tiendo.compare(tiendo.Measured(value=25), row.targets[2030], row.direction).verdict
'not_met'
"""

from tiendo._errors import TiendoError
from tiendo.generated._native import (
    Calendar, Obligations, Period, Plan, Records, Registry, Timeliness, assess_json, calendar_feed_json, changes_json,
    code_lists, compare, compare_codes, compare_plans, compare_targets, csv_json, date_in_vietnam, duties_of_month, label, note_sentence, parse_deadline,
    parse_number, parse_regime, parse_target, period_report_json, read_sentence, reason_sentence, render_json,
    roll_up_json, sensitivity_json, slack, suggest_links, validate,
)
from tiendo.generated import _native, _results
from .generated._results import *

__all__ = [
    "Calendar", "Obligations", "Period", "Plan", "Records", "Registry", "TiendoError", "Timeliness",
    "assess_json", "calendar_feed_json", "changes_json", "code_lists", "compare", "compare_codes", "compare_plans", "compare_targets", "csv_json", "date_in_vietnam",
    "duties_of_month", "label", "note_sentence", "parse_deadline", "parse_number", "parse_regime", "parse_target",
    "period_report_json", "read_sentence", "reason_sentence", "render_json", "roll_up_json", "sensitivity_json", "slack", "suggest_links", "validate",
]
__all__ += _results.__all__
__version__ = _native.__version__
