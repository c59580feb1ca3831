"""HubSpot's owners: whose a record is, those who left the account, too."""

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from app.domain.connection import RemotePerson
from app.remote.asking import Asking
from app.remote.hubspot.archived import listed
from app.remote.hubspot.failures import circle
from app.remote.hubspot.models import Owner

_MOST = 100
_MOST_PAGES = 1_000


def owners(asking: Asking, path: str) -> tuple[RemotePerson, ...]:
    """Read all owners; one who is present is not told to have left, too."""
    found = {each.id: each for each in _read(asking, path, left="true")}
    found |= {each.id: each for each in _read(asking, path, left="false")}
    return tuple(map(_person, found.values()))


def _read(asking: Asking, path: str, *, left: str) -> Iterator[Owner]:
    after = ""
    for _ in range(_MOST_PAGES):
        query: dict[str, str | int] = {"limit": _MOST, "archived": left}
        page = listed(asking, path, query | ({"after": after} if after else {}))
        yield from _understood(page.results)
        if not page.after or page.after == after:
            return
        after = page.after
    raise circle(asking.peer.name)


def _understood(records: list[Any]) -> Iterator[Owner]:
    for record in records:
        try:
            yield Owner.model_validate(record)
        except ValidationError:
            continue


def _person(owner: Owner) -> RemotePerson:
    written = " ".join(filter(None, (_tidy(owner.firstName), _tidy(owner.lastName))))
    email = _tidy(owner.email)
    return RemotePerson(owner.id, written or email or owner.id, email, not owner.archived)


def _tidy(text: str | None) -> str:
    return " ".join((text or "").split())
