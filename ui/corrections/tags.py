"""Completion of tags: known ones are offered for the tag that is being written."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

_APART = ", "


class TagCompleter(QCompleter):
    """Completes the last of the tags in a line and keeps those before it."""

    def __init__(self, tags: Sequence[str], line: QLineEdit) -> None:
        super().__init__(list(tags), line)
        self._line = line
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    @override
    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before, comma, _ = self._line.text().rpartition(",")
        chosen = str(index.data())
        return f"{before.strip()}{_APART}{chosen}" if comma else chosen
