"""Which bell a system has."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from ui.notices.bell import Bell
from ui.notices.desktop import DesktopBell
from ui.notices.presenting import is_presenting
from ui.notices.tray import TrayBell


def usual_bell(
    icon: Callable[[], QSystemTrayIcon | None], parent: QObject, *, platform: str = sys.platform
) -> Bell:
    """Return the bell of this system: its notification server, else the icon in the tray.

    Where there is neither, the window's banner is all, and nothing is missing from that.
    """
    beside_icon = TrayBell(icon, parent, is_presenting)
    if not platform.startswith("linux"):
        beside_icon.unheard.connect(beside_icon.missed)
        return beside_icon
    server = DesktopBell(parent)
    server.unheard.connect(beside_icon.ring)
    beside_icon.unheard.connect(server.missed)
    beside_icon.clicked.connect(server.clicked)
    beside_icon.gone.connect(server.gone)
    return server
