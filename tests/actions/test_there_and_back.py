"""Corrected entries written to a file and read into an empty ledger: the same totals."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.actions.correct_entries import correct_entries
from app.actions.export_entries import export_entries
from app.actions.import_file import ImportWishes, import_file
from app.actions.verify import verify
from app.domain.correction import Wish
from app.domain.event import Call, Leg, Method, Text
from app.domain.filters import Filters
from app.ledger.ledger import Ledger
from tests.support.corrections import entry_ids, present, totals
from tests.support.ledgers import FAR, NOW, OWN, call, keep, ledger_with, text

_PLANS = ("hubspot-starter", "aircall-us-ca")
_WORDS = st.sampled_from(["", "=1+1", "'+1", "@x", "plain", "a, b", "\tx", "-2"])
_TIMES = st.sampled_from(["2026-11-02 09:00", "2026-11-20 09:00"])
_CALLS = st.builds(
    call,
    _TIMES,
    st.integers(0, 700),
    name=_WORDS,
    note=_WORDS,
    call_id=_WORDS,
    agent=st.sampled_from(["Jana", "Nadia"]),
    legs=st.sampled_from([(), (Leg(61_000_000, OWN, FAR, "x"),)]),
)
_TEXTS = st.builds(text, _TIMES, st.integers(1, 300), name=_WORDS)
_WISHES = st.builds(
    Wish,
    method=st.sampled_from([None, *Method]),
    agent=st.sampled_from([None, "Omar"]),
    counts_toward=st.sampled_from([None, "none", "hubspot-starter"]),
    name=_WORDS,
    note=_WORDS,
    tags=_WORDS,
)


@pytest.mark.parametrize("ending", ["csv", "jsonl"])
@settings(max_examples=15, deadline=None)
@given(st.lists(st.one_of(_CALLS, _TEXTS), min_size=1, max_size=5), st.lists(_WISHES, max_size=2))
def test_an_export_of_corrected_entries_gives_the_same_totals_again(
    ending: str, facts: list[Call | Text], wishes: list[Wish]
) -> None:
    with TemporaryDirectory() as folder, ledger_with(_made(folder, "one"), *_PLANS) as ledger:
        keep(ledger, *facts)
        for wish in wishes:
            correct_entries(ledger, entry_ids(ledger)[:3], wish, NOW)
        file = Path(folder) / f"entries.{ending}"
        export_entries(ledger, file, Filters(), folder=Path(folder) / "one")
        with ledger_with(_made(folder, "two"), *_PLANS) as other:
            read = import_file(other, file, ImportWishes(), NOW)
            assert (read.tally.refused, read.tally.new) == (0, len(facts))
            assert _content(other) == _content(ledger)
            assert verify(other).ok


def _made(folder: str, name: str) -> Path:
    made = Path(folder) / name
    made.mkdir()
    return made


def _content(ledger: Ledger) -> tuple[Any, ...]:
    return present(ledger), totals(ledger)
