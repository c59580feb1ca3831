"""Files that once broke a reader, found by the fuzzer, and a thousand small damages more."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz.feeds import FOUND, Feed, feeds
from tests.fuzz.reading import read_all

_FEEDS = tuple(feeds())
_DAMAGES = 40


@pytest.mark.parametrize("feed", _FEEDS, ids=lambda feed: feed.name)
def test_every_reader_has_a_sample_to_be_fuzzed_with(feed: Feed) -> None:
    assert feed.samples


@pytest.mark.parametrize("feed", _FEEDS, ids=lambda feed: feed.name)
def test_what_once_broke_a_reader_is_read(feed: Feed, tmp_path: Path) -> None:
    for kept in sorted(FOUND.glob(f"{feed.name}/*")):
        read_all(feed, _file(feed, kept.read_bytes(), tmp_path))


@pytest.mark.parametrize("feed", _FEEDS, ids=lambda feed: feed.name)
def test_what_once_got_far_into_a_reader_is_read(feed: Feed, tmp_path: Path) -> None:
    for seed in feed.seeds():
        read_all(feed, _file(feed, seed, tmp_path))


@pytest.mark.parametrize("feed", _FEEDS, ids=lambda feed: feed.name)
def test_a_damaged_file_is_read_or_told_in_a_sentence(feed: Feed, tmp_path: Path) -> None:
    dice = Random(feed.name)  # noqa: S311 - no secret, the same each time
    for beginning in feed.beginnings():
        for _ in range(_DAMAGES):
            read_all(feed, _file(feed, _damaged(beginning, dice), tmp_path))


def _damaged(whole: bytes, dice: Random) -> bytes:
    place, length = dice.randrange(len(whole) + 1), dice.randrange(9)
    return whole[:place] + dice.randbytes(dice.randrange(5)) + whole[place + length :]


def _file(feed: Feed, data: bytes, folder: Path) -> Path:
    path = folder / f"input{feed.samples[0].suffix}"
    path.write_bytes(feed.file_of(data))
    return path
