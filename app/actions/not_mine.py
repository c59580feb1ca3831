"""Say that a name in records, or a number, is not mine after all; nothing is lost by it."""

from app.actions.mark_me import Me, show_me
from app.ledger.ledger import Ledger
from app.ledger.own_numbers import drop_own_number
from app.ledger.plans import part_alias


def not_my_name(ledger: Ledger, name: str) -> Me:
    """Let a name stand for a person of its own again, with the entries that bear it.

    The name I go by, and one that is not mine, change nothing.
    """
    with ledger.writing() as writing:
        if part_alias(writing, writing.register.people.me, name):
            writing.change_rules()
    return show_me(ledger)


def not_my_number(ledger: Ledger, number: str) -> Me:
    """Take a number from my own ones; whose its entries are is decided again."""
    with ledger.writing() as writing:
        me = writing.register.people.me
        if drop_own_number(writing.connection, me, number):
            writing.register.refresh_people(writing.connection)
            writing.change_rules()
    return show_me(ledger)
