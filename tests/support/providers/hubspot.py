"""HubSpot on loopback: one account with its records, owners, keys, limits and habits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from app.domain.event import Fact
from tests.support.providers.hubspot_book import CALLS, TEXTS, Book
from tests.support.providers.hubspot_limits import Limits
from tests.support.providers.hubspot_search import invalid, searched
from tests.support.providers.hubspot_truth import truth
from tests.support.providers.place import Asked, Told

RECORDS, OWNERS, ACCOUNT = "crm.objects.contacts.read", "crm.objects.owners.read", "oauth"
KEY = "pat-na1-00000000-0000-4000-8000-000000000000"
_SINCE = "2024-01-01T00:00:00.000Z"
_MOST_LISTED, _MOST_OWNERS = 100, 500


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner; ``left``: no longer a user."""

    id: str
    first: str
    last: str
    email: str
    left: bool = False


OWNERS_KNOWN = (
    Owner("101", "Ada", "Agent", "ada@example.com"),
    Owner("102", "Ben", "Berg", "ben@example.com"),
    Owner("103", "Cleo", "Carr", "cleo@example.com"),
    Owner("104", "Dora", "Dahl", "dora@example.com", left=True),
)


@dataclass
class HubSpot:
    """The API of one account; ``limits`` ``None``: it may be asked as often as one likes.

    ``keys``: the scopes of each. ``versions``: the families of paths that are known.
    """

    book: Book
    limits: Limits | None = None
    portal: int = 12345678
    zone: str = "America/New_York"
    keys: dict[str, frozenset[str]] = field(
        default_factory=lambda: {KEY: frozenset({RECORDS, OWNERS, ACCOUNT})}
    )
    owners: tuple[Owner, ...] = OWNERS_KNOWN
    versions: frozenset[str] = frozenset({"v3", "2026-09"})

    def answer(self, asked: Asked) -> Told:
        """Answer a request."""
        scopes = self.keys.get(asked.headers.get("authorization", "").removeprefix("Bearer "))
        if scopes is None:
            return _refused(401, "Authentication credentials not found.", "INVALID_AUTHENTICATION")
        found = self._route(asked.path)
        if found is None:
            return _refused(404, "resource not found", "OBJECT_NOT_FOUND")
        scope, answer = found
        if scope not in scopes:
            return _refused(403, "missing scope", "MISSING_SCOPES")
        search = asked.path.endswith("/search")
        refusal = self.limits.refusal(search=search) if self.limits else None
        told = refusal or answer(asked)
        if self.limits is None or search or refusal:
            return told
        return told._replace(headers={**told.headers, **self.limits.headers()})

    def revoke(self, key: str = KEY) -> None:
        """Take a key back."""
        del self.keys[key]

    def let_in(self, key: str, *scopes: str) -> None:
        """Make a key with some scopes."""
        self.keys[key] = frozenset(scopes)

    def agents(self) -> dict[str, str]:
        """Return what owners are called, by their id."""
        return {each.id: f"{each.first} {each.last}" for each in self.owners}

    def truth(self, agents: Mapping[str, str] | None = None) -> dict[str, Fact]:
        """Return what a ledger holds that has read everything, by the id of each record."""
        return truth(self.book, str(self.portal), self.agents() if agents is None else agents)

    def _route(self, path: str) -> tuple[str, Callable[[Asked], Told]] | None:
        place = next((found for each in self.versions if (found := _places(each).get(path))), "")
        kind = place.removesuffix("/search")
        if place == "owners":
            return OWNERS, self._owners
        if place == "details":
            return ACCOUNT, self._details
        if place.endswith("/search"):
            return RECORDS, lambda asked: searched(self.book, kind, asked.document)
        return (RECORDS, lambda asked: self._listed(kind, asked.query)) if kind else None

    def _listed(self, kind: str, query: Mapping[str, str]) -> Told:
        limit, after = int(query.get("limit", "10")), int(query.get("after", "0"))
        if not 1 <= limit <= _MOST_LISTED:
            return invalid("there is no such page")
        names = tuple(filter(None, query.get("properties", "").split(",")))
        stored = self.book.listed(kind, archived=query.get("archived") == "true")
        beyond = [each for each in stored if each.id > after]
        told: dict[str, Any] = {"results": [each.told(names) for each in beyond[:limit]]}
        if len(beyond) > limit:
            told["paging"] = {"next": {"after": str(beyond[limit - 1].id)}}
        return Told(200, told)

    def _owners(self, asked: Asked) -> Told:
        limit, after = int(asked.query.get("limit", "100")), int(asked.query.get("after", "0"))
        if not 1 <= limit <= _MOST_OWNERS:
            return invalid("there is no such page")
        left = asked.query.get("archived") == "true"
        beyond = [each for each in self.owners if each.left is left and int(each.id) > after]
        told: dict[str, Any] = {"results": [_owner(each) for each in beyond[:limit]]}
        if len(beyond) > limit:
            told["paging"] = {"next": {"after": beyond[limit - 1].id}}
        return Told(200, told)

    def _details(self, asked: Asked) -> Told:
        return Told(
            200,
            {
                "portalId": self.portal,
                "accountType": "STANDARD",
                "timeZone": self.zone,
                "companyCurrency": "USD",
                "additionalCurrencies": [],
                "utcOffset": "-05:00",
                "utcOffsetMilliseconds": -18_000_000,
                "uiDomain": "app.hubspot.com",
                "dataHostingLocation": "na1",
            },
        )


def hubspot(clock: Callable[[], float], *, lag: float = 0) -> HubSpot:
    """Make an account without records; ``clock`` gives UNIX seconds."""
    return HubSpot(Book(clock, lag))


@lru_cache
def _places(version: str) -> Mapping[str, str]:
    """Return what each path of a family stands for: "calls/search", "owners"."""
    if version == "v3":
        objects, owners = "/crm/v3/objects", "/crm/v3/owners"
    else:
        objects, owners = f"/crm/objects/{version}", f"/crm/owners/{version}"
    asked = (CALLS, f"{CALLS}/search", TEXTS, f"{TEXTS}/search")
    return {
        **{f"{objects}/{each}": each for each in asked},
        owners: "owners",
        f"/account-info/{version}/details": "details",
    }


def _owner(owner: Owner) -> dict[str, Any]:
    return {
        "id": owner.id,
        "email": owner.email,
        "type": "PERSON",
        "firstName": owner.first,
        "lastName": owner.last,
        "userId": int(owner.id),
        "userIdIncludingInactive": int(owner.id),
        "createdAt": _SINCE,
        "updatedAt": _SINCE,
        "archived": owner.left,
        "teams": [],
    }


def _refused(status: int, message: str, category: str) -> Told:
    body = {"status": "error", "message": message, "category": category}
    return Told(status, {**body, "correlationId": "00000000-0000-4000-8000-000000000001"})
