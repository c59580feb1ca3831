"""Labels by their role: size and weight from the fonts, colour from the style sheet."""

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from ui.text.phrase import plain, runs
from ui.theme.fonts import Role, font
from ui.widgets.elide import elide_mode
from ui.widgets.shown import show_if


def label(
    role: Role = Role.BODY, *, ink: str = "text", wrap: bool = False, parent: QWidget | None = None
) -> QLabel:
    """An empty label; ``ink`` is "text", "soft", "faint" or a tone."""
    made = QLabel(parent)
    dress_label(made, role, ink)
    made.setWordWrap(wrap)
    return made


def dress_label(widget: QLabel, role: Role, ink: str) -> None:
    """Give a label its font, colour and plain text format."""
    widget.setFont(font(role))
    widget.setProperty("ink", ink)
    widget.setTextFormat(Qt.TextFormat.PlainText)


def set_text(widget: QLabel, text: str) -> None:
    """Show a text and hide the label when there is none."""
    widget.setText(text)
    show_if(widget, text)


def set_ink(widget: QLabel, ink: str) -> None:
    """Change a label's colour by name."""
    if widget.property("ink") != ink:
        widget.setProperty("ink", ink)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class PhraseLabel(QLabel):
    """A label that shows a phrase with its strong words in the text's own ink."""

    def __init__(
        self, role: Role = Role.BODY, *, ink: str = "soft", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        dress_label(self, role, ink)
        self.setTextFormat(Qt.TextFormat.RichText)
        self._phrase = ""

    def set_phrase(self, phrase: str) -> None:
        """Show a phrase; it is read aloud without its marks."""
        self._phrase = phrase
        self.setAccessibleName(plain(phrase))
        self._write()

    def _write(self) -> None:
        ink = QGuiApplication.palette().windowText().color().name()
        self.setText("".join(_html(text, ink if bold else "") for text, bold in runs(self._phrase)))
        show_if(self, self._phrase)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._write()


def _html(text: str, strong: str) -> str:
    if not strong:
        return escape(text)
    return f'<span style="font-weight:600;color:{strong}">{escape(text)}</span>'


class ElidedLabel(QLabel):
    """A one-line label that ends in an ellipsis where room is short and then tells all on hover."""

    def __init__(
        self, role: Role = Role.BODY, *, ink: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shorter: tuple[str, ...] = ()
        dress_label(self, role, ink)

    def set_text(self, text: str, shorter: tuple[str, ...]) -> None:
        """Show a text, or where room is short the first of shorter ones that has room."""
        self._shorter = shorter
        self.setText(text)
        self.update()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        short = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(self.text() if short else "")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        texts = (self.text(), *self._shorter)
        cut = [self._cut(each) for each in texts]
        whole = (each for each, text in zip(cut, texts, strict=True) if each == text)
        shown = next(whole, cut[-1])
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), shown)

    def _cut(self, text: str) -> str:
        return self.fontMetrics().elidedText(text, elide_mode(text), self.width())
