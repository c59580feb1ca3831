"""A plan server on loopback: inside the test with a clock it holds, or a process of its own."""

import json
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from sqlalchemy import select

from app.domain.company import Licence, Role
from app.domain.instant import Instant
from app.server.people.invitations import Guest, link_of, make_invitation
from app.server.settings import ServerSettings
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.store.tables import member
from tests.support.program import run, started
from tests.support.server_app import START, ServerApp

COMPANY = "Acme Trading"


@dataclass
class LiveServer:
    """The application on a port; it can be gone and come back at the same address.

    ``app.now`` is what its clock says.
    """

    app: ServerApp
    address: str
    company: str
    _port: int
    _running: tuple[uvicorn.Server, threading.Thread] | None = field(default=None, init=False)

    def start(self) -> None:
        """Listen; whoever connects from now on is answered."""
        config = uvicorn.Config(
            self.app.application, lifespan="off", log_config=None, access_log=False
        )
        server, listener = uvicorn.Server(config), _listener(self._port)
        thread = threading.Thread(target=server.run, args=([listener],), name="plan server")
        thread.start()
        self._running = server, thread

    def stop(self) -> None:
        """Be gone, if it is there."""
        if self._running is not None:
            server, thread = self._running
            server.should_exit = True
            thread.join()
            self._running = None

    def link(self, name: str, role: Role = Role.AGENT, days: int = 7) -> str:
        """Make an invitation; return its link."""
        return self._link(Guest(self.company, name, role, Licence.COMMITTED), days)

    def link_for(self, name: str) -> str:
        """Invite somebody who is there on another computer; return the link."""
        query = select(member.c.id, member.c.role).where(member.c.name == name)
        with self.app.database.reading() as connection:
            id_, role = connection.execute(query).one()
        return self._link(Guest(self.company, name, Role(role), Licence.COMMITTED, id_), 7)

    def _link(self, guest: Guest, days: int) -> str:
        with self.app.database.writing() as connection:
            _, code = make_invitation(connection, guest, self.app.now, days, by=None)
        return link_of(self.address, code)


@contextmanager
def live_server(folder: Path, empty: Path, now: Instant = START) -> Iterator[LiveServer]:
    """Run a server with one company, inside this process, on a copy of an ``empty`` database."""
    file = folder / "plan-server.db"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(empty, file)
    with _kept_port() as port, closing(Database(f"sqlite:///{file}")) as database:
        address = f"http://127.0.0.1:{port}"
        settings = ServerSettings(address, address_per_minute=0, token_per_minute=0)
        app = ServerApp(database, settings, now)
        live = LiveServer(app, address, app.new_company(COMPANY), port)
        live.start()
        try:
            yield live
        finally:
            live.stop()


@pytest.fixture(scope="session")
def empty_server_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with empty tables, which each test copies: making them takes longer than most."""
    path = tmp_path_factory.mktemp("plan-server") / "empty.db"
    database = Database(f"sqlite:///{path}")
    prepare(database)
    database.close()
    return path


@pytest.fixture
def plan_server(tmp_path: Path, empty_server_file: Path) -> Iterator[LiveServer]:
    """A plan server at five past one of 21 Nov 2026, gone at the end of the test."""
    with live_server(tmp_path / "server", empty_server_file) as live:
        yield live


@dataclass(frozen=True, slots=True)
class ServerProcess:
    """``talktally serve`` as a process of its own; ``owner_link``: the first owner's invitation."""

    process: subprocess.Popen[bytes]
    address: str
    folder: Path
    owner_link: str

    def new_owner_link(self, name: str) -> str:
        """Invite one more owner, as whoever runs the server can."""
        words = ("server", "invite", COMPANY, name, "--public-url", self.address, "--json")
        return str(_answer(self.folder, *words)["link"])


@contextmanager
def server_process(folder: Path, *more: str, owner: str = "Dana Owner") -> Iterator[ServerProcess]:
    """Start the server on a free port with one company; killed at the end, should it still run.

    ``more``: what else to tell ``serve``.
    """
    with started(folder, "serve", "--port", "0", "--json", *more) as process:
        assert process.stdout is not None
        address = str(json.loads(process.stdout.readline())["address"])
        words = ("server", "company", COMPANY, "--owner", owner, "--public-url", address, "--json")
        yield ServerProcess(process, address, folder, str(_answer(folder, *words)["link"]))


def _answer(folder: Path, *words: str) -> Any:
    done = run(folder, *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def _kept_port() -> Iterator[int]:
    """Find a free port; on Linux nobody else is given it while the server is gone.

    A socket that has it and does not listen lets the server listen there all the same.
    """
    with _bound(0) as keeper:
        port = keeper.getsockname()[1]
        if sys.platform != "linux":
            keeper.close()
        yield port


def _listener(port: int) -> socket.socket:
    found = _bound(port)
    found.listen()
    return found


def _bound(port: int) -> socket.socket:
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    found.bind(("127.0.0.1", port))
    return found
