"""Google Voice, as Google Takeout hands it out: calls with the time talked, and texts."""

import re

from app.domain.durations import duration
from app.domain.event import Call, Direction, Fact, Text
from app.domain.instant import SECOND
from app.domain.plain_name import plain
from app.domain.problem import mark
from app.domain.record_values import source, weigh
from app.domain.unreadable import UnreadableRecord
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape
from app.exchange.identities import made_id
from app.exchange.voice_rows import HEADER

COLUMNS = tuple(column(name, required=True, date=name == "voice time") for name in HEADER)
_WAYS = {
    "placed": Direction.OUTBOUND,
    "received": Direction.INBOUND,
    "missed": Direction.INBOUND,
    "voicemail": Direction.INBOUND,
}
_length = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d{1,6})?)S)?").fullmatch
_LONGEST_NAME = 200


def _prepare(setup: Setup) -> Convert:
    when, origin = setup.when(), source("google-voice", setup.account)

    def convert(cells: Cells) -> Fact:
        label, at, length, own, far, name, sent, body, media, _ = cells
        start, who = when(at), name.strip()[:_LONGEST_NAME]
        far = far.strip()
        # A contact gets another name some day; the number and the instant stay.
        identity = made_id(label, far or who, str(start), sent)
        name_shown = "" if plain(who) == plain(far) else who
        if label != "text":
            talked = _talked(label, length)
            return Call(*(origin, identity, start, talked, _way(label), own, far), name=name_shown)
        weight = weigh(body)
        return Text(
            origin,
            identity,
            start,
            Direction.OUTBOUND if sent == "yes" else Direction.INBOUND,
            own,
            far,
            counted=weight.counted,
            encoding=weight.encoding,
            units=weight.units,
            characters=weight.characters,
            media=int(media),
            name=name_shown,
        )

    return convert


def _way(label: str) -> Direction:
    if label == "recorded":
        raise UnreadableRecord(mark("A recording is part of a call that has a page of its own"))
    if label not in _WAYS:
        raise UnreadableRecord(mark("The page does not say who called whom"))
    return _WAYS[label]


def _talked(label: str, length: str) -> int:
    """Read the time talked; whoever reached the voicemail talked with nobody."""
    if label in {"missed", "voicemail"} or not length.strip():
        return 0
    found = _length(length.strip())
    if found is None or not any(found.groups()):
        raise UnreadableRecord(mark("“{value}” is not a duration"), length)
    hours, minutes, seconds = (part or "0" for part in found.groups())
    whole = int(hours) * 3600 + int(minutes) * 60
    return duration(f"{whole}") + duration(seconds, SECOND)


VOICE = Format("google-voice", Shape.TABLE, COLUMNS, _prepare, bodies=True)
