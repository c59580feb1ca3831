"""What a second start says: any of it comes back, and junk is nothing."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.instance.call import LONGEST, Call, activation_of, call_of


@given(st.lists(st.text(max_size=60), max_size=16), st.text(max_size=60))
def test_a_call_comes_back_as_it_was_written(words: list[str], token: str) -> None:
    call = Call(tuple(words), token)
    assert call_of(call.written()) == call


@given(st.binary(max_size=200))
def test_junk_is_no_call(junk: bytes) -> None:
    found = call_of(junk)
    assert found is None or isinstance(found, Call)


@pytest.mark.parametrize(
    "told",
    [
        {"version": 2, "arguments": [], "activation": ""},
        {"version": 1, "arguments": "tel:1", "activation": ""},
        {"version": 1, "arguments": [1], "activation": ""},
        {"version": 1, "arguments": ["a"] * 17, "activation": ""},
        {"version": 1, "arguments": [], "activation": "a" * 513},
        {"version": 1, "arguments": []},
        [],
        None,
    ],
)
def test_what_this_version_does_not_write_is_no_call(told: object) -> None:
    assert call_of(json.dumps(told).encode()) is None


def test_deep_junk_is_no_call() -> None:
    assert call_of(b"[" * LONGEST) is None


def test_a_call_too_long_to_be_read_still_raises_the_window() -> None:
    assert call_of(Call(("a" * LONGEST,), "token").written()) == Call((), "token")


def test_the_leave_of_the_desktop_is_passed_on() -> None:
    assert activation_of({"XDG_ACTIVATION_TOKEN": "way", "DESKTOP_STARTUP_ID": "x"}) == "way"
    assert activation_of({"DESKTOP_STARTUP_ID": "x"}) == "x"
    assert activation_of({"XDG_ACTIVATION_TOKEN": "a" * 513}) == ""
