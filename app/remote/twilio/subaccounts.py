"""Accounts below an account."""

from app.domain.failure import Failure
from app.domain.twilio_account import Subaccount
from app.remote.twilio.failures import is_missing, is_shut
from app.remote.twilio.lists import Lists
from app.remote.twilio.record import is_account, is_record

_CLOSED = "closed"


def subaccounts(lists: Lists, account: str) -> tuple[Subaccount, ...] | None:
    """Return those of an account but closed ones, ``None`` where the key may not list accounts.

    Twilio's answer holds the auth tokens of all of them; nothing but name and state is taken.
    """
    try:
        found = lists.whole("/2010-04-01/Accounts.json", "accounts", {})
    except Failure as failure:
        if is_shut(failure) or is_missing(failure):
            return None
        raise
    read = (_subaccount(each, account) for each in found)
    return tuple(sorted(each for each in read if each is not None))


def _subaccount(found: object, owner: str) -> Subaccount | None:
    if not is_record(found):
        return None
    sid, state = found.get("sid"), found.get("status")
    if not isinstance(sid, str) or not is_account(sid) or sid == owner or state == _CLOSED:
        return None
    # An account that another one owns sees that one's list in no case, but asks for its own.
    if found.get("owner_account_sid") != owner:
        return None
    return Subaccount(sid, str(found.get("friendly_name") or sid), state == "active")
