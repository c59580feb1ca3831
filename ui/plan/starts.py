"""What boxes hold when a form opens, and how they follow what holds, but for what was typed."""

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from ui.widgets.days import DayBox

Held: TypeAlias = str | int | bool | date
#: The boxes of a form, each with what it begins with.
Starts: TypeAlias = Mapping[QWidget, Held]


def follow(before: Starts, now: Starts) -> None:
    """Let boxes that still hold what they began with hold what they would begin with now."""
    # All are looked at before the first is set: setting one may set another.
    untouched = [box for box, held in before.items() if _held(box) == held]
    for box in untouched:
        if now[box] != before[box]:
            _put(box, now[box])


def _held(box: QWidget) -> Held:
    match box:
        case DayBox():
            return box.day
        case QSpinBox():
            return box.value()
        case QCheckBox():
            return box.isChecked()
        case QLineEdit():
            return box.text()
        case QComboBox():
            return box.currentText() if box.isEditable() else box.currentIndex()
        case _:
            raise TypeError(type(box))


def _put(box: QWidget, held: Held) -> None:
    match box, held:
        case DayBox(), date():
            box.setDate(QDate(held.year, held.month, held.day))
        case QCheckBox(), bool():
            box.setChecked(held)
        case QSpinBox(), int():
            box.setValue(held)
        case QLineEdit(), str():
            box.setText(held)
            box.setCursorPosition(0)
        case QComboBox(), str():
            box.setCurrentText(held)
        case QComboBox(), int():
            box.setCurrentIndex(held)
        case _:
            raise TypeError(type(box))
