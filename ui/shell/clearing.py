"""Putting away what stands over a window, which cannot close as long as a box does.

Every dialog is rejected, so that nothing is agreed to: by no button, and without what a dialog
would ask before it goes.
"""

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QDialog, QWidget

#: The program's own loop of events; each box that is waited for has one more inside it.
_OWN_LOOP = 1
#: More than ever stand over each other; what does not go is tried again later.
_MOST = 20


def clear_away() -> bool:
    """Close open menus and reject open dialogs; tells whether nobody waits for one any longer."""
    for _ in range(_MOST):
        over = _in_front()
        if over is None:
            break
        if isinstance(over, QDialog):
            QDialog.reject(over)  # not a dialog's own way to go, which may ask or refuse
        else:
            over.close()
    return _in_front() is None and QThread.currentThread().loopLevel() <= _OWN_LOOP


def _in_front() -> QWidget | None:
    """Return the menu or dialog in front of all others, ``None`` where there is none."""
    menu, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if menu is not None:
        return menu
    if isinstance(modal, QDialog) and modal.isVisible():
        return modal
    every = QApplication.topLevelWidgets()
    return next((each for each in every if isinstance(each, QDialog) and each.isVisible()), None)
