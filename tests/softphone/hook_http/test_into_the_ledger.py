"""Calls that a softphone reports by addresses alone end as entries, also two at a time."""

from pathlib import Path

from app.actions.follow_call import take_report
from app.domain.beat import Beat
from app.domain.event import Call
from app.domain.instant import SECOND
from app.ledger.ledger import Ledger, ledger_path
from tests.softphone.hook_http.conftest import NOW, Hooked


def test_two_calls_at_once_are_kept_apart_by_what_the_softphone_says(
    hook: Hooked, tmp_path: Path
) -> None:
    ada, bob = "number=%2B14155550101&id=first-call", "number=%2B14155550102&id=second-call"
    steps = [
        (0, "ring", f"{ada}&direction=in"),
        (4, "start", ada),
        (10, "ring", f"{bob}&direction=out"),
        (11, "hold", "id=first-call"),
        (12, "start", "id=second-call"),
        (40, "end", "id=second-call"),
        (41, "resume", "id=first-call"),
        (64, "end", ada),
    ]
    with Ledger(ledger_path(tmp_path)) as ledger:
        ended = []
        for second, what, query in steps:
            report = hook.report(what, query)._replace(at=at(second))
            ended += [call for call in [take_report(ledger, report).call] if call]
    assert [told(each) for each in ended] == [
        ("outbound", "+14155550102", 28, "second-call"),
        ("inbound", "+14155550101", 60, "first-call"),
    ]


def at(second: int) -> Beat:
    return Beat(type(NOW.wall)(NOW.wall + second * SECOND))


def told(call: Call) -> tuple[str, str, int, str]:
    return call.direction.value, call.far, call.talk_us // SECOND, call.call_id
