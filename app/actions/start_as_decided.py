"""Start at login as a roll-out decides it: done once for a person, who may choose otherwise."""

from collections.abc import Mapping
from pathlib import Path

from app.actions.start_at_login import is_on, turn
from app.domain.rollout import Rollout
from app.machine.paths import data_folder


def is_left_to_do(folder: Path, environ: Mapping[str, str], rollout: Rollout, done: object) -> bool:
    """Tell whether a decision is still to be followed; ``done``: the one that was followed last.

    Not for another data folder than the person's own one, such as a sample: the system starts the
    program on that one alone, and a choice that was made there must not be overruled from here.
    """
    decided = rollout.start_at_login
    return decided is not None and decided is not done and folder == data_folder(None, environ)


def start_as_decided(environ: Mapping[str, str], *, decided: bool) -> None:
    """Let the system start the program at login, or not; EnvironmentProblem when it refuses."""
    if is_on(environ) is not decided:
        turn(environ, decided)
