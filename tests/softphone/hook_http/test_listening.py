"""How the source begins, cannot begin, and ends."""

import socket
from collections.abc import Callable
from queue import Queue

import pytest

from app.domain.call_report import CallReport, Contact, Heard, SourceNews
from app.softphone.hook_http.source import HookSource
from app.softphone.source import FAULT
from tests.softphone.hook_http.conftest import NOW, PATIENCE, TOKEN, Hooked


def source_at(port: int) -> tuple[HookSource, "Queue[Heard]"]:
    told: Queue[Heard] = Queue()
    return HookSource(port, TOKEN, lambda: NOW, told.put), told


def test_it_is_reached_from_this_computer_alone(hook: Hooked) -> None:
    assert hook.place.startswith("127.0.0.1:")
    # Would be taken, too, if it listened at every address.
    socket.create_server(("127.0.0.2", hook.port)).close()


def test_a_port_in_use_is_told_and_had_once_it_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        source, told = source_at(other.getsockname()[1])
        source.start()
        news = told.get(timeout=PATIENCE)
        assert isinstance(news, SourceNews)
        assert (news.source, news.contact, news.at) == ("hook", Contact.REFUSED, NOW)
        assert news.place == f"127.0.0.1:{other.getsockname()[1]}"
        assert "Another program uses this port" in news.reason
    source.take_back()
    found = told.get(timeout=PATIENCE)
    source.close()
    assert isinstance(found, SourceNews)
    assert (found.contact, found.place) == (Contact.LISTENING, news.place)


def test_a_fault_of_our_own_ends_it_with_a_word_and_without_a_number_in_the_log(
    expected_log: Callable[[], list[str]],
) -> None:
    told: Queue[Heard] = Queue()

    def tell(heard: Heard) -> None:
        if isinstance(heard, CallReport):
            raise ZeroDivisionError(heard.number)
        told.put(heard)

    source = HookSource(0, TOKEN, lambda: NOW, tell)
    source.start()
    hook = Hooked(source, told)
    words = f"token={TOKEN}&number=%2B4930901820"
    asked = f"GET /hook/start?{words} HTTP/1.1\r\nHost: {hook.place}\r\n\r\n"
    assert hook.send(asked.encode()) == b""
    news = told.get(timeout=PATIENCE)
    source.close()
    assert isinstance(news, SourceNews)
    assert (news.contact, news.reason) == (Contact.REFUSED, FAULT)
    fault = "ERROR app.softphone.hook_http.source: Listening for addresses broke: ZeroDivisionError"
    assert expected_log() == [fault]


def test_trying_again_in_vain_is_not_told_again() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        source, told = source_at(other.getsockname()[1])
        source.start()
        told.get(timeout=PATIENCE)
        for _ in range(3):
            source.take_back()
        source.close()
    assert told.empty()


@pytest.mark.parametrize("port", [-1, 65536, 10**9])
def test_a_port_that_does_not_exist_is_told(port: int) -> None:
    source, told = source_at(port)
    source.start()
    news = told.get(timeout=PATIENCE)
    source.close()
    assert isinstance(news, SourceNews)
    assert (news.contact, news.reason[:12]) == (Contact.REFUSED, "The computer")


def test_closing_ends_every_line_and_frees_the_port(hook: Hooked) -> None:
    with hook.line() as line:
        line.sendall(b"GET ")
        assert hook.get("ring")[0] == 204  # so that the line before it was taken, too
        hook.source.close()
        assert line.recv(1) == b""
    again, told = source_at(hook.port)
    again.start()
    Hooked(again, told)
    again.close()


def test_closing_twice_before_the_start_or_asking_afterwards_does_no_harm() -> None:
    source, told = source_at(0)
    source.close()
    source.close()
    source.take_back()
    assert told.empty()


def test_without_a_token_nobody_gets_in() -> None:
    told: Queue[Heard] = Queue()
    source = HookSource(0, "", lambda: NOW, told.put)
    source.start()
    hook = Hooked(source, told)
    assert hook.get("ring", "", "")[0] == 401
    assert hook.ask("/hook/ring", "Authorization: Bearer ")[0] == 401
    source.close()
