"""What the dialogs of safe keeping show; Qt-free."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.domain.instant import instant
from app.wording.sizes import when
from app.wording.words import Words

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class WorkState:
    """Work under way; ``done`` in thousandths, None while nobody knows how much there is.

    ``cancel`` is "" where it cannot be stopped.
    """

    title: str
    detail: str
    done: int | None
    cancel: str


@dataclass(frozen=True, slots=True)
class RestoreState:
    """What a restore would change: lines of a label, what is so now, what will be so then."""

    title: str
    head: tuple[str, str]
    lines: tuple[tuple[str, str, str], ...]
    loss: str
    restore: str
    cancel: str


@dataclass(frozen=True, slots=True)
class CheckupState:
    """What the doctor found, in the very words that a bundle would hold; ``mend`` "" if sound."""

    title: str
    text: str
    promise: str
    mend: str
    save: str
    close: str


def working(words: Words, task: str, said: Document | None = None) -> WorkState:
    """Make the state of work; ``task`` is one of the keys below.

    What was agreed to erase cannot be cancelled: the next start would go on with it.
    """
    titles = {
        "backup": words.say("Making a backup"),
        "preview": words.say("Reading the backup"),
        "restore": words.say("Restoring the backup"),
        "move": words.say("Moving the data folder"),
        "doctor": words.say("Checking everything"),
        "contact": words.say("Looking for the contact"),
        "old": words.say("Looking for old entries"),
        "erase": words.say("Erasing"),
    }
    done, total = (int((said or {}).get(name, 0)) for name in ("done", "total"))
    part = min(1000, done * 1000 // total) if total else None
    detail = "" if part is None else words.say("Done so far: {n} %", n=part // 10)
    cancel = "" if task == "erase" else words.say("Cancel")
    return WorkState(titles[task], detail, part, cancel)


def restore_state(words: Words, answer: Document, zone: str) -> RestoreState:
    """Make the preview from the answer of ``restore --json``."""
    preview = answer["preview"]
    now, then = preview["now"], preview["then"]
    labels = (
        (words.say("Entries"), "entries"),
        (words.say("Newest entry"), "newest"),
        (words.say("Plans"), "plans"),
        (words.say("People"), "people"),
    )
    return RestoreState(
        title=words.say("Restore {file}?", file=Path(answer["file"]).name),
        head=(words.say("Now"), words.say("Then")),
        lines=tuple(
            (text, _shown(words, now, name, zone), _shown(words, then, name, zone))
            for text, name in labels
        ),
        loss=_loss(words, preview),
        restore=words.say("Restore"),
        cancel=words.say("Cancel"),
    )


def checkup_state(words: Words, answer: Document) -> CheckupState:
    """Make the report from the answer of ``doctor --json``."""
    return CheckupState(
        title=words.say("Doctor"),
        text=str(answer["text"]),
        promise=words.say(
            "Numbers, names and tokens are struck out. A bundle holds exactly this, and is written "
            "only where you say."
        ),
        mend="" if answer["ok"] else words.say("Mend what can be mended"),
        save=words.say("Save bundle…"),
        close=words.say("Close"),
    )


def backup_done(words: Words, answer: Document) -> str:
    """Say where a backup lies."""
    entries = words.say_many("{n} entry", "{n} entries", int(answer["entries"]))
    return words.say("{entries} copied and checked: {file}", entries=entries, file=answer["file"])


def _shown(words: Words, told: Document | None, name: str, zone: str) -> str:
    value = None if told is None else told[name]
    if isinstance(value, list):
        return ", ".join(value) or "–"
    if isinstance(value, int):
        return words.number(value)
    return when(words, instant(datetime.fromisoformat(value)), zone) if value else "–"


def _loss(words: Words, preview: Document) -> str:
    if preview["damaged"]:
        return words.say("The ledger now is damaged; nobody can tell what it holds.")
    lost = int(preview["lost"] or 0)
    kept = words.say("The present ledger is kept beside the new one.")
    if not lost:
        return kept
    gone = words.say_many(
        "{n} entry of the ledger is not in the backup and would be gone.",
        "{n} entries of the ledger are not in the backup and would be gone.",
        lost,
    )
    return f"{gone} {kept}"
