"""The process that looks inside is awaited, and nobody whom it leaves behind."""

import os
import signal
import sys
from pathlib import Path

from ui.commands.selfcheck import child

_LEAVES_ONE_BEHIND = """
import subprocess, sys
left = subprocess.Popen(["sleep", "600"])
print(left.pid, file=sys.stderr)
sys.exit(3)
"""


def test_who_was_left_behind_with_its_words_is_not_waited_for(tmp_path: Path) -> None:
    words = [sys.executable, "-c", _LEAVES_ONE_BEHIND]
    said, code = child._run(words, dict(os.environ), tmp_path / "said.txt")
    os.kill(int(said), signal.SIGKILL)
    assert code == 3


def test_of_what_it_said_the_last_words_are_told(tmp_path: Path) -> None:
    words = [sys.executable, "-c", "import sys; sys.stderr.write('x' * 9000 + '\\nno  display')"]
    said, code = child._run(words, dict(os.environ), tmp_path / "said.txt")
    assert said.endswith("x no display")
    assert (len(said), code) == (400, 0)
