"""How far a round is, why it waits, and why a record was not taken, in words."""

from math import ceil

from app.domain.accounts import RefusedRecord
from app.domain.connection import Progress, Provider, Waiting
from app.domain.failure import FailureKind, kind_of
from app.wording.accounts import part_name, provider_name
from app.wording.words import Words


def progress_line(words: Words, name: str, progress: Progress) -> str:
    """Write "HubSpot calls: 12,400 of 100,000"; ``name``: of the connection."""
    part = part_name(words, progress.part)
    if progress.total is None:
        return words.say("{name} {part}: {read}", name=name, part=part, read=progress.read)
    return words.say(
        "{name} {part}: {read} of {total}",
        name=name,
        part=part,
        read=progress.read,
        total=progress.total,
    )


def waiting_line(words: Words, provider: Provider, waiting: Waiting) -> str:
    """Write "HubSpot asks to wait 9 s", or what is wrong and when it is tried again."""
    seconds = ceil(waiting.seconds)
    if kind_of(waiting.reason) is FailureKind.BUSY:
        name = provider_name(provider)
        return words.say("{provider} asks to wait {n} s", provider=name, n=seconds)
    problem = words.problem(waiting.reason)
    return words.say("{problem} Next try in {n} s.", problem=problem, n=seconds)


def refused_line(words: Words, refused: RefusedRecord) -> str:
    """Write a record that was not taken: its id, and why."""
    return f"{refused.external_id}: {refused_reason(words, refused)}"


def refused_reason(words: Words, refused: RefusedRecord) -> str:
    """Say why a record was not taken."""
    template = words.say(refused.reason)
    return template.format(**refused.places) if refused.places else template
