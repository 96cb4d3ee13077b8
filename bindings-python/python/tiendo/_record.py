"""The base of results: frozen, with slots, equal where their fields are, written as core writes them."""

from __future__ import annotations

import datetime
import decimal
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import (
    IO, Any, ClassVar, Literal, NoReturn, Self, SupportsIndex, TypeAlias, TypeVar, cast, dataclass_transform,
    overload,
)

from tiendo import _html
from tiendo.generated import _native

__all__ = ["Input", "Record", "Results", "Said", "Source"]

T_co = TypeVar("T_co", covariant=True)

Source: TypeAlias = str | bytes | os.PathLike[str] | Mapping[str, Any] | IO[str] | IO[bytes]
"""What a file is read from: a path, an open file, or its JSON."""

_set = object.__setattr__


def _written(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if _html.is_list(value):
        return [_written(item) for item in value]
    if isinstance(value, decimal.Decimal):
        return format(value, "f")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, _native.Calendar | _native.Registry):
        return json.loads(value.to_json())
    return value


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Record:
    """A result: plain data that does not change."""

    __slots__: tuple[str, ...] = ()

    _names: ClassVar[Mapping[str, str]] = {}  # Fields whose names in the JSON differ.
    _omitted: ClassVar[Mapping[str, Any]] = {}  # Fields that are left out of the JSON, and what they are then.
    _defaults: ClassVar[Mapping[str, Any]] = {}  # Others that need not be given, and what they are then.
    _tables: ClassVar[Mapping[str, tuple[str, str]]] = {}  # Mappings, and the names that a key and a value have in the JSON.
    _flat: ClassVar[tuple[str, ...]] = ()  # Records whose fields stand among this one's in the JSON.
    _tag: ClassVar[tuple[str, str] | None] = None  # A field that only the JSON has, and its text.

    def __init_subclass__(cls) -> None:
        # Where users meet it, in pickles too.
        cls.__module__ = "tiendo"

    def __init__(self, **fields: Any) -> None:
        for name in self.__slots__:
            if name not in fields and name not in self._omitted:
                raise TypeError(f"{type(self).__name__} is missing its field {name!r}")
            value: Any = fields.pop(name) if name in fields else self._omitted[name]
            if name in self._tables and not hasattr(value, "items"):
                raise TypeError(f"{name!r} is a mapping, not {type(value).__name__}")
            _set(self, name, MappingProxyType(dict(value.items())) if name in self._tables else value)
        for name in fields:
            raise TypeError(f"{type(self).__name__} has no field {name!r}")

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in self.__slots__])

    def __setattr__(self, name: str, value: object, /) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name!r} cannot be set")

    def __delattr__(self, name: str, /) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: {name!r} cannot be deleted")

    def __eq__(self, other: object, /) -> bool:
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        values = zip(self.__slots__, self._values(), strict=True)
        return hash((type(self), *(tuple(of.items()) if name in self._tables else of for name, of in values)))

    def __repr__(self) -> str:
        shown = [
            f"{name}={dict(value) if name in self._tables else value!r}"
            for name, value in zip(self.__slots__, self._values(), strict=True)
            if self._omitted.get(name, self._defaults.get(name, _set)) != value
        ]
        return f"{type(self).__name__}({', '.join(shown)})"

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only mapping does not pickle.
        values = zip(self.__slots__, self._values(), strict=True)
        return self._restored, (tuple([dict(of) if name in self._tables else of for name, of in values]),)

    @classmethod
    def _restored(cls, values: tuple[Any, ...]) -> Self:
        self = object.__new__(cls)
        for name, value in zip(cls.__slots__, values, strict=True):
            _set(self, name, MappingProxyType(value) if name in cls._tables else value)
        return self

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object, /) -> Self:
        return self

    def __replace__(self, /, **changes: Any) -> Self:
        fields = dict(zip(self.__slots__, self._values(), strict=True))
        return type(self)(**(fields | changes))

    @classmethod
    def from_json(cls, json: str | bytes) -> Self:
        """Reads a result from the JSON it was written as.

        Raises `TiendoError`: with code `bad-json` for what is no JSON of such a result.

        >>> target = tiendo.parse_target("≥ 50%")
        >>> tiendo.MilestoneTarget.from_json(target.to_json()) == target
        True
        """
        return cast(Self, _native._read(cls, json))

    def to_dict(self) -> dict[str, Any]:
        """The result as `dict`, `list`, `str`, `int` and `bool`, the same as its JSON in every language.

        >>> tiendo.parse_number("1,5").to_dict()
        {'value': '1.5', 'ambiguous': False}
        """
        written: dict[str, Any] = dict([self._tag] if self._tag else [])
        for name in self.__slots__:
            value = getattr(self, name)
            if name in self._omitted and value == self._omitted[name]:
                continue
            if name in self._flat:
                written |= value.to_dict()
            elif name in self._tables:
                key, what = self._tables[name]
                written[self._names.get(name, name)] = [
                    {key: at, what: _written(item)} for at, item in value.items()
                ]
            else:
                written[self._names.get(name, name)] = _written(value)
        return written

    def to_json(self) -> str:
        """The result's JSON, the same in every language.

        >>> tiendo.parse_number("1,5").to_json()
        '{"value":"1.5","ambiguous":false}'
        """
        return json.dumps(self.to_dict(), ensure_ascii=False, separators=(",", ":"))


class Input(Record):
    """What callers bring: read when it is made, so that it holds what the library understood."""

    __slots__: tuple[str, ...] = ("_core",)
    __match_args__: tuple[str, ...] = ()

    def __new__(cls, **fields: Any) -> Self:
        return cast(Self, _native._input(cls, fields))

    def __init__(self, **fields: Any) -> None:
        pass


class Results(tuple[T_co, ...]):
    """Several results: a tuple that prints short, and as a table in notebooks."""

    __slots__ = ()

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> Results[T_co]: ...
    def __getitem__(self, index: SupportsIndex | slice, /) -> T_co | Results[T_co]:
        return Results(super().__getitem__(index)) if isinstance(index, slice) else super().__getitem__(index)

    def __repr__(self) -> str:
        shown = [repr(item) for item in self[:3]] + [f"… {len(self) - 3} more"] * (len(self) > 3)
        comma = "," if len(self) == 1 else ""
        return f"({', '.join(shown)}{comma})"

    def _repr_html_(self) -> str:
        return _html.table(self)


def each(of: _native.Obligations) -> Iterator[Any]:
    """Each of many, made so many at a time that what they share is made once."""
    for start in range(0, len(of), 8192):
        yield from of[start : start + 8192]


def sourced(source: Source) -> str | bytes:
    """The JSON of a source. A `str` that begins with `{` is JSON, any other a path."""
    if isinstance(source, Mapping):
        try:
            return json.dumps(dict(source), ensure_ascii=False)
        except (RecursionError, ValueError):
            return "[" * 1000  # Too deep, or within itself: refused as this is.
    if isinstance(source, os.PathLike) or isinstance(source, str) and not source.lstrip().startswith("{"):
        try:
            return Path(source).read_bytes()
        except ValueError:
            return str(source)  # No path can hold this, and no JSON.
    read = getattr(source, "read", None)
    return cast(str | bytes, source if read is None else read())


class Said:
    """What is said in a sentence of each language."""

    __slots__ = ()

    vi: str
    en: str

    def sentence(self, lang: Literal["vi", "en"] = "vi") -> str:
        """The sentence in a language: `vi` (default) or `en`.

        >>> tiendo.parse_deadline("trước ngày 15/7/2025").why.sentence("en")
        '"Before 2025-07-15": the last day on time is 2025-07-14.'
        """
        return self.en if _native._ask("lang", self, lang) == "en" else self.vi
