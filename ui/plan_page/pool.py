"""The card that writes the pool out as a sum."""

from ui.plan_page.pool_state import PoolState
from ui.theme.theme import Theme
from ui.widgets.labels import set_text
from ui.widgets.section import TableSection, quiet


class PoolCard(TableSection):
    """Shows the licences, their shares and their sum."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._sums, self._remark = quiet(), quiet()
        self.add_words(self._sums, self._remark)
        self.column.addStretch(1)

    def show_state(self, state: PoolState) -> None:
        """Show the pool."""
        self.show_head(state.title, edit=state.edit)
        self.show_table(state.table)
        set_text(self._sums, "\n".join(state.sums))
        set_text(self._remark, state.note)
