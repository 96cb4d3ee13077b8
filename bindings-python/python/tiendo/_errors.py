"""The exception of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tiendo._native import Span

__all__ = ["TiendoError"]


class TiendoError(ValueError):
    """What a file, a code, a number, a date or an option did wrong, where, and what was expected instead.

    Cells never raise one, but for their length: a cell that could not be read says so in its `notes`.

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
    """The kind of error, a stable word in kebab-case."""
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

    def __init__(
        self,
        message: str,
        code: str,
        path: str = "",
        row: int | None = None,
        column: int | None = None,
        span: Span | None = None,
        expected: str = "",
    ) -> None:
        super().__init__(message)
        self.code = code
        self.path = path
        self.row = row
        self.column = column
        self.span = span
        self.expected = expected

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (str(self), self.code, self.path, self.row, self.column, self.span, self.expected)
        return type(self), parts
