"""How a person is named in the window."""

from app.domain.meter import Meter, Status
from app.wording.words import Words

_UNNAMED = "me"


def person_name(words: Words, name: str) -> str:
    """A person's name; whoever uses this computer and gave none is "You"."""
    return words.say("You") if name == _UNNAMED else name


def whose(words: Words, status: Status, meter: Meter) -> str:
    """Whose a meter is, "" where all that are shown are one person's or everybody's."""
    return person_name(words, meter.agent) if status.several and meter.agent else ""
