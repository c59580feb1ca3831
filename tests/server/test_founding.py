"""What is done on the server itself: companies, a way back in, copies."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.company import Role
from app.domain.problem import Problem, UsageProblem
from app.server.people.founding import found_company, invite_owner
from app.server.store.copying import copy_database
from tests.support.server_app import BASE, ServerApp


def enter(server: ServerApp, link: str) -> dict[str, object]:
    """Sign in with a link; return who one is."""
    body = {"code": link.partition("#")[2], "device": "laptop"}
    answer = server.ask("POST", "/v1/sign-in", json=body)
    assert answer.status_code == 201, answer.text
    me: dict[str, object] = answer.json()["me"]
    return me


def test_a_new_company_has_its_owner_once_they_sign_in(server: ServerApp) -> None:
    link = found_company(server.database, "Acme Trading", "Olive", BASE, server.now)
    me = enter(server, link)
    assert link.startswith(f"{BASE}/join#")
    assert (me["name"], me["role"]) == ("Olive", "owner")


def test_a_company_is_made_once(server: ServerApp) -> None:
    found_company(server.database, "Acme Trading", "Olive", BASE, server.now)
    with pytest.raises(Problem, match="There is a company Acme Trading already"):
        found_company(server.database, "Acme Trading", "Olive", BASE, server.now)


def test_somebody_new_may_become_owner_when_all_lost_access(server: ServerApp) -> None:
    found_company(server.database, "Acme Trading", "Olive", BASE, server.now)
    link = invite_owner(server.database, "Acme Trading", "Kim", BASE, server.now)
    assert enter(server, link)["role"] == "owner"


def test_a_member_comes_back_as_who_they_were(server: ServerApp) -> None:
    company = server.new_company("Acme Trading")
    agent = server.new_member(company, "Kim", Role.AGENT)
    link = invite_owner(server.database, "Acme Trading", "Kim", BASE, server.now)
    me = enter(server, link)
    assert (me["member"], me["role"]) == (agent.id, "owner")


def test_a_link_that_was_lost_lets_nobody_in(server: ServerApp) -> None:
    lost = found_company(server.database, "Acme Trading", "Olive", BASE, server.now)
    invite_owner(server.database, "Acme Trading", "Olive", BASE, server.now)
    body = {"code": lost.partition("#")[2], "device": "laptop"}
    assert server.ask("POST", "/v1/sign-in", json=body).status_code == 403


def test_one_of_two_of_a_name_is_not_guessed(server: ServerApp) -> None:
    company = server.new_company("Acme Trading")
    server.new_member(company, "Kim")
    server.new_member(company, "Kim")
    with pytest.raises(Problem, match="several people called Kim"):
        invite_owner(server.database, "Acme Trading", "Kim", BASE, server.now)


def test_of_two_companies_of_a_name_none_is_guessed(server: ServerApp) -> None:
    first, second = server.new_company("Acme Trading"), server.new_company("Acme Trading")
    with pytest.raises(Problem, match="Several companies") as caught:
        invite_owner(server.database, "Acme Trading", "Kim", BASE, server.now)
    assert first in str(caught.value)
    assert second in str(caught.value)


def test_an_id_means_its_company_whatever_another_one_is_called(server: ServerApp) -> None:
    meant = server.new_company("Acme Trading")
    server.new_company(meant)
    me = enter(server, invite_owner(server.database, meant, "Kim", BASE, server.now))
    assert me["company"] == {"id": meant, "name": "Acme Trading"}


def test_a_company_that_is_not_there_is_told(server: ServerApp) -> None:
    with pytest.raises(Problem, match="There is no company Nowhere"):
        invite_owner(server.database, "Nowhere", "Kim", BASE, server.now)


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "x" * 121])
def test_what_is_no_name_is_refused(server: ServerApp, name: str) -> None:
    with pytest.raises(UsageProblem):
        found_company(server.database, name, "Olive", BASE, server.now)


def test_a_copy_holds_everything_and_is_private(server: ServerApp, tmp_path: Path) -> None:
    server.new_company("Acme Trading")
    target = tmp_path / "copy.db"
    if server.database.file is None:
        with pytest.raises(Problem, match="pg_dump"):
            copy_database(server.database, target)
        return
    copy_database(server.database, target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT name FROM company").fetchall() == [("Acme Trading",)]


def test_a_copy_overwrites_nothing(server: ServerApp, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(Problem):
        copy_database(server.database, target)
    assert target.read_text() == "mine"
