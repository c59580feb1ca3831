"""Whose trouble a failure is: that of one question, of one part, or of all that is asked."""

from app.domain.failure import Failure, FailureKind
from app.remote.patience import wants_too_long

_FOR_ALL = frozenset({FailureKind.OFFLINE, FailureKind.SIGN_IN, FailureKind.CERTIFICATE})


def meets_all(failure: Failure) -> bool:
    """Tell whether it keeps every part of an account from being read, not only one."""
    return failure.kind in _FOR_ALL or wants_too_long(failure)
