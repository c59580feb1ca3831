"""What a row's answer changes, and what cannot be taken."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.own_warnings import OwnWarnings
from app.domain.problem import UsageProblem
from app.domain.quiet import QuietHours
from app.machine.settings import Settings
from app.wording.language import Language
from app.wording.words import Words
from ui.settings.answers import change_of, whole_number

USUAL = Settings()


@pytest.mark.parametrize("written", ["1,200", "1.200", "1 200", "1200"])
def test_a_threshold_may_be_written_as_either_language_groups_it(written: str) -> None:
    change = change_of(USUAL, "warnings.minutes", written)
    assert change == {"warnings": OwnWarnings(minutes=1_200)}


def test_a_threshold_that_is_emptied_is_the_plans_again() -> None:
    own = Settings(warnings=OwnWarnings(calls=5, pool_percent=90))
    assert change_of(own, "warnings.calls", " ") == {"warnings": OwnWarnings(pool_percent=90)}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("warnings.minutes", "many"),
        ("warnings.minutes", "-1"),
        ("warnings.pool", "0"),
        ("warnings.pool", "101"),
        ("quiet.hours", (60, 60)),
        ("working.days", frozenset()),
        ("working.holidays", None),
        ("connection.proxy", "http://ada:word@proxy.example"),
        ("connection.proxy", "ftp://proxy.example"),
        ("connection.proxy", "http://"),
        ("connection.certificates", "certificates.pem"),
    ],
)
def test_what_cannot_be_is_refused(key: str, said: Any) -> None:
    with pytest.raises(UsageProblem):
        change_of(USUAL, key, said)


def test_a_proxy_and_a_file_of_certificates_are_taken(tmp_path: Path) -> None:
    file = tmp_path / "own.pem"
    file.touch()
    assert change_of(USUAL, "connection.proxy", " proxy.example:8080 ")["proxy"]
    assert change_of(USUAL, "connection.proxy", "none") == {"proxy": "none"}
    assert change_of(USUAL, "connection.certificates", str(file)) == {"ca_file": str(file)}


def test_quiet_begins_in_the_evening_and_keeps_its_days() -> None:
    days = frozenset({6})
    change = change_of(Settings(quiet=QuietHours(days=days)), "quiet.on", said=True)
    assert change == {"quiet": QuietHours(20 * 60, 7 * 60, days)}
    assert change_of(Settings(**change), "quiet.on", said=False) == {"quiet": QuietHours(days=days)}


@given(st.integers(0, 1_000_000), st.sampled_from(["en", "de"]))
def test_a_number_is_read_as_it_is_written(number: int, code: str) -> None:
    words = Words(Language(code, "US" if code == "en" else "DE"))
    assert whole_number(words.number(number), least=0, most=1_000_000) == number
