"""The last page shown with its age, kept for the next start; Qt-free and quick to read."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.disk.whole import write_private
from app.domain.problem import EnvironmentProblem
from ui.overview.frozen import from_json, to_json
from ui.overview.state import OverviewState
from ui.window.state import WindowState

FILE_NAME = "snapshot.json"


@dataclass(frozen=True, slots=True)
class Shown:
    """What the window shows: its page, and the words around it, among them how old it is."""

    page: OverviewState
    window: WindowState

    def to_json(self) -> str:
        """Write it for another process or the next start."""
        return to_json(self)


def read_snapshot(folder: Path) -> Shown | None:
    """Return what was last shown, ``None`` when there is nothing that can be read."""
    with suppress(OSError):
        return shown_of((folder / FILE_NAME).read_bytes())
    return None


def shown_of(written: bytes) -> Shown | None:
    """Read it back, ``None`` when it is nothing or another version of the program wrote it."""
    with suppress(ValueError):
        return from_json(Shown, written.decode())
    return None


def keep_snapshot(folder: Path, shown: Shown) -> None:
    """Keep what is shown; if that fails, it costs the next start a moment, nothing more."""
    with suppress(EnvironmentProblem):
        write_private(folder / FILE_NAME, shown.to_json())
