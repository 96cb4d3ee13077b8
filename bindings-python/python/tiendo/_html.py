"""Small tables for notebooks: the first rows, and how many more there are."""

from collections.abc import Iterable
from html import escape
from typing import Any, TypeGuard

__all__ = ["is_list", "table"]

FIRST = 10


def is_list(value: object) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


COLUMNS: dict[str, tuple[str, ...]] = {  # Those that say most; of other results the first.
    "Finding": ("code", "places", "vi"),
    "Indicator": ("code", "name", "unit"),
    "Obligation": ("rule", "period", "agency", "due", "recipient"),
    "Report": ("rule", "period", "agency", "due", "standing", "days"),
    "Row": ("code", "kind", "direction", "lead"),
    "Task": ("number", "title", "lead", "deadline"),
}


def table(of: Any) -> str:
    """What is shown of a plan, of obligations, of their timeliness, or of several results."""
    name = type(of).__name__
    if name == "Plan":
        head, items = f"{of.number or of.id} – {of.title}", of.indicators
    elif name == "Timeliness":
        head, items = f"{of.today.isoformat()}: {len(of.reports)} reports", of.reports
    else:
        head, items = "", of
    shown: list[Any] = list(items[:FIRST])
    if not shown:
        return f"<p>{escape(head or repr(of))}</p>"
    names = COLUMNS.get(type(shown[0]).__name__) or tuple(shown[0].__slots__[:6])
    rows = (f"<tr>{_cells('td', (_said(item, name) for name in names))}</tr>" for item in shown)
    more = f"<p>… {len(items) - FIRST} more</p>" if len(items) > FIRST else ""
    head = f"<caption>{escape(head)}</caption>" if head else ""
    return f"<table>{head}<thead><tr>{_cells('th', names)}</tr></thead><tbody>{''.join(rows)}</tbody></table>{more}"


def _cells(tag: str, texts: Iterable[str]) -> str:
    return "".join(f"<{tag}>{escape(text)}</{tag}>" for text in texts)


def _said(item: Any, name: str) -> str:
    value: Any = getattr(item, name, None)
    if value is None and hasattr(item, "obligation"):
        value = getattr(item.obligation, name, None)
    if is_list(value):
        value = ", ".join(str(getattr(of, "code", of)) for of in value)
    text = "" if value is None else str(value)
    return text if len(text) <= 200 else text[:200] + "…"
