"""Aircall's users, and whose a number is: the one user's who may use it alone."""

from collections.abc import Iterable

from app.domain.connection import RemotePerson
from app.domain.failure import Failure
from app.remote.aircall.convert import digits_of
from app.remote.aircall.failures import is_missing
from app.remote.aircall.lists import every
from app.remote.aircall.models import Number, User
from app.remote.asking import Asking


def read_people(asking: Asking) -> tuple[RemotePerson, ...]:
    """Read the users with their own numbers; Aircall lists nobody who has left."""
    own = _numbers_of(every(asking, "/v1/numbers", "numbers", Number))
    return tuple(
        RemotePerson(
            str(user.id),
            (user.name or "").strip() or (user.email or "").strip() or str(user.id),
            (user.email or "").strip(),
            numbers=tuple(own.get(user.id, ())),
        )
        for user in _users(asking)
    )


def _users(asking: Asking) -> list[User]:
    try:
        return list(every(asking, "/v2/users", "users", User))
    except Failure as failure:
        if not is_missing(failure):
            raise
    # Where the newer list is not there yet, as behind a gateway, the older one still is.
    return list(every(asking, "/v1/users", "users", User))


def _numbers_of(numbers: Iterable[Number]) -> dict[int, list[str]]:
    """Collect the numbers that only one user may use; a line of several is nobody's own."""
    own: dict[int, list[str]] = {}
    for number in numbers:
        users = {user.id for user in number.users or ()}
        if len(users) == 1 and number.digits:
            own.setdefault(users.pop(), []).append(f"+{digits_of(number.digits)}")
    return own
