"""``talktally updates``: newer versions, and whether the program looks for them by itself."""

import argparse

from app.actions.look_for_updates import look_now
from app.actions.turn_updates import turn_updates
from app.actions.updates_now import updates_now
from app.assembly import Workplace
from app.commands import shapes
from app.domain.problem import ExitCode
from app.domain.updates import UpdatesNow
from app.wording.updates import last_look, newer_sentence, who_is_asked


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what to do; without it, what is known is told, and nobody is asked."""
    parser.add_argument(
        "act",
        nargs="?",
        choices=["look", "on", "off"],
        help="look now, or look by itself from now on or no longer",
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Do it, then tell how it stands; 1 where a newer version is known and is what was asked."""
    folder, environ = workplace.folder, workplace.environ
    if arguments.act in ("on", "off"):
        _tell(turn_updates(folder, environ, on=arguments.act == "on"), workplace)
        return ExitCode.DONE
    now = updates_now(folder, environ)
    if arguments.act == "look":
        now = look_now(folder, environ, workplace.clock.now)
        if now.looked.problem is not None:
            raise now.looked.problem
    _tell(now, workplace)
    return ExitCode.DONE if now.newer is None else ExitCode.REFUSED


def _tell(now: UpdatesNow, workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json(_document(now, workplace))
    else:
        workplace.tell(*filter(None, _lines(now, workplace)))


def _lines(now: UpdatesNow, workplace: Workplace) -> list[str]:
    words = workplace.words
    found = [words.say("Talktally {version} is installed.", version=now.installed or "?")]
    if now.newer is not None:
        note = now.newer.note(words.language.code)
        found += [f"{newer_sentence(words, now)} {note}".rstrip(), now.newer.page]
    return [*found, who_is_asked(words, now), last_look(words, now, workplace.zone())]


def _document(now: UpdatesNow, workplace: Workplace) -> dict[str, object]:
    looked, news, words = now.looked, now.looked.news, workplace.words
    return {
        "installed": now.installed or None,
        "looks": now.why_not is None,
        "why_not": now.why_not,
        "decided": now.decided,
        "server": now.server or None,
        "asked": shapes.at(looked.asked),
        "answered": shapes.at(looked.answered),
        "due": shapes.at(looked.due),
        "problem": looked.problem and words.problem(looked.problem),
        "newer": now.newer is not None,
        "fits": not now.needs,
        "newest": news
        and {
            "version": str(news.version),
            "date": news.day.isoformat(),
            "page": news.page,
            "note": news.note(words.language.code) or None,
        },
    }
