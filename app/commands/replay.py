"""``talktally replay``: past cycles under another plan, or with a seat more or less."""

import argparse

from app.actions.replay import replay
from app.assembly import Workplace
from app.commands import shapes
from app.commands.arguments import whole
from app.commands.progress import told_progress
from app.domain.cycle import local_day
from app.domain.instant import Instant
from app.domain.plan import Line, MeterKind
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.what_if import Replay, ReplayedCycle, ReplayedMeter, WhatIf
from app.machine.catalogue import plan_named
from app.wording.replays import kind_name, replayed_words
from app.wording.units import joined
from app.wording.words import Words

_MOST_SEATS, _MOST_CYCLES = 1_000_000, 120
_NOTHING = mark("Say what would have been otherwise: --plan NAME, --seats +1, or --twilio-connect.")
_ONE_OF_EACH = mark("{names} are for the same thing. Choose one plan for calls and one for texts.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what would have been otherwise, and how far to look back."""
    parser.add_argument(
        "--plan", metavar="NAME", action="append", default=[], help="a plan of the catalogue"
    )
    parser.add_argument(
        "--seats", metavar="N", type=_more_or_less, default=0, help="so many more, or -N less"
    )
    parser.add_argument(
        "--twilio-connect", choices=["yes", "no"], help="linked for everybody, or for nobody"
    )
    parser.add_argument(
        "--cycles", metavar="N", type=whole(0, _MOST_CYCLES), default=6, help="complete ones, 6"
    )


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Replay them."""
    wish, ledger = _wish(arguments), workplace.existing_ledger()
    now = workplace.clock.now()
    if ledger is None:
        found = Replay(())
    else:
        with told_progress("ledger.db", workplace, as_json=False) as progress:
            quiet = progress or (lambda *_: None)
            found = replay(ledger, wish, now, cycles=arguments.cycles, progress=quiet)
    if workplace.as_json:
        workplace.tell_json(document(found))
    else:
        workplace.tell(*lines(workplace.words, found))
    return ExitCode.DONE


def document(found: Replay) -> dict[str, object]:
    """Write a replay as plain data, newest cycle first."""
    return {
        "at_least": found.at_least,
        "cycles": [
            {
                "line": each.line.value,
                "running": each.running,
                "cycle": shapes.cycle(each.cycle),
                "actual": [_meter(meter) for meter in each.actual],
                "wished": [_meter(meter) for meter in each.wished],
            }
            for each in found.cycles
        ],
    }


def lines(words: Words, found: Replay) -> list[str]:
    """Write a replay in words."""
    if not found.cycles:
        return [words.say("There is no cycle to count again yet.")]
    told = [line for each in found.cycles for line in _cycle(words, each)]
    if found.at_least:
        told.append(words.say("Others may have used more than is known here."))
    return told


def _cycle(words: Words, each: ReplayedCycle) -> list[str]:
    zone, end = each.cycle.zone, Instant(each.cycle.end - 1)
    days = words.days(local_day(each.cycle.start, zone), local_day(end, zone))
    name = words.say("Calls") if each.line is Line.CALLS else words.say("Texts")
    told = [joined(name, days, words.say("still running") if each.running else "")]
    before = {meter.kind: meter for meter in each.actual}
    after = {meter.kind: meter for meter in each.wished}
    for kind in (kind for kind in MeterKind if kind in before or kind in after):
        told += [
            f"  {kind_name(words, kind)}",
            f"    {words.say('As it was')}: {replayed_words(words, before.get(kind))}",
            f"    {words.say('As it would have been')}: {replayed_words(words, after.get(kind))}",
        ]
    return told


def _meter(meter: ReplayedMeter) -> dict[str, object]:
    return {
        "kind": meter.kind.value,
        "included": meter.included,
        "counted": meter.counted,
        "past": meter.past,
        "billed": meter.billed,
        "outside": meter.outside,
        "billed_amounts": [shapes.money(amount) for amount in meter.amounts],
        "unpriced": meter.unpriced,
        "people_past": meter.people_past,
    }


def _wish(arguments: argparse.Namespace) -> WhatIf:
    plans = {plan.line: plan for plan in map(plan_named, arguments.plan)}
    if len(plans) < len(arguments.plan):
        raise UsageProblem(_ONE_OF_EACH, names=", ".join(arguments.plan))
    linked = None if arguments.twilio_connect is None else arguments.twilio_connect == "yes"
    wish = WhatIf(plans.get(Line.CALLS), plans.get(Line.TEXTS), arguments.seats, linked)
    if wish == WhatIf():
        raise UsageProblem(_NOTHING)
    return wish


def _more_or_less(text: str) -> int:
    return whole(-_MOST_SEATS, _MOST_SEATS)(text.removeprefix("+"))
