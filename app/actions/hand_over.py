"""Hand a number over to the program that dials: the one a person chose, never this one itself."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.domain.hand_over import command_words, filled
from app.domain.phone_choice import PREVIOUS
from app.domain.problem import EnvironmentProblem, Problem, UsageProblem, mark
from app.domain.to_dial import ToDial
from app.machine.detached import Detached
from app.machine.link_handler import Links, usual_links
from app.machine.opener import Opener
from app.machine.own_program import HANDED_OVER_MARK, as_module, own_child, own_program

_NOBODY = mark("Nobody is chosen who dials. Choose a program in Settings, Dialling.")
_NONE_BEFORE = mark(
    "No other program opens {scheme}: links. Choose who dials in Settings, Dialling."
)
_ITSELF = mark(
    "The program that dials would be Talktally itself. Choose another one in Settings, Dialling."
)
_NOT_STARTED = mark("{program} did not start: {reason}. Look at who dials in Settings, Dialling.")
_GONE = mark("{program} is not there any more. Choose who dials in Settings, Dialling.")


class Dialler(NamedTuple):
    """Who dials: its name for a person, "" for nobody, and why it cannot, if so."""

    name: str
    problem: Problem | None = None


def who_dials(environ: Mapping[str, str], choice: str, scheme: str = "tel") -> Dialler:
    """Tell who would dial by a choice (:class:`app.domain.phone_choice.PhoneChoice`)."""
    try:
        return Dialler(_name(environ, choice, scheme))
    except Problem as problem:
        return Dialler("", problem)


def hand_over(environ: Mapping[str, str], choice: str, wanted: ToDial, starter: Detached) -> str:
    """Start the program that dials with a number or its link; returns the program's name.

    Problem where nobody is chosen or it would be this program itself; EnvironmentProblem where
    the program does not start. Nothing is known afterwards of how the call fares.
    """
    name = _name(environ, choice, wanted.scheme)
    command = _command(environ, choice, wanted)
    if not command:
        raise EnvironmentProblem(_GONE, program=name)
    if is_own(environ, command):
        raise UsageProblem(_ITSELF)
    try:
        starter.start(command, {**environ, HANDED_OVER_MARK: "1"})
    except (OSError, ValueError) as trouble:
        reason = getattr(trouble, "strerror", None) or str(trouble)
        raise EnvironmentProblem(_NOT_STARTED, program=name, reason=reason) from trouble
    return name


def check_dialler(environ: Mapping[str, str], line: str) -> None:
    """Refuse a command line that cannot dial: UsageProblem with what to change."""
    words = command_words(line, windows=sys.platform == "win32")
    if is_own(environ, words):
        raise UsageProblem(_ITSELF)
    if shutil.which(words[0], path=environ.get("PATH")) is None:
        raise UsageProblem(mark("{program} is not there. Write the whole path of a program."),
                           program=words[0])  # fmt: skip


def is_own(environ: Mapping[str, str], command: tuple[str, ...]) -> bool:
    """Tell whether words start this program, by whatever name of its file."""
    program, *rest = command
    found = shutil.which(program, path=environ.get("PATH")) or program
    # Python with other words is another program.
    return any(
        _same_file(found, own[0]) and tuple(rest[: len(own) - 1]) == own[1:]
        for own in (own_program(environ), own_child(), as_module())
    )


def _name(environ: Mapping[str, str], choice: str, scheme: str) -> str:
    if not choice:
        raise UsageProblem(_NOBODY)
    if choice == PREVIOUS:
        return _previous(usual_links(environ), scheme).name
    words = command_words(choice, windows=sys.platform == "win32")
    return Path(words[0].replace("\\", "/") if sys.platform == "win32" else words[0]).stem


def _previous(links: Links, scheme: str) -> Opener:
    """Return who opens links of a scheme beside us; of "sips" those who open "sip"."""
    found = links.before(scheme) or (links.before("sip") if scheme == "sips" else None)
    if found is None:
        raise UsageProblem(_NONE_BEFORE, scheme=scheme)
    if links.is_ours(found):
        raise UsageProblem(_ITSELF)
    return found


def _command(environ: Mapping[str, str], choice: str, wanted: ToDial) -> tuple[str, ...]:
    if choice == PREVIOUS:
        links = usual_links(environ)
        return links.command(_previous(links, wanted.scheme), wanted.link)
    return filled(command_words(choice, windows=sys.platform == "win32"), wanted)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
