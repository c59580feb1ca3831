"""What the company agreed to pay, for owners alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.company import Contract, Role
from app.domain.money import Money
from app.domain.plan_page import PlanPage
from app.wording.words import Words
from ui.widgets.table_state import Cell, Column, Line, TableState


@dataclass(frozen=True, slots=True)
class ContractState:
    """The card; ``empty`` is said while no price was entered."""

    title: str
    table: TableState
    note: str
    empty: str
    edit: str


def contract_state(words: Words, page: PlanPage) -> ContractState | None:
    """Make the card; an agent has none, whatever the page holds."""
    if page.role is not Role.OWNER or not page.plans:
        return None
    contract = page.contract or Contract()
    title = words.say("Contract")
    lines = tuple(_lines(words, contract))
    columns = (
        Column(words.say("Price")),
        Column("", drop=1, grow=1),
        Column(words.say("Agreed"), right=True),
    )
    return ContractState(
        title=title,
        table=TableState(title, columns if lines else (), lines),
        note=contract.note,
        empty="" if lines or contract.note else words.say("No contract prices were entered yet."),
        edit=words.say("Edit contract…"),
    )


def _lines(words: Words, contract: Contract) -> Iterator[Line]:
    seat, segment = words.say("per month"), words.say("per segment")
    for name, price, unit in (
        (words.say("Committed seat"), contract.committed, seat),
        (words.say("Additional seat"), contract.additional, seat),
        (words.say("Annual seat"), contract.annual, seat),
        (words.say("SMS past the pool"), contract.sms_segment, segment),
        (words.say("MMS past the pool"), contract.mms_segment, segment),
    ):
        if price is not None:
            yield _line(words, name, price, unit)


def _line(words: Words, name: str, price: Money, unit: str) -> Line:
    told = words.agreed(price)
    cells = (Cell(name), Cell(unit, unit, soft=True), Cell(told, told))
    return Line(cells, f"{name}: {told} {unit}")
