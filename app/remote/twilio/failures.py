"""What a refusal of Twilio is to a person: by status, for its error codes say less than they seem.

Code 20003 stands for a wrong key, a missing right and a suspended account alike.
"""

from collections.abc import Mapping

from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.remote.http import Answer
from app.remote.rows import Otherwise, Row, row_of

_SIGN_IN = mark(
    "Twilio does not accept this key. Copy the Account SID and the auth token again, or make a "
    "new API key (Twilio Console, API keys & tokens). If the account is suspended, the Console "
    "says so."
)
_NO_CALLS = mark(
    "This key may not read the calls of the Twilio account. Give it the right to read them in "
    "the Twilio Console, or give another key."
)
_NO_TEXTS = mark(
    "This key may not read the messages of the Twilio account. Give it the right to read them in "
    "the Twilio Console, or give another key."
)
_SUBACCOUNT = mark(
    "This key does not open the Twilio subaccount {account}. Connect that one by itself, with a "
    "key of its own, or use the auth token of the main account."
)
_SUSPENDED = mark(
    "The Twilio account {account} is suspended, so Twilio gives nothing out. The Twilio Console "
    "says what to do about it."
)
_CLOSED = mark("The Twilio account {account} is closed, so Twilio gives nothing out.")
_NO_ACCOUNT = mark(
    "Twilio does not know the account {account}. Copy the Account SID from the first page of the "
    "Twilio Console; it begins with AC."
)
_NOT_THERE = mark("Twilio does not have what was asked for. See whether Talktally is up to date.")
_REFUSED = mark(
    "Twilio does not accept what Talktally asks ({status}). See whether Talktally is up to date."
)
_BUSY = mark("Twilio takes only so many questions at once. It is tried again by itself.")
_BROKEN = mark("Twilio has trouble of its own ({status}). It is tried again by itself.")
_ELSEWHERE = mark(
    "Twilio's address sends Talktally elsewhere, and nothing was sent there. Check the address."
)
_AGAIN = mark(
    "Twilio gives the same page again and again. It is tried again later, from where it was."
)
_SHUT = frozenset((401, 403))
_MISSING = frozenset((404, 410))
#: What a page of a list answers whose place Twilio has forgotten.
_STALE_PAGE = frozenset((400, 404, 410))


_STATUSES: Mapping[int, Row] = {
    401: Row(FailureKind.SIGN_IN, _SIGN_IN),
    403: Row(FailureKind.SIGN_IN, _SIGN_IN),
    404: Row(FailureKind.REFUSED, _NOT_THERE),
    408: Row(FailureKind.BROKEN, _BROKEN),
    410: Row(FailureKind.REFUSED, _NOT_THERE),
    425: Row(FailureKind.BUSY, _BUSY),
    429: Row(FailureKind.BUSY, _BUSY),
}
_OTHERWISE = Otherwise(_ELSEWHERE, _BROKEN, Row(FailureKind.REFUSED, _REFUSED))


def refusal(answer: Answer, server: str) -> Failure:
    """Say what an answer other than a success is; nothing of its own words is kept."""
    row = row_of(answer.status, _STATUSES, _OTHERWISE)
    return Failure(row.message, kind=row.kind, server=server, status=answer.status)


def elsewhere(server: str) -> Failure:
    """Say that a link leads somewhere that the key is not sent to."""
    return Failure(_ELSEWHERE, kind=FailureKind.BROKEN, server=server)


def in_circles(server: str) -> Failure:
    """Say that the pages of a list come again and again."""
    return Failure(_AGAIN, kind=FailureKind.BROKEN, server=server)


def no_right(server: str, *, texts: bool) -> Failure:
    """Say that a key may not read texts, or calls; it opens the rest, so it is no sign-in."""
    message = _NO_TEXTS if texts else _NO_CALLS
    return Failure(message, kind=FailureKind.REFUSED, server=server)


def no_subaccount(account: str, server: str) -> Failure:
    """Say that a key opens its account, but not a subaccount of that."""
    return Failure(_SUBACCOUNT, kind=FailureKind.REFUSED, server=server, account=account)


def closed(account: str, server: str, *, suspended: bool) -> Failure:
    """Say that an account is closed, or only suspended."""
    message = _SUSPENDED if suspended else _CLOSED
    return Failure(message, kind=FailureKind.REFUSED, server=server, account=account)


def no_account(account: str, server: str) -> Failure:
    """Say that there is no account of this SID."""
    return Failure(_NO_ACCOUNT, kind=FailureKind.REFUSED, server=server, account=account)


def is_shut(failure: Failure) -> bool:
    """Tell whether the key does not open what was asked for."""
    return failure.places.get("status") in _SHUT


def is_missing(failure: Failure) -> bool:
    """Tell whether Twilio says that there is no such thing."""
    return failure.places.get("status") in _MISSING


def is_stale_page(failure: Failure) -> bool:
    """Tell whether the place of a page in its list is known no more."""
    return failure.places.get("status") in _STALE_PAGE
