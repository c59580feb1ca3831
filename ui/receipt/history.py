"""The history of an entry as the receipt shows it: a line for each version."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.change import ChangeKind, Version
from app.wording.changes import differences, version_sentence
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One version: where it came from and when, and what was otherwise before."""

    head: str
    changed: str


def history_lines(words: Words, versions: Sequence[Version], zone: str) -> tuple[HistoryLine, ...]:
    """Make the lines, the newest first; none for an entry that never changed."""
    if len(versions) < 2:
        return ()
    lines = []
    for place, version in enumerate(versions):
        head = version_sentence(words, version)
        if version.at is not None:
            head = f"{head} · {words.day_time(version.at, zone)}"
        before = versions[place - 1].fact if place else version.fact
        lines.append(HistoryLine(head, "\n".join(differences(words, before, version.fact))))
    return tuple(reversed(lines))


def last_change(versions: Sequence[Version]) -> int:
    """Return the newest change that stands on an entry and can be undone, 0 where there is none."""
    standing = [
        version.change.id
        for version in versions
        if version.change
        and version.change.undone is None
        and version.change.kind not in {ChangeKind.UNDO, ChangeKind.RETURNED}
    ]
    return max(standing, default=0)
