"""What a refusal of Aircall is to a person; its 403 means a wrong key, not a missing right."""

from collections.abc import Callable, Mapping

from app.domain.failure import Failure, FailureKind
from app.domain.instant import Instant
from app.domain.problem import mark
from app.remote.aircall.pace import reset_seconds
from app.remote.http import Answer
from app.remote.rows import Otherwise, Row, row_of

_NO_KEY = mark("Aircall got no API id and token with the question. Give both again.")
_WRONG_KEY = mark(
    "Aircall does not know this API id and token. Copy both again, or make a new pair in "
    "Aircall's dashboard (Integrations & API, then API Keys)."
)
_NOT_THERE = mark("Aircall does not have what was asked for. See whether Talktally is up to date.")
_REFUSED = mark(
    "Aircall does not accept what Talktally asks ({status}). See whether Talktally is up to date."
)
_BUSY = mark("Aircall takes no more questions from this company in this minute.")
_BROKEN = mark("Aircall has trouble of its own ({status}). It is tried again by itself.")
_ELSEWHERE = mark(
    "Aircall's address sends Talktally elsewhere, and nothing was sent there. Check the address."
)
#: Unknown when the minute ends: half of it is not long, and nobody waits much longer than needed.
_USUAL_WAIT = 30
#: A round waits for a minute at most, whatever it is that Aircall's clock and ours differ by.
_LONGEST_WAIT = 60

_STATUSES: Mapping[int, Row] = {
    401: Row(FailureKind.SIGN_IN, _NO_KEY),
    403: Row(FailureKind.SIGN_IN, _WRONG_KEY),
    404: Row(FailureKind.REFUSED, _NOT_THERE),
    410: Row(FailureKind.REFUSED, _NOT_THERE),
    429: Row(FailureKind.BUSY, _BUSY),
}
_OTHERWISE = Otherwise(_ELSEWHERE, _BROKEN, Row(FailureKind.REFUSED, _REFUSED))


def refusals(clock: Callable[[], Instant]) -> Callable[[Answer, str], Failure]:
    """Return what says what an answer other than a success is; the clock is for its waits."""

    def refusal(answer: Answer, server: str) -> Failure:
        row, wait = row_of(answer.status, _STATUSES, _OTHERWISE), None
        if row.kind is FailureKind.BUSY:
            wait = min(reset_seconds(answer.headers, clock()) or _USUAL_WAIT, _LONGEST_WAIT)
        return Failure(
            row.message, kind=row.kind, wait_seconds=wait, server=server, status=answer.status
        )

    return refusal


def is_missing(failure: Failure) -> bool:
    """Tell whether Aircall says that there is no such thing."""
    return failure.message == _NOT_THERE
