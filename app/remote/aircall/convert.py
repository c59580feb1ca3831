"""Aircall's calls as facts, the same as its export file makes of them.

Talk time is what lies between answer and end; Aircall's own duration counts the ringing too. Money
is not read: the field for it is deprecated, and a bill comes from Aircall's invoice.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pydantic import ValidationError

from app.domain.accounts import RefusedRecord
from app.domain.call_words import direction
from app.domain.durations import duration
from app.domain.event import NO_PLAN, Call, Direction, Source
from app.domain.instant import SECOND, Instant
from app.domain.problem import mark
from app.domain.unreadable import UnreadableRecord
from app.remote.aircall import models
from app.remote.refused import refused

PART = "calls"
_ODD = mark("Its “{field}” is not what Talktally expects")
_LONGEST_ID = 40


class Converted(NamedTuple):
    """What came of the records of a page; ``unfinished``: ids of calls that have not ended."""

    calls: list[Call]
    unfinished: list[str]
    refused: list[RefusedRecord]


Convert = Callable[[list[object]], Converted]


def converter(account: str, agents: Mapping[str, str], is_own: Callable[[str], bool]) -> Convert:
    """Return what turns records into facts; ``is_own`` knows the company's numbers.

    A call that still runs is no fact yet: it is read again once it is over.
    """
    source = Source("aircall", account)

    def fact(told: models.Call) -> Call:
        far = _written(told.raw_digits)
        return Call(
            source,
            str(told.id),
            Instant(told.started_at * SECOND),
            _talk(told),
            direction(told.direction, Direction.OUTBOUND),
            _written(told.number.digits if told.number else None),
            far,
            agent=_agent(told, agents),
            # Between two numbers of the company no minute is used, whichever plan is asked.
            counts_toward=NO_PLAN if is_own(far) else "",
            call_id=(told.sid or "").strip(),
        )

    def convert(records: list[object]) -> Converted:
        found = Converted([], [], [])
        for record in records:
            try:
                told = models.Call.model_validate(record)
                if told.is_running:
                    found.unfinished.append(str(told.id))
                else:
                    found.calls.append(fact(told))
            except (ValidationError, UnreadableRecord) as error:
                found.refused.append(_refused(record, error))
        return found

    return convert


def digits_of(written: str) -> str:
    """Return a number without everything that is no digit."""
    return "".join(filter(str.isdecimal, written))


def _written(number: str | None) -> str:
    """Write "+1 212-555-0100" as E.164; words such as "anonymous" and short codes stay."""
    text = (number or "").strip()
    return f"+{digits_of(text)}" if text.startswith("+") else text


def _talk(told: models.Call) -> int:
    if told.answered_at is None or told.ended_at is None:
        return 0
    return duration(str(told.ended_at - told.answered_at), SECOND)


def _agent(told: models.Call, agents: Mapping[str, str]) -> str:
    """Name who talked: a call that was handed on is found under where it went."""
    user = told.user or told.transferred_to
    if user is None and told.answered_at is not None:
        user = told.assigned_to
    if user is None:
        return ""
    return agents.get(str(user.id)) or (user.name or "").strip()


def _refused(record: object, error: ValidationError | UnreadableRecord) -> RefusedRecord:
    number = str(record.get("id", "")) if isinstance(record, dict) else ""
    if isinstance(error, UnreadableRecord):
        return refused(PART, number[:_LONGEST_ID], error)
    field = ".".join(map(str, error.errors(include_url=False, include_input=False)[0]["loc"]))
    return RefusedRecord(PART, number[:_LONGEST_ID], _ODD, {"field": field or PART})
