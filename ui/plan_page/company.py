"""The header of the company: facts side by side, in as many lines as the width asks for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.plan_page.company_state import CompanyState, Fact
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.labels import ElidedLabel
from ui.widgets.link import LinkButton

_BESIDE = 12


class CompanyHeader(QWidget):
    """Shows the facts; ``edit_asked`` after its link."""

    edit_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._shown: CompanyState | None = None
        self._facts = Flow()
        self._edit = LinkButton(theme)
        self._edit.clicked.connect(self.edit_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._facts)
        self._facts.addWidget(self._edit)
        self.hide()

    def show_state(self, state: CompanyState) -> None:
        """Show the facts; the header takes no room without any."""
        if state == self._shown:
            return
        self._shown = state
        self._facts.removeWidget(self._edit)
        self._facts.clear()
        for fact in state.facts:
            self._facts.addWidget(_box(fact))
        self._facts.addWidget(self._edit)
        self._edit.set_name(state.edit)
        self.setVisible(bool(state.facts or state.edit))


def _box(fact: Fact) -> QWidget:
    box = QFrame()  # a group to screen readers, which a bare widget is not
    box.setProperty("part", "clear")
    box.setAccessibleName(f"{fact.label}: {fact.text}, {fact.note}".rstrip(", "))
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, _BESIDE, 0)
    column.setSpacing(1)
    parts = ((fact.label, Role.SMALL, "soft"), (fact.text, Role.STRONG, "text"))
    for text, role, ink in (*parts, (fact.note, Role.SMALL, "soft")):
        if text:
            part = ElidedLabel(role, ink=ink)
            part.setText(text)
            column.addWidget(part)
    return box
