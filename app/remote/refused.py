"""A record that was not taken, as the Accounts page and the next round hear of it."""

from app.domain.accounts import RefusedRecord
from app.domain.unreadable import UnreadableRecord


def refused(part: str, external_id: str, trouble: UnreadableRecord) -> RefusedRecord:
    """Say why the record of an id was not taken."""
    places = {name: str(value) for name, value in trouble.places.items()}
    return RefusedRecord(part, external_id, trouble.reason, places)
