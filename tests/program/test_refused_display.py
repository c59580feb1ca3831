"""A display that is named and cannot be used: a sentence, not the crash with which Qt ends."""

import os
from pathlib import Path

import pytest

from tests.support.program import run

pytestmark = [
    pytest.mark.program,
    pytest.mark.skipif(os.name == "nt", reason="displays of Linux"),
]
#: No server has this number: Qt is refused before anybody is asked.
_DEAD = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":64999"}
_UNKNOWN = {"QT_QPA_PLATFORM": "no-such-platform"}


@pytest.mark.parametrize(
    ("environ", "reason"),
    [(_DEAD, "could not connect to display :64999"), (_UNKNOWN, '"no-such-platform"')],
)
def test_a_display_that_refuses_is_told_in_one_sentence(
    tmp_path: Path, environ: dict[str, str], reason: str
) -> None:
    done = run(tmp_path, environ={**environ, "LC_ALL": "C", "TALKTALLY_LANG": "en"})
    told = done.stderr.decode()
    assert (done.returncode, told.count("\n")) == (3, 1)
    assert told.startswith("No window can be opened on this display (")
    assert reason in told


def test_nothing_of_a_refused_window_is_in_the_way(tmp_path: Path) -> None:
    for _ in range(2):
        assert run(tmp_path, environ=_UNKNOWN).returncode == 3
    assert run(tmp_path, "--quit").returncode == 0
