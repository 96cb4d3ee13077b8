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
        self.code, self.path, self.row, self.column, self.span = code, path, row, column, span
        self.expected, self.expected_vi, self.others = expected, expected_vi, others

    def to_json(self) -> str:
        """The error's JSON, the same in every language.

        >>> tiendo.TiendoError("", "bad-number", "text", expected="a number", expected_vi="một số").to_json()
        '{"code":"bad-number","path":"text","expected":"a number","expectedVi":"một số"}'
        """
        said: dict[str, Any] = {"code": self.code, "path": self.path, "row": self.row, "column": self.column}
        said |= {"span": self.span and self.span.to_dict(), "expected": self.expected, "expectedVi": self.expected_vi}
        said |= {"others": [json.loads(other.to_json()) for other in self.others] or None}
        kept = {name: value for name, value in said.items() if value is not None}
        return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))

    def sentence(self, lang: Literal["vi", "en"] = "vi") -> str:
        """The error as a sentence for a reader, in a language: `vi` (default) or `en`.

        >>> try:
        ...     tiendo.date_in_vietnam("30/6/2025")
        ... except tiendo.TiendoError as error:
        ...     print(error.sentence("en").partition(";")[0])
        `instant`: not a date
        """
        return str(_native._ask("error.sentence", self.to_json(), lang))

    def __reduce__(self) -> tuple[Any, ...]:
        parts = (str(self), self.code, self.path, self.row, self.column, self.span, self.expected)
        return type(self), (*parts, self.expected_vi, self.others)
