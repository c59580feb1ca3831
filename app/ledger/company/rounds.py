"""How the rounds with the plan server went, as status asks for it."""

import json
from typing import TYPE_CHECKING, Any

from app.domain.failure import Failure, FailureKind, kind_of
from app.domain.instant import Instant
from app.domain.problem import EnvironmentProblem, Problem
from app.domain.trust import Rounds

if TYPE_CHECKING:
    from sqlalchemy import Connection


def rounds_of(connection: "Connection") -> Rounds | None:
    """Return how the rounds went, ``None`` where no company is joined."""
    row = connection.exec_driver_sql("SELECT synced_us, trouble FROM company").first()
    if row is None:
        return None
    return Rounds(None if row[0] is None else Instant(row[0]), read_trouble(row[1]))


def written_trouble(trouble: Problem | None) -> str:
    """Write a problem so that it can be told in any language later; "" for none."""
    if trouble is None:
        return ""
    kind = kind_of(trouble)
    places = {name: str(value) for name, value in trouble.places.items()}
    said = {"message": trouble.message, "places": places, "kind": kind.value if kind else ""}
    return json.dumps(said, ensure_ascii=False)


def read_trouble(written: str) -> Problem | None:
    """Read a problem as it was written."""
    if not written:
        return None
    said: dict[str, Any] = json.loads(written)
    if said["kind"]:
        return Failure(said["message"], kind=FailureKind(said["kind"]), **said["places"])
    return EnvironmentProblem(said["message"], **said["places"])
