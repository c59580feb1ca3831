"""Every page as a screen reader gets it over the accessibility bus, in several states."""

import pytest

from tests.accessible.conftest import Start
from tests.support.reader.pages import furnished, go_to, pages
from tests.support.reader.rules import faults

pytestmark = [pytest.mark.program, pytest.mark.timeout(240), pytest.mark.needs_tool("Xvfb")]

_STATES = {
    "empty": (),
    "near": ("demo", "--scenario", "near"),
    "billed": ("demo", "--scenario", "billed"),
    "calm": ("demo", "--scenario", "calm"),
}


@pytest.mark.parametrize("state", _STATES)
def test_every_page_can_be_read(start: Start, state: str) -> None:
    reader = start(*_STATES[state])
    window = furnished(reader)
    found = [f"menus: {each}" for each in faults(window)]
    for page in pages(window):
        seen = go_to(reader, page)
        found += [f"{page}: {each}" for each in faults(seen)]
    assert not found, "\n".join(sorted(set(found)))


def test_a_dialog_has_its_title_and_its_fields_their_names(start: Start) -> None:
    reader = start("demo", "--scenario", "calm")
    furnished(reader)
    accounts = go_to(reader, "Accounts")
    reader.press(next(each for each in accounts.find("push button") if "HubSpot" in each.name))
    windows = reader.wait(lambda seen: len(seen) > 1 and bool(seen[-1].inside))
    assert [fault for window in windows[1:] for fault in faults(window)] == []
