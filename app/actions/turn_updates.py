"""Whether the program looks for newer versions by itself, as its person chooses."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.actions.updates_now import terms_of, updates_now
from app.domain.problem import Problem, mark
from app.domain.updates import UpdatesNow
from app.machine.paths import make_folder
from app.machine.settings import load_settings, save_settings

_DECIDED = mark(
    "Whoever set up this computer decided whether Talktally looks for newer versions. Ask them."
)


def turn_updates(folder: Path, environ: Mapping[str, str], *, on: bool) -> UpdatesNow:
    """Turn it on or off, and return how it stands then.

    Problem where the administrator decided, or nobody can tell; EnvironmentProblem when nothing can
    be written.
    """
    terms = terms_of(folder, environ)
    if terms.problem is not None:
        raise terms.problem
    if terms.decided:
        raise Problem(_DECIDED)
    make_folder(folder)
    settings, _ = load_settings(folder)
    save_settings(folder, replace(settings, look_for_updates=on))
    return updates_now(folder, environ)
