"""The dialog that connects an account: a provider, its key, and what came of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.connection import NewConnection, Options, Provider
from app.domain.problem import UsageProblem
from ui.accounts.connect_state import ConnectState, FoundState, WhoState
from ui.accounts.key_form import KeyForm
from ui.accounts.who import WhoPart
from ui.theme.theme import Theme
from ui.theme.tone import Tone
from ui.widgets.buttons import button
from ui.widgets.card import clear_layout
from ui.widgets.field import Field, note
from ui.widgets.fold import Fold
from ui.widgets.form import FormDialog, ToldLine
from ui.widgets.segments import Segments
from ui.widgets.tick import TickBox

_LONGEST_NAME, _LONGEST_ADDRESS = 80, 500


class ConnectDialog(FormDialog):
    """Asks for a provider and its key.

    ``asked`` carries a :class:`NewConnection`, ``wrong`` a Problem of what was typed, to be shown
    by :meth:`show_refused`; ``me_chosen`` the id of the user that one is; ``page_opened`` an
    address.
    """

    asked = Signal(object)
    wrong = Signal(object)
    me_chosen = Signal(str)
    page_opened = Signal(str)

    def __init__(
        self, theme: Theme, state: ConnectState, provider: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, state.title, width=540, parent=parent)
        self._state = state
        self._providers = Segments(state.provider)
        self._forms = {each.provider: KeyForm(theme, each) for _, each in state.forms}
        self._name, self._address = QLineEdit(), QLineEdit()
        self._behind = TickBox(theme, state.behind)
        self._more = Fold(theme, self._more_fields())
        self._who: WhoPart | None = None
        self._cancel = self.add_cancel(state.cancel)
        self._connect = button(main=True)
        self._add_form()
        self._providers.choose(provider or Provider.HUBSPOT)
        self._on_provider()

    @property
    def form(self) -> KeyForm:
        """What the provider that is chosen asks for."""
        return self._forms[Provider(self._providers.key)]

    def show_testing(self) -> None:
        """Say that the provider is being asked."""
        self.show_busy(self._state.testing)
        self._connect.setEnabled(False)

    def show_refused(self, problem: str) -> None:
        """Say why it did not work; what was typed stays."""
        self.show_problem(problem)
        self._look()
        self.form.first.setFocus()

    def show_found(self, state: FoundState) -> None:
        """Say what was found; nothing of the key stays in the dialog."""
        for form in self._forms.values():
            form.forget()
        self.set_title(state.title)
        clear_layout(self.body)
        self._connect.hide()
        self.add_sentence(state.next)
        for text in state.cautions:
            caution = ToldLine(self._theme)
            self.body.addWidget(caution)  # first, or it would be a window for a moment
            caution.tell(text, "near", Tone.NEAR)
        self.body.addStretch(1)
        self.show_done(state.done)
        self.fit_anew()
        self._cancel.setText(self._state.close)
        self._cancel.setDefault(True)
        self._cancel.setFocus()

    def show_who(self, state: WhoState) -> None:
        """Ask which of the users one is, once they are known."""
        if self._who is not None:
            return
        self._who = WhoPart(self._theme, state)
        self._who.chosen.connect(self.me_chosen)
        self._cancel.setText(state.later)
        self.body.insertWidget(self.body.count() - 1, self._who)
        self.fit()

    def _add_form(self) -> None:
        state = self._state
        self._providers.show_parts([(form.provider, name) for name, form in state.forms])
        self._providers.chosen.connect(self._on_provider)
        self.body.addWidget(self._providers)
        for form in self._forms.values():
            form.steps.open()
            form.changed.connect(self._look)
            form.page_opened.connect(self.page_opened)
            form.steps.toggle.toggled.connect(self.fit)
            self.body.addWidget(form)
        self.body.addWidget(self._behind)
        self.body.addWidget(self._more)
        self.add_sentence(state.about)
        self.body.addStretch(1)
        self._more.set_title(state.more)
        self._more.toggle.toggled.connect(self.fit)
        self._connect.setText(state.connect)
        self._connect.setDefault(True)
        self._connect.clicked.connect(self._on_connect)
        self.add_buttons(self._connect)

    def _more_fields(self) -> QWidget:
        state, fields = self._state, QWidget()
        fields.setProperty("part", "clear")
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        for name, box, longest, about in (
            (state.name, self._name, _LONGEST_NAME, state.name_note),
            (state.address, self._address, _LONGEST_ADDRESS, state.address_note),
        ):
            told = note()
            told.setText(about)
            box.setMaxLength(longest)
            column.addWidget(Field(name, box, told))
        return fields

    def _on_provider(self) -> None:
        chosen = Provider(self._providers.key)
        for provider, form in self._forms.items():
            form.setVisible(provider is chosen)
        self._behind.setVisible(chosen is Provider.TWILIO)
        self.show_problem("")
        self._look()
        self.form.first.setFocus()

    def _look(self) -> None:
        self._connect.setEnabled(self.form.is_filled)

    def _on_connect(self) -> None:
        try:
            new = self._asked()
        except UsageProblem as problem:
            self.wrong.emit(problem)
            return
        self.asked.emit(new)

    def _asked(self) -> NewConnection:
        pasted, provider = self.form.key(), Provider(self._providers.key)
        behind = provider is Provider.TWILIO and self._behind.isChecked()
        return NewConnection(
            provider,
            pasted.key,
            name=" ".join(self._name.text().split()),
            account=pasted.account,
            address=self._address.text().strip(),
            options=Options(behind_connect=behind),
        )
