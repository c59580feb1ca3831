"""Which notices a person wants; what is shown in the window itself does not depend on it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NoticeChoice:
    """Kinds of notices.

    ``near``: close to a limit. ``limit``: nothing left. ``billed``: every further unit costs.
    ``ahead``: the forecast ends before the reset. ``stale``: the figures are old because syncing
    fails.
    """

    near: bool = True
    limit: bool = True
    billed: bool = True
    ahead: bool = True
    stale: bool = True
