"""``talktally me``: who I am in the records, and how I place calls."""

import argparse

from app.actions.mark_me import Me, MeWish, mark_me, show_me
from app.assembly import Workplace
from app.commands import choices
from app.domain.problem import ExitCode


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be said about me; without any of it, what is known is shown."""
    parser.add_argument("--name", metavar="NAME", help="my name, as records write it")
    parser.add_argument(
        "--alias", metavar="NAME", action="append", default=[], help="another name for me"
    )
    parser.add_argument(
        "--number", metavar="NUMBER", action="append", default=[], help="a number of my own"
    )
    choices.add_method(parser)
    parser.add_argument("--phone", metavar="NUMBER", help="my own phone, for calls from phone")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Change what was said, then show me."""
    wish = MeWish(
        arguments.name,
        tuple(arguments.alias),
        tuple(arguments.number),
        choices.method_of(arguments),
        arguments.phone,
    )
    me = _changed(wish, workplace)
    if workplace.as_json:
        workplace.tell_json(_document(me))
    else:
        workplace.tell(*_lines(me, workplace))
    return ExitCode.DONE


def _changed(wish: MeWish, workplace: Workplace) -> Me:
    if not wish.empty:
        return mark_me(workplace.ledger(), wish)
    ledger = workplace.existing_ledger()
    return Me() if ledger is None else show_me(ledger)


def _document(me: Me) -> dict[str, object]:
    return {
        "name": me.name or None,
        "aliases": list(me.aliases),
        "numbers": list(me.numbers),
        "method": me.method.value,
        "phone": me.phone or None,
        "others": list(me.others),
    }


def _lines(me: Me, workplace: Workplace) -> list[str]:
    words = workplace.words
    rows = [
        (words.say("Name"), me.name or words.say("me, without a name yet")),
        (words.say("Also"), ", ".join(me.aliases)),
        (words.say("Own numbers"), ", ".join(map(words.phone, me.numbers))),
        (words.say("Calls placed by"), me.method.value),
        (words.say("Own phone"), words.phone(me.phone)),
        (words.say("Others"), ", ".join(me.others)),
    ]
    width = max(len(label) for label, _ in rows)
    return [f"{label:{width}}  {value}" for label, value in rows if value]
