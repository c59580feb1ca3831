"""Netstrings: whole messages out of bytes in pieces, and nothing out of what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.softphone.baresip.netstring import LONGEST, Deframer, NotNetstringsError, framed


def test_a_message_is_framed_by_its_length() -> None:
    assert framed(b"hello") == b"5:hello,"


def test_messages_come_out_as_soon_as_they_are_whole() -> None:
    frames = Deframer()
    assert frames.feed(b"5:hel") == []
    assert frames.feed(b"lo") == []
    assert frames.feed(b",0:,2:yo,3") == [b"hello", b"", b"yo"]
    assert frames.feed(b":abc,") == [b"abc"]


@given(some.lists(some.binary(max_size=40)), some.data())
def test_however_the_bytes_are_cut_the_messages_are_the_same(
    messages: list[bytes], data: some.DataObject
) -> None:
    stream = b"".join(map(framed, messages))
    frames, found, place = Deframer(), list[bytes](), 0
    while place < len(stream):
        size = data.draw(some.integers(1, len(stream) - place))
        found += frames.feed(stream[place : place + size])
        place += size
    assert found == messages


@pytest.mark.parametrize(
    "junk",
    [
        b"GET / HTTP/1.1\r\n",
        b":abc,",
        b"3:abcd",
        b"-1:,",
        b"5 :hello,",
        b"12345678",
        b"%d:" % (LONGEST + 1),
        b"99999999999999999999:",
        "٣:abc,".encode(),
    ],
)
def test_what_is_no_netstring_is_refused_at_once(junk: bytes) -> None:
    with pytest.raises(NotNetstringsError):
        Deframer().feed(junk)


@given(some.binary(max_size=200))
def test_any_bytes_at_all_give_messages_or_a_refusal(junk: bytes) -> None:
    frames = Deframer()
    try:
        found = frames.feed(junk)
        found += frames.feed(b"")
    except NotNetstringsError:
        return
    assert junk.startswith(b"".join(map(framed, found))[:1])


def test_what_came_before_junk_is_not_lost() -> None:
    frames = Deframer()
    assert frames.feed(b"2:ok,junk") == [b"ok"]
    with pytest.raises(NotNetstringsError):
        frames.feed(b"")


def test_no_more_than_one_message_is_ever_held() -> None:
    frames = Deframer()
    assert frames.feed(b"%d:" % LONGEST) == []
    piece = b"x" * 100_000
    for _ in range(LONGEST // len(piece)):
        assert frames.feed(piece) == []
    with pytest.raises(NotNetstringsError):
        frames.feed(piece)
