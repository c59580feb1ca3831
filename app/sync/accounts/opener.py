"""Which provider has which reader: the one place that opens an account with its key."""

import random
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.connection import Connection, Key, Provider
from app.domain.instant import Instant
from app.remote.http import Peer, Peers
from app.remote.pages import Reader, Wait

#: Opens the account of a connection for the length of a block; nothing is asked yet. A connection
#: that is only just being added has the id 0 and may have no account yet.
Opener = Callable[[Connection, Key, Wait], AbstractContextManager[Reader]]
_ADDRESSES = {
    Provider.HUBSPOT: "https://api.hubapi.com",
    Provider.AIRCALL: "https://api.aircall.io",
    Provider.TWILIO: "https://api.twilio.com",
}


def _wall_clock() -> Instant:
    return Instant(time.time_ns() // 1_000)


@dataclass(frozen=True, slots=True)
class Ticking:
    """The clocks that a provider's pace goes by: never the one a person may hold still.

    ``seconds`` never jumps; ``clock`` is compared with what servers say. ``jitter``: from 0 to 1.
    """

    seconds: Callable[[], float] = time.monotonic
    clock: Callable[[], Instant] = _wall_clock
    jitter: Callable[[], float] = random.random


class _Opening(NamedTuple):
    connection: Connection
    key: Key
    peers: Peers
    clocks: Ticking


def opening(peers: Peers, ticking: Ticking | None = None) -> Opener:
    """Make what opens accounts: at the provider's own address unless the connection has another."""
    clocks = ticking or Ticking()

    @contextmanager
    def opened(connection: Connection, key: Key, wait: Wait) -> Iterator[Reader]:
        with peers(connection.address or _ADDRESSES[connection.provider]) as peer:
            told = _Opening(connection, key, peers, clocks)
            yield _OPEN[connection.provider](peer, told, wait)

    return opened


def _hubspot(peer: Peer, told: _Opening, wait: Wait) -> Reader:
    # Here, as the others: each brings models of its own, and most people read one provider.
    from app.remote.hubspot.reader import open_hubspot

    connection, key, _, clocks = told
    return open_hubspot(
        peer, key, connection, wait=wait, jitter=clocks.jitter, seconds=clocks.seconds
    )


def _aircall(peer: Peer, told: _Opening, wait: Wait) -> Reader:
    # Here for the same reason.
    from app.remote.aircall.reader import open_aircall

    connection, key, _, clocks = told
    return open_aircall(
        peer, key, connection.account, wait=wait, clock=clocks.clock, jitter=clocks.jitter
    )


def _twilio(peer: Peer, told: _Opening, wait: Wait) -> Reader:
    # Here for the same reason.
    from app.remote.twilio.connect import open_twilio, pricing_address_of

    connection, key, peers, clocks = told
    address = pricing_address_of(connection)
    return open_twilio(
        peer, key, connection, pricing=lambda: peers(address), wait=wait, jitter=clocks.jitter
    )


_OPEN = {Provider.HUBSPOT: _hubspot, Provider.AIRCALL: _aircall, Provider.TWILIO: _twilio}
