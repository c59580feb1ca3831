"""What the commands that enter something by hand share."""

from app.assembly import Workplace
from app.domain.instant import Instant
from app.domain.problem import ExitCode
from app.domain.written_instant import read_time


def moment_of(text: str | None, workplace: Workplace) -> Instant:
    """Return the time written, on this computer's clocks unless it says otherwise; else now."""
    return workplace.clock.now() if text is None else read_time(text, workplace.zone())


def tell_logged(entry_id: str, workplace: Workplace) -> int:
    """Tell the id of what was kept."""
    if workplace.as_json:
        workplace.tell_json({"id": entry_id})
    else:
        workplace.tell(workplace.words.say("Logged as entry {id}.", id=entry_id))
    return ExitCode.DONE
