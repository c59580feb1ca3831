"""The dialog that says what a connection is and how its records count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.connection import Options
from ui.accounts.dialog_states import OptionsState
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.choice import ChoiceBox
from ui.widgets.field import Field, note
from ui.widgets.form import FormDialog
from ui.widgets.tick import TickBox


class OptionsDialog(FormDialog):
    """Asks for the options; ``chosen`` carries :class:`Options`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, state: OptionsState, parent: QWidget | None = None) -> None:
        super().__init__(theme, state.title, width=460, parent=parent)
        self._state, before = state, state.before
        self._toward = self._box(state.plans, before.counts_toward)
        self._version = self._box(state.versions, before.version)
        self._behind, self._subaccounts = TickBox(theme, state.behind), TickBox(theme, "")
        self._subaccounts.setText(state.subaccounts)
        self._behind.setChecked(before.behind_connect)
        self._subaccounts.setChecked(before.subaccounts)
        self._keep = button(main=True)
        self._lay_out_parts()
        self.fit()
        self._toward.setFocus()

    @property
    def options(self) -> Options:
        """What is chosen."""
        version = self._version.currentData() if self._state.versions else ""
        return Options(
            version=str(version or ""),
            behind_connect=bool(self._state.behind) and self._behind.isChecked(),
            subaccounts=not self._state.subaccounts or self._subaccounts.isChecked(),
            counts_toward=str(self._toward.currentData()),
        )

    def _lay_out_parts(self) -> None:
        state, about = self._state, note()
        about.setText(state.toward_note)
        self.body.addWidget(Field(state.toward, self._toward, about))
        version = Field(state.version, self._version)
        for part, shown in (
            (version, bool(state.versions)),
            (self._behind, bool(state.behind)),
            (self._subaccounts, bool(state.subaccounts)),
        ):
            self.body.addWidget(part)
            part.setVisible(shown)
        self.body.addStretch(1)
        self.add_cancel(state.cancel)
        self._keep.setText(state.keep)
        self._keep.setDefault(True)
        self._keep.clicked.connect(self._on_keep)
        self.add_buttons(self._keep)

    def _box(self, choices: tuple[tuple[str, str], ...], chosen: str) -> ChoiceBox:
        box = ChoiceBox(self._theme)
        for value, name in choices:
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        return box

    def _on_keep(self) -> None:
        self.chosen.emit(self.options)
