"""The account itself: what it is called, what its key may read, what is left on it."""

from collections.abc import Mapping
from typing import Any

from app.domain.connection import AccountFound, Balance, Right
from app.domain.failure import Failure
from app.domain.instant import Instant
from app.domain.money import parse_amount
from app.remote.failures import nonsense
from app.remote.twilio.failures import closed, is_missing, is_shut, no_account, no_right
from app.remote.twilio.lists import Lists
from app.remote.twilio.part import CALLS, TEXTS, Kind

_LONGEST_TITLE = 120
_SHOWN = 6
#: Twilio counts days, months and usage in it, whatever the account.
_ZONE = "UTC"


class Account:
    """One account, asked by its SID."""

    def __init__(self, lists: Lists, sid: str) -> None:
        self._lists = lists
        self.sid = sid

    def look(self) -> AccountFound:
        """Ask whose account it is and what the key may read; Failure."""
        told = self._told()
        self._check_state(str(told.get("status")))
        lacking = [kind for kind in (CALLS, TEXTS) if not self._opens(kind)]
        if len(lacking) == 2:
            raise no_right(self._lists.server, texts=False)
        rights = tuple(Right(kind.what) for kind in lacking)
        balance = self._balance()
        return AccountFound(
            self.sid,
            _title(told, self.sid),
            _ZONE,
            balance[1] if balance else "",
            rights if told else (*rights, Right.ACCOUNT),
        )

    def balance(self, now: Instant) -> Balance | None:
        """Read what is left, ``None`` where Twilio tells none; Failure."""
        found = self._balance()
        return Balance(*found, now) if found else None

    def shut(self, kind: Kind, failure: Failure) -> Failure:
        """Return what a refusal of a list means: a lost key, or only a right that it lacks."""
        if not is_shut(failure):
            return failure
        other = TEXTS if kind is CALLS else CALLS
        return self._no_right(kind) if self._opens(other) else failure

    def _no_right(self, kind: Kind) -> Failure:
        return no_right(self._lists.server, texts=kind is TEXTS)

    def _told(self) -> Mapping[str, Any]:
        """Return the account as Twilio tells it, nothing where the key opens only its records."""
        try:
            return self._lists.one(f"/2010-04-01/Accounts/{self.sid}.json")
        except Failure as failure:
            if is_missing(failure):
                raise no_account(self.sid, self._lists.server) from None
            if not is_shut(failure) or not self.opens_any():
                raise
            return {}

    def _check_state(self, state: str) -> None:
        if state in ("suspended", "closed"):
            raise closed(self.sid, self._lists.server, suspended=state == "suspended")

    def opens_any(self) -> bool:
        """Tell whether the key reads calls or texts of the account; Failure."""
        return self._opens(CALLS) or self._opens(TEXTS)

    def _opens(self, kind: Kind) -> bool:
        path = f"/2010-04-01/Accounts/{self.sid}/{kind.path}.json"
        try:
            self._lists.first(path, kind.key, {"PageSize": 1})
        except Failure as failure:
            if is_shut(failure):
                return False
            raise
        return True

    def _balance(self) -> tuple[str, str] | None:
        try:
            told = self._lists.one(f"/2010-04-01/Accounts/{self.sid}/Balance.json")
        except Failure as failure:
            # A subaccount has none of its own, and a key may lack the right.
            if is_shut(failure) or is_missing(failure):
                return None
            raise
        return _amount(told, self._lists.server)


def _amount(told: Mapping[str, Any], server: str) -> tuple[str, str]:
    amount, currency = told.get("balance"), told.get("currency")
    try:
        parse_amount(str(amount))
    except ValueError:
        raise nonsense(server) from None
    if not isinstance(currency, str) or not (len(currency) == 3 and currency.isalpha()):
        raise nonsense(server)
    return str(amount), currency.upper()


def _title(told: Mapping[str, Any], sid: str) -> str:
    """Return the name that its owner gave it, else its SID, shortened."""
    name = told.get("friendly_name")
    named = "".join(filter(str.isprintable, name)).strip() if isinstance(name, str) else ""
    return named[:_LONGEST_TITLE] or f"{sid[:_SHOWN]}…{sid[-4:]}"
