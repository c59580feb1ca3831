"""A member told by name or id, for the commands that change one."""

from app.domain.access import Access, Member
from app.domain.problem import UsageProblem, mark

_NOBODY = mark("There is nobody named {name} in the company. Look at: talktally company people")
_SEVERAL = mark("Several people are named {name}. Write the id of one: talktally company people")
_SHOWN = 40


def member_called(asked: str, access: Access) -> Member:
    """Return the one who is in the company; UsageProblem for nobody, or several of that name."""
    said = asked.strip().casefold()
    here = [each for each in access.members if each.left is None]
    found = [each for each in here if said in (each.name.casefold(), each.id)]
    if len(found) > 1:
        raise UsageProblem(_SEVERAL, name=asked[:_SHOWN])
    if not found:
        raise UsageProblem(_NOBODY, name=asked[:_SHOWN])
    return found[0]
