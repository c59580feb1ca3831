"""The log: turned over, its owner's alone, and silent about numbers and secrets."""

import logging
import stat
from pathlib import Path

import pytest

from app.domain.redaction import strike
from app.machine.log import FILE_NAME, open_log, write_report


@pytest.mark.parametrize(
    "secret",
    [
        "+14155550188",
        "(415) 555-0188",
        "Authorization: Bearer abc.def-ghi",
        "SK0123456789abcdef0123456789abcdef",
        "someone@example.com",
        "[parameters: ('+1', 'a note')]",
        "password=hunter2",
    ],
)
def test_secrets_and_numbers_are_struck_out(secret: str) -> None:
    told = strike(f"before {secret} after")
    assert "***" in told
    for part in ("0188", "abc.def", "0123456789", "someone", "a note", "hunter2"):
        assert part not in told


def test_plain_words_stay() -> None:
    assert strike('File "store.py", line 181, in store') == 'File "store.py", line 181, in store'


def test_a_report_holds_the_traceback_and_no_numbers(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError) as caught:
        fail("+14155550188")
    path = write_report(tmp_path, caught.value)
    assert path == tmp_path / FILE_NAME
    text = path.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "4155550188" not in text


def test_only_the_owner_can_read_the_log(tmp_path: Path) -> None:
    write_report(tmp_path, RuntimeError())
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_a_log_that_cannot_be_written_troubles_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert write_report(tmp_path / "file", RuntimeError()) is None


def test_a_long_log_is_turned_over(tmp_path: Path) -> None:
    handler = open_log(tmp_path)
    record = logging.LogRecord("x", logging.INFO, "", 0, "words " * 20_000, None, None)
    for _ in range(6):
        handler.handle(record)
    handler.close()
    assert (tmp_path / f"{FILE_NAME}.1").exists()


def fail(message: str) -> None:
    raise RuntimeError(message)
