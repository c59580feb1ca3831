"""Twilio's own counts beside the ledger's, in words."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from app.domain.accounts import PartRead
from app.domain.connection import Provider, Right
from app.domain.instant import Instant
from app.domain.money import Money
from app.domain.twilio_account import Use, UseBeside
from app.wording.month_use import month_use_lines
from tests.support.accounts import a_connection, shown
from tests.support.wordings import ENGLISH, GERMAN

PRICE = Money(Decimal("18.42"), "USD")
SAME = UseBeside(
    date(2026, 11, 1), date(2026, 11, 22), Instant(0),
    Use(1_204, 512, 0), Use(1_204, 512, 0), PRICE, subaccounts=True,
)  # fmt: skip
OTHER = replace(SAME, ledger=Use(1_206, 511, 1))
WHOLE = (PartRead("calls", whole=True),)
TWILIO = shown(connection=a_connection(Provider.TWILIO), parts=WHOLE)


def test_nothing_is_said_where_twilio_told_nothing() -> None:
    assert month_use_lines(ENGLISH, TWILIO) == []


def test_both_counts_stand_in_a_line() -> None:
    (line,) = month_use_lines(ENGLISH, replace(TWILIO, use=SAME))
    assert line == (
        "1 – 22 Nov at Twilio (UTC): 1,204 minutes of calls, 512 text segments, $18.42 in all; "
        "the ledger has 1,204 minutes, 512 segments."
    )
    (line,) = month_use_lines(GERMAN, replace(TWILIO, use=SAME))
    assert line == (
        "1. – 22. Nov. bei Twilio (UTC): 1.204 Gesprächsminuten, 512 SMS-Segmente, insgesamt "
        "18,42\u00a0$; im Journal stehen 1.204 Minuten, 512 Segmente."
    )


def test_picture_messages_are_told_where_there_are_any() -> None:
    line, _ = month_use_lines(ENGLISH, replace(TWILIO, use=replace(OTHER, price=None)))
    assert line.endswith("0 picture messages; the ledger has 1,206 minutes, 511 segments, "
                         "1 picture message.")  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"parts": (PartRead("calls"),)}, "for the first reading has not ended yet."),
        ({"lacking": (Right.ACCOUNT,)}, "subaccounts that the key does not open."),
        ({"gone": 2}, "Records that were deleted at Twilio stay in the ledger."),
        ({"parts": (WHOLE[0]._replace(unfinished=1),)}, "Some records are not final yet."),
        ({}, "Twilio counts with a delay, sometimes of hours."),
    ],
)
def test_a_difference_is_told_with_why_it_may_be(changes: dict[str, object], reason: str) -> None:
    account = replace(TWILIO, use=OTHER, **changes)  # type: ignore[arg-type]
    line, why = month_use_lines(ENGLISH, account)
    assert "the ledger has 1,206 minutes" in line
    assert why.startswith("The two differ")
    assert why.endswith(reason)
