"""Conversion between what is said on the wire, what the tables keep, and values of the domain."""

import json
from datetime import datetime
from functools import lru_cache

from app.domain.catalogue import document_of, plan_from_document
from app.domain.instant import BEGINNING, END, Instant, instant, moment
from app.domain.plan import Plan
from app.wire.plan_document import PlanDocument


def plan_of_wire(document: PlanDocument) -> Plan:
    """Read a plan as it was sent; UsageProblem names the first field that is wrong."""
    return plan_from_document(document.model_dump(mode="json"))


def text_of_plan(plan: Plan) -> str:
    """Write a plan as it is kept."""
    return json.dumps(document_of(plan), ensure_ascii=False, sort_keys=True)


# A kept document is never edited, so its text tells all about it.
@lru_cache(maxsize=256)
def plan_of_text(text: str) -> Plan:
    """Read a plan as it is kept."""
    return plan_from_document(json.loads(text))


@lru_cache(maxsize=256)
def wire_of_text(text: str) -> PlanDocument:
    """Turn a plan as it is kept into the message that says it."""
    return PlanDocument.model_validate_json(text)


def instant_or(at: datetime | None, otherwise: Instant) -> Instant:
    """Turn a moment into an instant; ``otherwise`` where none was given."""
    return otherwise if at is None else instant(at)


def open_moment(at: int) -> datetime | None:
    """Turn an instant into a moment; the open ends of time are ``None``."""
    return None if at in (BEGINNING, END) else moment(Instant(at))
