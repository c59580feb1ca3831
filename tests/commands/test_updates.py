"""Newer versions from the command line: told, looked for, and looking turned on and off."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.console import Console
from tests.support.update_feed import NEWS, Feed, feed


@pytest.fixture
def published() -> Iterator[Feed]:
    with feed() as made:
        yield made


@pytest.fixture
def desk(console: Console, published: Feed, tmp_path: Path) -> Console:
    """A console on a computer whose administrator named a feed."""
    own = published.decide(tmp_path / "etc")
    return Console(console.folder, {**console.environ, **own})


def decided(console: Console, published: Feed, folder: Path, *lines: str) -> Console:
    return Console(console.folder, {**console.environ, **published.decide(folder, *lines)})


def test_this_build_says_that_it_asks_nobody(console: Console) -> None:
    answer = console.done("updates")
    assert "names nobody" in answer.out
    told = console.done("updates", "--json").json
    assert (told["looks"], told["why_not"], told["newest"]) == (False, "no_feed", None)
    answer = console.run("updates", "look")
    assert (answer.code, answer.out, answer.err.count("\n")) == (1, "", 1)


def test_nobody_is_asked_by_a_command_that_only_tells(desk: Console, published: Feed) -> None:
    assert "Once a day 127.0.0.1 is asked" in desk.done("updates").out
    assert published.asked == []


def test_a_look_tells_of_a_newer_version_and_where_it_is(desk: Console) -> None:
    answer = desk.run("updates", "look")
    assert (answer.code, answer.err) == (1, "")
    installed, newer, page, who, when = answer.out.splitlines()
    assert installed.endswith("is installed.")
    assert newer == "Version 9.0.0 of Talktally is there. Faster starts."
    assert page == NEWS["page"]
    assert who.startswith("Once a day")
    assert when.startswith("Last looked")
    assert desk.run("updates").out == answer.out


def test_what_is_known_is_told_in_json(desk: Console) -> None:
    desk.run("updates", "look")
    answer = desk.run("updates", "--json")
    told = answer.json
    assert answer.code == 1
    assert told["newest"] == {
        "version": "9.0.0", "date": "2026-11-20", "page": NEWS["page"], "note": "Faster starts.",
    }  # fmt: skip
    assert (told["newer"], told["fits"], told["looks"]) == (True, True, True)
    assert told["asked"] == told["answered"] == "2026-11-21T12:00:00Z"
    assert told["problem"] is None


def test_the_newest_version_ends_well(desk: Console, published: Feed) -> None:
    published.publish(version="0.0.1")
    assert "there is no newer version" in desk.done("updates", "look").out


def test_it_is_told_in_german(desk: Console) -> None:
    german = Console(desk.folder, {**desk.environ, "LANG": "de_DE.UTF-8"})
    assert "Startet schneller." in german.run("updates", "look").out


def test_a_version_that_this_system_is_too_old_for_is_told(desk: Console, published: Feed) -> None:
    published.publish(systems={"linux": "999", "windows": "999", "macos": "999"})
    answer = desk.run("updates", "look")
    assert "needs a newer system" in answer.out
    assert desk.run("updates", "--json").json["fits"] is False


def test_what_goes_wrong_is_one_sentence(desk: Console, published: Feed) -> None:
    published.content += b" "
    answer = desk.run("updates", "look")
    assert (answer.code, answer.out, answer.err.count("\n")) == (3, "", 1)
    assert "not signed by the makers" in answer.err
    assert "not signed by the makers" in desk.done("updates").out


def test_looking_by_itself_is_turned_off_and_on(desk: Console) -> None:
    assert "does not look" in desk.done("updates", "off").out
    assert desk.done("updates", "--json").json["why_not"] == "setting"
    assert desk.done("updates", "on", "--json").json["looks"] is True


@pytest.mark.parametrize(("policy", "turn"), [("never", "on"), ("daily", "off")])
def test_what_the_administrator_decided_cannot_be_turned(
    console: Console, published: Feed, tmp_path: Path, policy: str, turn: str
) -> None:
    desk = decided(console, published, tmp_path / "etc", f'updates = "{policy}"')
    answer = desk.run("updates", turn)
    assert (answer.code, answer.out) == (1, "")
    assert "set up this computer" in answer.err
    assert desk.done("updates", "--json").json["decided"] is True
    assert "Whoever set up this computer decided" in desk.done("updates").out


def test_what_cannot_be_turned_for_a_broken_file_is_told_with_its_line(
    console: Console, published: Feed, tmp_path: Path
) -> None:
    desk = decided(console, published, tmp_path / "etc", "updates = off")
    answer = desk.run("updates", "off")
    assert (answer.code, answer.out) == (3, "")
    assert "is no TOML" in answer.err


def test_where_the_administrator_forbids_it_no_older_look_is_told(
    desk: Console, console: Console, published: Feed, tmp_path: Path
) -> None:
    desk.run("updates", "look")
    forbidden = decided(console, published, tmp_path / "never", 'updates = "never"')
    assert "Last looked" not in forbidden.done("updates").out


def test_where_the_administrator_forbids_it_no_look_is_done(
    console: Console, published: Feed, tmp_path: Path
) -> None:
    desk = decided(console, published, tmp_path / "etc", 'updates = "never"')
    assert desk.run("updates", "look").code == 1
    assert published.asked == []
