"""How looking for newer versions stands on this computer; nobody is asked."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from app.domain.problem import Problem
from app.domain.updates import Looked, Source, UpdatesNow, WhyNot, newer, why_not
from app.machine.own_version import own_version
from app.machine.rollout import read_rollout
from app.machine.settings import read_settings
from app.machine.update_source import built_in_source, policy_of, source_of, this_system
from app.machine.updates_kept import read_looked


class Terms(NamedTuple):
    """Who would be asked, and why nobody is.

    ``decided``: the administrator did, so that a person cannot. ``problem``: of their file.
    """

    source: Source | None
    why_not: WhyNot | None
    decided: bool
    problem: Problem | None


def terms_of(folder: Path, environ: Mapping[str, str]) -> Terms:
    """Return what administrator, builder and person chose together."""
    rollout, problem = read_rollout(environ)
    source = source_of(rollout, built_in_source())
    wanted = read_settings(folder)[0].look_for_updates
    policy, broken = policy_of(rollout), problem is not None
    reason = why_not(source, policy=policy, broken=broken, wanted=wanted)
    return Terms(source, reason, broken or policy is not None, problem)


def updates_now(folder: Path, environ: Mapping[str, str]) -> UpdatesNow:
    """Return how it stands; news once taken are told though a person lets nobody look any more."""
    terms = terms_of(folder, environ)
    return stand(terms, read_looked(folder, terms.source))


def stand(terms: Terms, looked: Looked) -> UpdatesNow:
    """Put together what is known.

    Where the administrator lets nobody look they bring newer versions, so none is told of.
    """
    installed = own_version()
    news = None if terms.why_not is WhyNot.ROLLOUT else looked.news
    told, needs = newer(installed, news, this_system())
    server = urlsplit(terms.source.address).hostname or "" if terms.source else ""
    return UpdatesNow(installed, looked, server, terms.why_not, terms.decided, told, needs)
