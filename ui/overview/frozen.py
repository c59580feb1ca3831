"""Frozen states as JSON and back, for the snapshot that the first frame is painted from."""

import json
from dataclasses import asdict, fields, is_dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

State = TypeVar("State")


def to_json(state: object) -> str:
    """Write a frozen dataclass made of texts, whole numbers, enums, tuples and its like."""
    if not is_dataclass(state) or isinstance(state, type):
        raise TypeError("only a frozen state can be written")
    return json.dumps(asdict(state), ensure_ascii=False)


def from_json(kind: type[State], text: str) -> State:
    """Read a state of a kind back; ValueError when the text was written for another shape."""
    try:
        return cast(State, _read(kind, json.loads(text)))
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise ValueError("the snapshot has another shape") from error


def _read(kind: Any, value: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        return _read_optional(kind, value)
    if get_origin(kind) is tuple:
        return _read_tuple(get_args(kind), value)
    if is_dataclass(kind):
        return _read_state(kind, value)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if type(value) is not kind:
        raise TypeError(f"{value!r} is not {kind}")
    return value


def _read_optional(kind: Any, value: Any) -> Any:
    if value is None and NoneType in get_args(kind):
        return None
    inner = next(each for each in get_args(kind) if each is not NoneType)
    return _read(inner, value)


def _read_tuple(kinds: tuple[Any, ...], values: Any) -> tuple[Any, ...]:
    if kinds[-1] is Ellipsis:
        return tuple(_read(kinds[0], value) for value in values)
    return tuple(_read(kind, value) for kind, value in zip(kinds, values, strict=True))


def _read_state(kind: Any, value: Any) -> Any:
    hints = get_type_hints(kind)
    return kind(**{each.name: _read(hints[each.name], value[each.name]) for each in fields(kind)})
