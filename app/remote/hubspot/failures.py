"""What HubSpot's refusals are to a person: by status, and where it is busy by its policy."""

from collections.abc import Mapping

from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.remote.failures import refusal_of, told_in
from app.remote.http import Answer
from app.remote.hubspot.midnight import seconds_to_midnight
from app.remote.retry import asked_seconds
from app.remote.rows import Otherwise, Row, row_of

_KEY = mark(
    "HubSpot does not accept this key. Copy it again, the whole of it, or make a new service key "
    "in HubSpot."
)
LACKS = mark(
    "The key does not let Talktally read calls in HubSpot. Add the scope {scopes} to the key "
    "there, then sync again."
)
_FORBIDDEN = mark("HubSpot does not let Talktally read this. Ask whoever looks after HubSpot.")
_BUSY = mark("HubSpot is asked too often. Try again in {seconds} s.")
_DAILY = mark(
    "The questions that HubSpot answers in one day are used up, by this or by other programs. It "
    "goes on after midnight."
)
_NO_PATH = mark(
    "HubSpot does not offer this version of its API any more. Choose another one for this "
    "connection, and check whether Talktally is up to date."
)
_ELSEWHERE = mark(
    "{server} sends Talktally to another address, where nothing was sent. Check the address of "
    "the connection."
)
_INVALID = mark(
    "HubSpot did not understand what Talktally asked ({status}). Check whether Talktally is up "
    "to date."
)
_BROKEN = mark("HubSpot has trouble of its own ({status}). Try again later.")
_CIRCLE = mark("{server} answers the same page again and again. Try again later.")
#: The scope without which a key can read no records.
SCOPE_OF_RECORDS = "crm.objects.contacts.read"
_TEN_SECONDS, _ONE_SECOND, _LOCKED = 10, 1, 2
_POLICIES = {"TEN_SECONDLY_ROLLING": _TEN_SECONDS, "SECONDLY": _ONE_SECOND}
_UNAUTHORIZED, _NOT_ALLOWED, _PROXY = 401, 403, 407
_MISSING = (404, 410)
_TOO_MANY, _LOCKED_NOW, _MOVING = 429, 423, 477
_STATUSES = dict.fromkeys(_MISSING, Row(FailureKind.REFUSED, _NO_PATH))
_OTHERWISE = Otherwise(_ELSEWHERE, _BROKEN, Row(FailureKind.REFUSED, _INVALID))


class LackingScope(Failure):
    """The key is good, but not for this."""


def refusal_in(zone: str, answer: Answer, server: str) -> Failure:
    """Say what an answer other than a success is; ``zone``: of the account, "" for UTC."""
    status = answer.status
    if status == _UNAUTHORIZED:
        return Failure(_KEY, kind=FailureKind.SIGN_IN, server=server)
    if status == _NOT_ALLOWED:
        return _not_allowed(told_in(answer.body), server)
    if status in {_TOO_MANY, _LOCKED_NOW, _MOVING}:
        return _busy(zone, answer, server)
    if status == _PROXY:
        return refusal_of(status, answer.headers, b"", server)
    row = row_of(status, _STATUSES, _OTHERWISE)
    return Failure(row.message, kind=row.kind, server=server, status=status)


def lacks_calls(server: str) -> Failure:
    """Say that the key lacks what nothing can be read without, and name the scope."""
    return LackingScope(LACKS, kind=FailureKind.SIGN_IN, server=server, scopes=SCOPE_OF_RECORDS)


def circle(server: str) -> Failure:
    """Say that pages lead nowhere."""
    return Failure(_CIRCLE, kind=FailureKind.BROKEN, server=server)


def _not_allowed(told: Mapping[str, object], server: str) -> Failure:
    if told.get("category") == "MISSING_SCOPES" or "scope" in str(told.get("message")):
        return lacks_calls(server)
    return Failure(_FORBIDDEN, kind=FailureKind.REFUSED, server=server)


def _busy(zone: str, answer: Answer, server: str) -> Failure:
    asked = asked_seconds(answer.headers)
    policy = str(told_in(answer.body).get("policyName"))
    if policy == "DAILY":
        wait = asked or seconds_to_midnight(zone, answer.headers)
        return Failure(_DAILY, kind=FailureKind.BUSY, wait_seconds=wait, server=server)
    least = _LOCKED if answer.status == _LOCKED_NOW else 0
    wait = max(asked or _POLICIES.get(policy, least or _TEN_SECONDS), least)
    return Failure(_BUSY, kind=FailureKind.BUSY, wait_seconds=wait, server=server, seconds=wait)
