"""Shows in the rail that a round with an account runs, without reading or showing a page anew."""

from typing import Protocol

from ui.desk.accounts.side import AccountsSide


class Desk(Protocol):
    """The parts that are connected here."""

    accounts: AccountsSide

    def show_around(self) -> None:
        """Show the window around its pages anew."""


def wire_around(desk: Desk) -> None:
    """Show a round as soon as it runs, and its end; how far it is does not matter here."""
    rounds = desk.accounts.rounds
    shown = rounds.running is not None

    def look() -> None:
        nonlocal shown
        runs = rounds.running is not None
        if runs is not shown:
            shown = runs
            desk.show_around()

    rounds.changed.connect(look)
    rounds.ended.connect(look)
