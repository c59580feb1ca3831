"""Numbers of before that are offered while one is typed: found by any part of name or number."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from ui.dial.state import Offer

_SOUGHT = Qt.ItemDataRole.UserRole
_NUMBER = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN = 6
# As many digits as a number has without its country's, at least where people leave that out.
_WITHOUT_COUNTRY = 10
# What no name or number holds.
_NOTHING = "\n"


class Offered(QCompleter):
    """Shows names and numbers; what is chosen is typed as the number alone."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._offers = QStandardItemModel(self)
        self.setModel(self._offers)
        self.setCompletionRole(_SOUGHT)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setMaxVisibleItems(_MOST_SHOWN)

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Offer these from now on, in this order."""
        self._offers.clear()
        for offer in offers:
            item = QStandardItem(offer.shown)
            item.setData(offer.sought, _SOUGHT)
            item.setData(offer.number, _NUMBER)
            self._offers.appendRow(item)

    @override
    def splitPath(self, path: str) -> list[str]:
        """Seek what is typed; nothing once a number stands there whole, as its answer is below."""
        return [_NOTHING] if self._is_whole(path) else super().splitPath(path)

    def _is_whole(self, typed: str) -> bool:
        digits = "".join(filter(str.isdigit, typed))
        numbers = (
            str(self._offers.item(row).data(_NUMBER)).removeprefix("+")
            for row in range(self._offers.rowCount())
        )
        return any(
            digits == number or (len(digits) >= _WITHOUT_COUNTRY and number.endswith(digits))
            for number in numbers
        )

    @override
    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        return str(index.data(_NUMBER) or "")
