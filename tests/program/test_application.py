"""What the system says to the program as a whole, where no other application stands yet."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.program

_SCRIPT = """
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QFileOpenEvent
from ui.shell.application import make_application
application = make_application()
application.linked.connect(lambda link: print("linked", link))
application.quitting.connect(lambda: print("quitting"))
QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl("tel:+14155550188")))
QCoreApplication.sendEvent(application, QFileOpenEvent("/tmp/file.csv"))
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.Quit))
"""


def test_links_and_the_wish_to_end_are_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == ["linked tel:+14155550188", "quitting"]
