"""``talktally correct``: entries changed afterwards by a person, one or many at once."""

import argparse
from dataclasses import replace

from app.actions.correct_entries import Corrected, check_existing, correct_entries
from app.assembly import Workplace
from app.commands import choices
from app.commands.arguments import words as words_of
from app.commands.progress import told_progress
from app.commands.which import add_which, which
from app.domain.correction import CORRECTABLE, LONGEST_NAME, LONGEST_NOTE, Wish
from app.domain.plan import Plan
from app.domain.problem import ExitCode, UsageProblem, mark
from app.wording.changes import changed_sentence

_MANY = mark("These are {n} entries. Add --yes to change them all; it can be undone.")
_LONGEST_TAGS = 1_000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the entries, and what is to be changed."""
    add_which(parser)
    choices.add_method(parser)
    choices.add_agent(parser, help_text="whose the entries are")
    choices.add_counts_toward(parser)
    name, note, tags = words_of(LONGEST_NAME), words_of(LONGEST_NOTE), words_of(_LONGEST_TAGS)
    parser.add_argument("--name", type=name, help="the name of the other end")
    parser.add_argument("--note", type=note, help="a note of your own")
    parser.add_argument("--tags", type=tags, help="all tags, apart by commas")
    parser.add_argument("--add-tag", action="append", type=tags, metavar="TAG", default=[])
    parser.add_argument("--remove-tag", action="append", type=tags, metavar="TAG", default=[])
    parser.add_argument(
        "--as-reported", action="append", choices=CORRECTABLE, default=[],
        help="what the source says again",
    )  # fmt: skip
    parser.add_argument("--yes", action="store_true", help="do it, however many entries they are")
    parser.add_argument("--progress", action="store_true", help="tell it as JSON lines on stderr")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Change the entries; refused when there is no such entry, or more than one without --yes."""
    ids = which(arguments, workplace)
    ledger = workplace.ledger()
    check_existing(ledger, ids)
    if len(ids) > 1 and not arguments.yes:
        raise UsageProblem(_MANY, n=len(ids))
    wish = _wish(arguments, workplace)
    told = workplace.words.say_many("{n} entry", "{n} entries", len(ids))
    with told_progress(told, workplace, as_json=arguments.progress) as progress:
        done = correct_entries(ledger, ids, wish, workplace.clock.now(), progress=progress)
    _tell(done, wish, workplace)
    return ExitCode.DONE


def _wish(arguments: argparse.Namespace, workplace: Workplace) -> Wish:
    plan = choices.counted_plan(arguments.counts_toward, workplace.ledger())
    wish = Wish(
        method=choices.method_of(arguments),
        agent=choices.agent_of(arguments, workplace.ledger()) or None,
        name=arguments.name,
        note=arguments.note,
        tags=arguments.tags,
        add_tags=", ".join(arguments.add_tag),
        remove_tags=", ".join(arguments.remove_tag),
        as_reported=frozenset(arguments.as_reported),
    )
    if isinstance(plan, Plan):
        return replace(wish, counts_toward=plan.name, line=plan.line)
    return replace(wish, counts_toward=plan) if plan else wish


def _tell(done: Corrected, wish: Wish, workplace: Workplace) -> None:
    if workplace.as_json:
        workplace.tell_json({"change": done.change_id or None, "entries": done.entries})
        return
    words = workplace.words
    if not done.entries:
        workplace.tell(words.say("Nothing changed: it was so already, or does not fit."))
        return
    told = changed_sentence(words, wish.fields, done.entries)
    undo = f"talktally undo {done.change_id}"
    workplace.tell(words.say("{change}. To undo it: {command}", change=told, command=undo))
