"""The part of a dialog that asks for the key of one provider: steps to it, and its fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.key_pasted import KeyPasted, read_key
from ui.accounts.key_state import KeyState
from ui.accounts.masked import MaskedField
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.field import Field, note
from ui.widgets.fold import Fold
from ui.widgets.labels import label, set_text
from ui.widgets.link import LinkButton
from ui.widgets.steps import StepList

_LONGEST = 4_000


class KeyForm(QWidget):
    """Asks for a key.

    ``changed``: something was typed. ``page_opened`` carries the address of the provider's pages.
    ``with_account``: asks for the account, too, where the key does not tell it.
    """

    changed = Signal()
    page_opened = Signal(str)

    def __init__(self, theme: Theme, state: KeyState, *, with_account: bool = True) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self.state = state
        fields = state.fields
        self._account, self._user = QLineEdit(), QLineEdit()
        self._word = MaskedField(theme, fields.word, state.show, state.hide)
        self.steps = Fold(theme, self._guide(theme))
        self.steps.set_title(state.steps_title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.steps)
        account = fields.account if with_account else ""
        for name, box in ((account, self._account), (fields.user, self._user)):
            box.setMaxLength(_LONGEST)
            box.textChanged.connect(self.changed)
            if name:
                column.addWidget(Field(name, box))
            else:
                box.setParent(self)  # asked for by nobody, and no window of its own
                box.hide()
        self._word.box.textChanged.connect(self.changed)
        column.addWidget(self._word)

    @property
    def first(self) -> QLineEdit:
        """The field to begin with."""
        boxes = (self._account, self._user, self._word.box)
        return next(box for box in boxes if not box.isHidden())

    @property
    def is_filled(self) -> bool:
        """Whether a key is there to be tried."""
        return bool(self._word.box.text().strip())

    def key(self, account: str = "") -> KeyPasted:
        """Return the key that was pasted; UsageProblem for what cannot be one.

        ``account``: the one it is for, where the form does not ask for it.
        """
        typed = account or self._account.text()
        word, user = self._word.box.text(), self._user.text()
        return read_key(self.state.provider, word, user=user, account=typed)

    def forget(self) -> None:
        """Keep nothing of the key."""
        self._word.forget()

    def _guide(self, theme: Theme) -> QWidget:
        state, guide = self.state, QWidget()
        guide.setProperty("part", "clear")
        column = QVBoxLayout(guide)
        column.setContentsMargins(3, 4, 0, 4)
        column.setSpacing(6)
        steps, page = StepList(), LinkButton(theme, mark="out")
        steps.show_steps(state.steps)
        page.set_name(state.open_page)
        page.clicked.connect(self._on_page)
        title = label(Role.SMALL, wrap=True)
        title.setText(state.rights_title)
        column.addWidget(steps)
        column.addWidget(page, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(title)
        for text in ("\n".join(f"•  {each}" for each in state.rights), state.who, state.note):
            part = note()
            set_text(part, text)
            column.addWidget(part)
        return guide

    def _on_page(self) -> None:
        self.page_opened.emit(self.state.page)
