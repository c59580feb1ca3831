"""The manual page: every command and option in both languages, and groff has nothing to say."""

import os
import subprocess
from pathlib import Path

import pytest
from shipping.linux.manual import manual

from app.commands.table import COMMANDS
from tests.support.tools import needs_tool
from ui.__main__ import WINDOW

EPOCH = 1_763_769_600


@pytest.fixture(params=["en", "de"])
def page(request: pytest.FixtureRequest) -> str:
    return manual(request.param, "0.1.0", EPOCH)


def test_every_command_is_named(page: str) -> None:
    named = [line for line in page.splitlines() if line.startswith(".SS ")]
    wanted = [f".SS talktally {name}".strip() for name in (*COMMANDS, *WINDOW)]
    assert sorted(named) == sorted(each.replace("-", "\\-") for each in wanted)


def test_options_are_told_with_what_they_mean(page: str) -> None:
    assert ".TP\n.B \\&\\-\\-counts\\-toward " in page


def test_german_readers_find_german() -> None:
    page = manual("de", "0.1.0", EPOCH)
    assert ".SH BEFEHLE" in page
    assert "ein Konto bei HubSpot, Aircall oder Twilio verbinden" in page


def test_a_page_says_of_when_it_is() -> None:
    head = manual("en", "0.1.0", EPOCH).splitlines()[0]
    assert head == '.TH TALKTALLY 1 "2025-11-22" "Talktally 0.1.0" "User Commands"'


@needs_tool("man")
def test_groff_warns_of_nothing(page: str, tmp_path: Path) -> None:
    file = tmp_path / "talktally.1"
    file.write_text(page, encoding="utf-8")
    words = ["man", "--warnings=w", "--local-file", str(file)]
    environ = {**os.environ, "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"}
    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert "talktally account add" in done.stdout
