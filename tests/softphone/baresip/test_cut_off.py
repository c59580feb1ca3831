"""A real call where there is no network at all: nothing of it leaves the computer."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.contracts import ROOT
from tests.support.cut_off import CUSTOMER
from tests.support.tools import needs_tool

#: Ways to a world of networks of its own; ``env`` says no where there is no unshare.
_WORLDS = (("env", "unshare", "-n"), ("env", "unshare", "-U", "-r", "-n"))


@needs_tool("baresip")
@pytest.mark.program
@pytest.mark.timeout(180)
def test_a_call_needs_no_network(tmp_path: Path) -> None:
    for in_a_world in _WORLDS:
        if subprocess.run([*in_a_world, "true"], capture_output=True, check=False).returncode == 0:
            told = _call(tmp_path, *in_a_world, world="own")
            assert told["networks"] == ["lo"]
            break
    else:  # the system lets nobody here have networks of their own: the call stays on loopback
        told = _call(tmp_path, world="shared")
    assert told["far"] == CUSTOMER
    assert told["talk_us"] > 0


def _call(folder: Path, *before: str, world: str) -> dict[str, Any]:
    words = [*before, sys.executable, "-m", "tests.support.cut_off", str(folder), world]
    done = subprocess.run(
        words, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=120, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout)
    return told
