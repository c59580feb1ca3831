"""A plan server that lies, or is none: every answer is read by the contract or refused in words."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from app.domain.book import DayCount
from app.domain.catalogue import document_of
from app.domain.company import Role
from app.domain.failure import Failure, FailureKind
from app.domain.join_link import JoinLink
from app.domain.plan import MeterKind
from app.domain.problem import UsageProblem
from app.remote.http import Peer
from app.remote.plan_server import people
from app.remote.plan_server.book import read_book
from app.remote.plan_server.client import Membership, PlanServer, sign_in
from app.remote.plan_server.usage import MOST_COUNTS, parts, read_people, read_pooled, upload
from tests.support.ledgers import plan
from tests.support.nasty_server import Behaviour, answering, nasty

ID = "0123456789abcdef" * 2
TOKEN = "tt_" + "s3cret" * 7
ME = {
    "member": ID, "name": "Lea", "role": "agent", "licence": "none",
    "company": {"id": ID, "name": "Acme Trading"},
}  # fmt: skip
BOOK: dict[str, Any] = {
    "company": ID, "revision": 7, "profile": {"name": "Acme Trading"},
    "plans": [], "seats": [], "annual": [], "links": [],
}  # fmt: skip


def as_json(document: object, **headers: str) -> Behaviour:
    return answering(200, json.dumps(document).encode(), **headers)


def asked(behaviour: Behaviour, question: Callable[[PlanServer], Any], token: str = TOKEN) -> Any:
    with nasty(behaviour) as server, Peer(server.address) as peer:
        return question(PlanServer(peer, Membership(token, ID, ID)))


def signing_in(behaviour: Behaviour) -> Any:
    with nasty(behaviour) as server, Peer(server.address) as peer:
        return sign_in(peer, JoinLink(server.address, "c" * 43), "desk\n\x00top")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>Welcome to the hotel</html>",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"company": "x"}',
        json.dumps({**BOOK, "revision": "seven"}).encode(),
        json.dumps({**BOOK, "plans": [{"id": ID}]}).encode(),
        json.dumps(BOOK).encode()[:-1] + b"\xff}",
    ],
)
def test_what_is_no_plan_book_is_refused(body: bytes) -> None:
    with pytest.raises(Failure, match="not what Talktally expects") as caught:
        asked(answering(200, body), read_book)
    assert caught.value.kind is FailureKind.BROKEN
    assert caught.value.__cause__ is None


def test_a_plan_in_a_zone_nobody_knows_is_refused() -> None:
    entry = {
        "id": ID, "start": None, "document": document("hubspot-starter"), "zone": "Nowhere/Else",
        "anchor_day": 1, "recorded": "2026-11-21T13:05:00Z",
    }  # fmt: skip
    with pytest.raises(Failure, match="not what Talktally expects"):
        asked(as_json({**BOOK, "plans": [entry]}), read_book)


def test_a_newer_server_may_say_more() -> None:
    book = asked(as_json({**BOOK, "weather": "fine"}, ETag='"7"'), read_book)
    assert (book.tag, book.profile.name, book.people) == ('"7"', "Acme Trading", None)


def test_what_has_not_changed_is_not_read_again() -> None:
    ask = answering(304, b"", ETag='"7"')
    assert asked(ask, lambda server: read_book(server, '"7"')) is None
    assert asked(ask, lambda server: read_pooled(server, '"7"')) is None
    assert asked(ask, lambda server: read_people(server, '"7"')) is None


def test_unchanged_is_no_answer_to_who_has_nothing() -> None:
    with pytest.raises(Failure):
        asked(answering(304, b""), read_book)


def test_the_tag_goes_back_as_it_came() -> None:
    with nasty(answering(304, b"")) as server, Peer(server.address) as peer:
        read_book(PlanServer(peer, Membership(TOKEN, ID, ID)), 'W/"7-x"')
    assert b'if-none-match: w/"7-x"' in server.asked[0].lower()


@pytest.mark.parametrize("token", ["", "short", "with space " * 3, "line\r\nX-Evil: 1", "ü" * 20])
def test_a_token_that_can_be_none_is_never_sent(token: str) -> None:
    with (
        nasty(as_json(BOOK)) as server,
        Peer(server.address) as peer,
        pytest.raises(Failure) as caught,
    ):
        read_book(PlanServer(peer, Membership(token, ID, ID)))
    assert (caught.value.kind, server.asked) == (FailureKind.SIGN_IN, [])


def test_a_sign_in_brings_a_token_and_who_one_is() -> None:
    token, who = signing_in(as_json({"token": TOKEN, "me": ME}))
    assert (token, who.name, who.role, who.company) == (TOKEN, "Lea", Role.AGENT, "Acme Trading")


def test_the_name_of_a_computer_is_made_fit() -> None:
    with nasty(as_json({"token": TOKEN, "me": ME})) as server, Peer(server.address) as peer:
        sign_in(peer, JoinLink(server.address, "c" * 43), "\n desk\x00top" + "x" * 500)
    told = json.loads(server.asked[0].partition(b"\r\n\r\n")[2])
    assert told == {"code": "c" * 43, "device": "desk top" + "x" * 112}


@pytest.mark.parametrize("behaviour", [lambda _asked: [], answering(502), answering(504)])
def test_a_sign_in_whose_answer_is_lost_may_have_used_the_link_up(behaviour: Behaviour) -> None:
    with pytest.raises(Failure, match=r"may be used up.* ask an owner") as caught:
        signing_in(behaviour)
    assert caught.value.kind is FailureKind.OFFLINE


@pytest.mark.parametrize("behaviour", [answering(500), answering(200, b"<html>hotel</html>")])
def test_a_link_that_was_not_taken_is_not_said_to_be_used_up(behaviour: Behaviour) -> None:
    with pytest.raises(Failure) as caught:
        signing_in(behaviour)
    assert "used up" not in str(caught.value)


def test_a_server_that_is_not_there_did_not_get_the_link() -> None:
    with Peer("http://127.0.0.1:9") as peer, pytest.raises(Failure, match="cannot be reached"):
        sign_in(peer, JoinLink(peer.address, "c" * 43), "desk")


@pytest.mark.parametrize(
    "answer", [{"token": "", "me": ME}, {"token": "a\nb", "me": ME}, {"token": TOKEN}, {"me": ME}]
)
def test_a_sign_in_that_brings_no_token_is_refused(answer: object) -> None:
    with pytest.raises(Failure, match="not what Talktally expects"):
        signing_in(as_json(answer))


def test_counts_are_cut_into_uploads() -> None:
    counts = [DayCount(MeterKind.SMS, plan("hubspot-starter").versions[0].published)] * 1001
    assert [len(part) for part in parts(counts)] == [MOST_COUNTS, MOST_COUNTS, 201]


def test_an_upload_that_is_answered_with_nonsense_was_not_taken() -> None:
    day = plan("hubspot-starter").versions[0].published
    count = DayCount(MeterKind.SMS, day, counted=1)
    with pytest.raises(Failure, match="not what Talktally expects"):
        asked(as_json({}), lambda server: upload(server, ID, 1, [count]))


@pytest.mark.parametrize("id_", ["", "x", "../me", f"{ID}/", ID.upper()])
def test_what_is_no_id_becomes_no_path(id_: str) -> None:
    with (
        nasty(as_json({})) as server,
        Peer(server.address) as peer,
        pytest.raises(UsageProblem),
    ):
        people.remove_member(PlanServer(peer, Membership(TOKEN, ID, ID)), id_)
    assert server.asked == []


def document(name: str) -> object:
    return document_of(plan(name))
