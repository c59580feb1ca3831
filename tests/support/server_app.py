"""A plan server inside the test: its application, people who are signed in, and what they ask."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx
from fastapi import FastAPI
from sqlalchemy import insert

from app.domain.company import Licence, Role
from app.domain.instant import MINUTE, Instant
from app.server.application import make_application
from app.server.people.tokens import digest_of, new_id, new_token
from app.server.settings import ServerSettings
from app.server.store.database import Database
from app.server.store.tables import company, member, token

BASE = "https://plans.example"
#: 21 November 2026, 13:05 UTC.
START = Instant(1_795_266_300_000_000)


@dataclass(frozen=True, slots=True)
class Seated:
    """A member who is signed in on one device."""

    id: str
    company: str
    name: str
    token: str
    device: str

    @property
    def path(self) -> str:
        """Where their company stands."""
        return f"/v1/companies/{self.company}"


@dataclass(slots=True)
class ServerApp:
    """An application on a database, whose clock the test sets."""

    database: Database
    settings: ServerSettings = field(
        default_factory=lambda: ServerSettings(BASE, address_per_minute=0, token_per_minute=0)
    )
    now: Instant = START
    address: str = "198.51.100.7"
    application: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        self.application = make_application(
            self.database, now=lambda: self.now, settings=self.settings
        )

    def ask(
        self, method: str, path: str, by: Seated | str | None = None, **more: object
    ) -> httpx.Response:
        """Send one request; ``by``: whose token it carries."""
        return asyncio.run(self._ask(method, path, by, more))

    def pass_time(self, minutes: int) -> None:
        """Let the clock go on."""
        self.now = Instant(self.now + minutes * MINUTE)

    def new_company(self, name: str = "Acme Trading") -> str:
        """Put a company into the database; return its id."""
        made = new_id()
        row = {"id": made, "name": name, "revision": 1, "usage_revision": 1, "created_us": self.now}
        with self.database.writing() as connection:
            connection.execute(insert(company), row)
        return made

    def new_member(
        self,
        of: str,
        name: str = "Dana",
        role: Role = Role.AGENT,
        licence: Licence = Licence.COMMITTED,
    ) -> Seated:
        """Put a member into the database who is signed in on one device."""
        made = Seated(new_id(), of, name, new_token(), new_id())
        with self.database.writing() as connection:
            connection.execute(insert(member), _member(made, role, licence, self.now))
            connection.execute(insert(token), _token(made, self.now))
        return made

    async def _ask(
        self, method: str, path: str, by: Seated | str | None, more: dict[str, object]
    ) -> httpx.Response:
        transport = httpx.ASGITransport(
            self.application, raise_app_exceptions=False, client=(self.address, 4711)
        )
        headers = {**_bearer(by), **(more.pop("headers", None) or {})}  # type: ignore[dict-item]
        async with httpx.AsyncClient(transport=transport, base_url=BASE) as client:
            send: Callable[..., object] = client.request
            answer = await send(method, path, headers=headers, **more)  # type: ignore[misc]
            assert isinstance(answer, httpx.Response)
            return answer


def _bearer(by: Seated | str | None) -> dict[str, str]:
    if by is None:
        return {}
    secret = by if isinstance(by, str) else by.token
    return {"Authorization": f"Bearer {secret}"}


def _member(made: Seated, role: Role, licence: Licence, at: Instant) -> dict[str, object]:
    return {
        "id": made.id,
        "company_id": made.company,
        "name": made.name,
        "role": role,
        "licence": licence,
        "joined_us": at,
    }


def _token(made: Seated, at: Instant) -> dict[str, object]:
    return {
        "id": made.device,
        "member_id": made.id,
        "digest": digest_of(made.token),
        "device": "a laptop",
        "created_us": at,
        "used_us": at,
    }
