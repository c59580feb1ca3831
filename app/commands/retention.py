"""``talktally retention``: numbers and names of old entries go, counts and totals stay."""

import argparse

from app.actions.keep_numbers import count_old, erase_old, months_ago
from app.assembly import Workplace
from app.commands.arguments import whole
from app.commands.erase import tell_erased
from app.commands.progress import told_progress
from app.domain.cycle import local_day
from app.domain.instant import Instant, iso
from app.domain.problem import ExitCode, UsageProblem, mark
from app.machine.settings import read_settings

_MOST = 1_200
_FOR_EVER = mark("Numbers are kept for ever. Say for how many months with --months N.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare how long, and that it is meant."""
    parser.add_argument(
        "--months",
        metavar="N",
        type=whole(1, _MOST),
        help="whole months that numbers are kept; as in the settings unless said otherwise",
    )
    parser.add_argument("--apply", action="store_true", help="erase them; nothing brings them back")
    parser.add_argument(
        "--progress", action="store_true", help="tell how far it is, as JSON lines on stderr"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count the entries that are older; with ``--apply``, erase what is personal in them."""
    months = arguments.months or read_settings(workplace.folder)[0].keep_numbers_months
    if not months:
        raise UsageProblem(_FOR_EVER)
    now = workplace.clock.now()
    before = months_ago(now, months, workplace.zone())
    ledger = workplace.ledger()
    if not arguments.apply:
        _tell_preview(count_old(ledger, before), before, workplace)
        return ExitCode.REFUSED
    with told_progress("ledger.db", workplace, as_json=arguments.progress) as progress:
        done = erase_old(ledger, before, now, progress or _quiet)
    tell_erased(done, workplace)
    return ExitCode.DONE


def _tell_preview(entries: int, before: Instant, workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({"erased": False, "entries": entries, "before": iso(before)})
        return
    workplace.tell(
        words.say_many(
            "{n} entry from before {day} loses its number, name, note and tags now.",
            "{n} entries from before {day} lose their numbers, names, notes and tags now.",
            entries,
            day=words.full_day(local_day(before, workplace.zone())),
        )
    )
    workplace.warn(words.say("Nothing was changed. To go ahead, add --apply."))


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""
