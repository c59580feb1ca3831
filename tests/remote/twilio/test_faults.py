"""What goes wrong on the way, and what Twilio or somebody in between makes up."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from app.domain.failure import Failure, FailureKind
from app.domain.instant import MINUTE, Instant
from tests.support.providers.place import Asked, Hangup, Told
from tests.support.providers.twilio_company import NOON, Hands, customer, fill, leg
from tests.support.twilio_desk import Desk, desk

#: As no version of this program ever wrote it.
ODD = '{"reading": "first", "day": "2026-11-22", "week": "2026-11-22", "pages": "many"}'


@pytest.fixture
def here() -> Iterator[Desk]:
    """Twenty pages of records."""
    twilio = customer(Hands())
    twilio.page_size = 5
    with desk(twilio) as opened:
        fill(opened.account, 100)
        yield opened


def once(at: int, change: Callable[[Told], "Told | bytes"]) -> Callable[[int, Asked, Told], Any]:
    """Spoil the answer with a number, and no other."""
    return lambda number, _, told: change(told) if number == at else None


def changed(told: Told, **fields: Any) -> Told:
    """Return an answer with other fields."""
    return Told(told.status, {**told.body, **fields})


def hang_up(told: Told) -> Told:
    """Close the connection."""
    raise Hangup


@pytest.mark.parametrize(
    "change",
    [
        lambda _: Told(500, {}),
        lambda _: Told(503, {}, {"retry-after": "3"}),
        lambda _: Told(429, {"code": 20429}),
        lambda _: Told(429, {"code": 20429}, {"retry-after": "2"}),
        lambda _: b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{",
        lambda _: Told(200, b"<html>"),
        hang_up,
    ],
)
def test_passing_trouble_is_waited_out(here: Desk, change: Callable[[Told], Told]) -> None:
    before = len(here.place.asked)
    here.place.spoil = once(before + 3, change)
    assert here.everything() == here.twilio.truth()
    assert 0 < sum(waiting.seconds for waiting in here.waits) < 60


@pytest.mark.parametrize(
    "field", ["sid", "from", "to", "status", "start_time", "duration", "direction", "price_unit"]
)
def test_a_field_that_was_lost_on_the_way_is_read_again(here: Desk, field: str) -> None:
    def lose(told: Told) -> Told:
        kept = [{k: v for k, v in each.items() if k != field} for each in told.body["calls"]]
        return changed(told, calls=kept)

    here.place.spoil = once(4, lose)
    here.read()
    assert here.read_again().facts == here.truth_of_calls()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("duration", "1e9"), ("duration", -5), ("duration", ["7"]), ("price", "lots"),
        ("price", "1" * 30), ("start_time", "yesterday"), ("start_time", "Sun, 31 Feb 2026"),
        ("from", 4), ("price_unit", "dollars"), ("status", True), ("start_time", None),
    ],
)  # fmt: skip
def test_one_bad_record_is_refused_and_the_others_stay(
    here: Desk, field: str, value: object
) -> None:
    bad = leg(10**6, Instant(NOON - 3 * MINUTE))
    here.account.calls.add(bad)
    here.account.calls.oddities[bad.sid] = {field: value}
    kept = here.read()
    refused = [each for page in kept.pages for each in page.refused]
    assert [(each.part, each.external_id) for each in refused] == [("calls", bad.sid)]
    assert refused[0].reason.format(**refused[0].places)
    assert set(kept.facts) == set(here.truth_of_calls()) - {bad.sid}
    assert kept.unfinished == {bad.sid}


@pytest.mark.parametrize("record", [None, 7, [], "CA", {}])
def test_what_is_no_record_is_refused(here: Desk, record: object) -> None:
    here.place.spoil = lambda _, __, told: changed(told, calls=[record])
    page = here.part("calls").page("", NOON)
    assert [each.external_id for each in page.refused] == [""]


def test_new_words_and_fields_hurt_nobody(here: Desk) -> None:
    sid = leg(10**6, Instant(NOON - 3 * MINUTE))
    here.account.calls.add(sid)
    here.account.calls.oddities[sid.sid] = {
        "status": "teleported", "direction": "sideways", "mood": {"deep": [1]},
    }  # fmt: skip
    assert here.read().facts[sid.sid] == here.twilio.truth()[sid.sid]


@pytest.mark.parametrize(
    "body",
    [
        None, [], "calls", {"calls": []}, {"next_page_uri": None},
        {"calls": {}, "next_page_uri": None}, {"calls": [], "next_page_uri": 7},
        {"calls": [], "next_page_uri": "/2010-04-01/Accounts/x y"},
        {"calls": [], "next_page_uri": "http://[::1"},
    ],
)  # fmt: skip
def test_an_answer_of_another_shape_ends_the_round(here: Desk, body: object) -> None:
    part = here.part("calls")
    here.place.spoil = lambda *_: Told(200, body)
    with pytest.raises(Failure, match="not what Talktally expects") as told:
        part.page("", NOON)
    assert told.value.kind is FailureKind.BROKEN


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com{path}?Page=1", "//example.com{path}?Page=1", "ftp:{path}?Page=1",
        "https://api.twilio.com.example.com{path}?Page=1", "https://u@api.twilio.com{path}?Page=1",
        "/2010-04-01/Accounts/AC{other}/Calls.json?Page=1", "/?Page=1", "{path}/../x.json?Page=1",
    ],
)  # fmt: skip
def test_a_link_to_elsewhere_is_not_followed(here: Desk, link: str) -> None:
    part = here.part("calls")
    here.asked()
    path = f"/2010-04-01/Accounts/{here.account.sid}/Calls.json"
    told = link.format(path=path, other="9" * 32)
    here.place.spoil = lambda _, __, answer: changed(answer, next_page_uri=told)
    with pytest.raises(Failure, match="sends Talktally elsewhere") as failure:
        part.page("", NOON)
    assert failure.value.kind is FailureKind.BROKEN
    assert here.asked() == [path]


def test_a_whole_link_of_twilio_is_followed_on_our_own_address(here: Desk) -> None:
    def whole(_: int, __: Asked, told: Told) -> Told | None:
        link = isinstance(told.body, dict) and told.body.get("next_page_uri")
        return changed(told, next_page_uri=f"https://api.twilio.com{link}") if link else None

    here.place.spoil = whole
    assert here.everything() == here.twilio.truth()


def test_pages_in_a_circle_come_to_an_end(here: Desk) -> None:
    links: list[str] = []

    def again(_: int, asked: Asked, told: Told) -> Told | None:
        links.append(told.body.get("next_page_uri"))
        return changed(told, next_page_uri=links[1]) if asked.query.get("Page") == "3" else None

    here.place.spoil = again
    with pytest.raises(Failure, match="same page again and again"):
        here.read(pages=100)
    assert len(here.asked()) < 15


def test_a_page_that_came_twice_is_gone_on_from_in_the_next_round(here: Desk) -> None:
    pages: list[Any] = []

    def twice(number: int, asked: Asked, told: Told) -> Told | None:
        pages.append(told.body)
        return Told(200, pages[-2]) if len(pages) == 5 else None

    here.part("calls")
    here.place.spoil = twice
    for _ in range(3):
        try:
            here.read()
        except Failure:
            continue
        break
    assert here.read().facts == here.truth_of_calls()


def test_records_in_any_order_are_the_same_entries(here: Desk) -> None:
    here.place.spoil = lambda _, __, told: (
        changed(told, calls=told.body["calls"][::-1]) if "calls" in told.body else None
    )
    assert here.everything() == here.twilio.truth()


def test_a_page_whose_place_is_forgotten_begins_its_window_anew(here: Desk) -> None:
    here.read(pages=4)
    here.twilio.forget_pages()
    here.read()
    assert here.everything() == here.twilio.truth()


def test_a_window_is_not_begun_anew_without_end(here: Desk) -> None:
    here.place.spoil = lambda _, asked, __: Told(404, {}) if "PageToken" in asked.query else None
    with pytest.raises(Failure, match="not have what was asked for"):
        here.read()
    assert len(here.asked()) < 10


@pytest.mark.parametrize("position", ["7", "{}", "[]", '{"reading":"odd"}', "\0", '{"day":1}', ODD])
def test_a_place_that_nobody_understands_is_the_beginning(here: Desk, position: str) -> None:
    page, fresh = (here.part("calls").page(each, NOON) for each in (position, ""))
    assert page == fresh


@pytest.mark.parametrize(
    ("status", "sentence", "kind"),
    [
        (302, "sends Talktally elsewhere", FailureKind.BROKEN),
        (401, "does not accept this key", FailureKind.SIGN_IN),
        (403, "does not accept this key", FailureKind.SIGN_IN),
        (404, "not have what was asked for", FailureKind.REFUSED),
        (410, "not have what was asked for", FailureKind.REFUSED),
        (422, "does not accept what Talktally asks", FailureKind.REFUSED),
        (429, "only so many questions", FailureKind.BUSY),
        (500, "has trouble of its own", FailureKind.BROKEN),
        (503, "has trouble of its own", FailureKind.BROKEN),
    ],
)
def test_a_refusal_is_a_sentence(here: Desk, status: int, sentence: str, kind: FailureKind) -> None:
    part = here.part("calls")
    here.place.spoil = lambda *_: Told(status, {"message": "body of the answer"})
    with pytest.raises(Failure, match=sentence) as told:
        part.page("", NOON)
    assert told.value.kind is kind
    assert "body of the answer" not in f"{told.value}{told.value.places}"
