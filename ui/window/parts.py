"""F6 goes from part to part of the window, Shift+F6 back, where Tab would take many presses."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


class PartSwitch(QObject):
    """``parts`` tells the parts there are now; each gets the keyboard at its first stop."""

    def __init__(self, window: QWidget, parts: Callable[[], tuple[QWidget, ...]]) -> None:
        super().__init__(window)
        self._window, self._parts = window, parts
        QShortcut(QKeySequence("F6"), window, self.go_on)
        QShortcut(QKeySequence("Shift+F6"), window, self.go_back)

    def go_on(self) -> None:
        """Go to the next part."""
        self._go(1)

    def go_back(self) -> None:
        """Go to the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        stops = [(part, stop) for part in self._parts() if (stop := _first_stop(part))]
        if not stops:
            return
        focused = self._window.focusWidget()
        here = (at for at, (part, _) in enumerate(stops) if _holds(part, focused))
        at = next(here, -1 if step > 0 else 0)
        stops[(at + step) % len(stops)][1].setFocus(Qt.FocusReason.TabFocusReason)


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (part is focused or part.isAncestorOf(focused))


def _first_stop(part: QWidget) -> QWidget | None:
    """Return the first place for the keyboard in a part, ``None`` where it has none or is hidden.

    The list itself comes before its heads.
    """
    if not part.isVisible():
        return None
    stops = [each for each in (part, *part.findChildren(QWidget)) if _is_stop(each)]
    strong = [each for each in stops if each.focusPolicy() == Qt.FocusPolicy.StrongFocus]
    return next(iter(strong or stops), None)


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isVisible() and widget.isEnabled()
