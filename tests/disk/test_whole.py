"""Files that are wholly new or untouched."""

import os
import stat
from pathlib import Path

import pytest

from app.disk.whole import put_in_place, replacing, write_private
from app.domain.problem import EnvironmentProblem


def test_a_written_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_private(tmp_path / "a.txt", "what is written")
    assert (tmp_path / "a.txt").read_text() == "what is written"
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == 0o600


def test_an_error_while_writing_leaves_the_old_file_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(RuntimeError):
        write_half(tmp_path / "a.txt")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a.txt", "old")]


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"a\.txt cannot be written: No such file"):
        write_private(tmp_path / "missing" / "a.txt", "text")


def test_an_unfinished_file_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").write_text("new")
    put_in_place(tmp_path / "b", tmp_path / "a")
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("a", "new")]


def write_half(path: Path) -> None:
    with replacing(path) as stream:
        stream.write("half")
        raise RuntimeError


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files in folders")
def test_a_pipe_or_device_stays_what_it_is(tmp_path: Path) -> None:
    pipe, device = tmp_path / "pipe", tmp_path / "device"
    os.mkfifo(pipe)
    device.symlink_to(os.devnull)
    for special in (pipe, device, Path("/dev/stdout")):
        with pytest.raises(EnvironmentProblem, match="is no plain file"):
            write_private(special, "a report")
    assert (pipe.is_fifo(), device.is_symlink()) == (True, True)


def test_a_link_is_replaced_and_what_it_led_to_stays(tmp_path: Path) -> None:
    (tmp_path / "theirs").write_text("theirs")
    (tmp_path / "link").symlink_to(tmp_path / "theirs")
    write_private(tmp_path / "link", "a report")
    assert (tmp_path / "theirs").read_text() == "theirs"
    assert not (tmp_path / "link").is_symlink()
