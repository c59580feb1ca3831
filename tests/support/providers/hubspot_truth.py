"""What a ledger holds that has read the whole HubSpot on loopback, worked out in another way."""

from collections.abc import Mapping

from app.domain.event import Call, Direction, Fact, Source, Text
from app.domain.instant import Instant
from app.domain.segments import count
from tests.support.providers.hubspot_book import CALLS, TEXTS, Book, Stored, ms

_OPEN = frozenset({"QUEUED", "RINGING", "CONNECTING", "CALLING_CRM_USER", "IN_PROGRESS", "HOLD"})
_UNANSWERED = frozenset({"BUSY", "CANCELED", "FAILED", "NO_ANSWER", "MISSED"})


def truth(book: Book, account: str, agents: Mapping[str, str]) -> dict[str, Fact]:
    """Return the fact of each record that stands, by its id; ``agents``: owners by their id."""
    source = Source("hubspot", account)
    calls = (_call(each, source, agents) for each in book.listed(CALLS, archived=False))
    texts = (_text(each, source, agents) for each in book.listed(TEXTS, archived=False))
    return {fact.external_id: fact for fact in (*calls, *texts) if fact is not None}


def _call(stored: Stored, source: Source, agents: Mapping[str, str]) -> Call | None:
    said = {name: value or "" for name, value in stored.properties.items()}
    status, length = said["hs_call_status"].upper(), said["hs_call_duration"]
    if status in _OPEN or not (length or status in _UNANSWERED):
        return None
    out = said["hs_call_direction"] != "INBOUND"
    ends = said["hs_call_from_number"], said["hs_call_to_number"]
    app = said.get("hs_call_app_id") or said.get("hs_call_source") or ""
    return Call(
        source,
        str(stored.id),
        Instant(ms(said["hs_timestamp"]) * 1000),
        0 if status in _UNANSWERED else int(length) * 1000,
        Direction.OUTBOUND if out else Direction.INBOUND,
        ends[0] if out else ends[1],
        ends[1] if out else ends[0],
        agent=_agent(said, agents),
        app_id=app,
        call_id=said.get("hs_call_external_id", ""),
    )


def _text(stored: Stored, source: Source, agents: Mapping[str, str]) -> Text | None:
    said = {name: value or "" for name, value in stored.properties.items()}
    if said["hs_communication_channel_type"] != "SMS":
        return None
    counted = count(said["hs_communication_body"])
    return Text(
        source,
        str(stored.id),
        Instant(ms(said["hs_timestamp"]) * 1000),
        Direction.OUTBOUND,
        agent=_agent(said, agents),
        counted=counted.segments,
        encoding=counted.encoding.value,
        units=counted.units,
        characters=counted.characters,
    )


def _agent(said: Mapping[str, str], agents: Mapping[str, str]) -> str:
    return agents.get(said["hubspot_owner_id"], said["hubspot_owner_id"])
