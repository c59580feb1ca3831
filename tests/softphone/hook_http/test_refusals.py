"""What is not from a softphone of this computer is refused, and holds up none that is."""

import socket
from contextlib import ExitStack
from itertools import islice
from types import SimpleNamespace

import pytest

from tests.softphone.hook_http.conftest import TOKEN, Hooked, all_of, answer_of

RIGHT = f"GET /hook/ring?id=1&token={TOKEN} HTTP/1.1\r\nHost: 127.0.0.1\r\n".encode()


def still_listens(hook: Hooked) -> bool:
    return hook.report("ring", "id=after").id == "after"


@pytest.mark.parametrize("token", ["", "guess", TOKEN + "x", TOKEN[:-1], "ü" * 200])
def test_a_wrong_token_opens_nothing_and_is_not_repeated(hook: Hooked, token: str) -> None:
    status, sentence = hook.get("ring", "number=123", token)
    assert status == 401
    assert "talktally hook address" in sentence
    assert not token or token not in sentence
    assert hook.told.empty()


def test_a_wrong_header_is_not_made_good_by_the_address(hook: Hooked) -> None:
    path = f"/hook/ring?token={TOKEN}"
    assert hook.ask(path, "Authorization: Bearer wrong")[0] == 401


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:1", "[::1]", "127.1", "@"]
)
def test_a_name_that_was_pointed_here_is_refused(hook: Hooked, host: str) -> None:
    assert hook.ask(f"/hook/ring?token={TOKEN}", host=host)[0] == 403
    assert hook.told.empty()


@pytest.mark.parametrize(
    "header",
    ["Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site"],
)
def test_a_web_page_is_refused_even_with_the_token(hook: Hooked, header: str) -> None:
    status, sentence = hook.ask(f"/hook/end?token={TOKEN}", header)
    assert (status, sentence) == (403, "Web pages are not listened to.")
    assert hook.told.empty()


def test_an_address_that_a_person_opens_in_a_browser_is_taken(hook: Hooked) -> None:
    assert hook.ask(f"/hook/ring?token={TOKEN}", "Sec-Fetch-Site: none")[0] == 204


@pytest.mark.parametrize("method", ["HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get"])
def test_other_methods_do_nothing(hook: Hooked, method: str) -> None:
    assert hook.ask(f"/hook/ring?token={TOKEN}", method=method)[0] == 405
    assert hook.told.empty()


@pytest.mark.parametrize(
    ("what", "query", "status", "hint"),
    [
        ("ring", "direction=sideways", 400, "Write in or out"),
        ("ring", "method=pigeon", 400, "browser or phone"),
        ("ring", f"number={'1' * 201}", 400, "200 characters"),
        ("start", f"id={'x' * 201}", 400, "200 characters"),
        ("dial", "number=1", 404, "/hook/ring, /hook/start"),
        ("ring/", "", 404, "/hook/ring"),
        ("../ring", "", 404, "/hook/ring"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(
    hook: Hooked, what: str, query: str, status: int, hint: str
) -> None:
    found, sentence = hook.get(what, query)
    assert found == status
    assert hint in sentence
    assert hook.told.empty()


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"\r\n\r\n", 400),
        (b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", 400),
        (b"GET /hook/ring\r\n\r\n", 400),
        (b"GET /hook/ring HTTP/2.0\r\nHost: localhost\r\n\r\n", 400),
        (b"GET http://127.0.0.1/hook/ring HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\n\r\n", 403),
        (RIGHT + b"Host: evil.example\r\n\r\n", 400),
        (RIGHT + b" folded: x\r\n\r\n", 400),
        (RIGHT + b"no colon\r\n\r\n", 400),
        (RIGHT + b"Origin : x\r\n\r\n", 400),
        (RIGHT + b"Content-Length: -1\r\n\r\n", 400),
        (RIGHT + b"Content-Length: 1e9\r\n\r\n", 400),
        (RIGHT + b"Content-Length: \xb2\r\n\r\n", 400),
        (RIGHT + b"Content-Length: 4097\r\n\r\n", 413),
        (RIGHT + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n", 413),
        (RIGHT + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411),
        (RIGHT + b"".join(b"A%d: b\r\n" % each for each in range(70)) + b"\r\n", 431),
        (b"GET /hook/ring?" + b"a" * 9000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", 431),
        (b"A" * 200_000, 431),
    ],
)
def test_what_is_no_request_is_answered_and_let_go(
    hook: Hooked, request_: bytes, status: int
) -> None:
    assert answer_of(hook.send(request_))[0] == status
    assert hook.told.empty()
    assert still_listens(hook)


def test_only_the_first_of_several_requests_on_a_line_is_taken(hook: Hooked) -> None:
    reply = hook.send((RIGHT + b"\r\n") * 5)
    assert reply.count(b"HTTP/1.1") == 1
    hook.next()
    assert hook.told.empty()


def test_a_line_that_says_nothing_is_let_go(hook: Hooked) -> None:
    with hook.line() as silent, hook.line() as slow:
        slow.sendall(RIGHT)
        assert all_of(silent) == all_of(slow) == b""
    assert still_listens(hook)


def test_hundreds_of_silent_lines_do_not_keep_a_softphone_out(hook: Hooked) -> None:
    with ExitStack() as lines:
        for _ in range(400):  # as many as a process may open on any system
            line = lines.enter_context(hook.line())
            line.sendall(b"GET /hook/ring?")
        assert still_listens(hook)


def test_a_line_that_breaks_off_leaves_nothing_behind(hook: Hooked) -> None:
    for cut in range(0, len(RIGHT), 7):
        with hook.line() as line:
            line.sendall(RIGHT[:cut])
            # Broken off rather than closed.
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    assert still_listens(hook)


def test_a_softphone_that_runs_wild_is_slowed_down(
    hook: Hooked, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A machine that is slow enough never runs wild.
    monkeypatch.setattr("app.softphone.hook_http.door.time", SimpleNamespace(monotonic_ns=int))
    answers = (hook.get("ring", "id=1") for _ in range(100))
    refused = next(each for each in answers if each[0] != 204)
    assert refused == (429, "Too many requests. Try again in a second.")


def test_guesses_use_up_nothing_of_what_a_softphone_may_send(hook: Hooked) -> None:
    guesses = (hook.get("ring", "", "wrong")[0] for _ in range(200))
    assert set(islice(guesses, 200)) == {401}
    assert still_listens(hook)
