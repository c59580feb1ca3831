"""What the process inside does: the real window, then what is painted and loaded beside it."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from app.assembly import Workplace
from app.disk.whole import write_private
from app.domain.notice_choice import NoticeChoice
from app.domain.problem import ExitCode
from app.machine.paths import make_folder
from app.machine.settings import Settings, save_settings
from ui.commands.selfcheck.child import DATA, PICTURE, SEEN
from ui.commands.selfcheck.parts import look_at
from ui.display import has_display


def look_inside(folder: Path, workplace: Workplace) -> int:
    """Look at what needs Qt, and write what was seen into the folder."""
    # Here because whoever starts this process never loads Qt.
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QGuiApplication

    from ui.commands.selfcheck.painted import see_fonts, see_qt, see_tray
    from ui.commands.selfcheck.window import see_first_look, see_window

    words = workplace.words
    place = replace(workplace, folder=folder / DATA)
    make_folder(folder / "home")
    make_folder(place.folder)
    save_settings(place.folder, _quiet())
    parts = [
        look_at("window", lambda: see_window(place, folder / PICTURE), words),
        look_at("first look", lambda: see_first_look(place), words),
    ]
    # Without a display Qt would end this process.
    if has_display(workplace.environ):
        parts += [
            look_at("fonts", lambda: see_fonts(words), words),
            look_at("tray", lambda: see_tray(words), words),
            look_at("qt", lambda: see_qt(words), words),
        ]
    seen = {
        "qt": qVersion(),
        "platform": QGuiApplication.platformName(),
        "parts": [asdict(part) for part in parts],
    }
    write_private(folder / SEEN, json.dumps(seen))
    return ExitCode.DONE


def _quiet() -> Settings:
    """Return settings under which nothing moves, rings, asks, is backed up or stays in a tray."""
    return Settings(
        theme="light",
        calm="always",
        welcomed=True,
        close_to_tray=False,
        backup_every_days=0,
        look_for_updates=False,
        notices=NoticeChoice(near=False, limit=False, billed=False, ahead=False, stale=False),
    )
