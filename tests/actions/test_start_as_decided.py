"""Whose login is changed by a roll-out, and when it has been."""

from pathlib import Path

import pytest

from app.actions.start_as_decided import is_left_to_do
from app.domain.rollout import NOTHING_DECIDED, Rollout

ON, OFF = Rollout(start_at_login=True), Rollout(start_at_login=False)


@pytest.mark.parametrize(
    ("rollout", "done", "what"),
    [
        (NOTHING_DECIDED, None, "nothing"),
        (NOTHING_DECIDED, True, "nothing"),
        (ON, None, "it"),
        (ON, True, "nothing"),
        (ON, False, "it"),
        (OFF, None, "it"),
        (OFF, False, "nothing"),
        (OFF, "junk", "it"),
    ],
)
def test_a_decision_is_followed_once(
    tmp_path: Path, rollout: Rollout, done: object, what: str
) -> None:
    environ = {"TALKTALLY_DATA_DIR": str(tmp_path)}
    assert is_left_to_do(tmp_path, environ, rollout, done) is (what == "it")


def test_a_sample_follows_nothing(tmp_path: Path) -> None:
    environ = {"TALKTALLY_DATA_DIR": str(tmp_path / "own")}
    assert not is_left_to_do(tmp_path / "sample", environ, ON, None)
