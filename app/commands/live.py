"""``talktally live``: the calls that go on, and those whose end nobody heard."""

import argparse

from app.assembly import Workplace
from app.commands.shapes import at
from app.domain.call_report import UnsureEnd
from app.domain.meter import LiveCall
from app.domain.problem import ExitCode
from app.exchange.own_columns import seconds
from app.wording.live_lines import live_lines, unsure_lines


def add_arguments(_: argparse.ArgumentParser) -> None:
    """It needs to be told nothing."""


def run(_: argparse.Namespace, workplace: Workplace) -> int:
    """Tell what goes on; without a ledger that is nothing."""
    ledger, beat = workplace.existing_ledger(), workplace.clock.beat()
    calls: tuple[LiveCall, ...] = ()
    unsure: tuple[UnsureEnd, ...] = ()
    if ledger is not None:
        # Here because it brings SQLAlchemy, which a folder without a ledger does not need.
        from app.actions.live_now import live_now

        calls, unsure = live_now(ledger, beat)
    if workplace.as_json:
        workplace.tell_json(
            {
                "as_of": at(beat.wall),
                "calls": [_call(call) for call in calls],
                "unsure": [_end(end) for end in unsure],
            }
        )
        return ExitCode.DONE
    workplace.tell(*live_lines(workplace.words, calls, workplace.zone()))
    workplace.tell(*unsure_lines(workplace.words, unsure, workplace.zone()))
    return ExitCode.DONE


def _call(call: LiveCall) -> dict[str, object]:
    return {
        "call": call.id,
        "state": call.phase.value,
        "provider": call.source,
        "number": call.number,
        "name": call.name,
        "direction": call.direction.value,
        "since": at(call.start),
        "seconds": seconds(call.elapsed_us),
        "minutes": call.minutes,
    }


def _end(end: UnsureEnd) -> dict[str, object]:
    return {
        "entry": str(end.entry),
        "number": end.number,
        "name": end.name,
        "start": at(end.start),
        "seconds": seconds(end.talk_us),
        "end_estimated": end.guess.value,
    }
