"""Recorded calls whose end was estimated: which there are, and that somebody looked at one."""

from app.actions.explain import no_such_entry
from app.domain.call_report import UnsureEnd
from app.domain.event import Call
from app.domain.merge import digest_of
from app.domain.problem import Problem, mark
from app.ledger.changing import present_of
from app.ledger.convert import facts_by_id
from app.ledger.history import reported
from app.ledger.ledger import Ledger, Writing
from app.ledger.live_ends import store_record
from app.ledger.live_guesses import settle, unsure
from app.ledger.snapshot import Snapshot

_SURE = mark("The end of entry {entry} is no estimate.")


def unsure_ends(snapshot: Snapshot) -> tuple[UnsureEnd, ...]:
    """Return the calls whose end was estimated and which nobody looked at yet, the latest first.

    Without those of which another source's record counts.
    """
    found = [
        UnsureEnd(entry, call.far, call.name, call.start, call.talk_us, guess)
        for entry, call, guess in unsure(snapshot.connection)
    ]
    return tuple(sorted(found, key=lambda each: (-each.start, -each.entry)))


def settle_end(ledger: Ledger, entry: int, talk_us: int | None = None) -> int:
    """Take the end of a call as right, or say how long it was; returns its entry.

    Problem for an entry whose end is no estimate.
    """
    with ledger.writing() as writing:
        present, call = _call(writing, entry)
        if not settle(writing.connection, digest_of(call)):
            raise Problem(_SURE, entry=entry)
        if talk_us is None or talk_us == call.talk_us:
            return present
        return store_record(writing, call._replace(talk_us=talk_us)) or present


def _call(writing: Writing, entry: int) -> tuple[int, Call]:
    """Return the present version of an entry, and the call as its source tells it."""
    present = present_of(writing.connection, [entry]).get(entry)
    if present is None:
        raise no_such_entry(str(entry))
    fact = reported(writing.connection, present)
    fact = fact or facts_by_id(writing.connection, [present])[present]
    if not isinstance(fact, Call):
        raise Problem(_SURE, entry=entry)
    return present, fact
