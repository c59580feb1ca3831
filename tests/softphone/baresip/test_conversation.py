"""What is asked of baresip, and what is told of its events around the answers."""

import json
from typing import Any

from app.domain.call_report import CallList, CallReport, Happening, Heard, Listed
from app.domain.event import Direction
from app.softphone.baresip.conversation import Conversation, Step
from app.softphone.baresip.message import read_message
from app.softphone.baresip.roster import Roster
from tests.support.heard import beat

URI = "sip:+15550100@pbx"
ONE_ACCOUNT = "--- User Agents (1) ---"
TWO_ACCOUNTS = "--- User Agents (2) ---"
EMPTY = "--- Active calls (0) ---"


def old_list(*lines: str) -> str:
    return f"--- Active calls ({len(lines)}) ---\n" + "\n".join(lines)


def stat(call_id: str, uri: str = URI, direction: str = "Outgoing") -> str:
    return f" peer_uri:  <{uri}>\n af=AF_INET id={call_id}\n direction: {direction}\n"


class Desk:
    """A conversation, and what it told and sent."""

    def __init__(self, roster: Roster | None = None) -> None:
        self.talk = Conversation(roster or Roster())
        self.heard: list[Heard] = []
        self.sent = [self._word(self.talk.ask())]

    def answer(self, text: str, seconds: float = 100, *, ok: bool = True) -> None:
        self._take({"response": True, "ok": ok, "data": text, "token": self.sent[-1]}, seconds)

    def event(self, kind: str, call_id: str = "", seconds: float = 100, **more: Any) -> None:
        fields = {"type": kind, "id": call_id, "peeruri": URI, "direction": "outgoing", **more}
        self._take({"event": True, **fields}, seconds)

    def flows(self, call_id: str, seconds: float = 100, **more: Any) -> None:
        self.event("CALL_RTCP", call_id, seconds, rtcp_stats={"rx": {"sent": 31}}, **more)

    def reports(self) -> list[tuple[str, Happening, int]]:
        told = [each for each in self.heard if isinstance(each, CallReport)]
        return [(each.id, each.what, each.at.wall // 1_000_000) for each in told]

    def lists(self) -> list[CallList]:
        return [each for each in self.heard if isinstance(each, CallList)]

    def _take(self, message: dict[str, Any], seconds: float) -> None:
        step = self.talk.take(read_message(json.dumps(message).encode()), beat(seconds))
        self._step(step)

    def _step(self, step: Step) -> None:
        self.heard += step.heard
        if step.send:
            self.sent.append(self._word(step.send))

    @staticmethod
    def _word(command: bytes) -> str:
        return str(json.loads(command.partition(b":")[2][:-1])["command"])


def test_a_softphone_without_calls_tells_an_empty_list() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    desk.answer(ONE_ACCOUNT)
    assert desk.sent == ["listcalls", "reginfo"]
    assert desk.heard == [CallList("baresip", beat(100), ())]


def test_a_later_version_says_all_at_once() -> None:
    desk = Desk()
    desk.answer(f"User-Agent: a@b\n{EMPTY}\n\nUser-Agent: c@d\n{EMPTY}\n")
    assert desk.sent == ["listcalls"]
    assert desk.heard == [CallList("baresip", beat(100), ())]


def test_the_current_call_gets_its_id_and_direction() -> None:
    desk = Desk()
    desk.answer(old_list(f"> [line 1]  0:00:42  ESTABLISHED             {URI};transport=udp"))
    desk.answer(stat("a1b2c3d4", direction="Incoming"), 101)
    desk.answer(ONE_ACCOUNT)
    listed = Listed("a1b2c3d4", URI, 42_000_000, Direction.INBOUND)
    assert desk.heard == [CallList("baresip", beat(100), (listed,))]


def test_events_stand_around_the_list_where_they_came() -> None:
    desk = Desk()
    desk.event("CALL_RINGING", "aaaaaaaa", 98)
    desk.answer(old_list(f"> [line 1]  0:00:42  ESTABLISHED             {URI}"))
    desk.event("CALL_CLOSED", "bbbbbbbb", 101)
    assert desk.heard == []
    desk.answer(stat("bbbbbbbb"))
    desk.answer(ONE_ACCOUNT)
    assert [type(each).__name__ for each in desk.heard] == [
        "CallReport", "CallList", "CallReport", "CallReport",
    ]  # fmt: skip


def test_two_calls_get_the_ids_that_events_named_before_the_line_broke() -> None:
    roster = Roster()
    first = Desk(roster)
    first.answer(EMPTY)
    first.answer(ONE_ACCOUNT)
    first.event("CALL_ESTABLISHED", "aaaaaaaa")
    first.event("CALL_ESTABLISHED", "bbbbbbbb", direction="incoming", peeruri="sip:anna@pbx")
    again = Desk(roster)
    again.answer(
        old_list(
            "  [line 1]  0:00:09  ESTABLISHED             sip:anna@pbx",
            f"> [line 2]  0:00:05  ESTABLISHED  (on hold)  {URI}",
        )
    )
    again.answer(stat("aaaaaaaa"))
    again.answer(ONE_ACCOUNT)
    [told] = again.lists()
    assert told.calls == (
        Listed("bbbbbbbb", "sip:anna@pbx", 9_000_000, Direction.INBOUND),
        Listed("aaaaaaaa", URI, 5_000_000, Direction.OUTBOUND, held=True),
    )


def test_a_list_of_one_account_of_several_is_not_whole() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    desk.answer(TWO_ACCOUNTS)
    assert desk.heard == [CallList("baresip", beat(100), (), whole=False)]


def test_a_call_of_another_account_is_told_once_its_sound_comes() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    desk.answer(TWO_ACCOUNTS)
    desk.event("CALL_RTCP", "aaaaaaaa", rtcp_stats={"rx": {"sent": 0}})
    desk.flows("aaaaaaaa", 105)
    desk.flows("aaaaaaaa", 110)
    assert desk.reports() == [("aaaaaaaa", Happening.START, 105)]


def with_one_nameless() -> Desk:
    """A softphone that was asked while two calls went on, and named only the first."""
    desk = Desk()
    desk.answer(
        old_list(
            f"> [line 1]  0:00:09  ESTABLISHED             {URI}",
            "  [line 2]  0:00:42  ESTABLISHED             sip:anna@pbx",
        )
    )
    desk.answer(stat("aaaaaaaa"))
    desk.answer(ONE_ACCOUNT)
    return desk


def test_a_call_listed_without_id_is_told_from_its_answer_on_when_its_sound_comes() -> None:
    desk = with_one_nameless()
    assert [call.id for call in desk.lists()[0].calls] == ["aaaaaaaa", ""]
    desk.event("CALL_RINGING", "cccccccc", 103, peeruri="sip:anna@pbx")
    desk.flows("bbbbbbbb", 105, peeruri="sip:anna@pbx")
    desk.flows("cccccccc", 106, peeruri="sip:anna@pbx")
    assert desk.reports() == [("cccccccc", Happening.RING, 103), ("bbbbbbbb", Happening.START, 58)]


def test_a_call_listed_without_id_that_ends_first_has_talked_for_as_long_as_it_did() -> None:
    desk = with_one_nameless()
    desk.event("CALL_CLOSED", "bbbbbbbb", 105, peeruri="sip:anna@pbx")
    assert desk.reports() == [("bbbbbbbb", Happening.START, 58), ("bbbbbbbb", Happening.END, 105)]


def test_who_placed_a_listed_call_is_told_as_soon_as_an_event_says_it() -> None:
    desk = Desk()
    desk.answer(
        "User-Agent: a@b\n--- Active calls (2) ---\n"
        f"> [line 1, id aaaaaaaa]  0:00:42  ESTABLISHED            {URI}\n"
        f"  [line 2, id bbbbbbbb]  0:00:43  ESTABLISHED            {URI}\n"
    )
    desk.answer(stat("aaaaaaaa"))
    assert [call.direction for call in desk.lists()[0].calls] == [Direction.OUTBOUND, None]
    desk.flows("bbbbbbbb", 105, direction="incoming")
    desk.flows("bbbbbbbb", 110, direction="incoming")
    [told] = [each for each in desk.heard if isinstance(each, CallReport)]
    assert (told.id, told.what, told.direction) == ("bbbbbbbb", Happening.RING, Direction.INBOUND)


def test_a_call_that_was_refused_before_it_rang_is_told_too() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    desk.answer(ONE_ACCOUNT)
    desk.event("CALL_CLOSED", "aaaaaaaa", 105, param="404 Not Found")
    assert desk.reports() == [("aaaaaaaa", Happening.RING, 105), ("aaaaaaaa", Happening.END, 105)]


def test_without_its_menu_it_tells_events_and_no_list() -> None:
    desk = Desk()
    desk.event("CALL_RINGING", "aaaaaaaa", 98)
    desk.answer("command not found (listcalls)\n", ok=False)
    assert not desk.talk.lists
    assert desk.lists() == []
    assert desk.reports() == [("aaaaaaaa", Happening.RING, 98)]


def test_a_list_that_cannot_be_read_ends_no_call() -> None:
    desk = Desk()
    desk.answer("All of my calls: 3, and they are fine")
    assert not desk.talk.lists
    assert desk.lists() == []


def test_asked_again_it_lists_again() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    assert desk.talk.ask() == b""
    desk.answer(ONE_ACCOUNT)
    desk.sent.append(desk._word(desk.talk.ask()))
    desk.answer(EMPTY, 200)
    desk.answer(ONE_ACCOUNT, 200)
    assert desk.lists() == [CallList("baresip", beat(each), ()) for each in (100, 200)]


def test_an_answer_nobody_asked_for_changes_nothing() -> None:
    desk = Desk()
    desk.answer(EMPTY)
    desk.answer(ONE_ACCOUNT)
    desk.answer(EMPTY, 105)
    assert len(desk.heard) == 1


def test_a_softphone_names_calls_without_end_and_is_not_remembered_without_end() -> None:
    roster = Roster()
    desk = Desk(roster)
    desk.answer(EMPTY)
    desk.answer(ONE_ACCOUNT)
    for each in range(2000):
        desk.event("CALL_REMOTE_SDP", f"call-{each:08}")
    assert roster.get("call-00000000") is None
    assert roster.get("call-00001999") is not None
