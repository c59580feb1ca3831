"""A HubSpot on loopback as a process: ``python -m tests.bench.provider_server RECORDS``.

It tells its address and serves until it is ended. ``--limited``: with HubSpot's own limits and 50
ms on the way.
"""

import argparse
import sys
import threading
import time

from tests.support.providers.hubspot import hubspot
from tests.support.providers.hubspot_limits import Limits
from tests.support.providers.place import placed

LATENCY_SECONDS = 0.05


def main() -> None:
    """Serve on any free port."""
    parser = argparse.ArgumentParser()
    parser.add_argument("records", type=int)
    parser.add_argument("--limited", action="store_true")
    wishes = parser.parse_args()
    provider = hubspot(time.time)
    provider.book.add(wishes.records)
    if wishes.limited:
        provider.limits = Limits(time.monotonic)
    with placed(provider) as place:
        if wishes.limited:
            place.latency = _latency
        sys.stdout.write(f'{{"address": "{place.address}"}}\n')
        sys.stdout.flush()
        threading.Event().wait()


def _latency() -> None:
    time.sleep(LATENCY_SECONDS)


if __name__ == "__main__":
    main()
