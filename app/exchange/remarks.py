"""What people said of pairs of records, as our own exports write it beside each record."""

import json
from collections.abc import Iterable, Iterator

from app.domain.event import Source
from app.domain.problem import mark
from app.domain.receipt import Other
from app.domain.twins import Remark, State
from app.domain.unreadable import UnreadableRecord

_NOT_RECORDS = mark("What is said of other records cannot be read")


def remark_values(others: Iterable[Other]) -> dict[str, list[dict[str, str]]]:
    """Write which records a person said are of the same call, and which are of another one."""
    said = [other for other in others if other.decided]
    return {
        "same_as": [_named(other) for other in said if other.state is not State.APART],
        "apart_from": [_named(other) for other in said if other.state is State.APART],
    }


def remarks_of(same_as: str, apart_from: str) -> tuple[Remark, ...]:
    """Read them again; UnreadableRecord where they are not what was written."""
    if not same_as and not apart_from:
        return ()
    try:
        return (*_read(same_as, apart=False), *_read(apart_from, apart=True))
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise UnreadableRecord(_NOT_RECORDS) from None


def _named(other: Other) -> dict[str, str]:
    return {
        "provider": other.source.provider,
        "account": other.source.account,
        "id": other.external_id,
    }


def _read(text: str, *, apart: bool) -> Iterator[Remark]:
    for named in json.loads(text) if text else []:
        source = Source(str(named.get("provider", "")), str(named.get("account", "")))
        yield Remark(source, str(named.get("id", "")), apart)
