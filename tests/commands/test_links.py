"""Links of phone numbers from the command line: told, taken, and given back to who had them."""

import sys
from pathlib import Path

import pytest

from tests.support.console import Answer, Console

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="each system has its own place"
)


@pytest.fixture
def desk(console: Console, tmp_path: Path) -> Console:
    """A console on a desktop where Twinkle opens links of "tel"."""
    applications = tmp_path / "share" / "applications"
    applications.mkdir(parents=True)
    (applications / "twinkle.desktop").write_text(
        f"[Desktop Entry]\nName=Twinkle\nExec={sys.executable} %u\n"
    )
    (applications / "mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/tel=twinkle.desktop\n"
    )
    places = {"XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data", "XDG_CONFIG_DIRS": "etc",
              "XDG_DATA_DIRS": "share"}  # fmt: skip
    own = {name: str(tmp_path / place) for name, place in places.items()}
    return Console(console.folder, {**console.environ, **own})


def test_who_opens_links_is_told(desk: Console) -> None:
    told = "tel: links open Twinkle.\ncallto: links open nothing.\nsip: links open nothing.\n"
    assert desk.run("links") == (1, told, "")


def test_links_are_taken_and_given_back(desk: Console, tmp_path: Path) -> None:
    assert desk.done("links", "on").out == (
        "tel: links open Talktally; before that, Twinkle.\n"
        "callto: links open Talktally; nothing did before.\n"
        "sip: links open Talktally; nothing did before.\n"
    )
    assert desk.done("links").code == 0
    assert desk.done("links", "off", "--json").json["links"][0] == {
        "scheme": "tel", "opened_by": "Twinkle", "ours": False, "before": "Twinkle",
    }  # fmt: skip
    assert not list((tmp_path / "data" / "applications").glob("*.desktop"))


def test_one_scheme_alone_is_taken(desk: Console) -> None:
    sentence = "callto: links open Talktally; nothing did before.\n"
    assert desk.done("links", "on", "--scheme", "callto").out == sentence
    assert desk.done("links", "--scheme", "callto") == Answer(0, sentence, "")
    assert desk.run("links").code == 1


def test_a_folder_that_cannot_be_written_is_told(desk: Console, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    answer = desk.run("links", "on")
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.count("\n") == 1


def test_a_scheme_nobody_knows_is_a_wrong_word(desk: Console) -> None:
    assert desk.run("links", "on", "--scheme", "mailto").code == 2
