"""The gauge and the meters as a screen reader tells them."""

import pytest

from tests.accessible.conftest import Start
from tests.support.reader.element import Element
from tests.support.reader.pages import furnished, go_to
from tests.support.reader.reader import Reader

pytestmark = [pytest.mark.program, pytest.mark.timeout(240), pytest.mark.needs_tool("Xvfb")]


@pytest.fixture
def reader(start: Start) -> Reader:
    return start("demo", "--scenario", "near")


@pytest.fixture
def overview(reader: Reader) -> Element:
    """The overview with its figures."""
    furnished(reader)
    return reader.wait(lambda seen: bool(seen[0].find("push button", "HubSpot")))[0]


def test_every_figure_is_told_with_its_unit_and_its_range(overview: Element) -> None:
    (gauge,) = overview.find("push button", "HubSpot minutes")
    (level,) = gauge.find("progress bar")
    (pool,) = overview.find("push button", "Aircall SMS segments")
    (bar,) = pool.find("progress bar")
    (chart,) = overview.find("graphic")
    assert gauge.name == "HubSpot minutes, 50 of 2,000 left, near limit, as of 13:05"
    assert gauge.description == "Why this figure?"
    assert (level.name, level.value) == ("Minutes, 1,950 used", (0, 1950, 2000))
    assert pool.name.endswith("1,162 of 1,250 used, near limit, as of 13:05")
    assert bar.value is not None
    assert bar.value.now == pytest.approx(1000 * 1162 / 1250, abs=1)
    assert chart.name.startswith("At this pace it lasts until Mon 23 Nov")


def test_pressing_the_gauge_opens_why(reader: Reader, overview: Element) -> None:
    reader.press(overview.find("push button", "HubSpot minutes")[0])
    reader.wait(lambda seen: bool(seen[0].find("panel", "Why")))


def test_every_line_of_the_list_says_itself(reader: Reader, overview: Element) -> None:
    (table,) = go_to(reader, "Activity").find("table")
    heads = [each.name for each in table.inside if each.role.endswith("column header")]
    assert heads[0] == "When, sorted downwards"
    assert "With" in heads
    assert "outgoing call" in table.find("cell")[0].name


def test_a_banner_is_announced_politely(reader: Reader) -> None:
    heard = reader.listen("Announcement")
    furnished(reader)
    _, politeness, _, (_, sentence), *_ = heard.next()
    assert politeness == 1
    assert sentence.startswith("50 minutes to your limit.")
