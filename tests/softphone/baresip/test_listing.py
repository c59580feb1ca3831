"""The lists of calls that baresip 1.0.0 and later versions write."""

import pytest

from app.domain.call_report import Listed
from app.domain.event import Direction
from app.softphone.baresip.listing import Stat, accounts_of, calls_of, stat_of

HOUR, SECOND = 3_600_000_000, 1_000_000
OLD = """
--- Active calls (3) ---
  [line 1]  0:00:02  ESTABLISHED             sip:+15550100@127.0.0.1:5180;transport=udp
> [line 2]  1:23:38  ESTABLISHED  (on hold)  sip:+15550101@127.0.0.1:5180;transport=udp
  [line 3]  0:00:00   INCOMING             sip:anna@pbx

"""
NEW = """
User-Agent: agent@pbx
--- Active calls (1) ---
> [line 1, id 8fd950528ad2127d]  1:00:00  ESTABLISHED            sip:+15550100@pbx

User-Agent: second@pbx
--- Active calls (2) ---
> [line 1, id cafebabe@10.0.0.1]  0:00:00  ESTABLISHED  (on hold)  sip:carol@pbx
  [line 2, id deadbeef]  0:00:00    RINGING             sip:bob@pbx

"""
STAT = """
===== Call debug (ESTABLISHED) =====
 local_uri:  <sip:agent@127.0.0.1:5170>
 peer_uri:   "Anna <A>" <sip:+15550100@127.0.0.1:5180;transport=udp>
 af=AF_INET id=b0519e38f2c5dc7b
 direction: Incoming
SDP session
"""


def test_the_list_of_the_first_version_is_of_one_account_and_without_ids() -> None:
    found = calls_of(OLD)
    assert found is not None
    assert not found.of_all
    assert [line.call for line in found.lines] == [
        Listed("", "sip:+15550100@127.0.0.1:5180", 2 * SECOND),
        Listed("", "sip:+15550101@127.0.0.1:5180", HOUR + (23 * 60 + 38) * SECOND, held=True),
        Listed("", "sip:anna@pbx", None, Direction.INBOUND),
    ]
    assert [line.current for line in found.lines] == [False, True, False]


def test_later_lists_are_of_all_accounts_and_have_ids() -> None:
    found = calls_of(NEW)
    assert found is not None
    assert found.of_all
    assert [line.call for line in found.lines] == [
        Listed("8fd950528ad2127d", "sip:+15550100@pbx", HOUR),
        Listed("cafebabe@10.0.0.1", "sip:carol@pbx", 0, held=True),
        Listed("deadbeef", "sip:bob@pbx", None, Direction.OUTBOUND),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "\n--- Active calls (0) ---\n\n",
        "\n(no active calls)\n",
        "--- No active calls ---",
    ],
)
def test_a_list_without_calls_is_one_too(text: str) -> None:
    found = calls_of(text)
    assert found is not None
    assert found.lines == []


@pytest.mark.parametrize(
    "text",
    [
        "something else",
        OLD.replace("[line 2]", "[2]"),
        OLD.replace("(3)", "(4)"),
        NEW.replace("0:00:00    RINGING", "0s RINGING"),
        "--- Active calls (501) ---\n" + "> [line 1]  0:00:02  ESTABLISHED  sip:a@b\n" * 501,
    ],
)
def test_a_list_that_cannot_be_read_wholly_is_none(text: str) -> None:
    assert calls_of(text) is None


def test_the_current_call_tells_its_id_and_who_placed_it() -> None:
    assert stat_of(STAT) == Stat(
        "b0519e38f2c5dc7b", "sip:+15550100@127.0.0.1:5180", Direction.INBOUND
    )
    assert stat_of("\n(no active calls)\n") is None


def test_accounts_are_counted() -> None:
    assert accounts_of("\n--- User Agents (2) ---\n  sip:a@b\n> sip:c@d\n") == 2
    assert accounts_of("\n--- User Agents (1)---\n") == 1
    assert accounts_of("command not found") is None
