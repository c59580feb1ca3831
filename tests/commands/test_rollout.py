"""What a roll-out file does to commands, and what they tell of it."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.machine.settings import Settings, save_settings
from tests.support.console import Console
from tests.support.keyrings import MemoryKeyring
from tests.support.plan_server import LiveServer, empty_server_file, plan_server
from tests.support.rollouts import CODE, FEED_KEY, roll_out

__all__ = ["empty_server_file", "plan_server"]
pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="each system has its own place"
)
GERMAN = "Talktally startet beim Anmelden nicht von selbst"


class RolledOut:
    """A console on a computer with a roll-out file."""

    def __init__(self, console: Console, folder: Path) -> None:
        self.console, self.folder = console, folder
        self.file = folder / "talktally" / "rollout.toml"

    def decide(self, text: str, **more: str) -> Console:
        found = roll_out(self.folder, text)
        return replace(self.console, environ={**self.console.environ, **found, **more})


@pytest.fixture
def rolled(console: Console, tmp_path: Path) -> RolledOut:
    return RolledOut(console, tmp_path / "etc")


def test_a_command_speaks_the_language_that_was_decided(rolled: RolledOut) -> None:
    decided = rolled.decide("language = 'de'", LANG="fr_FR.UTF-8")
    assert decided.run("login").out.startswith(GERMAN)
    assert "Zähler" in decided.run("--help").out
    assert "Zähler" in decided.run("status", "--help").out


def test_the_region_of_the_session_goes_with_its_language(rolled: RolledOut) -> None:
    decided = rolled.decide("language = 'de'", LANG="de_AT.UTF-8")
    assert decided.done("rollout", "--json").json["language"] == "de_AT"


@pytest.mark.parametrize(("chosen", "spoken"), [("en", "en_US"), ("system", "en_GB")])
def test_a_person_s_own_language_comes_first(rolled: RolledOut, chosen: str, spoken: str) -> None:
    rolled.console.folder.mkdir(parents=True, exist_ok=True)
    save_settings(rolled.console.folder, Settings(language=chosen))
    decided = rolled.decide("language = 'de'", LANG="en_GB.UTF-8")
    region = decided.done("rollout", "--json").json["language"]
    assert region.startswith(spoken[:2])
    assert chosen == "en" or region == spoken


def test_so_does_the_language_of_one_command(rolled: RolledOut) -> None:
    decided = rolled.decide("language = 'de'", TALKTALLY_LANG="en")
    assert decided.done("rollout", "--json").json["language"] == "en_US"


def test_complaints_are_made_in_that_language_too(rolled: RolledOut) -> None:
    assert "gibt es nicht" in rolled.decide("language = 'de'").run("nonsense").err


def test_what_holds_is_told_with_its_file(rolled: RolledOut) -> None:
    decided = rolled.decide(
        f"server = 'https://plans.example.com/join#{CODE}'\nstart_at_login = false\n"
        f"updates = 'never'\nfeed = 'https://u.example.com/f.json'\nfeed_key = '{FEED_KEY}'\n"
    )
    answer = decided.done("rollout")
    assert answer.out.splitlines() == [
        f"Roll-out file: {rolled.file}",
        "  server          https://plans.example.com, with an invitation whose secret is not shown",
        "  start_at_login  false",
        "  updates         never",
        "  feed            https://u.example.com/f.json",
        f"  feed_key        {FEED_KEY}",
        "Language now: en_US",
        "Start at login now: off",
        "Whoever set up this computer decided that Talktally looks for no newer version.",
    ]
    assert decided.done("rollout", "--json").json == {
        "version": 1,
        "file": str(rolled.file),
        "places": ["/etc/talktally/rollout.toml", str(rolled.file)],
        "problem": None,
        "decided": {
            "server": "https://plans.example.com",
            "invitation": True,
            "language": None,
            "start_at_login": False,
            "updates": "never",
            "feed": "https://u.example.com/f.json",
            "feed_key": FEED_KEY,
        },
        "language": "en_US",
        "login": "off",
        "looks_for_updates": False,
    }


def test_a_computer_without_a_file_says_where_it_would_be(console: Console, tmp_path: Path) -> None:
    alone = replace(console, environ={**console.environ, "XDG_CONFIG_DIRS": str(tmp_path)})
    first, second, *_ = alone.done("rollout").out.splitlines()
    assert first == "There is no roll-out file, so nothing is decided here."
    assert second.endswith(f": /etc/talktally/rollout.toml, {tmp_path}/talktally/rollout.toml")
    assert alone.done("rollout", "--json").json["file"] is None


def test_a_file_that_decides_nothing_says_so(rolled: RolledOut) -> None:
    assert "Nothing is decided.\n" in rolled.decide("# later\n").done("rollout").out


def test_a_broken_file_is_told_where_an_administrator_looks(rolled: RolledOut) -> None:
    decided = rolled.decide(f"language = 'de'\nserver = '{CODE}'\n")
    answer = decided.run("rollout")
    assert answer.code == 1
    assert answer.err.startswith(f"Line 2 of the roll-out file {rolled.file}: server is")
    assert CODE not in answer.err
    told = decided.run("rollout", "--json")
    assert (told.code, told.err) == (1, "")
    assert told.json["problem"].startswith("Line 2")
    checkup = decided.run("doctor")
    assert checkup.code == 1
    assert checkup.out.startswith("Line 2 of the roll-out file")


def test_a_broken_file_troubles_no_other_command(rolled: RolledOut) -> None:
    decided = rolled.decide("language = 'de'\nnonsense")
    assert decided.run("login").out == rolled.console.run("login").out
    assert decided.done("status", "--json").err == ""


def test_doctor_names_the_file_and_never_the_secret(rolled: RolledOut) -> None:
    decided = rolled.decide(f"server = 'https://plans.example.com/join#{CODE}'")
    answer = decided.done("doctor", "--json")
    assert answer.json["rollout"].endswith("talktally/rollout.toml")
    assert CODE not in answer.out
    assert CODE not in json.dumps(decided.done("rollout", "--json").json)


def test_the_invitation_of_a_computer_is_handed_in_without_a_word(
    rolled: RolledOut, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    decided = rolled.decide(f"server = '{plan_server.link('Lea')}'")
    assert decided.done("company", "join").out.startswith("You joined Acme Trading as Lea")


def test_where_the_server_is_known_a_code_is_enough(
    rolled: RolledOut, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    server, _, code = plan_server.link("Lea").partition("/join#")
    decided = rolled.decide(f"server = '{server}'")
    joined = decided.done("company", "join", stdin=f" {code}\n".encode())
    assert joined.out.startswith("You joined Acme Trading as Lea")


def test_another_link_comes_before_the_one_of_the_computer(
    rolled: RolledOut, plan_server: LiveServer, memory_keyring: MemoryKeyring
) -> None:
    decided = rolled.decide(f"server = 'https://plans.example.com/join#{CODE}'")
    decided.done("company", "join", stdin=plan_server.link("Lea").encode())


def test_a_server_without_an_invitation_lets_nobody_in(
    rolled: RolledOut, memory_keyring: MemoryKeyring
) -> None:
    answer = rolled.decide("server = 'https://plans.example.com'").run("company", "join")
    assert (answer.code, answer.out) == (2, "")
