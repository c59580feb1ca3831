"""A field for what nobody should read over one's shoulder, with a way to look at it."""

from PySide6.QtWidgets import QLineEdit

from ui.theme.theme import Theme
from ui.widgets.field import Field
from ui.widgets.link import LinkButton

#: More than any key, so that a wrong thing pasted whole is told apart and not cut.
_LONGEST = 4_000


class MaskedField(Field):
    """Shows dots for what is typed or pasted until it is asked to show it."""

    def __init__(self, theme: Theme, name: str, show: str, hide: str) -> None:
        self.box = QLineEdit()
        self._words = (show, hide)
        self._toggle = LinkButton(theme)
        super().__init__(name, self.box, self._toggle)
        self.box.setMaxLength(_LONGEST)
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self._toggle.setAccessibleDescription(name)
        self._toggle.set_name(show)
        self._toggle.clicked.connect(self._on_toggled)

    @property
    def is_masked(self) -> bool:
        """Whether dots stand for what was typed."""
        return self.box.echoMode() is QLineEdit.EchoMode.Password

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.box.clear()

    def _on_toggled(self) -> None:
        show, hide = self._words
        masked = not self.is_masked
        mode = QLineEdit.EchoMode.Password if masked else QLineEdit.EchoMode.Normal
        self.box.setEchoMode(mode)
        self._toggle.set_name(show if masked else hide)
