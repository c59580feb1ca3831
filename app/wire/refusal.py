"""What the server answers when it cannot do what was asked, and the lines of its audit."""

from enum import StrEnum

from app.wire.base import Answer, Moment


class Reason(StrEnum):
    """Why a request was refused; a desktop has its own sentence for each."""

    INVALID = "invalid"
    SIGN_IN = "sign_in"
    CODE_UNKNOWN = "code_unknown"
    LOCKED_OUT = "locked_out"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    METHOD = "method"
    LAST_OWNER = "last_owner"
    STALE = "stale"
    NO_REVISION = "no_revision"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    BUSY = "busy"
    BROKEN = "broken"


class Refusal(Answer):
    """A refusal: ``detail`` is one sentence, ``wait_seconds`` is given where waiting may help."""

    reason: Reason
    detail: str
    wait_seconds: int | None = None


class AuditLine(Answer):
    """One change: when, by whom ("" for the server's own commands), what, and a few plain facts."""

    at: Moment
    by: str
    what: str
    facts: dict[str, str]


class Audit(Answer):
    """Changes, newest first; ``more``: hand it on as ``before`` for the next page, if any."""

    lines: list[AuditLine]
    more: int | None = None


class Health(Answer):
    """Whether the server runs (live) and can use its database (ready)."""

    status: str
    version: str
