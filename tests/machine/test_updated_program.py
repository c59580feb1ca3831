import os
import sys
from pathlib import Path

import pytest

from app.machine.updated_program import ProgramFile, program_file, words_to_start_again


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program that is installed without Python; returns its file."""
    program = tmp_path / "app" / "talktally"
    program.parent.mkdir()
    install(program, b"version 1", 1_000)
    return program


def install(program: Path, content: bytes, made: int) -> None:
    """Put a version in the place of another one, as packages do; ``made`` in seconds."""
    new = program.with_name("talktally.new")
    new.write_bytes(content)
    os.utime(new, (made, made))
    new.replace(program)


def test_what_was_not_touched_is_the_same(program: Path) -> None:
    looked = ProgramFile(program)
    assert looked.look() == (False, False)


@pytest.mark.parametrize(("content", "made"), [(b"version 2", 2_000), (b"longer version", 1_000)])
def test_another_version_is_sure_at_the_second_look(
    program: Path, content: bytes, made: int
) -> None:
    looked = ProgramFile(program)
    install(program, content, made)
    assert [looked.look(), looked.look()] == [(True, False), (True, True)]


def test_what_still_changes_is_not_sure(program: Path) -> None:
    looked = ProgramFile(program)
    install(program, b"vers", 2_000)
    looked.look()
    install(program, b"version 2", 2_000)
    assert [looked.look(), looked.look()] == [(True, False), (True, True)]


def test_the_same_version_once_more_is_the_same(program: Path) -> None:
    looked = ProgramFile(program)
    install(program, b"version 1", 1_000)
    assert [looked.look(), looked.look()] == [(False, False)] * 2


def test_a_version_that_is_taken_back_is_the_same_again(program: Path) -> None:
    looked = ProgramFile(program)
    install(program, b"version 2", 2_000)
    looked.look()
    install(program, b"version 1", 1_000)
    assert looked.look() == (False, False)


def test_a_program_that_was_removed_is_no_other(program: Path) -> None:
    looked = ProgramFile(program)
    program.unlink()
    assert [looked.look(), looked.look()] == [(False, False)] * 2
    install(program, b"version 2", 2_000)
    assert [looked.look(), looked.look()] == [(True, False), (True, True)]


def test_from_source_nothing_is_compared() -> None:
    looked = program_file({})
    assert looked.look() == (False, False)


def test_a_frozen_program_looks_at_its_own_file(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    looked = program_file({})
    install(program, b"version 2", 2_000)
    assert [looked.look(), looked.look()] == [(True, False), (True, True)]


def test_it_starts_again_on_the_folder_it_had(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    usual, other = tmp_path / "usual", tmp_path / "other"
    environ = {"TALKTALLY_DATA_DIR": str(usual)}
    assert words_to_start_again(usual, environ) == (str(program),)
    assert words_to_start_again(other, environ) == (str(program), "--data-dir", str(other))
