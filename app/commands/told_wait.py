"""Waiting that a provider asks a command for, told on a terminal while it lasts."""

from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.domain.connection import Provider, Waiting
from app.wording.sync_progress import waiting_line

if TYPE_CHECKING:
    from app.remote.pages import Wait


def told_wait(workplace: Workplace, provider: Provider) -> "Wait":
    """Make what waits for a provider; Ctrl+C ends it like everything else."""
    # Here because a command that is refused at once never waits.
    from app.sync.accounts.waiting import patient

    patiently = patient(lambda: False)

    def wait(waiting: Waiting) -> None:
        if waiting.seconds >= 1 and workplace.streams.stderr.isatty():
            workplace.warn(waiting_line(workplace.words, provider, waiting))
        patiently(waiting)

    return wait
