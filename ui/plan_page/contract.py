"""The card of what the company agreed to pay."""

from ui.plan_page.contract_state import ContractState
from ui.theme.theme import Theme
from ui.widgets.labels import set_text
from ui.widgets.section import TableSection, quiet


class ContractCard(TableSection):
    """Shows the prices, or that none were entered."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._empty, self._remark = quiet(), quiet()
        self.add_words(self._empty, self._remark)
        self.column.addStretch(1)

    def show_state(self, state: ContractState) -> None:
        """Show the contract."""
        self.show_head(state.title, edit=state.edit)
        self.show_table(state.table)
        set_text(self._empty, state.empty)
        set_text(self._remark, state.note)
