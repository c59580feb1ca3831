"""The last page shown, kept for the next first frame; Qt-free and quick to read."""

from contextlib import suppress
from pathlib import Path

from app.domain.problem import EnvironmentProblem
from app.machine.private_file import write_private
from ui.overview.state import OverviewState

FILE_NAME = "snapshot.json"


def read_snapshot(folder: Path) -> OverviewState | None:
    """Return the page as it was last shown, ``None`` when there is none that can be read."""
    with suppress(OSError):
        return page_of((folder / FILE_NAME).read_bytes())
    return None


def page_of(written: bytes) -> OverviewState | None:
    """Read a page, ``None`` when it is none or another version of the program wrote it."""
    with suppress(ValueError):
        return OverviewState.from_json(written.decode())
    return None


def keep_snapshot(folder: Path, state: OverviewState) -> None:
    """Keep a page; one that cannot be kept costs the next start a moment, nothing more."""
    with suppress(EnvironmentProblem):
        write_private(folder / FILE_NAME, state.to_json())
