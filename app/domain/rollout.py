"""What whoever installs the program for a company decides for everybody on a computer."""

from dataclasses import dataclass, field
from enum import Enum


class LookingForUpdates(Enum):
    """Whether the program asks for newer versions of itself; it never replaces itself."""

    DAILY = "daily"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Rollout:
    """Nothing said is nothing decided: the person chooses, as on any other computer.

    ``server``: address of the company's plan server, or a whole link of invitation, offered where
    nobody joined yet. ``language`` and ``start_at_login`` hold until a person chooses otherwise.
    ``updates`` is a policy: a person cannot choose against it. ``feed`` and ``feed_key``: where
    news of versions is read instead of the builder's own place, and the minisign public key (one
    line of base64) that must have signed it; both or neither.
    """

    # Not to be shown, for a link of invitation ends with a secret.
    server: str = field(default="", repr=False)
    language: str = ""
    start_at_login: bool | None = None
    updates: LookingForUpdates | None = None
    feed: str = ""
    feed_key: str = ""

    @property
    def server_address(self) -> str:
        """The plan server without an invitation's secret, "" where none is named."""
        return self.server.partition("#")[0].removesuffix("/join") if self.invites else self.server

    @property
    def invites(self) -> bool:
        """Whether the server comes with an invitation, which is good for one person once."""
        return "#" in self.server


NOTHING_DECIDED = Rollout()
