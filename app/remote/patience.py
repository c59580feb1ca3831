"""How often the same question is worth asking within one round, by what went wrong with it."""

from app.domain.failure import Failure, FailureKind
from app.remote.failures import is_out_of_reach, took_too_much
from app.remote.retry import is_worth_it

#: A server that wants to be left alone for longer ends the round; the schedule comes back to it.
_PATIENCE_SECONDS = 60
_USUAL = 5
#: A network that is away comes back in minutes, not within a round; what came too late or was too
#: long costs a minute, or megabytes, each time.
_COSTLY = 2
#: A success without sense may be an answer that something on its way tore.
_TORN = 3
_SUCCESS, _AFTER_SUCCESS, _FAILED = 200, 300, 500


def is_success(status: int) -> bool:
    """Tell whether a status says that the question was answered."""
    return _SUCCESS <= status < _AFTER_SUCCESS


def wants_too_long(failure: Failure) -> bool:
    """Tell whether a server asks to be left alone for longer than a round can wait.

    What it says is what counts: the spread that is added to its seconds is ours.
    """
    return (failure.wait_seconds or 0) > _PATIENCE_SECONDS


def tries_of(failure: Failure, status: int | None) -> int:
    """Return how often to ask in all; ``status`` of the answer, ``None`` where none came."""
    if not is_worth_it(failure.kind):
        return 1
    if status is None:
        return _COSTLY if is_out_of_reach(failure) or took_too_much(failure) else _USUAL
    if is_success(status):
        return _TORN
    # What is neither busy nor out of order is the same each time: such as a redirect.
    return _USUAL if failure.kind is FailureKind.BUSY or status >= _FAILED else 1
