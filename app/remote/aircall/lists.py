"""Aircall's numbered pages: read by number, because a link is never followed as it is given."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar
from urllib.parse import parse_qs, urlsplit

from pydantic import BaseModel, ValidationError

from app.domain.failure import Failure
from app.remote.aircall.models import Meta
from app.remote.asking import Asking, Query
from app.remote.failures import nonsense

#: As many records as Aircall gives on a page, and of one question.
PER_PAGE = 50
CEILING = 10_000
_LAST_PAGE = CEILING // PER_PAGE
_Model = TypeVar("_Model", bound=BaseModel)


class Listed(NamedTuple):
    """A page: its records as they came, whether another one follows, and how many there are."""

    records: list[Any]
    more: bool
    total: int | None


def listed(asking: Asking, path: str, key: str, query: Query, page: int) -> Listed:
    """Read one page of a list; Failure, also when it is not the page that was asked for."""
    told = asking.get(path, {**query, "page": page, "per_page": PER_PAGE})
    found = told.get(key) if isinstance(told, dict) else None
    if not isinstance(found, list):
        raise nonsense(asking.peer.name)
    meta = understood(asking, Meta, told.get("meta"))
    if meta.current_page not in (None, page) or not _leads_on(meta.next_page_link, page):
        raise nonsense(asking.peer.name)
    return Listed(found, meta.next_page_link is not None, meta.total)


def every(asking: Asking, path: str, key: str, model: type[_Model]) -> Iterator[_Model]:
    """Yield all records of a short list but those that make no sense; Failure."""
    page = 1
    while True:
        found = listed(asking, path, key, {}, page)
        for record in found.records:
            with suppress(ValidationError):
                yield model.model_validate(record)
        if not found.more:
            return
        page += 1


def understood(asking: Asking, model: type[_Model], told: object) -> _Model:
    """Read an answer or a part of it; Failure where it makes no sense."""
    try:
        return model.model_validate(told)
    except ValidationError:
        # Without the cause, which would quote the answer.
        raise _nonsense(asking) from None


def _nonsense(asking: Asking) -> Failure:
    return nonsense(asking.peer.name)


def _leads_on(link: str | None, page: int) -> bool:
    """Tell whether a link leads from a page to the next: only its page number is looked at."""
    if link is None:
        return True
    try:
        said = parse_qs(urlsplit(link).query).get("page", [])
    except ValueError:
        return False
    return said == [str(page + 1)] and page < _LAST_PAGE
