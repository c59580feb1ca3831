"""Why a server could not do what was asked, so that everybody above can tell the kinds apart."""

from enum import StrEnum

from app.domain.problem import EnvironmentProblem, ExitCode


class FailureKind(StrEnum):
    """What a person, or the next round, can do about it.

    OFFLINE: wait for the network. SIGN_IN: join again. CERTIFICATE: somebody may be listening.
    STALE: somebody else changed it first. BUSY: wait as long as it says. REFUSED: the answer is
    no. BROKEN: the server answers nonsense or fails itself.
    """

    OFFLINE = "offline"
    SIGN_IN = "sign_in"
    CERTIFICATE = "certificate"
    STALE = "stale"
    BUSY = "busy"
    REFUSED = "refused"
    BROKEN = "broken"


class Failure(EnvironmentProblem):
    """A server that was asked did not do it; ``wait_seconds``: how long it wants to be left alone.

    ``places`` always name the ``server`` by its host. Nothing of what was sent is in it.
    """

    def __init__(
        self,
        message: str,
        /,
        *,
        kind: FailureKind,
        wait_seconds: int | None = None,
        **places: object,
    ) -> None:
        super().__init__(message, **places)
        self.kind = kind
        self.wait_seconds = wait_seconds
        if kind in {FailureKind.REFUSED, FailureKind.STALE}:
            self.exit_code = ExitCode.REFUSED


def kind_of(problem: Exception | None) -> FailureKind | None:
    """Return what kind of failure a problem is, ``None`` for every other problem."""
    return problem.kind if isinstance(problem, Failure) else None
