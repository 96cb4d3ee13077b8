"""The exception of this package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

from tiendo.generated import _native

if TYPE_CHECKING:
    from tiendo.generated._results import Span

__all__ = ["TiendoError"]


class TiendoError(ValueError):
    """What a file, a code, a number, a date or an option did wrong, where, and what was expected instead.

    Cells never raise one, but for their length: a cell that could not be read says so in its `notes`. The errors of a
    file come all at once: the first, with the rest as its `others`.

    >>> import tiendo
    >>> try:
    ...     tiendo.parse_number("1.20.000")
    ... except tiendo.TiendoError as error:
    ...     print(error.code, error.path)
    bad-number text
    """

    # Where users meet it, in tracebacks too.
    __module__ = "tiendo"

    code: str
    """The kind of error, a stable word in kebab-case: one of `ERROR_CODES`."""
    path: str
    """Where in the input: `indicators[3].targets[0].year`; empty for the input as a whole."""
    row: int | None
    """The line of a text, from 1."""
    column: int | None
    """The column, from 1."""
    span: Span | None
    """The place within the text at `path`."""
    expected: str
    """What would have been accepted."""
    expected_vi: str
    """The same in Vietnamese."""
    others: tuple[TiendoError, ...]
    """The other errors of the same file, in the order of their places; none of these has others."""

    def __init__(
        self,
        message: str,
        code: str,
        path: str = "",
        row: int | None = None,
        column: int | None = None,
        span: Span | None = None,
        expected: str = "",
        expected_vi: str = "",
        others: tuple[TiendoError, ...] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.row = row
        self.column = column
        self.span = span
        self.expected = expected
        self.expected_vi = expected_vi
        self.others = others

    def sentence(self, lang: Literal["vi", "en"] = "vi") -> str:
        """The error as a sentence for a reader, in a language: `vi` (default) or `en`.

        >>> import tiendo
        >>> try:
        ...     tiendo.date_in_vietnam("30/6/2025")
        ... except tiendo.TiendoError as error:
        ...     print(error.sentence("en").partition(";")[0])
        `instant`: not a date
        """
        place = self.span and self.span.to_dict()
        said = {"code": self.code, "path": self.path, "row": self.row, "column": self.column, "span": place}
        said |= {"expected": self.expected, "expectedVi": self.expected_vi}
        return str(_native._ask("error.sentence", json.dumps(said), lang))

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (str(self), self.code, self.path, self.row, self.column, self.span, self.expected)
        return type(self), (*parts, self.expected_vi, self.others)
