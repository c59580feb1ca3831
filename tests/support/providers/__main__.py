"""``python -m tests.support.providers``: HubSpot, Aircall and Twilio on loopback, to try by hand.

They have an invented month in common and go on until Ctrl+C.
"""

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from random import Random

from app.domain.instant import SECOND, Instant
from app.sample.call import SampleCall, Way
from app.sample.people import US_CONTACTS
from tests.support.providers.changing import Changing
from tests.support.providers.invented import (
    AIRCALL_ID,
    AIRCALL_TOKEN,
    HUBSPOT_KEY,
    SID,
    TEAM,
    TOKEN,
    Invented,
    bare,
    invented,
    put_aircall_call,
    put_hubspot_call,
)
from tests.support.providers.place import Place, Provider, placed
from tests.support.providers.twilio_company import fill

_MILLISECONDS = 1_000
_HALF_YEAR = 180 * 86_400


def main(words: Sequence[str] | None = None) -> None:
    """Serve until Ctrl+C."""
    wish = _arguments().parse_args(words)
    if wish.records:
        there = _filled(wish.records, limits=wish.limits)
    else:
        there = invented(limits=wish.limits)
    with ExitStack() as stack, suppress(KeyboardInterrupt):
        providers: tuple[Provider, ...] = (there.hubspot, there.aircall, there.twilio)
        places = [
            stack.enter_context(placed(provider, wish.port and wish.port + number))
            for number, provider in enumerate(providers)
        ]
        for place in places:
            place.latency = lambda: time.sleep(wish.latency / _MILLISECONDS)
        _tell(_introduction(places))
        _go_on(places, there, wish.every)


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.support.providers",
        description="HubSpot, Aircall and Twilio on this computer, with an invented month.",
    )
    parser.add_argument("--port", type=int, default=8801, help="the first of three; 0 for any")
    parser.add_argument(
        "--latency", type=int, default=0, metavar="MS", help="milliseconds before each answer"
    )
    parser.add_argument("--limits", action="store_true", help="refuse questions as they really do")
    parser.add_argument(
        "--every", type=int, default=0, metavar="SECONDS",
        help="let something happen so often: a call, a text, an edit, a deletion",
    )  # fmt: skip
    parser.add_argument(
        "--records", type=int, default=0, metavar="N", help="so many with each instead of a month"
    )
    return parser


def _filled(records: int, *, limits: bool) -> Invented:
    """Make the providers with many records, for a long first reading."""
    there, now = bare(limits=limits, clock=time.time), int(time.time())
    for number in range(records):
        start = Instant((now - 300 - _HALF_YEAR * number // records) * SECOND)
        contact, seconds = US_CONTACTS[number % len(US_CONTACTS)], 20 + number % 400
        call = SampleCall(TEAM[number % 3], contact, Way.BROWSER, seconds, start=start)
        put_hubspot_call(there.hubspot, call)
        put_aircall_call(there.aircall, call, 10_000_000 + number)
    fill(there.twilio.accounts[SID], records, until=Instant(now * SECOND))
    return there


def _introduction(places: Sequence[Place]) -> list[str]:
    hub, air, twilio = (place.address for place in places)
    return [
        f"HubSpot on {hub}, Aircall on {air}, Twilio on {twilio}",
        "",
        "Connect them (the keys are invented and work here alone):",
        f"  echo {HUBSPOT_KEY} | talktally account add hubspot --base-url {hub}",
        f"  echo {AIRCALL_ID}:{AIRCALL_TOKEN} | talktally account add aircall --base-url {air}",
        f"  echo {TOKEN} | talktally account add twilio --account {SID} --base-url {twilio}",
        "  talktally sync",
        "",
        "Ctrl+C ends.",
    ]


def _go_on(places: Sequence[Place], there: Invented, every: int) -> None:
    chance = Random()  # noqa: S311 - what happens in an invented month
    changing = Changing(there, time.time, chance)
    while True:
        time.sleep(every or 3_600)
        if every:
            with ExitStack() as turns:
                for place in places:
                    turns.enter_context(place.turn)
                provider, what = changing.happen()
            _tell([f"{provider}: {what}"])


def _tell(lines: Sequence[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
