"""What stands on the page before anything is connected: tiles to begin with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ui.accounts.empty_state import EmptyState
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card, PressCard
from ui.widgets.columns import Columns
from ui.widgets.flow import Flow
from ui.widgets.labels import label, set_text
from ui.widgets.marks import IconMark
from ui.widgets.section import quiet


class ProviderTile(PressCard):
    """A provider to begin with."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.provider = ""
        self._name, self._brings = label(Role.HEADLINE), quiet()
        self.column.addWidget(IconMark(theme, "plug", size=20))
        self.column.addWidget(self._name)
        self.column.addWidget(self._brings)
        self.column.addStretch(1)

    def show_tile(self, provider: str, name: str, brings: str, spoken: str) -> None:
        """Show what connecting with a provider brings."""
        self.provider = provider
        self._name.setText(name)
        self._brings.setText(brings)
        self.setAccessibleName(spoken)


class EmptyCard(Card):
    """Shows where to begin; ``connect_asked`` carries a provider, ``files_asked``: files."""

    connect_asked = Signal(str)
    files_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title, self._sentence = (
            label(Role.PAGE_TITLE, wrap=True),
            label(ink="soft", wrap=True),
        )
        self._tiles: list[ProviderTile] = []
        self._columns = Columns(least=170, shares=(1, 1, 1))
        self._otherwise, self._files = quiet(), button()
        self._files.clicked.connect(self.files_asked)
        ways = Flow()
        ways.addWidget(self._files)
        self.column.setContentsMargins(18, 16, 18, 16)
        self.column.addWidget(self._title)
        self.column.addWidget(self._sentence)
        self.column.addSpacing(8)
        self.column.addWidget(self._columns)
        self.column.addSpacing(8)
        self.column.addWidget(self._otherwise)
        self.column.addLayout(ways)

    @property
    def files(self) -> QPushButton:
        """The button that imports files."""
        return self._files

    def show_state(self, state: EmptyState) -> None:
        """Show the tiles."""
        set_text(self._title, state.title)
        set_text(self._sentence, state.sentence)
        set_text(self._otherwise, state.otherwise)
        self._files.setText(state.files)
        self.setAccessibleName(f"{state.title} {state.sentence}")
        while len(self._tiles) < len(state.tiles):
            made = ProviderTile(self._theme)
            made.setParent(self._columns)  # or it would be a window for a moment
            made.clicked.connect(self._on_pressed)
            self._tiles.append(made)
        for tile, shown in zip(self._tiles, state.tiles, strict=True):
            tile.show_tile(shown.provider, shown.name, shown.brings, shown.spoken)
        self._columns.set_widgets(*self._tiles)

    def _on_pressed(self) -> None:
        tile = self.sender()
        if isinstance(tile, ProviderTile):
            self.connect_asked.emit(tile.provider)
