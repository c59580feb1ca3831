"""Twilio messages."""

from pathlib import Path

from app.exchange.reading import read
from tests.support.exports import twilio_messages_csv
from tests.support.readings import refusals, sample, texts


def test_a_body_is_counted_and_dropped() -> None:
    first, *_ = texts(sample("twilio_messages.csv"))
    assert (first.counted, first.encoding, first.characters) == (1, "GSM-7", 26)
    assert "Omar" not in repr(first)


def test_a_count_of_zero_is_not_final() -> None:
    assert [text.reported for text in texts(sample("twilio_messages.csv"))] == [1, None, 1]


def test_an_id_that_begins_with_mm_is_a_picture_message() -> None:
    assert [text.media for text in texts(sample("twilio_messages.csv"))] == [0, 0, 1]


def test_an_undelivered_message_was_sent_and_a_failed_one_was_not() -> None:
    (refused,) = refusals(sample("twilio_messages.csv"))
    assert (refused.number, refused.raw) == (6, "failed")


def test_a_refusal_never_shows_a_body() -> None:
    assert "secret" not in repr(refusals(sample("twilio_messages.csv")))


def test_a_broken_line_of_json_loses_no_other() -> None:
    reading = sample("twilio_messages.jsonl")
    assert [text.media for text in texts(reading)] == [0, 2]
    assert [refused.number for refused in refusals(reading)] == [2]


def test_lines_of_a_body_do_not_shift_the_numbers_that_follow() -> None:
    assert [line.number for line in sample("twilio_messages.csv")] == [2, 4, 5, 6]


def test_many_messages_are_read(tmp_path: Path) -> None:
    assert len(texts(read(twilio_messages_csv(tmp_path / "texts.csv", 30)))) == 30
