"""Reports of calls by several sources, made of the few figures a test is about."""

from typing import Any

from app.domain.event import Direction, Source
from app.domain.instant import SECOND, Instant
from app.domain.numbers import NumberClass
from app.domain.twins import Report
from tests.support.ledgers import NOW


def report(**said: Any) -> Report:
    """Make a report of a call of a minute; ``seconds_later`` moves its start."""
    later = said.pop("seconds_later", 0)
    plain = Report(
        b"", Source("twilio"), "", Instant(NOW + later * SECOND), 60 * SECOND, Direction.OUTBOUND,
        "+12125550123", NumberClass.KNOWN, "25550123",
    )  # fmt: skip
    made = plain._replace(**said)
    name = f"{made.source.provider} {made.start} {made.external_id}"
    return made if made.identity else made._replace(identity=name.encode())
