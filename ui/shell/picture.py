"""The last page as a picture, kept when the window closes and shown by the next first frame."""

import json
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QPixmap

from app.domain.problem import EnvironmentProblem

PICTURE, ABOUT = "last-page.png", "last-page.json"


class LastPage(NamedTuple):
    """A page as it was last shown; ``spoken`` says its figures, ``dark`` which theme it has."""

    picture: QPixmap
    spoken: str
    dark: bool


def read_last_page(folder: Path) -> LastPage | None:
    """Return the last page, ``None`` when there is none that can be shown."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        picture = QPixmap(str(folder / PICTURE))
        picture.setDevicePixelRatio(float(about["scale"]))
        if not picture.isNull():
            return LastPage(picture, str(about["spoken"]), bool(about["dark"]))
    return None


def keep_last_page(folder: Path, page: LastPage) -> None:
    """Keep a page; one that cannot be kept costs the next start a moment, nothing more."""
    # Here because a start only reads.
    from PySide6.QtCore import QBuffer, QIODevice

    from app.disk.whole import write_private, write_private_bytes

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    page.picture.save(buffer, "PNG")
    scale = page.picture.devicePixelRatio()
    about = {"scale": scale, "spoken": page.spoken, "dark": page.dark}
    with suppress(EnvironmentProblem):
        write_private_bytes(folder / PICTURE, bytes(buffer.data().data()))
        write_private(folder / ABOUT, json.dumps(about, ensure_ascii=False))
