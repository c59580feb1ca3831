"""Whose an entry is, asked of many at once: the same rules as in people.py, as a condition."""

from collections.abc import Collection

from app.ledger.lists.clause import Clause, both, either, one_of
from app.ledger.people import People

_OWNER_AT_A_LEG = """
    (SELECT o.person_id FROM leg l JOIN number n ON n.text = l.{end}
     JOIN own_number o ON o.number_id = n.id
     WHERE l.fact_id = f.id AND l.position = 0 AND n.id <> f.far_id)
"""
#: Who owns the numbers of a fact ``f``, else the one value of its mark.
OWNER = f"""
    coalesce(
        (SELECT o.person_id FROM own_number o WHERE o.number_id = f.own_id AND (
            f.own_id <> f.far_id OR NOT EXISTS (SELECT 1 FROM leg l WHERE l.fact_id = f.id))),
        {_OWNER_AT_A_LEG.format(end="origin")}, {_OWNER_AT_A_LEG.format(end="destination")}, ?)
"""  # noqa: S608 - our own words
NAMES_NOBODY = Clause("coalesce(f.agent_id, 0) = 0")


def persons_called(people: People, name: str) -> set[int]:
    """Return who is shown by a name or has it as an alias, however its case is written."""
    known = people.id_of(name)
    called = " ".join(name.split()).casefold()
    shown = {each for each in persons(people) if people.label(each).casefold() == called}
    return shown if known is None else shown | {people.by_id[known].person_id}


def persons(people: People) -> list[int]:
    """Return everybody who is no alias of somebody else."""
    return [each.id for each in people.by_id.values() if each.person_id == each.id]


def belongs_to(people: People, whom: Collection[int], *, lent: bool = False) -> Clause:
    """Return the condition that a fact belongs to one of these persons.

    ``lent``: the statement also joins the table that lending.py fills.
    """
    names = (each.id for each in people.by_id.values() if each.person_id in whom)
    if lent or people.owns_numbers:
        owner = f"coalesce(lent.person_id, {OWNER})" if lent else OWNER
        owned = one_of(owner, whom)
        owned = Clause(owned.sql, (people.me, *owned.values))
    else:
        owned = Clause("1" if people.me in whom else "0")
    return either(one_of("f.agent_id", names), both(NAMES_NOBODY, owned))
