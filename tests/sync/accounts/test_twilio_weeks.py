"""Weeks at Twilio, round after round: calls come in legs, prices late, some are deleted."""

from pathlib import Path
from random import Random

import pytest

from app.actions.verify import verify
from app.domain.instant import DAY, MINUTE, SECOND, Instant
from tests.support.providers.twilio import Twilio
from tests.support.providers.twilio_book import Account, Made, Sent
from tests.support.providers.twilio_company import BELOW, SID, leg, text
from tests.support.worlds import facts_of, facts_told, twilio_world

_HOUR = 3_600


def live(account: Account, now: Instant, chance: Random) -> set[str]:
    """Let a little happen: calls and texts, edits of today, deletions; tells what was deleted."""
    for _ in range(chance.randrange(4)):
        begin(account, now, chance)
    young = [row for row in account.calls.by_sid.values() if now - DAY < row.ended <= now]
    for row in chance.sample(young, min(len(young), chance.randrange(2))):
        if row.is_answered:
            account.calls.edit(row.sid, seconds=chance.randrange(1, row.seconds + 1))
    return delete(account, now, chance) if chance.random() < 0.15 else set()


def begin(account: Account, now: Instant, chance: Random) -> None:
    """Let a call in one or two legs begin, or a message be sent."""
    number = len(account.calls.by_sid) + len(account.texts.by_sid) + chance.getrandbits(96) * 1000
    start = Instant(now // SECOND * SECOND - chance.randrange(600) * SECOND)
    late = Instant(now + chance.randrange(20 * DAY)) if chance.random() < 0.5 else now
    seconds = chance.randrange(20, 4_000)
    match chance.randrange(4):
        case 0:
            account.texts.add(text(number, start, counted=late, priced=late))
        case 1:
            account.calls.add(leg(number, start, seconds=0, status="no-answer"))
        case 2:
            account.calls.add(leg(number, start, seconds=seconds, priced=late))
        case _:
            root = leg(number, start, seconds=seconds + 10)
            child = Instant(start + 10 * SECOND)
            account.calls.add(
                root,
                leg(number + 1, child, seconds=seconds, parent=root.sid, way="outbound-dial"),
            )


def delete(account: Account, now: Instant, chance: Random) -> set[str]:
    """Delete a call with its legs, or a message, of the last days."""
    rows: list[Made | Sent] = [*account.calls.by_sid.values(), *account.texts.by_sid.values()]
    young = [row for row in rows if now - 5 * DAY < row.start < now - 90 * MINUTE]
    for row in chance.sample(young, min(1, len(young))):
        identity = getattr(row, "parent", "") or row.sid
        for each in rows:
            if identity in (each.sid, getattr(each, "parent", "")):
                account.calls.remove(each.sid)
                account.texts.remove(each.sid)
        return {identity}
    return set()


@pytest.mark.parametrize("seed", [2])
def test_after_weeks_the_ledger_holds_what_twilio_holds(tmp_path: Path, seed: int) -> None:
    world, chance = twilio_world(), Random(seed)  # noqa: S311 - invented weeks
    twilio = world.provider
    assert isinstance(twilio, Twilio)
    deleted = set[str]()
    with world.desk(tmp_path / "desk") as (desk, _):
        for _ in range(30):
            desk.good_round()
            for sid in (SID, BELOW):
                deleted |= live(twilio.accounts[sid], world.time.now, chance)
            world.time.pass_by(chance.choice((300, _HOUR, 5 * _HOUR, 30 * _HOUR)))
        for _ in range(13):  # the last prices come, and are asked for ever more rarely
            desk.good_round()
            world.time.pass_by(48 * _HOUR)
        here, there = facts_of(desk.ledger), facts_told(world.truth(), tmp_path / "truth")
        assert {name: here.get(name) for name in there} == there
        assert {name[2] for name in here.keys() - there.keys()} <= deleted
        assert verify(desk.ledger).ok
