"""One call of the sample."""

from enum import Enum, auto
from typing import NamedTuple

from app.domain.instant import Instant
from app.sample.people import Agent, Contact


class Way(Enum):
    """How a call was placed, which decides the file it stands in."""

    BROWSER = auto()  # HubSpot, from the browser
    PHONE = auto()  # HubSpot, from the agent's own phone: two legs
    TWILIO = auto()  # Twilio's own log, a parent and a child
    NOTED = auto()  # written down by hand, with a name


class SampleCall(NamedTuple):
    """A call; ``seconds`` 0 when the contact did not answer, ``status`` in HubSpot's words.

    ``first_leg``: seconds of the leg to the agent's own phone, where the log tells them.
    """

    agent: Agent
    contact: Contact
    way: Way
    seconds: int
    inbound: bool = False
    status: str = "Completed"
    first_leg: int = 0
    start: Instant = Instant(0)

    @property
    def minutes(self) -> int:
        """Minutes of the day it takes up."""
        return -(-max(self.seconds, self.first_leg, 30) // 60)

    @property
    def units(self) -> int:
        """Minutes of the allowance it uses."""
        if self.inbound:
            return 0
        talked = -(-self.seconds // 60)
        if self.way is Way.TWILIO:
            return talked - (-self.first_leg // 60)
        return talked * 2 if self.way is Way.PHONE else talked
