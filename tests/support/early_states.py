"""States before all is known: a first reading under way, and people among whom I am one."""

from dataclasses import replace

from app.domain.meter import Banner, BannerKind, FirstReading, Level, Meter, Status, Trust
from tests.support.states import calling, forecast, mms, sms, status, use
from ui.overview.state import Beside, CycleUse
from ui.welcome.state import Sources

FIRST = FirstReading("Northwind HubSpot")


def statuses() -> dict[str, Status]:
    """A status for each, by a name for its picture."""
    fine = replace(calling(1240, Level.FINE), forecast=forecast(760, runs_out=None, pace=52))
    silent = replace(fine, level=Level.NO_DATA)
    return {
        "first_reading": read_first(fine, sms(), mms()),
        "nothing_read": read_first(silent),
        "several": several(),
    }


def read_first(*meters: Meter) -> Status:
    """Meters while an account is read for the first time."""
    told = Banner(BannerKind.STALE, meters[0], first_reading=FIRST)
    return status(*meters, banners=(told,), trust=Trust.STALE, first_reading=FIRST)


def several() -> Status:
    """Meters of people among whom nobody is known to be me."""
    fine, *used_up = (
        replace(calling(left, level), linked=False, agent=name)
        for name, left, level in (
            ("Ada Sommer", 1240, Level.FINE),
            ("Jana Wiese-Oberstein", 0, Level.COULD_BE_BILLED),
            ("Piet", 0, Level.COULD_BE_BILLED),
        )
    )
    told = tuple(Banner(BannerKind.COULD_BE_BILLED, meter) for meter in used_up)
    return status(fine, *used_up, sms(), banners=told)


def beside(found: Status) -> Beside:
    """What stands beside a status on the page."""
    people = tuple(sorted({each.agent for each in found.meters if each.agent}))
    return Beside(
        use() if found.meters and not found.several else CycleUse(),
        Sources(accounts=found.first_reading is not None),
        people if found.several else (),
    )
