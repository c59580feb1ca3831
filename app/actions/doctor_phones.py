"""What the doctor says of softphones: which are listened to, where, and whether anybody is there.

Nobody is connected to: baresip keeps its newest connection only, and the window would lose it.
"""

from typing import NamedTuple

from app.domain.phone_choice import PhoneChoice
from app.machine.listening import is_listened_to

_DIGITS = 6


class PhoneSeen(NamedTuple):
    """A source that is wanted; ``listened``: somebody listens at its port, ``None``: unknown."""

    source: str
    port: int
    listened: bool | None


def phones_seen(choice: PhoneChoice) -> tuple[PhoneSeen, ...]:
    """Return the sources that are wanted; port 0 where the settings name none."""
    ports = {"baresip": _port(choice.baresip_at) if choice.baresip else None,
             "hook": choice.hook_port if choice.hook else None}  # fmt: skip
    return tuple(
        PhoneSeen(source, port, is_listened_to(port))
        for source, port in ports.items()
        if port is not None
    )


def _port(place: str) -> int:
    """Return the port alone: the rest of what is written there might be anything."""
    port = place.rpartition(":")[2]
    return int(port) if port.isascii() and port.isdigit() and len(port) < _DIGITS else 0
