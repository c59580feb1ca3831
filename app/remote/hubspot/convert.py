"""Records of HubSpot as facts; a record that makes no sense is refused, the others are taken."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from app.domain.accounts import RefusedRecord
from app.domain.call_words import State, state
from app.domain.event import Direction, Fact, Source, Text
from app.domain.hubspot_call import HubSpotCall, call_of
from app.domain.instant import Instant, instant
from app.domain.problem import mark
from app.domain.record_dates import check_date, no_date
from app.domain.record_values import weigh
from app.domain.unreadable import UnreadableRecord
from app.remote.hubspot.bodies import bare
from app.remote.hubspot.models import understood_call, understood_text
from app.remote.refused import refused

ODD = mark("The record is not made as HubSpot makes them")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND_DIGITS = 13
_SHOWN = 40

#: The fact of a record, or nothing while it is not final, or not one of those that are counted.
Convert = Callable[[Any], "Fact | None"]


class Converted(NamedTuple):
    """What the records of a page are."""

    facts: list[Fact]
    unfinished: list[str]
    refused: list[RefusedRecord]


def converted(records: list[Any], convert: Convert, part: str) -> Converted:
    """Convert every record by itself."""
    made = Converted([], [], [])
    for record in records:
        try:
            fact = convert(record)
            if fact is not None:
                made.facts.append(fact)
        except Unfinished as unfinished:
            made.unfinished.append(unfinished.external_id)
        except ValidationError:
            made.refused.append(RefusedRecord(part, id_of(record), ODD, {}))
        except UnreadableRecord as trouble:
            made.refused.append(refused(part, id_of(record), trouble))
    return made


class Unfinished(Exception):  # noqa: N818 - named for the record it is about
    """A call that is not over yet."""

    def __init__(self, external_id: str) -> None:
        super().__init__()
        self.external_id = external_id


def call_converter(source: Source, agents: Mapping[str, str]) -> Convert:
    """Make what turns a record into a call; ``agents``: what owners are called, by their id."""

    def convert(record: Any) -> Fact:
        said = understood_call(record)
        found = said["properties"]
        status = found.get("hs_call_status") or ""
        if state(status) is State.OPEN:
            raise Unfinished(said["id"])
        owner = found.get("hubspot_owner_id") or ""
        values = HubSpotCall(
            said["id"],
            found.get("hs_timestamp") or "",
            found.get("hs_call_direction") or "",
            found.get("hs_call_duration") or "",
            found.get("hs_call_from_number") or "",
            found.get("hs_call_to_number") or "",
            status,
            found.get("hs_call_app_id") or "",
            found.get("hs_call_external_id") or "",
            found.get("hs_call_source") or "",
            agents.get(owner, owner),
        )
        return call_of(source, when(values.timestamp), values, Direction.OUTBOUND)

    return convert


def text_converter(source: Source, agents: Mapping[str, str]) -> Convert:
    """Make what turns a record into a text; its body is counted and dropped here.

    A record does not tell its direction: what a person logs is taken as sent, which is what counts.
    """

    def convert(record: Any) -> Fact | None:
        said = understood_text(record)
        found = said["properties"]
        if found.get("hs_communication_channel_type") not in {None, "SMS"}:
            return None
        owner = found.get("hubspot_owner_id") or ""
        start = when(found.get("hs_timestamp") or "")
        weight = weigh(bare(found.get("hs_communication_body") or ""))
        return Text(
            source,
            said["id"],
            start,
            Direction.OUTBOUND,
            agent=agents.get(owner, owner),
            counted=weight.counted,
            encoding=weight.encoding,
            units=weight.units,
            characters=weight.characters,
        )

    return convert


@lru_cache(maxsize=4096)
def when(text: str) -> Instant:
    """Read a time: ISO 8601, or milliseconds since 1970; UnreadableRecord."""
    try:
        found = instant(_moment(text))
    except (ValueError, OverflowError):
        raise no_date(text) from None
    return check_date(found, text)


def id_of(record: Any) -> str:
    """Return a record's id as it says it, cut short; "" where it says none."""
    said = record.get("id") if isinstance(record, dict) else None
    return str(said)[:_SHOWN] if isinstance(said, str | int) else ""


def _moment(text: str) -> datetime:
    if text.isascii() and text.isdecimal() and len(text) == _MILLISECOND_DIGITS:
        return _EPOCH + timedelta(milliseconds=int(text))
    return datetime.fromisoformat(text)
