"""What softphones say over HTTP, in the words of several makers, becomes a report."""

import pytest

from app.domain.call_report import Happening
from app.domain.event import Direction, Method
from tests.softphone.hook_http.conftest import NOW, TOKEN, Hooked


@pytest.mark.parametrize("what", list(Happening))
def test_every_moment_of_a_call_is_told_and_stamped(hook: Hooked, what: Happening) -> None:
    report = hook.report(what.value, "id=a1&number=%2B14155550188")
    assert (report.what, report.at, report.source) == (what, NOW, "hook")
    assert (report.id, report.number) == ("a1", "+14155550188")
    assert (report.direction, report.method, report.name) == (None, None, "")


def test_direction_method_and_name_are_understood(hook: Hooked) -> None:
    report = hook.report("ring", "direction=inbound&method=phone&name=Ada+Lovelace")
    assert report.direction is Direction.INBOUND
    assert (report.method, report.name) == (Method.PHONE, "Ada Lovelace")


@pytest.mark.parametrize(
    ("query", "number", "call", "direction"),
    [
        (
            "RemoteParty=%2B4930901820&CallGUID=6f9619ff-8b86&CallOrigin=Incoming",
            *("+4930901820", "6f9619ff-8b86", Direction.INBOUND),
        ),
        (
            "remote=sip:ada@192.0.2.7&call_id=x1@host&origin=outgoing",
            *("sip:ada@192.0.2.7", "x1@host", Direction.OUTBOUND),
        ),
        ("phone=0309018200&name=Amt", "0309018200", "", None),
        ("callernum=anonymous&calltype=in", "anonymous", "", Direction.INBOUND),
    ],
    ids=["action URLs", "desk phone", "rules", "popup"],
)
def test_the_words_of_makers_mean_the_same(
    hook: Hooked, query: str, number: str, call: str, direction: Direction | None
) -> None:
    report = hook.report("start", query)
    assert (report.number, report.id, report.direction) == (number, call, direction)


def test_a_plus_that_a_softphone_did_not_encode_stands(hook: Hooked) -> None:
    report = hook.report("ring", "number=+49+30+901820&id=a+b/c==")
    assert (report.number, report.id) == ("+49 30 901820", "a+b/c==")


def test_a_word_the_softphone_did_not_replace_says_nothing(hook: Hooked) -> None:
    query = "number=$RemoteParty&id={CALLID}&name=%25name%25&direction=$CallOrigin"
    report = hook.report("ring", query)
    assert (report.number, report.id, report.name, report.direction) == ("", "", "", None)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("%C3%9Cnal", "Ünal"),
        ("%DCnal", "Ünal"),
        ("Ünal", "Ünal"),
        ("100%", "100%"),
        ("50%zz%", "50%zz%"),
        ("a%00b%0d%0aX:%20y%1b[2J%E2%80%AE", "abX: y[2J"),
    ],
)
def test_a_name_is_read_however_badly_it_is_encoded(hook: Hooked, written: str, name: str) -> None:
    assert hook.report("ring", f"name={written}").name == name


def test_a_form_says_as_much_as_an_address(hook: Hooked) -> None:
    body = f"number=%2B14155550188&id=7&token={TOKEN}".encode()
    kind = "Content-Type: application/x-www-form-urlencoded; charset=utf-8"
    assert hook.ask("/hook/end", kind, method="POST", body=body) == (204, "")
    report = hook.next()
    assert (report.what, report.number, report.id) == (Happening.END, "+14155550188", "7")


def test_the_token_may_come_in_a_header_and_the_host_by_name(hook: Hooked) -> None:
    header = f"authorization: bearer {TOKEN}"
    assert hook.ask("/hook/ring?id=1", header, host=f"LOCALHOST:{hook.port}") == (204, "")
    assert hook.next().id == "1"


def test_a_request_that_comes_in_pieces_is_taken_once(hook: Hooked) -> None:
    request = "POST /hook/ring HTTP/1.0\r\nHost: localhost\r\nContent-Length: 4\r\n"
    request += f"Authorization: Bearer {TOKEN}\r\n\r\nnone"
    with hook.line() as line:
        for letter in request.encode():
            line.send(bytes([letter]))
        assert line.recv(4096).startswith(b"HTTP/1.1 204 ")
    assert hook.next().what is Happening.RING
    assert hook.told.empty()


def test_an_answer_is_for_nobody_but_the_softphone(hook: Hooked) -> None:
    reply = hook.send(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").decode()
    assert "\r\nConnection: close\r\n" in reply
    assert "\r\nCache-Control: no-store\r\n" in reply
    assert "access-control" not in reply.lower()
    assert "server" not in reply.lower()
