"""``talktally status``: all meters at a glance."""

import argparse

from app.assembly import Workplace
from app.commands import shapes
from app.domain.instant import iso
from app.domain.live_use import used_with_calls
from app.domain.meter import Banner, Forecast, Level, LiveCall, Meter, Status, Trust
from app.domain.money import Money
from app.domain.problem import ExitCode
from app.wording.banners import banner_text
from app.wording.status_text import status_lines
from app.wording.words import Words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare whose meters are asked for."""
    parser.add_argument("--agent", metavar="NAME", help='whose meters; "all" for everybody\'s')


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Show the meters; without a ledger there are none."""
    status = _read(arguments.agent, workplace)
    if workplace.as_json:
        workplace.tell_json(document(workplace.words, status))
    else:
        workplace.tell(*status_lines(workplace.words, status))
    return ExitCode.DONE


def document(words: Words, status: Status) -> dict[str, object]:
    """Write a status as plain data."""
    first = status.first_reading
    return {
        "as_of": iso(status.as_of),
        "trust": status.trust.value,
        "first_reading": None if first is None else first.name,
        "meters": [_meter(meter, status.live) for meter in status.meters],
        "banners": [_banner(words, banner, status) for banner in status.banners],
    }


def _read(agent: str | None, workplace: Workplace) -> Status:
    ledger, beat = workplace.existing_ledger(), workplace.clock.beat()
    if ledger is None:
        return Status(beat.wall, Trust.LOCAL, (), ())
    # Here because it brings SQLAlchemy, which a folder without a ledger does not need.
    from app.actions.status import read_status

    return read_status(ledger, beat.wall, agent, workplace.outlook(), beat)


def _meter(meter: Meter, live: tuple[LiveCall, ...]) -> dict[str, object]:
    known = meter.level is not Level.NO_DATA
    return {
        "id": meter.id,
        "plan": meter.plan,
        "kind": meter.kind.value,
        "scope": meter.scope.value,
        "agent": meter.agent,
        "used": meter.used if known else None,
        "used_with_calls": used_with_calls(meter, live) if known else None,
        "included": meter.included,
        "remaining": meter.remaining if known else None,
        "billed": meter.billed,
        "outside": meter.outside,
        "over": meter.over,
        "at_least": meter.at_least,
        "billed_amount": shapes.money(meter.billed_amount),
        "billed_amounts": [shapes.money(amount) for amount in _amounts(meter)],
        "unpriced": meter.unpriced,
        "level": meter.level.value,
        "linked": meter.linked,
        "cycle": shapes.cycle(meter.cycle),
        "forecast": _forecast(meter.forecast),
    }


def _amounts(meter: Meter) -> tuple[Money, ...]:
    single = (meter.billed_amount,) if meter.billed_amount else ()
    return meter.billed_amounts or single


def _forecast(forecast: Forecast | None) -> dict[str, object] | None:
    if forecast is None:
        return None
    return {
        "runs_out": shapes.day(forecast.runs_out),
        "safe_per_working_day": forecast.safe_per_working_day,
    }


def _banner(words: Words, banner: Banner, status: Status) -> dict[str, object]:
    return {
        "kind": banner.kind.value,
        "meter": banner.meter.id,
        "agent": banner.meter.agent,
        "text": banner_text(words, banner, status.as_of).text,
    }
