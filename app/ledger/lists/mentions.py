"""Entries that hold the words of a search, found by indexes and never by a look at every fact."""

import sqlite3
from collections.abc import Sequence
from json import dumps
from typing import NamedTuple

from app.domain.search import Sought, folded, pattern_of
from app.domain.tags import tags_of
from app.ledger.lists.clause import Clause

#: Parts of a phrase that are as long are in its index of three characters at a time.
_INDEXED = 3
_TABLES = ("near", "said")
_NUMBERS = """
    INSERT OR IGNORE INTO temp.near
    SELECT ?, id FROM number WHERE text LIKE ? ESCAPE '\\' OR tail LIKE ? ESCAPE '\\'
"""
_INDEXED_PHRASES = """
    INSERT INTO temp.said SELECT ?, rowid FROM phrase_index WHERE phrase_index MATCH ?
"""
_SHORT_PHRASES = """
    INSERT INTO temp.said SELECT ?, id FROM phrase WHERE text LIKE ? ESCAPE '\\'
"""
_BY_NUMBER = "{}f.far_id IN (SELECT id FROM temp.near WHERE word = {})"
_BY_PHRASE = (
    "{}f.id IN (SELECT m.fact_id FROM mention m "
    "WHERE m.phrase_id IN (SELECT id FROM temp.said WHERE word = {}))"
)
#: Of so many numbers a look at every entry in order is quicker than by each number and a sort.
_BROAD = 2_000


class _Word(NamedTuple):
    """A word by its place, and in how many numbers and phrases it was found."""

    place: int
    numbers: int
    phrases: int

    def holds(self, *, by_index: bool) -> Clause:
        """Return the condition that an entry has the word."""
        ways = [_BY_NUMBER] if self.numbers else []
        ways += [_BY_PHRASE] if self.phrases else []
        # A plus keeps SQLite from taking an index for it.
        found = [way.format("" if by_index else "+", self.place) for way in ways]
        return Clause(f"({' OR '.join(found) or '0'})")


def tagged(raw: sqlite3.Connection, tag: str) -> list[Clause]:
    """Return the condition that an entry has a tag: one of the sets of tags that hold it."""
    sets = (row[0] for row in raw.execute("SELECT DISTINCT tags FROM fact WHERE tags <> ''"))
    wanted = folded(tag)
    holding_it = [each for each in sets if wanted in map(folded, tags_of(each))]
    sql = "f.tags <> '' AND f.tags IN (SELECT value FROM json_each(?))"
    return [Clause(sql, (dumps(holding_it),))]


def holding(raw: sqlite3.Connection, words: Sequence[Sought]) -> list[Clause]:
    """Return the conditions that an entry has all words.

    The word that is in the fewest numbers and phrases leads by an index, so that the others are
    asked only of the entries that have it. Uses temporary tables.
    """
    looked_up = [_looked_up(raw, place, word) for place, word in enumerate(_cleared(raw, words))]
    looked_up.sort(key=lambda word: word.numbers + word.phrases)
    return [
        word.holds(by_index=not place and word.numbers < _BROAD)
        for place, word in enumerate(looked_up)
    ]


def _cleared(raw: sqlite3.Connection, words: Sequence[Sought]) -> Sequence[Sought]:
    for name in _TABLES:
        raw.execute(f"DROP TABLE IF EXISTS temp.{name}")
        raw.execute(
            f"CREATE TEMP TABLE {name} (word INTEGER, id INTEGER, PRIMARY KEY (word, id)) "
            "WITHOUT ROWID"
        )
    return words


def _looked_up(raw: sqlite3.Connection, place: int, word: Sought) -> _Word:
    numbers = 0
    for pattern in word.patterns:
        numbers += raw.execute(_NUMBERS, (place, pattern, pattern)).rowcount
    if len(word.phrase) >= _INDEXED:
        quoted = '"' + word.phrase.replace('"', '""') + '"'
        phrases = raw.execute(_INDEXED_PHRASES, (place, quoted)).rowcount
    else:
        phrases = raw.execute(_SHORT_PHRASES, (place, pattern_of(word.phrase))).rowcount
    return _Word(place, numbers, phrases)
