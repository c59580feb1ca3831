"""Record: a call or a text entered by hand, on the disk before it is answered for."""

from uuid import uuid4

from app.domain.event import Call, Source, Text
from app.domain.segments import count
from app.ledger.ledger import Ledger

HAND = Source("hand")


def record(ledger: Ledger, fact: Call | Text) -> str:
    """Keep a fact made by :func:`new_id` and :data:`HAND`; returns the entry's id."""
    with ledger.writing() as writing:
        stored = writing.store([fact])
    return str(stored.ids[0])


def new_id() -> str:
    """Return an identity for an entry by hand: two alike on purpose are two entries."""
    return uuid4().hex


def with_body(text: Text, body: str) -> Text:
    """Count a body into a text; the body itself is dropped here."""
    counted = count(body)
    return text._replace(
        counted=counted.segments,
        encoding=counted.encoding.value,
        units=counted.units,
        characters=len(body),
    )
