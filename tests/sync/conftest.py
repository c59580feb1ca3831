"""A plan server, and two computers that joined its company."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.company import Role
from tests.support.desktop import Desktop, desktop
from tests.support.plan_server import LiveServer, empty_server_file, plan_server

__all__ = ["empty_server_file", "plan_server"]


@pytest.fixture
def owner(tmp_path: Path, plan_server: LiveServer) -> Iterator[Desktop]:
    with desktop(tmp_path / "owner") as found:
        found.join(plan_server.link("Dana", Role.OWNER))
        yield found


@pytest.fixture
def agent(tmp_path: Path, plan_server: LiveServer) -> Iterator[Desktop]:
    with desktop(tmp_path / "agent") as found:
        found.join(plan_server.link("Lea"))
        yield found


@pytest.fixture
def second_owner(tmp_path: Path, plan_server: LiveServer) -> Iterator[Desktop]:
    with desktop(tmp_path / "second") as found:
        found.join(plan_server.link("Ada", Role.OWNER))
        yield found


@pytest.fixture
def lonely(tmp_path: Path) -> Iterator[Desktop]:
    with desktop(tmp_path / "lonely") as found:
        yield found
