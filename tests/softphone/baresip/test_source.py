"""The source on real sockets, against a stand-in that behaves in every way but well."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from threading import Event

import pytest

from app.domain.beat import Beat
from app.domain.call_report import CallReport, Contact, Happening, Heard
from app.machine.clock import Clock
from app.softphone.baresip import message
from app.softphone.baresip.seeking import NO_LIST, SILENT, STRANGER, Seeking
from app.softphone.baresip.source import BaresipSource
from app.softphone.baresip.visit import End
from app.softphone.source import FAULT
from tests.support.control_line import EMPTY, Caller, ControlLine, control_line, event
from tests.support.heard import Hearing, beat, listening_to

ID = "b0519e38f2c5dc7b"


@pytest.fixture
def line() -> Iterator[ControlLine]:
    with control_line() as line:
        yield line


@pytest.fixture
def hearing() -> Hearing:
    return Hearing()


def welcomed(line: ControlLine, calls: str = EMPTY) -> Caller:
    caller = line.caller()
    caller.welcome(calls)
    return caller


def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_call_is_told_as_it_happens(line: ControlLine, hearing: Hearing) -> None:
    with listening_to(line.place, hearing):
        caller = welcomed(line)
        for kind in ("CALL_OUTGOING", "CALL_RINGING", "CALL_ANSWERED", "CALL_ESTABLISHED"):
            caller.say(event(kind, ID))
        caller.say(event("CALL_HOLD", ID) + event("CALL_RESUME", ID) + event("CALL_CLOSED", ID))
        reports = hearing.wait_for_reports(6)
    assert [report.what for report in reports] == [
        Happening.RING, Happening.RING, Happening.START, Happening.HOLD, Happening.RESUME,
        Happening.END,
    ]  # fmt: skip
    assert {report.id for report in reports} == {ID}
    assert hearing.contacts() == [Contact.SEEKING, Contact.LISTENING]
    assert hearing.in_order()


def test_bytes_that_come_one_by_one_are_told_alike(line: ControlLine, hearing: Hearing) -> None:
    with listening_to(line.place, hearing):
        caller = welcomed(line)
        for byte in event("CALL_RINGING", ID):
            caller.say(bytes([byte]))
        assert hearing.wait_for_reports(1)[0].what is Happening.RING


def test_what_comes_is_stamped_before_it_is_looked_into(
    line: ControlLine, hearing: Hearing
) -> None:
    asked = Event()

    def look() -> Beat:
        asked.set()
        return Clock().beat()

    source = BaresipSource(line.place, look, hearing.tell)
    source.start()
    caller = welcomed(line)
    hearing.wait_for_lists(1)
    asked.clear()
    caller.say(event("CALL_RINGING", ID)[:10])
    assert asked.wait(30)
    source.close()


def test_a_softphone_that_is_not_there_yet_is_found_once_it_is(hearing: Hearing) -> None:
    port = closed_port()
    with listening_to(f"127.0.0.1:{port}", hearing):
        absent = hearing.wait_for(Contact.ABSENT)
        with control_line(port) as line:
            welcomed(line)
            hearing.wait_for(Contact.LISTENING)
    assert (absent.gone, absent.place) == (False, f"127.0.0.1:{port}")


def test_a_softphone_that_dies_is_gone_since_its_line_broke(hearing: Hearing) -> None:
    with control_line() as line, listening_to(line.place, hearing):
        welcomed(line)
        hearing.wait_for_lists(1)
        line.close()
        lost = hearing.wait_for(Contact.LOST)
        gone = hearing.wait_for(Contact.ABSENT)
    assert (lost.gone, gone.gone) == (False, True)
    assert gone.at == lost.at


def test_a_softphone_that_says_that_it_ends_is_gone_at_once(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing):
        caller = welcomed(line)
        caller.say(event("SHUTDOWN") + event("EXIT"))
        caller.hang_up()
        assert hearing.wait_for(Contact.ABSENT).gone
        welcomed(line)
        hearing.wait_for(Contact.LISTENING, times=2)
    assert Contact.LOST not in hearing.contacts()


def test_a_line_that_breaks_once_is_taken_up_again_and_the_calls_asked_for(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing):
        caller = welcomed(line)
        caller.say(event("CALL_ESTABLISHED", ID))
        hearing.wait_for_reports(1)
        caller.hang_up()
        again = line.caller()
        again.answer(
            "--- Active calls (1) ---\n> [line 1]  0:00:02  ESTABLISHED  sip:+15550100@pbx"
        )
        again.answer("(no active calls)")
        again.answer("--- User Agents (1) ---")
        [_, told] = hearing.wait_for_lists(2)
    assert [call.id for call in told.calls] == [ID]
    assert hearing.contacts() == [
        Contact.SEEKING, Contact.LISTENING, Contact.LOST, Contact.LISTENING,
    ]  # fmt: skip


def test_a_line_that_is_taken_twice_is_left_to_the_other_until_it_is_wanted_back(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing) as source:
        for _ in range(2):
            welcomed(line).hang_up()
        hearing.wait_for(Contact.TAKEN)
        assert line.quiet(1.5)
        source.take_back()
        welcomed(line)
        hearing.wait_for(Contact.LISTENING, times=3)


def test_a_person_who_wants_it_does_not_wait_for_the_next_try(hearing: Hearing) -> None:
    port = closed_port()
    with listening_to(f"127.0.0.1:{port}", hearing) as source:
        hearing.wait_for(Contact.ABSENT)
        with control_line(port) as line:
            source.take_back()
            welcomed(line)
            hearing.wait_for(Contact.LISTENING)


def test_wanted_while_it_listens_it_asks_for_the_calls_again(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing) as source:
        caller = welcomed(line)
        hearing.wait_for_lists(1)
        source.take_back()
        caller.welcome()
        hearing.wait_for_lists(2)
    assert hearing.contacts() == [Contact.SEEKING, Contact.LISTENING]


@pytest.mark.parametrize(
    "junk",
    [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"SSH-2.0-OpenSSH_9.2\r\n", b"104857600:" + b"x" * 9],
)
def test_something_else_at_this_address_is_dropped_with_a_reason(
    line: ControlLine, hearing: Hearing, junk: bytes
) -> None:
    with listening_to(line.place, hearing):
        caller = line.caller()
        caller.asked()
        caller.say(junk)
        news = hearing.wait_for(Contact.REFUSED)
        assert caller.hung_up()
    assert (news.reason, news.gone) == (STRANGER, False)


def test_something_that_hangs_up_on_us_is_no_softphone(line: ControlLine, hearing: Hearing) -> None:
    with listening_to(line.place, hearing):
        line.caller().hang_up()
        assert hearing.wait_for(Contact.REFUSED).reason == STRANGER


def test_something_that_never_answers_is_told_and_left(
    line: ControlLine, hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = Event()

    def noted(payload: bytes) -> message.Event | message.Answer | None:
        came.set()
        return message.read_message(payload)

    # No time passes before its event has come, and very much afterwards.
    monkeypatch.setattr("app.softphone.baresip.visit.read_message", noted)
    monkeypatch.setattr(
        "app.softphone.baresip.visit.monotonic", lambda: 1e9 if came.is_set() else 0.0
    )
    with listening_to(line.place, hearing):
        caller = line.caller()
        caller.say(event("CALL_RINGING", ID))
        news = hearing.wait_for(Contact.ABSENT)
        assert caller.hung_up()
        assert [report.id for report in hearing.of(CallReport)] == [ID]
    assert news.reason == SILENT


def test_a_softphone_that_hangs_is_not_taken_for_one_that_ended(
    hearing: Hearing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.softphone.baresip.line._PATIENCE_SECONDS", 0.05)
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):  # nobody takes them in, and more do not fit
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        with listening_to(f"127.0.0.1:{listener.getsockname()[1]}", hearing):
            news = hearing.wait_for(Contact.ABSENT)
    assert (news.reason, news.gone) == (SILENT, False)


def test_listening_costs_nothing_until_something_comes(line: ControlLine, hearing: Hearing) -> None:
    looks = count()

    def look() -> Beat:
        next(looks)
        return Clock().beat()

    source = BaresipSource(line.place, look, hearing.tell)
    source.start()
    caller = welcomed(line)
    hearing.wait_for_lists(1)
    before = next(looks)
    caller.say(event("CALL_RINGING", ID))
    hearing.wait_for_reports(1)
    source.close()
    assert next(looks) - before <= 3  # our own, the event's, and the one at the close


def test_a_softphone_without_its_menu_is_heard_and_the_lack_is_told(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing):
        caller = line.caller()
        caller.answer("command not found (listcalls)\n", ok=False)
        caller.say(event("CALL_RINGING", ID))
        hearing.wait_for_reports(1)
        assert hearing.wait_for(Contact.LISTENING).reason == NO_LIST


def test_half_a_message_and_then_nothing_is_a_broken_line(
    line: ControlLine, hearing: Hearing
) -> None:
    with listening_to(line.place, hearing):
        caller = welcomed(line)
        caller.say(event("CALL_RINGING", ID)[:20])
        caller.hang_up()
        hearing.wait_for(Contact.LOST)
    assert hearing.of(CallReport) == []


@pytest.mark.parametrize("place", ["0.0.0.0:4444", "192.0.2.1:4444", "pbx.example.com", ""])
def test_another_computer_is_refused_with_a_reason(hearing: Hearing, place: str) -> None:
    with listening_to(place, hearing):
        news = hearing.wait_for(Contact.REFUSED)
    assert "on this computer" in news.reason


def test_it_is_closed_at_once_wherever_it_stands(line: ControlLine, hearing: Hearing) -> None:
    never = BaresipSource(line.place, Clock().beat, hearing.tell)
    never.close()
    never.close()
    asking = BaresipSource(line.place, Clock().beat, hearing.tell)
    asking.start()
    line.caller().asked()
    asking.close()
    listening = BaresipSource(line.place, Clock().beat, hearing.tell)
    listening.start()
    welcomed(line)
    hearing.wait_for(Contact.LISTENING)
    listening.close()


def test_a_fault_of_our_own_ends_it_with_a_word_and_without_a_number_in_the_log(
    line: ControlLine, hearing: Hearing, expected_log: Callable[[], list[str]]
) -> None:
    def tell(heard: Heard) -> None:
        if isinstance(heard, CallReport):
            raise ZeroDivisionError(heard.number)
        hearing.tell(heard)

    source = BaresipSource(line.place, Clock().beat, tell)
    source.start()
    welcomed(line).say(event("CALL_RINGING", ID))
    assert hearing.wait_for(Contact.REFUSED).reason == FAULT
    source.close()
    fault = "ERROR app.softphone.baresip.source: Listening to baresip broke: ZeroDivisionError"
    assert expected_log() == [fault]


def test_it_seeks_less_and_less_often_and_often_again_once_it_was_heard() -> None:
    seeking, at = Seeking("127.0.0.1:4444"), Clock().beat()
    assert [seeking.unreached(at).seconds for _ in range(7)] == [1, 2, 4, 8, 15, 15, 15]
    seeking.listening(at, lists=True)
    assert seeking.unreached(at).seconds == 1


def test_a_line_that_breaks_now_and_then_is_not_taken_for_one_that_was_taken() -> None:
    seeking = Seeking("127.0.0.1:4444")
    told = [seeking.ended(End.BROKEN, beat(when)).news.contact for when in (0, 30, 70, 99)]
    assert told == [Contact.LOST, Contact.LOST, Contact.LOST, Contact.TAKEN]


@pytest.mark.parametrize("breaks", [1, 2])
def test_a_softphone_that_is_wanted_back_and_not_there_has_been_gone_since_it_was_last_heard(
    breaks: int,
) -> None:
    seeking = Seeking("127.0.0.1:4444")
    told = []
    for when in range(breaks):
        seeking.listening(beat(when), lists=True)
        told.append(seeking.ended(End.BROKEN, beat(when + 1)).news)
    last = told[-1]
    seeking.begin_anew()
    absent = seeking.unreached(beat(100)).news
    assert last.contact is (Contact.LOST if breaks == 1 else Contact.TAKEN)
    assert (absent.gone, absent.at) == (True, last.at)
    assert not seeking.unreached(beat(101)).news.gone
