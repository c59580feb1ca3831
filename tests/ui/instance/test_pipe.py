"""The door on Windows, its pipe stood for by a socket: who is first, and what is handed over."""

import os
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from ui.instance import pipe
from ui.instance.call import Call
from ui.instance.name import Kernel32, take_name

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a socket stands for the pipe")

CALL = Call(("tel:+14155550188",), "token")


def test_a_pipe_has_one_listener_and_hands_over(tmp_path: Path) -> None:
    address, kernel = str(tmp_path / "pipe"), Names()
    door = pipe.open_door(address, kernel)
    assert door is not None
    assert pipe.open_door(address, kernel) is None
    with ThreadPoolExecutor(1) as others:
        second = others.submit(pipe.hand_over, address, CALL, time.monotonic() + 30)
        caller = door.next_caller()
        assert caller is not None
        caller.answer()
        assert second.result() is True
    door.close()
    assert pipe.hand_over(address, CALL, 0) is False
    assert kernel.open == []


def test_a_name_has_one_holder_even_where_a_pipe_may_have_two(tmp_path: Path) -> None:
    kernel = Names()
    first = pipe.open_door(str(tmp_path / "pipe"), kernel)
    assert first is not None
    (tmp_path / "pipe").rename(tmp_path / "aside")  # a second listener would be let in
    assert pipe.open_door(str(tmp_path / "pipe"), kernel) is None
    (tmp_path / "aside").rename(tmp_path / "pipe")
    first.close()


def test_a_name_whose_pipe_is_taken_is_given_back(tmp_path: Path) -> None:
    kernel = Names()
    (tmp_path / "pipe").touch()
    assert pipe.open_door(str(tmp_path / "pipe"), kernel) is None
    assert kernel.open == []


def test_the_kernel_of_windows_is_asked_for_a_name_of_this_session() -> None:
    library, error = SimpleNamespace(CreateMutexW=Asked(7), CloseHandle=Asked(1)), 0
    kernel = Kernel32(library, lambda: error)
    name = take_name("talktally-x", kernel)
    assert name is not None
    assert library.CreateMutexW.given == [(None, 0, r"Local\talktally-x")]
    error = 183
    assert take_name("talktally-x", kernel) is None
    name.close()
    assert library.CloseHandle.given == [(7,), (7,)]


def test_a_pipe_is_named_for_its_folder(tmp_path: Path) -> None:
    names = {pipe.address_of(tmp_path / name) for name in ("a", "b", "b/../a")}
    assert len(names) == 2


class Names:
    """The names of a session, as Windows keeps them."""

    def __init__(self) -> None:
        self.open: list[str] = []

    def create(self, name: str) -> tuple[int, bool]:
        self.open.append(name)
        return len(self.open), self.open.count(name) == 1

    def close(self, handle: int) -> None:
        assert 0 < handle <= len(self.open)
        self.open.pop()


class Asked:
    """A function of a library, with what it was given."""

    def __init__(self, answer: int) -> None:
        self.answer, self.given = answer, list[tuple[object, ...]]()

    def __call__(self, *given: object) -> int:
        self.given.append(given)
        return self.answer
