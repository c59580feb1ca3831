"""A dialog with a form: what is asked scrolls, and its foot tells what goes on and has the buttons.

Nothing that was typed is lost while something goes on or after it failed.
"""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.announce import announce
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.labels import label, set_text
from ui.widgets.marks import IconMark
from ui.widgets.scroll import scrolling

_SIDE = 20
_LEAST = 300
#: What the dialog leaves of the screen at least, in px.
_OUTSIDE = 70


class ToldLine(QWidget):
    """A sentence with an icon: work under way, what went wrong, or what was done."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._icon = IconMark(theme, size=18)
        self._text = label(Role.BODY, wrap=True)
        line = row(self._icon, spacing=10)
        line.setAlignment(self._icon, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.setLayout(line)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, "" for none."""
        return self._text.text()

    def tell(self, text: str, mark: str = "", tone: Tone | None = None) -> None:
        """Show a sentence with an icon's name, or put the line away."""
        set_text(self._text, text)
        self._icon.set_mark(mark, tone)
        self._icon.setVisible(bool(mark))
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        announce(self, text)


class FormDialog(QDialog):
    """``body`` takes what is asked; what stays in sight stands in ``foot``, above its buttons."""

    def __init__(
        self, theme: Theme, title: str, *, width: int = 480, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._wide = theme, width
        self._busy = self._anew = False
        self._title = label(Role.PAGE_TITLE, wrap=True)
        self._title.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self._inside = QWidget()
        self._inside.setProperty("part", "clear")
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(_SIDE, 0, _SIDE, 2)
        self.body.setSpacing(14)
        self._area = scrolling(self._inside)
        self.told = ToldLine(theme)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._settle)
        self.foot, self._buttons = QVBoxLayout(), QHBoxLayout()
        self.set_title(title)
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._busy

    def set_title(self, title: str) -> None:
        """Name the dialog."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def add_sentence(self, text: str) -> None:
        """Add a quiet sentence to the form; nothing where there is none."""
        if text:
            sentence = label(Role.SMALL, ink="soft", wrap=True)
            self.body.addWidget(sentence)
            sentence.setText(text)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add buttons at the right of the foot, the main one last."""
        for each in buttons:
            self._buttons.addWidget(each)

    def add_cancel(self, text: str) -> QPushButton:
        """Add the button that closes the dialog and changes nothing."""
        made = button()
        made.setText(text)
        made.clicked.connect(self.reject)
        self.add_buttons(made)
        return made

    def show_busy(self, text: str) -> None:
        """Say that work is under way; the form waits for it, the dialog can still be closed."""
        self._busy = True
        self._inside.setEnabled(False)
        self.told.tell(text, "clock", Tone.PLAIN)
        self.fit()

    def show_problem(self, text: str) -> None:
        """Say what went wrong; the form stands as it was typed. "" takes the sentence away."""
        self._rest()
        self.told.tell(text, "near" if text else "", Tone.STOP)
        self.fit()

    def show_done(self, text: str) -> None:
        """Say what was done."""
        self._rest()
        self.told.tell(text, "done" if text else "", Tone.PLAIN)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the form; it scrolls where the screen is not."""
        if not self._anew:
            self._grow()
        # What was just added tells its height only once it is laid out.
        self._later.start()

    def fit_anew(self) -> None:
        """Be as tall as what has taken the form's place, and no taller."""
        self._anew = True
        self.fit()

    def _settle(self) -> None:
        self._grow()
        self._anew = False

    def _grow(self) -> None:
        width = max(self.width() if self.isVisible() else self._wide, self.minimumWidth())
        self._inside.ensurePolished()
        wanted = self._wanted(width)
        most = self.screen().availableGeometry().height() - _OUTSIDE
        tall = self.height() if self.isVisible() and not self._anew else 0
        self.resize(width, min(max(wanted, tall), most))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()

    def _wanted(self, width: int) -> int:
        tall = self._inside.heightForWidth(width)
        tall = tall if tall >= 0 else self._inside.sizeHint().height()
        around = self.sizeHint().height() - self._area.sizeHint().height()
        return tall + around + 4

    def _rest(self) -> None:
        self._busy = False
        self._inside.setEnabled(True)

    def _lay_out(self) -> None:
        self.setMinimumSize(_LEAST, 220)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 18, 0, 18)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._area, 1)
        self.foot.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.foot.setSpacing(12)
        self.foot.addWidget(self.told)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self.foot.addLayout(self._buttons)
        column.addLayout(self.foot)
