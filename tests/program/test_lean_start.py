"""What the window has loaded at each step of its start: what comes too soon makes all slow."""

import json
import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.ledger.ledger import Ledger, ledger_path
from tests.support.contracts import ROOT

pytestmark = pytest.mark.program

_SCRIPT = """
import json, linecache, os, sys, threading
from pathlib import Path

class Finding:
    # Notes what a worker loads, for when it does is chance.
    by_workers = set()

    def find_spec(self, name, *_):
        if threading.current_thread() is not threading.main_thread():
            self.by_workers.add(name)

sys.meta_path.insert(0, Finding())
from app.assembly import Streams, workplace_of
from ui.start import run

found = {}

def note(step, unless=frozenset()):
    names = vars(sys.modules["PySide6.QtCore"])
    loaded = [name for name in sys.modules if name not in unless]
    found.setdefault(step, [*loaded, *(f"QtCore.{name}" for name in names)])

def watch(opening):
    opening.shell.painted.connect(lambda: note("painted"))
    opening.furnished.connect(lambda: note("furnished"))
    opening.staffed.connect(lambda: note("staffed", Finding.by_workers))
    opening.staffed.connect(lambda: opening.desk.figures.read.connect(lambda _: rest(opening)))

def rest(opening):
    note("read")
    own = tuple(os.path.join(os.getcwd(), room) for room in ("app", "ui"))
    found["sources"] = [name for name in linecache.cache if name.startswith(own)]
    opening.shell.leave()

folder = Path(sys.argv[1])
run(None, workplace_of(str(folder), os.environ, Streams(sys.stdout, sys.stderr, None)), watch=watch)
print(json.dumps(found))
"""
_DATABASE = ("sqlalchemy", "app.ledger.ledger", "app.actions")
_NEVER = (
    "httpx",
    "pydantic",
    "keyring",
    "holidays",
    "phonenumbers.geodata",
    "PySide6.QtNetwork",
    "ui.palette.overlay",
    "ui.settings.page",
    "ui.settings.state",
    "ui.keys.sheet",
    "app.softphone",
    "ui.dial.page",
    "ui.softphones.row",
    "ui.first_run.page",
)


def test_the_first_frame_needs_neither_plans_nor_pages_nor_the_names_of_qt() -> None:
    too_soon = ("app.domain.plan", "ui.theme", "ui.window", "ui.desk.desk", "QtCore.Qt")
    assert loaded("painted", (*too_soon, *_DATABASE, *_NEVER)) == []


def test_the_page_stands_before_anything_answers() -> None:
    assert loaded("furnished", ("ui.desk.desk", "ui.activity.page", *_DATABASE, *_NEVER)) == []


def test_the_database_is_loaded_by_the_worker() -> None:
    assert loaded("staffed", ("sqlalchemy", "importlib.metadata", *_NEVER)) == []


def test_what_nobody_has_asked_for_stays_away() -> None:
    assert loaded("read", _NEVER) == []


def test_no_source_is_read_and_kept() -> None:
    assert _steps()["sources"] == []


def loaded(step: str, names: Iterable[str]) -> list[str]:
    """Return which of these were there at a step."""
    return sorted(set(names) & set(_steps()[step]))


@lru_cache(maxsize=1)
def _steps() -> dict[str, list[str]]:
    with TemporaryDirectory() as folder:
        Ledger(ledger_path(Path(folder))).close()
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT, folder],
            cwd=ROOT, check=True, stdout=subprocess.PIPE,
        )  # fmt: skip
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found
