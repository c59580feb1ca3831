"""The sheet of keys as a dialog: groups in two columns, or below each other where room is short."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keys.state import KeyGroup, KeyLine, KeysState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.card import row
from ui.widgets.columns import Columns
from ui.widgets.form import FormDialog
from ui.widgets.labels import label

_WIDE, _LEAST, _LINE = 780, 300, 40
_STEPS = {
    int(Qt.Key.Key_Down): _LINE,
    int(Qt.Key.Key_Up): -_LINE,
    int(Qt.Key.Key_PageDown): 8 * _LINE,
    int(Qt.Key.Key_PageUp): -8 * _LINE,
}


class KeySheet(FormDialog):
    """Shows what keys do; arrows and pages scroll it."""

    def __init__(self, theme: Theme, state: KeysState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=_WIDE, parent=parent)
        columns = Columns(least=_LEAST, shares=(1, 1))
        self.body.addWidget(columns)
        columns.set_widgets(*(_column(groups) for groups in _halves(state.groups)))
        self.body.addStretch(1)
        close = self.add_cancel(state.close)
        close.setDefault(True)
        close.setFocus()
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(event.key())
        if step is None:
            super().keyPressEvent(event)
        else:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + step)


def native(keys: str) -> str:
    """Write keys as the system's own menus do."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _halves(groups: tuple[KeyGroup, ...]) -> tuple[tuple[KeyGroup, ...], tuple[KeyGroup, ...]]:
    """Part the groups so that both columns are about as tall; their order stays."""
    heights = [len(group.lines) + 1.5 for group in groups]
    ends = range(1, len(groups))
    at = min(
        ends, key=lambda end: abs(sum(heights[:end]) - sum(heights[end:])), default=len(groups)
    )
    return groups[:at], groups[at:]


def _column(groups: Iterable[KeyGroup]) -> QWidget:
    made = QWidget()
    made.setProperty("part", "clear")
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 6, 0)
    column.setSpacing(5)
    for group in groups:
        title = label(Role.STRONG, wrap=True)
        title.setText(group.title)
        title.setContentsMargins(0, 8, 0, 0)
        column.addWidget(title)
        for line in group.lines:
            column.addWidget(_line(line))
    column.addStretch(1)
    return made


def _line(line: KeyLine) -> QWidget:
    made = QWidget()
    made.setProperty("part", "clear")
    text = label(Role.BODY, ink="soft", wrap=True)
    text.setText(line.text)
    laid = row(spacing=6)
    laid.addWidget(text, 1)
    shown = [native(keys) for keys in line.keys]
    for keys in shown:
        laid.addWidget(_cap(keys), 0, Qt.AlignmentFlag.AlignTop)
    made.setLayout(laid)
    made.setAccessibleName(f"{line.text}: {', '.join(shown)}")
    return made


def _cap(keys: str) -> QLabel:
    cap = label(Role.SMALL)
    cap.setProperty("part", "key")
    cap.setText(keys)
    return cap
