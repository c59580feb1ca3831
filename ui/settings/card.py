"""A card of the Settings page: a section with its rows, hairlines between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from ui.settings.row import RowShown
from ui.settings.rows import Section
from ui.theme.theme import Theme
from ui.widgets.card import Card, hairline, section_title

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

#: Narrower than this, in digits of its font, a row has its control below.
_WIDE_DIGITS = 62


class SectionCard(Card):
    """A section; ``said`` carries a row's key and the answer, ``asked`` what is to be done."""

    said = Signal(str, object)
    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = section_title()
        self._title.setWordWrap(True)
        self._title.setContentsMargins(0, 0, 0, 4)
        self.column.addWidget(self._title)
        self.column.setSpacing(0)
        self._rows: dict[str, RowShown] = {}
        self._lines: dict[str, QFrame] = {}

    def row(self, key: str) -> RowShown:
        """Return a row; KeyError for one that is not shown."""
        return self._rows[key]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the rows that are shown."""
        return tuple(self._rows)

    def show_section(self, section: Section) -> None:
        """Show a section; rows that stay are the same widgets, with the keyboard in them."""
        self._title.setText(section.title)
        self.setAccessibleName(section.title)
        wanted = {row.key for row in section.rows}
        for gone in set(self._rows) - wanted:
            for part in (self._rows.pop(gone), self._lines.pop(gone)):
                part.hide()
                part.deleteLater()
        for place, row in enumerate(section.rows):
            if row.key not in self._rows:
                self._insert(place, RowShown(self._theme, row))
            self._rows[row.key].show_row(section, row)
            self._lines[row.key].setVisible(place > 0)
        self._order(section)

    def _insert(self, place: int, made: RowShown) -> None:
        line = hairline()
        self.column.insertWidget(1 + 2 * place, line)
        self.column.insertWidget(2 + 2 * place, made)
        self._rows[made.key], self._lines[made.key] = made, line
        made.said.connect(self.said)
        made.asked.connect(self.asked)
        made.turn(wide=self._is_wide(self.width()))

    def _order(self, section: Section) -> None:
        self._rows = {row.key: self._rows[row.key] for row in section.rows}

    def _is_wide(self, width: int) -> bool:
        return width >= self._title.fontMetrics().horizontalAdvance("0") * _WIDE_DIGITS

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self._is_wide(event.size().width())
        for row in self._rows.values():
            row.turn(wide=wide)
