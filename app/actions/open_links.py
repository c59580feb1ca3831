"""Whether links of phone numbers open this program, and turning that, scheme by scheme."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from app.domain.problem import EnvironmentProblem, mark
from app.machine.link_handler import Links, usual_links
from app.machine.opener import SCHEMES, Opener
from app.machine.own_program import own_program

_REFUSED = mark("Who opens links cannot be changed: {reason}. Check the permissions.")


class Opened(NamedTuple):
    """A scheme and who opens its links: ``holder`` now, ``before`` beside this program.

    Names for a person, "" for nobody. ``ours``: this program opens them.
    """

    scheme: str
    holder: str
    ours: bool
    before: str


class LinksNow(NamedTuple):
    """Every scheme; ``asks_person``: only the person can choose, in the system's settings."""

    opened: tuple[Opened, ...]
    asks_person: bool

    @property
    def ours(self) -> bool:
        """Tell whether links of phone numbers open this program: those of "tel", the usual ones."""
        return self.opened[0].ours


def links_now(environ: Mapping[str, str]) -> LinksNow:
    """Tell what the system will really do with a link."""
    links = usual_links(environ)
    return LinksNow(tuple(_opened(links, each) for each in SCHEMES), links.asks_person)


def take_links(environ: Mapping[str, str], schemes: Sequence[str] = SCHEMES) -> LinksNow:
    """Let links of these schemes open this program; returns what is true afterwards.

    EnvironmentProblem when the system refuses.
    """
    links = usual_links(environ)
    with _told():
        links.take(schemes, own_program(environ))
    return links_now(environ)


def give_links_back(environ: Mapping[str, str], schemes: Sequence[str] = SCHEMES) -> LinksNow:
    """Let those open these schemes who did before; returns what is true afterwards.

    EnvironmentProblem when the system refuses.
    """
    links = usual_links(environ)
    with _told():
        links.give_back(schemes)
    return links_now(environ)


def _opened(links: Links, scheme: str) -> Opened:
    holder, before = links.holder(scheme), links.before(scheme)
    ours = holder is not None and links.is_ours(holder)
    return Opened(scheme, _name(holder), ours, _name(before))


def _name(opener: Opener | None) -> str:
    return opener.name if opener is not None else ""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        reason = trouble.strerror or str(trouble)
        raise EnvironmentProblem(_REFUSED, reason=reason) from trouble
