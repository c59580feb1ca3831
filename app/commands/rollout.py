"""``talktally rollout``: what is decided for everybody on this computer, and by which file."""

import argparse
from collections.abc import Iterator

from app.actions.start_at_login import login
from app.actions.updates_now import updates_now
from app.assembly import Workplace
from app.domain.problem import ExitCode, Problem
from app.domain.rollout import Rollout
from app.machine.autostart import Login
from app.machine.rollout import hidden_from_me, rollout_file, rollout_places
from app.wording.updates import who_is_asked
from app.wording.words import Words


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing can be said: only an administrator decides, in the file."""


def run(_arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Tell what holds; 1 where there is a file that cannot hold, or may be one."""
    if workplace.as_json:
        workplace.tell_json(_document(workplace))
    else:
        workplace.tell(*_lines(workplace))
    problem = _problem(workplace)
    if problem is None:
        return ExitCode.DONE
    if not workplace.as_json:
        workplace.warn(workplace.words.problem(problem))
    return ExitCode.REFUSED


def _problem(workplace: Workplace) -> Problem | None:
    if rollout_file(workplace.environ) is None:
        return hidden_from_me(workplace.environ)
    return workplace.rollout_problem


def decided(rollout: Rollout) -> dict[str, object]:
    """Return what a file decides by its own keys, without the secret of an invitation."""
    updates = rollout.updates.value if rollout.updates else None
    return {
        "server": rollout.server_address or None,
        "invitation": rollout.invites,
        "language": rollout.language or None,
        "start_at_login": rollout.start_at_login,
        "updates": updates,
        "feed": rollout.feed or None,
        "feed_key": rollout.feed_key or None,
    }


def _document(workplace: Workplace) -> dict[str, object]:
    file, problem = rollout_file(workplace.environ), _problem(workplace)
    updates = updates_now(workplace.folder, workplace.environ)
    return {
        "file": None if file is None else str(file),
        "places": [str(each) for each in rollout_places(workplace.environ)],
        "problem": None if problem is None else workplace.words.problem(problem),
        "decided": decided(workplace.rollout),
        "language": workplace.words.language.locale,
        "login": login(workplace.environ).value,
        "looks_for_updates": updates.why_not is None,
    }


def _lines(workplace: Workplace) -> Iterator[str]:
    words, environ = workplace.words, workplace.environ
    file = rollout_file(environ)
    if file is None:
        places = ", ".join(map(str, rollout_places(environ)))
        if _problem(workplace) is None:
            yield words.say("There is no roll-out file, so nothing is decided here.")
        yield words.say("It would be read from the first of: {places}", places=places)
    else:
        yield words.say("Roll-out file: {file}", file=file)
        yield from _decisions(words, workplace.rollout)
    yield words.say("Language now: {language}", language=words.language.locale)
    yield _at_login(words, login(environ))
    yield who_is_asked(words, updates_now(workplace.folder, environ))


def _decisions(words: Words, rollout: Rollout) -> Iterator[str]:
    said = {key: value for key, value in decided(rollout).items() if value is not None}
    if said.pop("invitation"):
        said["server"] = words.say(
            "{server}, with an invitation whose secret is not shown", server=said["server"]
        )
    width = max(map(len, said), default=0)
    for key, value in said.items():
        yield f"  {key:{width}}  {str(value).lower() if isinstance(value, bool) else value}"
    if not said:
        yield words.say("Nothing is decided.")


def _at_login(words: Words, found: Login) -> str:
    said = {
        Login.ON: words.say("Start at login now: on"),
        Login.OFF: words.say("Start at login now: off"),
        Login.BROKEN: words.say("Start at login now: broken"),
    }
    return said[found]
