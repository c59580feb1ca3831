"""A HubSpot on loopback as a process: ``python -m tests.bench.provider_server RECORDS``.

It tells its address and serves until it is ended. ``--limited``: with HubSpot's own limits and 50
ms on the way.
"""

import argparse
import sys
import threading
import time
from random import Random

from tests.support.providers.hubspot import hubspot
from tests.support.providers.hubspot_book import Book, iso
from tests.support.providers.hubspot_limits import Limits
from tests.support.providers.place import placed

LATENCY_SECONDS = 0.05
_CALLS_A_CONTACT = 10


def main() -> None:
    """Serve on any free port."""
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=int)
    parser.add_argument("--limited", action="store_true")
    wishes = parser.parse_args()
    provider = hubspot(time.time)
    _fill(provider.book, wishes.records)
    if wishes.limited:
        provider.limits = Limits(time.monotonic)
    with placed(provider) as place:
        if wishes.limited:
            place.latency = _latency
        sys.stdout.write(f'{{"address": "{place.address}"}}\n')
        sys.stdout.flush()
        threading.Event().wait()


def _fill(book: Book, records: int) -> None:
    """Put calls in over the last four months, ten with each contact."""
    chance, now = Random(1), book.now()  # noqa: S311 - the same calls each time
    for number in range(records):
        start = now - 4_000_000 - int(chance.random() * 120 * 86_400_000)
        contact = chance.randrange(max(1, records // _CALLS_A_CONTACT))
        book.call(
            changed=start + 600_000,
            hs_timestamp=iso(start),
            hs_call_duration=str(chance.randrange(500, 1_800_000)),
            hs_call_from_number=f"+1212555{100 + number % 5:04}",
            hs_call_to_number=f"+1416{5_550_000 + contact}",
            hubspot_owner_id=str(101 + number % 4),
        )


def _latency() -> None:
    time.sleep(LATENCY_SECONDS)


if __name__ == "__main__":
    main()
