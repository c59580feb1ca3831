"""One account at Twilio, with its subaccounts where its key opens them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from app.domain.connection import AccountFound, Balance, Options, RemotePerson, Right
from app.domain.failure import Failure
from app.domain.instant import Instant
from app.domain.price import PriceRow
from app.domain.twilio_account import MonthUse, Subaccount
from app.remote.asking import Asking
from app.remote.pages import Part
from app.remote.twilio.account import Account
from app.remote.twilio.failures import is_missing, is_shut, no_subaccount
from app.remote.twilio.lists import Lists
from app.remote.twilio.part import CALLS, TEXTS, Kind, TwilioPart
from app.remote.twilio.prices import prices
from app.remote.twilio.subaccounts import subaccounts
from app.remote.twilio.usage import month_use

_KINDS = (CALLS, TEXTS)


class TwilioReader:
    """Reads an account, as :class:`app.remote.pages.Reader`; raises Failure."""

    def __init__(
        self,
        asking: Asking,
        pricing: Callable[[], Asking],
        *,
        account: str,
        options: Options,
        is_main_token: bool,
    ) -> None:
        self._lists = Lists(asking)
        self._pricing = pricing
        self._account = Account(self._lists, account)
        self._options = options
        self._is_main_token = is_main_token

    def look(self) -> AccountFound:
        """Ask who the key belongs to and what it may read, subaccounts among it."""
        found = self._account.look()
        if Right.ACCOUNT in found.lacking or not self._options.subaccounts:
            return found
        below = self.subaccounts()
        if below is not None and len(self._open(below)) == len(below):
            return found
        return replace(found, lacking=(*found.lacking, Right.ACCOUNT))

    def people(self) -> tuple[RemotePerson, ...]:
        """Return nobody: Twilio's records name no user."""
        return ()

    def parts(self, agents: Mapping[str, str]) -> tuple[Part, ...]:
        """Return calls and texts of the account, and of every subaccount that the key opens."""
        own = self._account.sid
        parts = [self._part(kind, own, partial(self._account.shut, kind)) for kind in _KINDS]
        below = self.subaccounts() if self._options.subaccounts else None
        for each in self._open(below or ()):
            shut = partial(self._shut_below, each.account)
            parts += [self._part(kind, each.account, shut) for kind in _KINDS]
        return tuple(parts)

    def balance(self, now: Instant) -> Balance | None:
        """Read what is left on a prepaid account."""
        return self._account.balance(now)

    def prices(self, regions: Sequence[str], now: Instant) -> tuple[PriceRow, ...]:
        """Read what a minute and a segment toward regions cost today."""
        asking = self._pricing()
        with asking.peer:
            return tuple(prices(asking, regions, now))

    def usage(self, now: Instant) -> MonthUse:
        """Read what Twilio itself counted this month, with subaccounts where those are read."""
        below = self._options.subaccounts
        return month_use(self._lists, self._account.sid, now, subaccounts=below)

    def subaccounts(self) -> tuple[Subaccount, ...] | None:
        """Return the accounts below this one, ``None`` where the key may not list them."""
        return subaccounts(self._lists, self._account.sid)

    def _open(self, below: Sequence[Subaccount]) -> list[Subaccount]:
        """Keep those that the key opens: an auth token all that are active, an API key perhaps."""
        sure = self._is_main_token
        return [
            each
            for each in below
            if (sure and each.active) or Account(self._lists, each.account).opens_any()
        ]

    def _part(self, kind: Kind, account: str, shut: Callable[[Failure], Failure]) -> Part:
        own = account == self._account.sid
        name = kind.what if own else f"{kind.what} {account}"
        return TwilioPart(name, account, kind, self._lists, shut)

    def _shut_below(self, account: str, failure: Failure) -> Failure:
        """Say that a subaccount is not opened: the account itself may well be."""
        if is_shut(failure) or is_missing(failure):
            return no_subaccount(account, self._lists.server)
        return failure
