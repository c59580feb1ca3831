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
