"""``talktally links``: what opens links of phone numbers, and whether that is this program."""

import argparse

from app.actions.open_links import LinksNow, Opened, give_links_back, links_now, take_links
from app.assembly import Workplace
from app.domain.problem import ExitCode, Problem, mark
from app.machine.opener import SCHEMES

_NOT_TURNED = mark("Your system did not take the change. Look at its own list of default programs.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare which way, and for which links; without it, what is true is told."""
    parser.add_argument("turn", nargs="?", choices=["on", "off"], help="what is true if not said")
    parser.add_argument(
        "--scheme", action="append", choices=SCHEMES, help="these links alone; all if not said"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Turn it if asked, then tell it; 1 where it is asked whether it is so, and it is not."""
    schemes = tuple(arguments.scheme or SCHEMES)
    if arguments.turn is None:
        found = links_now(workplace.environ)
        _tell(found, schemes, workplace)
        asked = [each for each in found.opened if each.scheme in schemes]
        return ExitCode.DONE if all(each.ours for each in asked) else ExitCode.REFUSED
    wanted = arguments.turn == "on"
    found = (take_links if wanted else give_links_back)(workplace.environ, schemes)
    turned = all(each.ours is wanted for each in found.opened if each.scheme in schemes)
    if not turned and not found.asks_person:
        raise Problem(_NOT_TURNED)
    _tell(found, schemes, workplace)
    if not turned:
        workplace.warn(_to_choose(workplace, wanted=wanted))
    return ExitCode.DONE if turned else ExitCode.REFUSED


def _tell(found: LinksNow, schemes: tuple[str, ...], workplace: Workplace) -> None:
    asked = [each for each in found.opened if each.scheme in schemes]
    if workplace.as_json:
        workplace.tell_json({"links": [_document(each) for each in asked]})
    else:
        workplace.tell(*(_sentence(each, workplace) for each in asked))


def _document(opened: Opened) -> dict[str, object]:
    return {
        "scheme": opened.scheme,
        "opened_by": opened.holder or None,
        "ours": opened.ours,
        "before": opened.before or None,
    }


def _sentence(opened: Opened, workplace: Workplace) -> str:
    words, link = workplace.words, f"{opened.scheme}:"
    if opened.ours and opened.before:
        return words.say("{link} links open Talktally; before that, {program}.",
                         link=link, program=opened.before)  # fmt: skip
    if opened.ours:
        return words.say("{link} links open Talktally; nothing did before.", link=link)
    if opened.holder:
        return words.say("{link} links open {program}.", link=link, program=opened.holder)
    return words.say("{link} links open nothing.", link=link)


def _to_choose(workplace: Workplace, *, wanted: bool) -> str:
    words = workplace.words
    if wanted:
        return words.say(
            "Windows lets only you choose: open Settings, Apps, Default apps, Talktally, and "
            "choose it for these links."
        )
    return words.say(
        "Windows lets only you choose: open Settings, Apps, Default apps, and choose another "
        "program for these links."
    )
