"""Faults that pass: what goes wrong between a provider and its reader without anybody's fault."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.support.providers.place import Asked, Hangup, Told

_DATES = {
    "date": "Sun, 22 Nov 2026 10:00:00 GMT",
    "retry-after": "Sun, 22 Nov 2026 10:00:03 GMT",
}


def torn(told: Told) -> bytes:
    """Break off in the middle of the body."""
    body = _body(told)
    head = f"HTTP/1.1 {told.status} OK\r\ncontent-length: {len(body)}\r\n\r\n".encode()
    raise Hangup(head + body[: len(body) // 2])


def hung_up(_told: Told) -> bytes:
    """Close before a word was said."""
    raise Hangup


def broken(_told: Told) -> Told:
    """Have trouble of its own."""
    return Told(500, b"Internal Server Error")


def gateway(_told: Told) -> Told:
    """Let something in between have trouble."""
    return Told(502, b"<html>Bad Gateway</html>")


def busy(_told: Told) -> Told:
    """Be busy for two seconds."""
    return Told(429, {"policyName": "SECONDLY"}, {"retry-after": "2"})


def busy_until(_told: Told) -> Told:
    """Be out of order until a date."""
    return Told(503, b"", _DATES)


def half(told: Told) -> Told:
    """Send half of the body as if it were all."""
    body = _body(told)
    return Told(told.status, body[: len(body) // 2])


def no_json(_told: Told) -> Told:
    """Send a page of a network that wants a password first."""
    return Told(200, b"<html>Welcome to our guests' network</html>")


def doubled(told: Told) -> Told:
    """Send some records twice."""
    if told.status != 200 or not isinstance(told.body, dict):
        return told
    more = {
        key: [*value, *value[:3]] if _is_records(value) else value
        for key, value in told.body.items()
    }
    return told._replace(body=more)


def shuffled(told: Told) -> Told:
    """Send the records of a page in another order."""
    if told.status != 200 or not isinstance(told.body, dict):
        return told
    other = {key: value[::-1] if _is_records(value) else value for key, value in told.body.items()}
    return told._replace(body=other)


FAULTS: tuple[Callable[[Told], Told | bytes], ...] = (
    torn, hung_up, broken, gateway, busy, busy_until, half, no_json, doubled, shuffled,
)  # fmt: skip


@dataclass
class Weather:
    """Spoils some answers by chance, the same ones for a seed each time; ``met``: which faults."""

    seed: int
    often: float = 0.2
    faults: tuple[Callable[[Told], Told | bytes], ...] = FAULTS
    met: list[str] = field(default_factory=list)
    chance: Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311 - nothing of it is hidden

    def spoil(self, number: int, asked: Asked, told: Told) -> Told | bytes | None:
        """Spoil an answer, or leave it."""
        if self.chance.random() >= self.often:
            return None
        fault = self.chance.choice(self.faults)
        self.met.append(fault.__name__)
        return fault(told)


def _body(told: Told) -> bytes:
    return told.body if isinstance(told.body, bytes) else json.dumps(told.body).encode()


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)
