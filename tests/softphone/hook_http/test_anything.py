"""Whatever comes over the line: an answer or none, never a fault, and nothing without the token."""

import errno
import socket
from http.client import HTTPConnection
from threading import Event, Thread
from typing import NoReturn
from urllib.parse import urlencode

from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from app.domain.beat import Beat
from app.domain.call_report import CallReport, Heard
from app.domain.instant import Instant
from app.softphone.hook_http.door import Door
from app.softphone.hook_http.visits import Visits
from tests.softphone.hook_http.conftest import NOW, PATIENCE, TOKEN, Hooked

AT = Beat(Instant(0))
HEAD = f"GET /hook/ring?number=1&token={TOKEN} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()


@given(st.binary(max_size=300))
def test_noise_is_answered_or_waited_for_and_reports_nothing(noise: bytes) -> None:
    told: list[Heard] = []
    reply = Door(1, TOKEN, told.append)(noise + b"\r\n\r\n", AT)
    assert reply is None or reply.startswith(b"HTTP/1.1 4")
    assert told == []


@given(st.integers(0, len(HEAD) - 1), st.binary(max_size=6))
def test_a_request_with_noise_in_it_is_taken_or_refused(place: int, noise: bytes) -> None:
    told: list[Heard] = []
    reply = Door(1, TOKEN, told.append)(HEAD[:place] + noise + HEAD[place + len(noise) :], AT)
    assert reply is None or reply.startswith((b"HTTP/1.1 4", b"HTTP/1.1 204 "))
    assert len(told) == (reply is not None and reply.startswith(b"HTTP/1.1 204 "))


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_any_text_that_is_encoded_rightly_can_be_kept(number: str, name: str, own: str) -> None:
    told: list[Heard] = []
    query = urlencode({"token": TOKEN, "number": number, "name": name, "id": own}, errors="replace")
    request = f"GET /hook/start?{query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    Door(1, TOKEN, told.append)(request, AT)
    (report,) = told
    assert isinstance(report, CallReport)
    for text in (report.number, report.name, report.id):
        assert text.isprintable()
        assert len(text.encode()) <= 4 * 200


def test_an_ordinary_client_gets_an_ordinary_answer(hook: Hooked) -> None:
    client = HTTPConnection("127.0.0.1", hook.port, timeout=PATIENCE)
    headers = {"Authorization": f"Bearer {TOKEN}"}
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    for what, more, body in (("ring", {}, None), ("end", form, urlencode({"id": "a b"}))):
        client.request("POST", f"/hook/{what}", body, {**headers, **more})
        answer = client.getresponse()
        assert (answer.status, answer.read()) == (204, b"")
    client.close()
    assert [hook.next().what.value, hook.next().id] == ["ring", "a+b"]


class Exhausted(socket.socket):
    """A listening socket on a computer that has no room for one more connection."""

    def __init__(self, again: Event) -> None:
        super().__init__(socket.AF_INET, socket.SOCK_STREAM)
        self._tried = 0
        self._again = again

    @override
    def accept(self) -> NoReturn:
        self._tried += 1
        if self._tried > 1:
            self._again.set()
        raise OSError(errno.EMFILE, "Too many open files")


def test_without_room_for_a_line_it_tries_again_until_it_is_to_end() -> None:
    again, ended = Event(), Event()
    wake, waker = socket.socketpair()
    with wake, waker, Exhausted(again) as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        visits = Visits(listener, wake, ended, lambda: NOW)
        thread = Thread(target=visits.take, args=(lambda *_: None,))
        thread.start()
        with socket.create_connection(listener.getsockname(), PATIENCE):
            assert again.wait(PATIENCE)
            ended.set()
            waker.send(b".")
            thread.join(PATIENCE)
        assert not thread.is_alive()
