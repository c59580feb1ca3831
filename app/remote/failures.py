"""What a server's refusal or a library's error is to a person: one table for each, one sentence."""

import json
import ssl
from collections.abc import Iterator, Mapping

import httpcore
import httpx

from app.domain.failure import Failure, FailureKind
from app.domain.problem import mark
from app.remote.bodies import TooLongError
from app.remote.retry import LONGEST_ASKED_SECONDS, asked_seconds
from app.remote.rows import Otherwise, Row, row_of

_SHOWN = 200

NONSENSE = mark(
    "{server} answers, but not what Talktally expects. Check the address, and whether Talktally "
    "is up to date."
)
_GONE = mark("{server} cannot be reached. Check the internet connection, then try again.")
_LATE = mark("{server} did not answer in time. Try again later.")
_BROKE_OFF = mark("The connection to {server} broke off. Try again later.")
_UNTRUSTED = mark(
    "The certificate of {server} cannot be trusted ({reason}), so nothing was sent. Ask whoever "
    "runs the server. An authority of the company's own belongs into this system's certificates; "
    "or name its file in the setting ca_file or in TALKTALLY_CA_FILE."
)
_NO_TLS = mark("{server} cannot be reached securely: it does not speak HTTPS. Check the address.")
_PROXY = mark("The proxy of this computer does not let Talktally reach {server}. Check the proxy.")
_TOO_LONG = mark("{server} answers far more than it should. Check the address.")
_ELSEWHERE = mark("{server} sends Talktally to another address. Ask for a link to the right one.")
_SIGN_IN = mark(
    "{server} does not let this computer in any more. Ask an owner for a new invitation, and join "
    "again."
)
_CODE = mark("This invitation is unknown, used already or too old. Ask an owner for a new one.")
_LOST = mark(
    "The invitation was sent, but no answer of {server} arrived, so the link may be used up. Try "
    "it once more; if it is refused, ask an owner of the company for a new one."
)
_FORBIDDEN = mark("Only an owner of the company may do this.")
_NOT_FOUND = mark("{server} does not have this any more. Look at the list again.")
_LAST_OWNER = mark("The company would have no owner any more. Make somebody else an owner first.")
_STALE = mark("Somebody else changed the plan meanwhile. Look at it again.")
_INVALID = mark("{server} did not accept this: {detail}")
_TOO_LARGE = mark("{server} did not accept this, because it is too long.")
_BUSY = mark("{server} is busy. Try again in {seconds} s.")
_LOCKED_OUT = mark("There were too many wrong tries. Try again in {seconds} s.")
_BROKEN = mark("{server} has trouble of its own ({status}). Try again later.")

_ERRORS: tuple[tuple[tuple[type[Exception], ...], Row], ...] = (
    ((ssl.SSLCertVerificationError,), Row(FailureKind.CERTIFICATE, _UNTRUSTED)),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), Row(FailureKind.OFFLINE, _BROKE_OFF)),
    ((ssl.SSLError,), Row(FailureKind.CERTIFICATE, _NO_TLS)),
    ((TooLongError,), Row(FailureKind.BROKEN, _TOO_LONG)),
    ((httpcore.ProxyError,), Row(FailureKind.OFFLINE, _PROXY)),
    ((httpcore.ConnectTimeout, httpcore.ConnectError), Row(FailureKind.OFFLINE, _GONE)),
    ((httpcore.TimeoutException,), Row(FailureKind.OFFLINE, _LATE)),
    ((httpcore.NetworkError, httpx.StreamError), Row(FailureKind.OFFLINE, _BROKE_OFF)),
    ((httpcore.RemoteProtocolError,), Row(FailureKind.OFFLINE, _BROKE_OFF)),
)
_REASONS: Mapping[str, Row] = {
    "invalid": Row(FailureKind.REFUSED, _INVALID),
    "sign_in": Row(FailureKind.SIGN_IN, _SIGN_IN),
    "code_unknown": Row(FailureKind.REFUSED, _CODE),
    "locked_out": Row(FailureKind.BUSY, _LOCKED_OUT),
    "forbidden": Row(FailureKind.REFUSED, _FORBIDDEN),
    "not_found": Row(FailureKind.REFUSED, _NOT_FOUND),
    "last_owner": Row(FailureKind.REFUSED, _LAST_OWNER),
    "stale": Row(FailureKind.STALE, _STALE),
    "no_revision": Row(FailureKind.STALE, _STALE),
    "too_large": Row(FailureKind.REFUSED, _TOO_LARGE),
    "too_many": Row(FailureKind.BUSY, _BUSY),
    "busy": Row(FailureKind.BUSY, _BUSY),
    "broken": Row(FailureKind.BROKEN, _BROKEN),
}
#: Statuses without a reason that we know: of something in between, or of a newer server.
_STATUSES: Mapping[int, Row] = {
    401: Row(FailureKind.SIGN_IN, _SIGN_IN),
    403: Row(FailureKind.REFUSED, _FORBIDDEN),
    407: Row(FailureKind.OFFLINE, _PROXY),
    412: Row(FailureKind.STALE, _STALE),
    413: Row(FailureKind.REFUSED, _TOO_LARGE),
    428: Row(FailureKind.STALE, _STALE),
    429: Row(FailureKind.BUSY, _BUSY),
    503: Row(FailureKind.BUSY, _BUSY),
}
_OTHERWISE = Otherwise(_ELSEWHERE, _BROKEN, Row(FailureKind.BROKEN, NONSENSE))
_USUAL_WAIT = 60
#: What is said where a question may have arrived, though no answer did.
_UNHEARD = frozenset((_LATE, _BROKE_OFF, _TOO_LONG))
_GATEWAY_FAILED = frozenset((502, 504))


def failure_of(error: Exception, server: str) -> Failure:
    """Say what an error of the network or of a library is; nothing of its own words is kept."""
    for cause in _causes(error):
        for kinds, row in _ERRORS:
            if isinstance(cause, kinds):
                reason = getattr(cause, "verify_message", "")
                return Failure(row.message, kind=row.kind, server=server, reason=reason)
    return nonsense(server)


def refusal_of(status: int, headers: Mapping[str, str], body: bytes, server: str) -> Failure:
    """Say what an answer other than a success is; its reason counts for more than its status."""
    told = told_in(body)
    wait = _wait(told.get("wait_seconds"), headers)
    detail = _printable(told.get("detail"))
    row = _REASONS.get(str(told.get("reason"))) or row_of(status, _STATUSES, _OTHERWISE)
    if row.kind is FailureKind.BUSY and wait is None:
        wait = _USUAL_WAIT
    return Failure(
        row.message, kind=row.kind, wait_seconds=wait,
        server=server, status=status, seconds=wait, detail=detail,
    )  # fmt: skip


def nonsense(server: str) -> Failure:
    """Say that a server answers something else than a server of its kind."""
    return Failure(NONSENSE, kind=FailureKind.BROKEN, server=server)


def stale(server: str) -> Failure:
    """Say that somebody else changed it first."""
    return Failure(_STALE, kind=FailureKind.STALE, server=server)


def lost_answer(server: str) -> Failure:
    """Say that an invitation was handed in, and that nobody knows whether it was taken."""
    return Failure(_LOST, kind=FailureKind.OFFLINE, server=server)


def may_have_arrived(failure: Failure) -> bool:
    """Tell whether the server may have done what it was asked, though no answer came."""
    return failure.message in _UNHEARD or failure.places.get("status") in _GATEWAY_FAILED


def is_out_of_reach(failure: Failure) -> bool:
    """Tell whether nothing was even connected."""
    return failure.message in (_GONE, _PROXY)


def took_too_much(failure: Failure) -> bool:
    """Tell whether an answer came too late or was too long."""
    return failure.message in (_LATE, _TOO_LONG)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield what lies deepest first: the library's error says less than the one it wraps."""
    if error is not None:
        yield from _causes(error.__cause__ or error.__context__)
        yield error


def told_in(body: bytes) -> Mapping[str, object]:
    """Return what the body of a refusal says, nothing where it is no JSON object."""
    try:
        document = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


def _wait(told: object, headers: Mapping[str, str]) -> int | None:
    if type(told) is int and told >= 0:
        return min(told, LONGEST_ASKED_SECONDS)
    return asked_seconds(headers)


def _printable(detail: object) -> str:
    text = detail if isinstance(detail, str) else ""
    return "".join(letter for letter in text if letter.isprintable())[:_SHOWN]
