"""Whether the program starts by itself, in the tray, when its person logs in, and turning that."""

from collections.abc import Mapping

from app.domain.problem import EnvironmentProblem, mark
from app.machine.autostart import Login, login_of, usual_entry
from app.machine.own_program import HIDDEN, own_program

_REFUSED = mark("Start at login cannot be changed: {reason}. Check the permissions.")


def login(environ: Mapping[str, str]) -> Login:
    """Tell what the system will really do at login."""
    return login_of(usual_entry(environ))


def is_on(environ: Mapping[str, str]) -> bool:
    """Tell whether the system will start the program at login; not where its entry is broken."""
    return login(environ) is Login.ON


def turn(environ: Mapping[str, str], on: bool) -> bool:  # noqa: FBT001 - the only choice there is
    """Turn the start at login on or off; returns what is true afterwards.

    EnvironmentProblem when the system refuses.
    """
    entry = usual_entry(environ)
    try:
        if on:
            entry.write((*own_program(environ), HIDDEN))
        else:
            entry.remove()
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_REFUSED, reason=reason) from trouble
    return is_on(environ)
