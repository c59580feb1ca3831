"""A database that is gone, held by somebody else or only to be read, and clocks that were wrong."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import InternalError, OperationalError

from app.domain.instant import DAY, Instant
from app.domain.problem import EnvironmentProblem
from app.server.people.companies import hold
from app.server.store.database import Database
from app.server.store.preparing import prepare
from app.server.store.tables import token
from tests.support.plan_book import owner_of, tag_of
from tests.support.server_app import START, ServerApp

_WAITS = "SELECT count(*) FROM pg_locks WHERE NOT granted"


@pytest.mark.parametrize("trouble", [OperationalError, InternalError])
def test_a_poll_of_a_database_that_is_gone_is_told_to_come_back(
    server: ServerApp,
    trouble: type[OperationalError],
    monkeypatch: pytest.MonkeyPatch,
    expected_log: Callable[[], list[str]],
) -> None:
    owner = owner_of(server)
    headers = {"If-None-Match": tag_of(server, owner)}

    def gone(*_asked: object) -> None:
        raise trouble("SELECT", None, Exception("gone"))

    monkeypatch.setattr(server.database, "glance", gone)
    answer = server.ask("GET", f"{owner.path}/plan", owner, headers=headers)
    assert (answer.status_code, answer.json()["reason"]) == (503, "busy")
    assert answer.headers["Retry-After"] == "5"
    (told,) = expected_log()
    assert told.endswith(f"The database could not be used ({trouble.__name__}).")


@pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
def test_who_only_reads_does_not_mind_that_nothing_can_be_written(
    server: ServerApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = owner_of(server)
    server.pass_time(120)
    monkeypatch.setattr("app.server.store.database._BUSY_MS", 1)
    same = Database(f"sqlite:///{server.database.file}")
    with closing(same), server.database.writing():
        assert ServerApp(same, now=server.now).ask("GET", "/v1/me", owner).status_code == 200


def test_a_file_that_somebody_else_holds_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.server.store.database._BUSY_MS", 1)
    file = tmp_path / "server.db"
    with closing(Database(f"sqlite:///{file}")) as database:
        prepare(database)
    with closing(sqlite3.connect(file)) as other, closing(Database(f"sqlite:///{file}")) as same:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(EnvironmentProblem, match="cannot be used: database is locked"):
            prepare(same)


def test_a_clock_that_was_set_back_locks_nobody_out_for_years(server: ServerApp) -> None:
    body = {"code": "x" * 43, "device": "laptop"}
    server.now = Instant(START + 3000 * DAY)
    ends = [server.ask("POST", "/v1/sign-in", json=body).status_code for _ in range(6)]
    assert ends == [403] * 5 + [429]
    server.now = START
    assert server.ask("POST", "/v1/sign-in", json=body).status_code == 403
    assert server.ask("POST", "/v1/sign-in", json=body).status_code == 429


def test_a_device_used_while_the_clock_was_wrong_is_noted_anew(server: ServerApp) -> None:
    owner = owner_of(server)
    with server.database.writing() as connection:
        connection.execute(update(token).values(used_us=START + 3000 * DAY))
    (device,) = server.ask("GET", f"{owner.path}/devices", owner).json()["devices"]
    assert device["last_used"] == "2026-11-21T13:05:00Z"


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_who_signs_out_waits_for_a_change_without_blocking_it(server: ServerApp) -> None:
    owner = owner_of(server)
    with ThreadPoolExecutor(1) as beside:
        with server.database.writing() as connection:
            hold(connection, owner.company)
            leaving = beside.submit(server.ask, "DELETE", "/v1/me/device", owner)
            while not connection.execute(text(_WAITS)).scalar():
                time.sleep(0)
            connection.execute(update(token).values(device="renamed"))
        assert leaving.result().status_code == 204
