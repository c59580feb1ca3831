"""The plan dialog: one plan for calls, one for texts, and what they need to know."""

from PySide6.QtCore import Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QFormLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui.plan.state import PlanChosen, PlanDialogState, PlanOption
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import row
from ui.widgets.choice import ChoiceBox
from ui.widgets.labels import label, set_text

_MOST_SEATS = 100_000


class PlanDialog(QDialog):
    """Asks for plans; ``chosen`` carries a :class:`PlanChosen`."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, state: PlanDialogState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        self._calls, self._texts = ChoiceBox(theme), ChoiceBox(theme)
        self._calls_summary = label(Role.SMALL, ink="soft", wrap=True)
        self._texts_summary = label(Role.SMALL, ink="soft", wrap=True)
        self._linked = QCheckBox(state.words.linked)
        self._linked.setChecked(state.linked)
        self._zone = _zone_box(theme, state.zone)
        self._anchor = _number(1, 31, 1)
        self._committed = _number(0, _MOST_SEATS, 1)
        self._additional = _number(0, _MOST_SEATS, 0)
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        words = self._state.words
        self.setWindowTitle(words.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(14)
        note = label(Role.SMALL, ink="soft", wrap=True)
        note.setText(words.note)
        title = label(Role.PAGE_TITLE)
        title.setText(words.title)
        column.addWidget(title)
        column.addWidget(note)
        self._form = QFormLayout()
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._add(words.calls, self._calls)
        self._form.addRow(self._calls_summary)
        self._form.addRow(self._linked)
        self._add(words.texts, self._texts)
        self._form.addRow(self._texts_summary)
        self._add(words.anchor, self._anchor)
        self._add(words.committed, self._committed)
        self._add(words.additional, self._additional)
        self._add(words.zone, self._zone)
        column.addLayout(self._form)
        column.addStretch(1)
        column.addLayout(self._buttons())

    def _add(self, name: str, field: QWidget) -> None:
        field.setAccessibleName(name)
        self._form.addRow(name, field)

    def _buttons(self) -> QVBoxLayout:
        save, cancel = button(main=True), button()
        save.setText(self._state.words.save)
        save.setDefault(True)
        cancel.setText(self._state.words.cancel)
        save.clicked.connect(self._on_save)
        cancel.clicked.connect(self.reject)
        box = QVBoxLayout()
        box.addLayout(row(1, cancel, save))
        return box

    def _fill(self) -> None:
        for box, options in ((self._calls, self._state.calls), (self._texts, self._state.texts)):
            for option in options:
                box.addItem(option.title, option.name)
            box.currentIndexChanged.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        calls, texts = self._chosen_options()
        set_text(self._calls_summary, calls.summary)
        set_text(self._texts_summary, texts.summary)
        self._linked.setVisible(calls.connect)
        self._form.setRowVisible(self._anchor, texts.anchored)
        for field in (self._committed, self._additional):
            self._form.setRowVisible(field, texts.pooled)

    def _chosen_options(self) -> tuple[PlanOption, PlanOption]:
        return (
            self._state.calls[self._calls.currentIndex()],
            self._state.texts[self._texts.currentIndex()],
        )

    def _on_save(self) -> None:
        calls, texts = self._chosen_options()
        names = tuple(option.name for option in (calls, texts) if option.name)
        if names:
            self.chosen.emit(
                PlanChosen(
                    names,
                    self._zone.currentText().strip(),
                    calls.connect and self._linked.isChecked(),
                    self._anchor.value() if texts.anchored else None,
                    self._committed.value() if texts.pooled else None,
                    self._additional.value() if texts.pooled else None,
                )
            )
        self.accept()


def _number(least: int, most: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(least, most)
    box.setValue(value)
    return box


def _zone_box(theme: Theme, zone: str) -> QComboBox:
    box = ChoiceBox(theme)
    box.setEditable(True)
    names = sorted(bytes(name.data()).decode() for name in QTimeZone.availableTimeZoneIds())
    box.addItems(names)
    box.setCurrentText(zone)
    completer = QCompleter(names, box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    return box
