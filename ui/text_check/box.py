"""The field for a text: plain, its costly characters underlined, its own undo and nothing kept."""

from PySide6.QtCore import QMimeData, QSize, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit
from typing_extensions import override

from ui.theme.fonts import Role, font
from ui.theme.theme import Theme

_LINES = 5
#: Characters the field takes: several times the longest text anybody sends, and as many as are
#: laid out and counted without holding the window.
MOST = 10_000
#: What Qt keeps a line's end as: between paragraphs, and inside one.
_ENDS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class TextBox(QPlainTextEdit):
    """A few lines high; ``changed`` follows each change. Tab leaves it.

    ``refused``: what was pasted or dropped would have made it longer than :data:`MOST`.
    """

    changed = Signal()
    refused = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks: tuple[tuple[int, int], ...] = ()
        self.setFont(font(Role.BODY))
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.changed)
        theme.changed.connect(self._paint_marks)

    @property
    def text(self) -> str:
        """The text as it was typed; Qt's own plain text would hide spaces that do not break."""
        return self.document().toRawText().translate(_ENDS)

    def write(self, text: str) -> None:
        """Put a text, up to :data:`MOST` of it, in place of the one there, as one step to undo."""
        place = self.textCursor().position()
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text[:MOST])
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        chosen = self.textCursor().selectedText()
        if len(self.text) - len(chosen) + len(source.text()) > MOST:
            self.refused.emit()
        else:
            super().insertFromMimeData(source)

    def forget(self) -> None:
        """Drop the text, and what could bring it back."""
        self.setPlainText("")
        self.document().clearUndoRedoStacks()

    def mark(self, marks: tuple[tuple[int, int], ...]) -> None:
        """Underline stretches, each a place and a length in UTF-16 units."""
        if marks != self._marks:
            self._marks = marks
            self._paint_marks()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().lineSpacing() * _LINES + 20)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.fontMetrics().lineSpacing() * 3 + 20)

    def _paint_marks(self) -> None:
        self.setExtraSelections([self._selection(*mark) for mark in self._marks])

    def _selection(self, place: int, length: int) -> QTextEdit.ExtraSelection:
        end = self.document().characterCount() - 1
        found = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, end))
        cursor.setPosition(min(place + length, end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(QColor(self._theme.tokens.billed))
        look.setBackground(QColor(self._theme.tokens.billed_ground))
        found.cursor, found.format = cursor, look
        return found
