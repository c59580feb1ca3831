"""The last page shown, kept for the next first frame; Qt-free and quick to read."""

from contextlib import suppress
from pathlib import Path

from app.domain.problem import EnvironmentProblem
from app.machine.private_file import write_private
from ui.overview.state import OverviewState

FILE_NAME = "snapshot.json"


def read_snapshot(folder: Path) -> OverviewState | None:
    """Return the page as it was last shown, ``None`` when there is none that can be read."""
    with suppress(OSError, ValueError):
        return OverviewState.from_json((folder / FILE_NAME).read_text(encoding="utf-8"))
    return None


def keep_snapshot(folder: Path, state: OverviewState) -> None:
    """Keep a page; one that cannot be kept costs the next start a moment, nothing more."""
    with suppress(EnvironmentProblem):
        write_private(folder / FILE_NAME, state.to_json())
