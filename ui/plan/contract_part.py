"""The contract in the dialog: what the company agreed to pay, for owners only."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.company import Contract
from app.domain.money import Money, parse_amount
from app.domain.plan_edit import PlanEdit
from ui.plan.edit_state import EditState
from ui.plan.starts import Starts, follow
from ui.widgets.columns import Columns
from ui.widgets.field import Field, note
from ui.widgets.labels import set_text

_USUAL_CURRENCY, _CURRENCY_LETTERS = "USD", 3
_LONGEST, _LONGEST_NOTE = 24, 500


class ContractPart(QWidget):
    """Asks for prices; ``changed`` after anything."""

    changed = Signal()

    def __init__(self, state: EditState) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._state, contract = state, state.contract
        self.currency = QLineEdit(_currency(contract))
        self.currency.setMaxLength(_CURRENCY_LETTERS)
        self.prices = tuple(map(QLineEdit, _told(state)))
        self.note = QLineEdit(contract.note)
        self.note.setMaxLength(_LONGEST_NOTE)
        self._wrong = note()
        self._lay_out()
        for box in (self.currency, *self.prices, self.note):
            box.textChanged.connect(self._look)
        self._look()

    def take_up(self, state: EditState) -> None:
        """Go on from another contract; what was typed stays."""
        before, self._state = self._starts(), state
        follow(before, self._starts())

    @property
    def is_valid(self) -> bool:
        """Whether every amount is one, and the currency too."""
        return self._has_currency and all(_is_amount(box.text()) for box in self.prices)

    def edited(self, edit: PlanEdit) -> PlanEdit:
        """Add the contract where anything differs."""
        if not self.is_valid:
            return edit
        committed, additional, annual, sms, mms = (self._price(box) for box in self.prices)
        about = self.note.text().strip()
        contract = Contract(committed, additional, annual, sms, mms, about)
        return edit if contract == self._state.contract else replace(edit, contract=contract)

    @property
    def _has_currency(self) -> bool:
        written = self.currency.text().strip()
        return len(written) == _CURRENCY_LETTERS and written.isascii() and written.isalpha()

    def _price(self, box: QLineEdit) -> Money | None:
        amount = _amount(box.text())
        return None if amount is None else Money(amount, self.currency.text().strip().upper())

    def _starts(self) -> Starts:
        contract = self._state.contract
        boxes = (self.currency, self.note, *self.prices)
        told = (_currency(contract), contract.note, *_told(self._state))
        return dict(zip(boxes, told, strict=True))

    def _lay_out(self) -> None:
        words = self._state.words.contract
        names = (words.committed, words.additional, words.annual, words.sms, words.mms)
        for box in self.prices:
            box.setMaxLength(_LONGEST)
        pairs = Columns(least=170, shares=(1, 1))
        pairs.set_widgets(*map(Field, (*names, words.currency), (*self.prices, self.currency)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(pairs)
        column.addWidget(self._wrong)
        column.addWidget(Field(words.about, self.note))

    def _look(self) -> None:
        words = self._state.words.contract
        amounts = all(_is_amount(box.text()) for box in self.prices)
        wrong = "" if amounts else words.wrong_amount
        set_text(self._wrong, wrong or ("" if self._has_currency else words.wrong_currency))
        self.changed.emit()


def _prices(contract: Contract) -> tuple[Money | None, ...]:
    return (
        contract.committed,
        contract.additional,
        contract.annual,
        contract.sms_segment,
        contract.mms_segment,
    )


def _currency(contract: Contract) -> str:
    return next((price.currency for price in _prices(contract) if price), _USUAL_CURRENCY)


def _told(state: EditState) -> list[str]:
    decimal = state.words.contract.decimal
    prices = _prices(state.contract)
    return [price.exact().replace(".", decimal) if price else "" for price in prices]


def _is_amount(text: str) -> bool:
    return not text.strip() or _amount(text) is not None


def _amount(text: str) -> Decimal | None:
    """Read an amount with a point or a comma; ``None`` for nothing, or for what is none."""
    with suppress(ValueError):
        amount = parse_amount(text.strip().replace(",", "."))
        return amount if amount >= 0 else None
    return None
