"""People, invitations and devices are told with what became of them."""

from dataclasses import replace

import pytest

from app.domain.access import Access, Device, Invitation, Member
from app.domain.company import Licence, Role
from app.domain.instant import DAY, Instant
from app.wording.words import Words
from tests.support.meters import NOW
from ui.company.access_lists import AccessLists
from ui.company.access_state import AccessPart, Part

EARLIER, LATER = Instant(NOW - DAY), Instant(NOW + DAY)
JANA = Member("m1", "Jana", Role.OWNER, Licence.COMMITTED, EARLIER)
LINK = Invitation("i1", "Lea", Role.AGENT, Licence.NONE, EARLIER, LATER)
DESK = Device("d1", "m1", "Jana", "desk-3", EARLIER)


@pytest.fixture
def lists(words: Words) -> AccessLists:
    return AccessLists(words, "Europe/Berlin", NOW, "m1")


def part(lists: AccessLists, key: Part, *things: object) -> AccessPart:
    parts = {each: things if each is key else () for each in Part}
    access = Access(parts[Part.PEOPLE], parts[Part.INVITATIONS], parts[Part.DEVICES])  # type: ignore[arg-type]
    return lists.state(access).part(key)


def test_oneself_stands_in_the_list_but_cannot_be_removed(lists: AccessLists) -> None:
    (row,) = part(lists, Part.PEOPLE, JANA).rows
    assert row.cells == ("Jana", "Owner", "Committed seat", "since 20 Nov 2026")
    assert (row.open, row.removable) == (True, False)


def test_who_was_removed_comes_last_and_is_not_counted(lists: AccessLists) -> None:
    gone = replace(JANA, id="m0", name="Ada", left=EARLIER)
    people = part(lists, Part.PEOPLE, gone, JANA)
    assert [row.name for row in people.rows] == ["Jana", "Ada"]
    assert (people.title, people.rows[1].cells[-1]) == ("People (1)", "removed 20 Nov 2026")


@pytest.mark.parametrize(
    ("invitation", "told", "is_open"),
    [
        (LINK, "open until 22 Nov 14:05", True),
        (replace(LINK, used=EARLIER), "used 20 Nov 14:05", False),
        (replace(LINK, revoked=EARLIER), "withdrawn 20 Nov 14:05", False),
        (replace(LINK, expires=EARLIER), "expired 20 Nov 14:05", False),
    ],
)
def test_an_invitation_tells_what_became_of_it(
    lists: AccessLists, invitation: Invitation, told: str, *, is_open: bool
) -> None:
    (row,) = part(lists, Part.INVITATIONS, invitation).rows
    assert (row.cells[-1], row.open) == (told, is_open)


def test_a_device_tells_when_it_was_used_last(lists: AccessLists) -> None:
    used = replace(DESK, id="d2", last_used=EARLIER)
    rows = part(lists, Part.DEVICES, DESK, used).rows
    assert [row.cells[-1] for row in rows] == ["never", "20 Nov 14:05"]
