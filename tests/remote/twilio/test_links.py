"""Links to the next page, and where they may lead."""

import pytest

from app.domain.failure import Failure
from app.remote.twilio.links import next_query

PATH = "/2010-04-01/Accounts/AC1/Calls.json"
OWN = "https://gateway.example.com:8443/twilio"


def query(link: object, address: str = OWN) -> str:
    """Follow a link of a server."""
    return next_query(link, PATH, address=address, name="gateway.example.com")


@pytest.mark.parametrize("link", [None, ""])
def test_the_last_page_has_no_link(link: object) -> None:
    assert query(link) == ""


@pytest.mark.parametrize(
    "before",
    ["", "/twilio", "https://api.twilio.com", "https://gateway.example.com:8443",
     "https://gateway.example.com:8443/twilio", "HTTPS://API.TWILIO.COM"],
)  # fmt: skip
def test_a_link_is_known_with_and_without_its_server(before: str) -> None:
    assert query(f"{before}{PATH}?Page=1&PageToken=PA1") == "Page=1&PageToken=PA1"


@pytest.mark.parametrize(
    "before",
    ["http://api.twilio.com", "https://gateway.example.com", "https://api.twilio.com:444",
     "https://api.twilio.com@example.com", "//api.twilio.com", "/twilio/twilio", "javascript:"],
)  # fmt: skip
def test_a_link_to_another_place_is_refused(before: str) -> None:
    with pytest.raises(Failure, match="elsewhere"):
        query(f"{before}{PATH}?Page=1")


@pytest.mark.parametrize(
    "link",
    [7, ["x"], PATH, f"{PATH}?", f"{PATH}?Page=1#top", f"{PATH}?a b", f"{PATH}?a\nb",
     f"{PATH}?\u00e9", f"{PATH}?{'x' * 3_000}", "https://[", f"{PATH}?a\\b"],
)  # fmt: skip
def test_a_link_that_makes_no_sense_is_none(link: object) -> None:
    with pytest.raises(Failure, match="not what Talktally expects"):
        query(link)
