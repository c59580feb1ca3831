"""HubSpot's calls, wherever they are read from: the same record gives the same fact each time."""

from typing import NamedTuple

from app.domain.call_words import direction, talk
from app.domain.durations import MILLISECOND
from app.domain.event import Call, Direction, Source
from app.domain.instant import Instant
from app.domain.plain_name import plain

_LONGEST_NAME = 200
_LONGEST_ID = 255
_OTHER_APPS = plain("INTEGRATIONS_PLATFORM")


class HubSpotCall(NamedTuple):
    """The values of a record as HubSpot writes them, "" where it has none.

    A plain number in ``duration`` counts milliseconds. ``app`` and ``outside_id``: the calling app
    that wrote the record, and its own id of the call. ``made_by``: what kind of program did.
    """

    number: str
    timestamp: str
    way: str
    duration: str
    origin: str
    destination: str
    status: str
    app: str
    outside_id: str
    made_by: str
    owner: str
    contact: str = ""


def call_of(source: Source, start: Instant, said: HubSpotCall, otherwise: Direction) -> Call:
    """Make the fact; ``otherwise``: the direction of a record that tells none.

    Raises UnreadableRecord for a call that is not over, and one that makes no sense.
    """
    towards = direction(said.way, otherwise)
    ends = said.origin.strip(), said.destination.strip()
    own, far = ends if towards is Direction.OUTBOUND else (ends[1], ends[0])
    return Call(
        source,
        said.number.strip(),
        start,
        talk(said.status, said.duration, MILLISECOND),
        towards,
        own,
        far,
        None,
        said.owner.strip(),
        app_id=_app(said.app, said.made_by),
        name=said.contact.strip()[:_LONGEST_NAME],
        call_id=said.outside_id.strip()[:_LONGEST_ID],
    )


def _app(app: str, made_by: str) -> str:
    """Name the app behind a record; one that only its source gives away goes by that source."""
    return app.strip() or (made_by.strip() if plain(made_by) == _OTHER_APPS else "")
