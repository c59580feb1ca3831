"""The rail at the left: the pages there are, a call by hand, and how old the figures are."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from ui.theme.fonts import Role, font, text_percent
from ui.theme.icons import paint_icon
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.card import row
from ui.widgets.labels import label, set_text
from ui.widgets.marks import IconMark, paint_focus
from ui.window.state import WindowState

_WIDE, _NARROW = 228, 60
#: So much wider is the rail where text is twice as large, in px.
_GROWTH = 110
_ICON = 19
#: Between lines, and where the window is low, in px.
_GAP, _CLOSE = 6, 2
#: What the name above the lines, the age below them and the margins take, in px.
_AROUND = 124


class RailButton(QAbstractButton):
    """A line of the rail: icon and name, or the icon alone where the rail is folded."""

    def __init__(self, theme: Theme, mark: str, *, key: str = "") -> None:
        super().__init__()
        self.key = key
        self._theme = theme
        self._mark = mark
        self._folded = False
        self.setFont(font(Role.BODY))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def set_name(self, name: str) -> None:
        """Name the line."""
        self.setText(name)
        self.setAccessibleName(name)

    def fold(self, *, folded: bool) -> None:
        """Show the icon alone; the name is then told on hover."""
        self._folded = folded
        self.setToolTip(self.text() if folded else "")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(40, max(_ICON, self._text_height()) + 18)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, max(_ICON + 6, self._text_height() + 4))

    def _text_height(self) -> int:
        # The icon alone needs no more, however large the text is.
        return 0 if self._folded else self.fontMetrics().height()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, place = self._theme.tokens, QRectF(self.rect())
        ground = tokens.accent_ground if self.isChecked() else tokens.hover
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(place, 8, 8)
        colour = tokens.text if self.isChecked() else tokens.soft
        left = (self.width() - _ICON) / 2 if self._folded else 12
        square = QRectF(left, (self.height() - _ICON) / 2, _ICON, _ICON)
        paint_icon(painter, self._mark, square, colour)
        self._paint_name(painter, colour)
        if self.hasFocus():
            paint_focus(painter, place, tokens.accent, radius=8)

    def _paint_name(self, painter: QPainter, colour: str) -> None:
        if self._folded:
            return
        painter.setFont(font(Role.STRONG if self.isChecked() else Role.BODY))
        painter.setPen(QColor(colour))
        room = self.rect().adjusted(12 + _ICON + 12, 0, -8, 0)
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


def _wide() -> int:
    """The width of the rail with names, with room for larger text."""
    return _WIDE + (text_percent() - 100) * _GROWTH // 100


class Rail(QFrame):
    """The rail; ``page_chosen`` carries a page's key, ``call_asked`` wants a call by hand."""

    page_chosen = Signal(str)
    call_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "rail")
        self._theme = theme
        self._head = QWidget()
        self._logo = IconMark(theme, size=26)
        self._logo.set_mark("mark", Tone.PLAIN)
        self._name = label(Role.HEADLINE)
        self._pages: list[RailButton] = []
        self._front = ""
        self._page_column, self._low_column = QVBoxLayout(), QVBoxLayout()
        self._call = RailButton(theme, "phone")
        self._age_mark = IconMark(theme, size=16)
        self._age = label(Role.SMALL, ink="soft", wrap=True)
        self._call.clicked.connect(self.call_asked)
        self._lay_out()

    def show_state(self, state: WindowState) -> None:
        """Show the pages and the age."""
        self._name.setText(state.title)
        self._call.set_name(state.on_call)
        self._age_mark.set_mark(state.age_mark, Tone.NEAR)
        self._age_mark.setVisible(bool(state.age_mark))
        self._age_mark.setToolTip(state.age)
        set_text(self._age, state.age)
        if [page.key for page in state.pages] != [button.key for button in self._pages]:
            self._make_pages(state)
        for button, page in zip(self._pages, state.pages, strict=True):
            button.set_name(page.label)
        self._fit()

    def go_to(self, key: str) -> None:
        """Mark the page that is in front."""
        self._front = key
        for button in self._pages:
            button.setChecked(button.key == key)

    def fold(self, *, folded: bool) -> None:
        """Show icons alone."""
        self.setFixedWidth(_NARROW if folded else _wide())
        self._name.setVisible(not folded)
        self._age.setVisible(not folded and bool(self._age.text()))
        for button in (*self._pages, self._call):
            button.fold(folded=folded)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the window is low, lines stand closer and the name goes, so that all can be seen.

        What the age says in words goes too where even that is not enough.
        """
        column = self.layout()
        lines = [*self._pages, self._call]
        room = self.height() - sum(each.sizeHint().height() + _GAP for each in lines)
        tight = room < _AROUND
        self._head.setVisible(not tight)
        if column is not None:
            column.setContentsMargins(12, 6 if tight else 16, 12, 8 if tight else 14)
        for each in (column, self._page_column, self._low_column):
            if each is not None:
                each.setSpacing(_CLOSE if tight else _GAP)
        least = sum(each.minimumSizeHint().height() + _CLOSE for each in lines)
        words = self.height() - least > 3 * self._age.fontMetrics().height()
        folded = self.width() <= _NARROW
        self._age.setVisible(words and not folded and bool(self._age.text()))

    def _make_pages(self, state: WindowState) -> None:
        for old in self._pages:
            old.deleteLater()
        self._pages = [RailButton(self._theme, page.mark, key=page.key) for page in state.pages]
        self._front = state.pages[0].key
        for position, button in enumerate(self._pages):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(position == 0)
            button.toggled.connect(self._on_toggled)
        for button, page in zip(self._pages, state.pages, strict=True):
            (self._low_column if page.low else self._page_column).addWidget(button)
        for before, after in pairwise([*self._pages, self._call]):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 14)
        column.setSpacing(6)
        head = row(self._logo, self._name, 1, spacing=10)
        head.setContentsMargins(5, 0, 0, 12)
        self._head.setLayout(head)
        column.addWidget(self._head)
        column.addLayout(self._page_column)
        column.addStretch(1)
        column.addLayout(self._low_column)
        column.addWidget(self._call)
        age = row(self._age_mark, spacing=6)
        age.addWidget(self._age, 1)
        age.setContentsMargins(10, 6, 0, 0)
        column.addLayout(age)

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt hands it over so
        """Go to a page however its line was chosen: screen readers toggle it and never click."""
        button = self.sender()
        if checked and isinstance(button, RailButton) and button.key != self._front:
            self.page_chosen.emit(button.key)
