"""A first reading of a provider, beside a bare read of the same pages and beside its own limit."""

import itertools
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

import httpx
from typing_extensions import override

from app.domain.connection import AccountFound, Key, NewConnection, Provider
from app.machine.clock import Clock
from app.remote.http import Answer, Peer, Peers
from app.sync.accounts.opener import Ticking, opening
from app.sync.accounts.waiting import patient
from tests.bench.processes import scratch, served
from tests.bench.rounds import in_turn
from tests.bench.row import Measured, Row
from tests.support.connected import connected
from tests.support.providers.hubspot import KEY

_RECORDS, _ROUNDS = 20_000, 3
_LIMITED_RECORDS, _LIMIT = 100_000, 1_000
_PORTAL = "12345678"


class _Question(NamedTuple):
    method: str
    path: str
    headers: Any
    body: bytes | None


def against_bare() -> Measured:
    """Read everything into an empty ledger; the same pages with httpx and json, in turn."""
    with _server(_RECORDS) as address:
        asked: list[_Question] = []
        _read(address, lambda at: _Noting(at, asked))
        ours, bare = in_turn(
            lambda: _read(address, Peer), lambda: _read_bare(address, asked), _ROUNDS
        )
    found, beside = median(ours), median(bare)
    return Measured(_rate(_RECORDS, found), _rate(_RECORDS, beside), beside / found)


def against_limit() -> Measured:
    """Read everything as fast as HubSpot lets anybody search, with 50 ms on the way."""
    with _server(_LIMITED_RECORDS, "--limited") as address:
        seconds = _read(address, Peer, Ticking())
    rate = _LIMITED_RECORDS / seconds
    return Measured(_rate(_LIMITED_RECORDS, seconds), f"{_LIMIT:,}/s", rate / _LIMIT)


class _Noting(Peer):
    """A peer that notes what it is asked."""

    def __init__(self, address: str, asked: list[_Question]) -> None:
        super().__init__(address)
        self._asked_for = asked

    @override
    def ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        self._asked_for.append(_Question(method, path, dict(headers or {}), body))
        return super().ask(method, path, headers=headers, body=body)


def _read(address: str, peers: Peers, ticking: Ticking | None = None) -> float:
    """Do a round from empty, without a pace unless told otherwise; returns its seconds."""
    new = NewConnection(Provider.HUBSPOT, Key("", KEY), "bench", address=address)
    hours = itertools.count(step=3_600)
    opener = opening(peers, ticking or Ticking(seconds=lambda: float(next(hours))))
    with scratch() as folder, connected(folder, new, AccountFound(_PORTAL, ""), opener) as desk:
        desk.now_of, desk.wait = Clock().now, patient(lambda: False)
        started = perf_counter()
        desk.good_round()
        return perf_counter() - started


def _read_bare(address: str, asked: Sequence[_Question]) -> float:
    started = perf_counter()
    with httpx.Client(base_url=address) as client:
        for method, path, headers, body in asked:
            answer = client.request(method, path, headers=headers, content=body)
            json.loads(answer.raise_for_status().content)
    return perf_counter() - started


@contextmanager
def _server(records: int, *words: str) -> Iterator[str]:
    arguments = ("-m", "tests.bench.provider_server", str(records), *words)
    with scratch() as folder, served(arguments, folder) as address:
        yield address


def _rate(records: int, seconds: float) -> str:
    return f"{records / seconds:,.0f}/s"


_WHERE = (
    "a HubSpot on the loopback, in a process of its own, ten calls with each contact, read into an "
    "empty ledger"
)
BARE = Row(
    "sync", f"first sync, {_RECORDS:,} calls", "httpx and json alone", 0.25, 0.5,
    f"Ours: {_WHERE}, with all checks, rating and totals, as fast as it answers. Against: the very "
    f"same questions with httpx, and json.loads on the answers. Records a second, the median of "
    f"{_ROUNDS} rounds each, in turn.", against_bare, higher=True,
)  # fmt: skip
LIMITED = Row(
    "sync-limit", f"first sync at HubSpot's limit, {_LIMITED_RECORDS:,} calls", "that limit", 0.9,
    0.95, f"Ours: {_WHERE}, with 50 ms for each answer and HubSpot's own limits. Against: the "
    f"limit, five searches a second of 200 records.", against_limit, higher=True,
)  # fmt: skip
