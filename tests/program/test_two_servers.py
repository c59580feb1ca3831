"""Two servers on one PostgreSQL, of which one is killed again and again while desktops upload."""

import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from app.domain.company import Role
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.verifying import verify
from tests.support.plan_book import message_of, state
from tests.support.postgres import Postgres
from tests.support.server_app import Seated, ServerApp
from tests.support.serving import Serving, serving
from tests.support.usage_counts import pooled

pytestmark = [pytest.mark.program, pytest.mark.timeout(240)]

PHASES = 3
UPLOADS = 24
DAYS = ("2026-11-18", "2026-11-19", "2026-11-20")


class Desktop(NamedTuple):
    """A computer that sends counts of its person."""

    person: Seated
    ledger: str

    def counted(self, sequence: int, day: str) -> int:
        """What it has seen of a day by an upload: any number, the same each time it is asked."""
        return (sequence * 7 + int(day[-2:]) * int(self.ledger[0], 16)) % 101


class Servers:
    """Two servers on one database; the first one can be killed, and comes back elsewhere."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder = folder
        self._stack = stack
        self._words = ("--database-file", folder / "url")
        self._running = [self._start(), self._start()]

    def _start(self) -> Serving:
        return self._stack.enter_context(serving(self._folder, *self._words))

    def kill_one(self) -> None:
        """Kill the first as a power cut would."""
        self._running[0].process.kill()

    def start_again(self) -> None:
        """Start another one in its place."""
        self._running[0] = self._start()

    def addresses(self) -> Iterator[str]:
        """Where to ask, over and over: first the one that is killed, then the other."""
        return cycle([each.url for each in self._running])


class Acknowledged:
    """Counts the uploads that were taken; somebody can wait for so many."""

    def __init__(self) -> None:
        self._count = 0
        self._changed = threading.Condition()

    def one_more(self) -> None:
        with self._changed:
            self._count += 1
            self._changed.notify_all()

    def wait_for(self, count: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self._count >= count, timeout=60)


@pytest.fixture
def database(postgres: Postgres, tmp_path: Path) -> Iterator[Database]:
    """A database, whose URL stands in a file."""
    (tmp_path / "url").write_text(url := postgres.make(), encoding="utf-8")
    made = Database(url)
    prepare(made)
    yield made
    made.close()


def send(desktop: Desktop, sequence: int, servers: Servers, client: httpx.Client) -> None:
    """Send an upload until some server says that it has it."""
    counts = [
        {"kind": "minutes", "day": day, "counted": desktop.counted(sequence, day)} for day in DAYS
    ]
    message = {"ledger": desktop.ledger, "sequence": sequence, "counts": counts}
    for address in servers.addresses():
        with suppress(httpx.TransportError):
            path = f"{address}{desktop.person.path}/usage"
            if client.put(path, json=message).status_code == 200:
                return


def send_phase(desktop: Desktop, phase: int, servers: Servers, done: Acknowledged) -> None:
    headers = {"Authorization": f"Bearer {desktop.person.token}"}
    with httpx.Client(headers=headers, timeout=30) as client:
        for upload in range(1, UPLOADS + 1):
            send(desktop, phase * UPLOADS + upload, servers, client)
            done.one_more()


def in_the_end(desktops: list[Desktop]) -> int:
    """Count by hand what the last uploads say, of two computers of one person the greater."""
    last = PHASES * UPLOADS
    seen: dict[tuple[str, str], int] = defaultdict(int)
    for desktop in desktops:
        for day in DAYS:
            key = (desktop.person.id, day)
            seen[key] = max(seen[key], desktop.counted(last, day))
    return sum(seen.values())


def test_counts_stay_exact_while_one_of_two_servers_is_killed(
    database: Database, tmp_path: Path
) -> None:
    app = ServerApp(database)
    owner = app.new_member(app.new_company(), "Robin", Role.OWNER)
    state(app, owner, "plan/entries", message_of("hubspot-professional"))
    people = [owner, *(app.new_member(owner.company, name) for name in ("Kim", "Sam"))]
    desktops = [Desktop(person, f"{at + 1}" * 32) for at, person in enumerate([*people, owner])]
    with ExitStack() as stack:
        servers = Servers(tmp_path, stack)
        for phase in range(PHASES):
            done = Acknowledged()
            with ThreadPoolExecutor(len(desktops)) as at_once:
                sent = [at_once.submit(send_phase, each, phase, servers, done) for each in desktops]
                done.wait_for(UPLOADS)
                servers.kill_one()
            for each in sent:
                each.result()
            servers.start_again()
    assert pooled(app, owner)["counted"] == in_the_end(desktops)
    assert verify(database) == []
