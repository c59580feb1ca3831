"""The commands of the plan server, as whoever runs it types them."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.problem import UsageProblem
from app.server.web.public_url import public_url
from tests.support.console import Console
from tests.support.program import run

_EVERYWHERE = "::"
_WITHOUT_PARTS = """
import sys
sys.modules |= dict.fromkeys(("alembic", "fastapi", "psycopg", "starlette", "uvicorn"))
from ui.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def console(tmp_path: Path) -> Console:
    return Console(tmp_path / "data")


def test_a_company_is_made_and_its_owner_gets_a_link(console: Console) -> None:
    words = ("server", "company", "Acme Trading", "--owner", "Olive")
    answer = console.done(*words, "--public-url", "https://plans.example.com/")
    link, sentence = answer.out.splitlines()
    assert link.startswith("https://plans.example.com/join#")
    assert sentence == "Send this link to Olive. It works once, within 7 days."


def test_a_company_is_made_once(console: Console) -> None:
    console.done("server", "company", "Acme Trading", "--owner", "Olive")
    again = console.run("server", "company", "Acme Trading", "--owner", "Olive")
    assert (again.code, again.out, again.err.count("\n")) == (1, "", 1)


def test_an_owner_gets_a_new_link(console: Console) -> None:
    console.done("server", "company", "Acme Trading", "--owner", "Olive")
    answer = console.done("server", "invite", "Acme Trading", "Olive", "--json")
    assert answer.json["link"].startswith("http://127.0.0.1:8740/join#")


def test_the_address_for_desktops_may_come_from_the_environment(console: Console) -> None:
    console.environ["TALKTALLY_PUBLIC_URL"] = "https://plans.example.com"
    answer = console.done("server", "company", "Acme", "--owner", "Olive", "--json")
    assert answer.json["link"].startswith("https://plans.example.com/join#")


def test_a_database_that_agrees_is_verified(console: Console) -> None:
    console.done("server", "company", "Acme", "--owner", "Olive")
    assert console.done("server", "verify", "--json").json == {
        "version": 1,
        "ok": True,
        "differences": [],
    }


def test_a_copy_is_made_while_others_use_the_database(console: Console, tmp_path: Path) -> None:
    console.done("server", "company", "Acme", "--owner", "Olive")
    target = tmp_path / "copy.db"
    console.done("server", "backup", target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT name FROM company").fetchall() == [("Acme",)]
    assert console.run("server", "backup", target).code == 1


@pytest.mark.parametrize(
    "words", [("verify",), ("backup", "copy.db"), ("invite", "Acme", "Olive")], ids=lambda it: it[0]
)
def test_a_folder_without_a_database_is_not_taken_for_one_that_is_well(
    console: Console, words: tuple[str, ...]
) -> None:
    answer = console.run("server", *words)
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    assert not (console.folder / "server.db").exists()


def test_the_database_is_private(console: Console) -> None:
    console.done("server", "company", "Acme", "--owner", "Olive")
    assert stat.S_IMODE((console.folder / "server.db").stat().st_mode) == 0o600
    assert stat.S_IMODE(console.folder.stat().st_mode) == 0o700


def test_a_file_names_the_database(console: Console, tmp_path: Path) -> None:
    file = tmp_path / "url"
    file.write_text(f"sqlite:///{tmp_path / 'elsewhere.db'}\n")
    console.done("server", "company", "Acme", "--owner", "Olive", "--database-file", file)
    assert (tmp_path / "elsewhere.db").exists()
    assert not (console.folder / "server.db").exists()


def test_the_environment_names_the_database(console: Console, tmp_path: Path) -> None:
    console.environ["TALKTALLY_DATABASE_URL"] = f"sqlite:///{tmp_path / 'elsewhere.db'}"
    console.done("server", "company", "Acme", "--owner", "Olive")
    assert (tmp_path / "elsewhere.db").exists()


@pytest.mark.parametrize(
    "url", ["nonsense", "mysql://root:pass-word@host/db", "postgresql+asyncpg://x/y"]
)
def test_a_url_that_makes_no_sense_is_not_repeated(console: Console, url: str) -> None:
    console.environ["TALKTALLY_DATABASE_URL"] = url
    answer = console.run("server", "verify")
    assert answer.code == 2
    assert url not in answer.err
    assert "database URL" in answer.err


def test_a_database_in_memory_is_refused(console: Console) -> None:
    console.environ["TALKTALLY_DATABASE_URL"] = "sqlite://"
    answer = console.run("server", "verify")
    assert (answer.code, "needs a database file" in answer.err) == (2, True)


def test_a_folder_with_strange_characters_is_no_trouble(tmp_path: Path) -> None:
    console = Console(tmp_path / "50% off? #1")
    console.done("server", "company", "Acme", "--owner", "Olive")
    assert (console.folder / "server.db").exists()


@pytest.mark.parametrize("words", [(), ("--certificate", "a.pem"), ("--key", "a.pem")])
def test_without_tls_nobody_else_may_reach_it(console: Console, words: tuple[str, ...]) -> None:
    answer = console.run("serve", "--host", _EVERYWHERE, *words)
    assert (answer.code, answer.out) == (2, "")


def test_behind_a_proxy_it_must_be_told_its_address(console: Console) -> None:
    answer = console.run("serve", "--host", _EVERYWHERE, "--behind-proxy")
    assert (answer.code, "--public-url" in answer.err) == (2, True)


def test_a_certificate_that_is_none_is_told(console: Console, tmp_path: Path) -> None:
    (tmp_path / "c.pem").write_text("not a certificate")
    for file in (tmp_path / "c.pem", tmp_path / "not there"):
        answer = console.run("serve", "--certificate", file, "--key", file)
        assert (answer.code, answer.err.count("\n")) == (3, 1)
        assert "certificate" in answer.err


def test_without_its_parts_it_says_how_to_install_them(tmp_path: Path) -> None:
    program = ("-c", _WITHOUT_PARTS)
    for words in (("serve",), ("server", "verify")):
        done = run(tmp_path, *words, program=program)
        assert (done.returncode, done.stdout) == (3, b"")
        assert b'pip install "talktally[server]"' in done.stderr
        assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("https://plans.example.com", "https://plans.example.com"),
        (" https://plans.example.com/talktally/ ", "https://plans.example.com/talktally"),
        ("http://127.0.0.1:8740", "http://127.0.0.1:8740"),
        ("http://localhost:8740/", "http://localhost:8740"),
        ("http://[::1]:8740", "http://[::1]:8740"),
    ],
)
def test_an_address_for_desktops_is_taken(told: str, kept: str) -> None:
    assert public_url(told) == kept


@pytest.mark.parametrize(
    "told",
    [
        "plans.example.com",
        "ftp://plans.example.com",
        "http://plans.example.com",
        "http://192.0.2.7",
        "https://",
        "https://user:word@plans.example.com",
        "https://plans.example.com/#x",
        "https://plans.example.com:none",
        "https://plans.example.com/\nx",
        "https://plans example.com",
    ],
)
def test_an_address_that_would_not_do_is_refused(told: str) -> None:
    with pytest.raises(UsageProblem):
        public_url(told)
