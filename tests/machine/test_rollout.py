"""The roll-out file: where it is found, when it is trusted, and that it never stops a start."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.problem import Problem
from app.domain.rollout import NOTHING_DECIDED, Rollout
from app.machine.rollout import hidden_from_me, read_rollout, rollout_file, rollout_places
from app.wording.language import Language
from app.wording.words import words_in
from tests.support.contracts import ROOT
from tests.support.rollouts import CODE, FEED_KEY, roll_out

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="each system has its own place"
)
WHOLE = f"""\
# Acme Trading
server = "https://plans.example.com"
language = "de"
start_at_login = true
updates = "daily"
feed = "https://updates.example.com/feed.json"
feed_key = "{FEED_KEY}"
"""


def refusal(folder: Path, text: str) -> str:
    """Return why a file does not hold, and that nothing of it does."""
    found, problem = read_rollout(roll_out(folder, text))
    assert found == NOTHING_DECIDED
    assert isinstance(problem, Problem)
    return str(problem)


@contextmanager
def shut(folder: Path) -> Iterator[None]:
    """Let nobody look into a folder, not even who runs the tests as root."""
    own = os.geteuid()
    folder.chmod(0)
    try:
        if own == 0:
            os.seteuid(65_534)
        yield
    finally:
        os.seteuid(own)
        folder.chmod(0o755)


def test_a_computer_without_a_file_decides_nothing(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_DIRS": str(tmp_path)}
    assert read_rollout(environ) == (NOTHING_DECIDED, None)
    assert rollout_file(environ) is None


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    found, problem = read_rollout(roll_out(tmp_path, WHOLE))
    assert problem is None
    assert (found.language, found.start_at_login) == ("de", True)
    assert found.feed_key == FEED_KEY


def test_a_file_of_an_editor_on_windows_is_read(tmp_path: Path) -> None:
    found = read_rollout(roll_out(tmp_path, '\ufefflanguage = "de"\r\n'))
    assert found == (Rollout(language="de"), None)


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert read_rollout(roll_out(tmp_path, "")) == (NOTHING_DECIDED, None)


def test_no_variable_of_a_person_comes_before_etc() -> None:
    places = rollout_places({"XDG_CONFIG_DIRS": "/a:relative:/b"})
    folders = ["/etc", "/a", "/b"]
    assert [*map(str, places)] == [f"{each}/talktally/rollout.toml" for each in folders]


def test_the_first_file_holds_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    roll_out(tmp_path / "a", "nonsense")
    roll_out(tmp_path / "b", WHOLE)
    found, problem = read_rollout({"XDG_CONFIG_DIRS": f"{tmp_path / 'a'}:{tmp_path / 'b'}"})
    assert found == NOTHING_DECIDED
    assert problem is not None


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("language = 'de'\nserver =\n", 2, "no TOML"),
        ("language = 'de'\n\nlanguage = 'de'\n", 3, "no TOML"),
        ("\n# so\nlangauge = 'de'\n", 3, "'langauge'"),
        ("start_at_login = true\n\nlanguage = 'fr'\n", 3, "language is"),
        ("language = 'de'\n[updates]\ndaily = true\n", 2, "updates is"),
        ("start_at_login = 'yes'\n", 1, "start_at_login is"),
        (f"updates = 'never'\nfeed_key = '{FEED_KEY}'\n", 2, "both"),
        ('# x\n"server" = "http://plans.example.com"\n', 2, "server is"),
    ],
)
def test_what_is_wrong_is_told_by_file_and_line(
    tmp_path: Path, text: str, line: int, told: str
) -> None:
    sentence = refusal(tmp_path, text)
    assert sentence.startswith(f"Line {line} of the roll-out file {tmp_path}")
    assert told in sentence
    assert "Nothing of the file holds." in sentence


def test_the_secret_of_an_invitation_is_never_told(tmp_path: Path) -> None:
    assert CODE not in refusal(tmp_path, f"server = 'https://plans.example.com/there#{CODE}'")
    assert CODE not in refusal(tmp_path, f"server = 'https://plans.example.com/join#{CODE}")


def test_a_problem_is_said_in_german(tmp_path: Path) -> None:
    problem = read_rollout(roll_out(tmp_path, "language = 'fr'"))[1]
    assert problem is not None
    assert "language ist" in words_in(Language("de", "DE")).problem(problem)


@pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
def test_a_file_that_others_can_write_is_not_honoured(tmp_path: Path, mode: int) -> None:
    environ = roll_out(tmp_path, WHOLE)
    file = rollout_file(environ)
    assert file is not None
    file.chmod(mode)
    found, problem = read_rollout(environ)
    assert found == NOTHING_DECIDED
    assert "Others than an administrator" in str(problem)


def test_a_file_of_somebody_else_is_not_honoured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ = roll_out(tmp_path, WHOLE)
    owner = os.getuid() or 12_345
    os.chown(tmp_path / "talktally" / "rollout.toml", owner, -1)
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    assert read_rollout(environ)[0] == NOTHING_DECIDED


@pytest.mark.parametrize("mode", [0o775, 0o757, 0o1777])
def test_a_folder_in_which_others_can_lay_a_link_is_not_honoured(tmp_path: Path, mode: int) -> None:
    environ = roll_out(tmp_path, 'language = "de"')
    (tmp_path / "talktally").chmod(mode)
    rollout, problem = read_rollout(environ)
    assert rollout == NOTHING_DECIDED
    assert f"Others than an administrator may write in the folder {tmp_path}" in str(problem)


def test_a_link_to_a_file_of_an_administrator_is_followed(tmp_path: Path) -> None:
    roll_out(tmp_path / "real", "language = 'de'")
    (tmp_path / "linked").symlink_to(tmp_path / "real")
    assert read_rollout({"XDG_CONFIG_DIRS": str(tmp_path / "linked")})[0].language == "de"


def test_a_link_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "talktally"
    folder.mkdir()
    (folder / "rollout.toml").symlink_to("gone")
    problem = read_rollout({"XDG_CONFIG_DIRS": str(tmp_path)})[1]
    assert "cannot be read: No such file" in str(problem)


def test_a_folder_that_is_shut_may_hide_a_file_and_troubles_no_start(tmp_path: Path) -> None:
    environ = roll_out(tmp_path, WHOLE)
    assert hidden_from_me(environ) is None
    with shut(tmp_path / "talktally"):
        assert read_rollout(environ) == (NOTHING_DECIDED, None)
        told = str(hidden_from_me(environ))
    assert "its folder is shut to you" in told
    assert hidden_from_me({"XDG_CONFIG_DIRS": str(tmp_path / "absent")}) is None


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_a_folder_or_a_pipe_is_no_file(tmp_path: Path, make: Callable[[Path], None]) -> None:
    (tmp_path / "talktally").mkdir(parents=True)
    make(tmp_path / "talktally" / "rollout.toml")
    before = [*Path("/proc/self/fd").iterdir()]
    found, problem = read_rollout({"XDG_CONFIG_DIRS": str(tmp_path)})
    assert found == NOTHING_DECIDED
    assert "no plain file" in str(problem)
    # A window reads it every hour.
    assert len([*Path("/proc/self/fd").iterdir()]) == len(before)


def test_a_file_of_ten_megabytes_is_not_read_through(tmp_path: Path) -> None:
    assert "larger than 16 kB" in refusal(tmp_path, "# " + "x" * 10_000_000)


@given(
    st.binary(max_size=300) | st.text(alphabet="[]{}\"'=.,\n a1#-", max_size=300).map(str.encode)
)
@example(b"[" * 15_990)
@example(b"a." * 7_990 + b"a=1")
@example(b"a=" + b"[" * 15_990)
@example(b"a=" + b"9" * 15_990)
@example(b"a=9999-99-99")
@example(b"server='\\x00'")
@example(b"\xff\xfel\x00")
def test_junk_is_told_in_one_sentence(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "junk"
    environ = roll_out(folder, "")
    (folder / "talktally" / "rollout.toml").write_bytes(junk)
    found, problem = read_rollout(environ)
    assert found == NOTHING_DECIDED
    assert problem is None or "\n" not in str(problem)


def test_the_example_of_the_guide_is_a_file_that_holds(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", guide, flags=re.DOTALL)
    found, problem = read_rollout(roll_out(tmp_path, example))
    assert problem is None
    assert found.server_address == "https://plans.example.com"


def test_the_guide_names_every_key() -> None:
    guide = (ROOT / "docs" / "administration.md").read_text(encoding="utf-8")
    part = guide.partition("## Rolling out")[2].partition("\n## ")[0]
    assert [each.name for each in fields(Rollout) if f"`{each.name}`" not in part] == []
