"""What an owner may mistype about plan and people is one plain sentence, and nothing is changed."""

from pathlib import Path

import pytest

from app.domain.company import Role
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server

__all__ = ["empty_server_file", "plan_server"]

LONG = "x" * 121


@pytest.fixture
def owner(tmp_path: Path, plan_server: LiveServer, memory_keyring: MemoryKeyring) -> Console:
    console = Console(tmp_path / "owner")
    console.done("company", "join", stdin=plan_server.link("Dana", Role.OWNER).encode())
    return console


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("plan", "link", ""), 'Say who: the name as records write it, or "me".'),
        (("plan", "unlink", " "), 'Say who: the name as records write it, or "me".'),
        (("plan", "profile", "--name", ""), "name must not be empty."),
        (("company", "invite", ""), "name must not be empty."),
        (("company", "invite", LONG), "name must not be longer than 120 characters."),
        (("company", "invite", "a\nb"), "name cannot be kept as it is written. Correct it."),
        (
            ("plan", "seats", "--annual", "1", "--until", "2020-01-01"),
            "The term ended on 2020-01-01. Check --until, or say with --from when it began.",
        ),
    ],
)
def test_it_is_refused_in_a_sentence(owner: Console, words: tuple[str, ...], told: str) -> None:
    answer = owner.run(*words)
    assert (answer.code, answer.out, answer.err) == (2, "", f"{told}\n")


def test_a_term_that_is_over_is_stated_with_its_first_day(owner: Console) -> None:
    term = ("--until", "2020-01-01", "--from", "2019-01-01")
    owner.done("plan", "seats", "--annual", "1", *term)


@pytest.mark.parametrize(
    "words",
    [
        ("company", "join", "https://plans.example/join#0123456789abcdefghij-_0123"),
        ("serve", "--database", "postgresql://talk:0123456789abcdefghij@host/name"),
    ],
)
def test_a_secret_among_the_arguments_is_not_repeated(
    console: Console, words: tuple[str, ...]
) -> None:
    answer = console.run(*words)
    assert answer.code == 2
    assert "0123456789" not in answer.err
    assert "…" in answer.err


def test_people_are_listed_with_ids_only_where_one_needs_them(
    owner: Console, plan_server: LiveServer
) -> None:
    owner.done("company", "invite", "Lea")
    people = owner.done("company", "people", "--json").json
    told = owner.done("company", "people").out
    assert people["members"][0]["id"] not in told
    used, good = (
        next(each["id"] for each in people["invitations"] if bool(each["used"]) is done)
        for done in (True, False)
    )
    assert f"id {good[:8]}" in told
    assert used[:8] not in told
    assert owner.done("company", "revoke", good[:8]).out == "The invitation is withdrawn.\n"


def test_the_audit_has_sentences_and_its_codes_are_for_programs(owner: Console) -> None:
    owner.done("company", "invite", "Lea")
    first, *_ = owner.done("company", "audit").out.splitlines()
    assert first.endswith("  Dana invited Lea as an agent.")
    (line, *_) = owner.done("company", "audit", "--json").json["lines"]
    assert (line["what"], line["facts"]["name"]) == ("invitation.made", "Lea")


@pytest.mark.parametrize("end", [":abc/x", "@host:1/x"])
def test_a_password_in_a_database_url_is_never_told(console: Console, end: str) -> None:
    console.environ["TALKTALLY_DATABASE_URL"] = f"postgresql://talk:first@second{end}"
    answer = console.run("server", "verify")
    assert answer.code == 2
    assert "second" not in answer.err
    assert "database URL" in answer.err
