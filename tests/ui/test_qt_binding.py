"""The binding to Qt is sound: some versions lose count of Python's True and None, and die."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

_ENOUGH_TO_DIE_OF = 5000


class Bell(QObject):
    rung = Signal()


class Blank(QAbstractTableModel):
    """A table in which there is nothing to show."""

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 1

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 1

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> None:
        return None


def test_a_signal_can_be_emitted_thousands_of_times() -> None:
    bell = Bell()
    heard: list[None] = []
    bell.rung.connect(lambda: heard.append(None))
    for _ in range(_ENOUGH_TO_DIE_OF):
        bell.rung.emit()
    assert len(heard) == _ENOUGH_TO_DIE_OF


def test_a_model_can_have_nothing_to_show_thousands_of_times() -> None:
    blank = Blank()
    index = blank.index(0, 0)
    # Asked through the index, so that the answer goes through Qt and comes back.
    assert [index.data() for _ in range(_ENOUGH_TO_DIE_OF)] == [None] * _ENOUGH_TO_DIE_OF
