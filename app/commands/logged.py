"""What the commands that enter something by hand share."""

from app.assembly import Workplace
from app.domain.instant import SECOND, Instant
from app.domain.problem import ExitCode, UsageProblem, mark
from app.domain.written_instant import read_time

_MOST_SECONDS = 30 * 86_400
_SECONDS = mark("The seconds must be a number from 0 to {most}, such as 185 or 60.5.")


def moment_of(text: str | None, workplace: Workplace) -> Instant:
    """Return the time written, on this computer's clocks unless it says otherwise; else now."""
    return workplace.clock.now() if text is None else read_time(text, workplace.zone())


def talk_of(text: str) -> int:
    """Return the microseconds of seconds as they were written; UsageProblem for what is none."""
    whole, _, part = text.partition(".")
    plain = whole.isascii() and whole.isdigit() and len(whole) <= len(str(_MOST_SECONDS))
    exact = not part or (part.isascii() and part.isdigit() and len(part) <= 6)
    talk = int(whole) * SECOND + int(part.ljust(6, "0") or 0) if plain and exact else -1
    if not 0 <= talk <= _MOST_SECONDS * SECOND:
        raise UsageProblem(_SECONDS, most=_MOST_SECONDS)
    return talk


def tell_logged(entry_id: str, workplace: Workplace) -> int:
    """Tell the id of what was kept."""
    if workplace.as_json:
        workplace.tell_json({"id": entry_id})
    else:
        workplace.tell(workplace.words.say("Logged as entry {id}.", id=entry_id))
    return ExitCode.DONE
