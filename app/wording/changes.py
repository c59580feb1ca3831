"""Changes and versions of entries in words: what was changed, and what differs between two."""

from collections.abc import Collection, Iterator

from app.domain.change import Change, ChangeKind, Version
from app.domain.event import Call, Fact, Method
from app.domain.problem import mark
from app.wording.levels import PROVIDERS
from app.wording.words import Words

#: Whose deletions a change is about, among what it says.
_PROVIDER = "provider"
_OF_PROVIDERS = {
    ChangeKind.WITHDRAWN: mark("Deleted at {provider}"),
    ChangeKind.RETURNED: mark("At {provider} again"),
}
_NOTHING = "–"
_LABELS = {
    "method": mark("Method"),
    "agent": mark("Person"),
    "counts_toward": mark("Counts toward"),
    "name": mark("Name"),
    "note": mark("Note"),
    "tags": mark("Tags"),
}  #: Fields that are mostly a person's own, so that an empty source is not worth a word.
_OWN = frozenset({"name", "note", "tags"})


def field_label(words: Words, field: str) -> str:
    """Name a field that a person may change."""
    return words.say(_LABELS[field])


def changed_sentence(words: Words, fields: Collection[str], entries: int) -> str:
    """Write "Method of 3 entries changed", without a full stop."""
    if len(fields) != 1:
        return words.say_many("{n} entry changed", "{n} entries changed", entries)
    (field,) = fields
    name = words.say("Plan") if field == "counts_toward" else field_label(words, field)
    return words.say_many(
        "{field} of {n} entry changed", "{field} of {n} entries changed", entries, field=name
    )


def change_sentence(words: Words, change: Change) -> str:
    """Write what a person did, or a provider, without a full stop."""
    if change.kind is ChangeKind.ERASE:
        return words.say_many(
            "Number and name of {n} entry erased",
            "Numbers and names of {n} entries erased",
            change.entries,
        )
    if change.kind is ChangeKind.RETURNED:
        return words.say_many(
            "{n} entry is at {provider} again",
            "{n} entries are at {provider} again",
            change.entries,
            provider=_provider(change),
        )
    if _PROVIDER in change.said:
        said = words.say_many(
            "{n} entry was deleted at {provider} and counts no more",
            "{n} entries were deleted at {provider} and count no more",
            change.entries,
            provider=_provider(change),
        )
    elif "pairs" in change.said:
        apart = change.said["pairs"] == ChangeKind.APART
        said = decided_sentence(words, change.entries, apart=apart)
    else:
        said = changed_sentence(words, change.said, change.entries)
    return words.say("Undone: {change}", change=said) if change.kind is ChangeKind.UNDO else said


def decided_sentence(words: Words, pairs: int, *, apart: bool) -> str:
    """Write what a person said of pairs of entries, without a full stop."""
    if apart:
        return words.say_many("{n} pair: two calls", "{n} pairs: two calls each", pairs)
    return words.say_many("{n} pair: the same call", "{n} pairs: the same call each", pairs)


def version_sentence(words: Words, version: Version) -> str:
    """Write where a version came from, without a full stop."""
    if version.change is not None and version.change.kind in _OF_PROVIDERS:
        return words.say(_OF_PROVIDERS[version.change.kind], provider=_provider(version.change))
    if version.change is not None:
        undone = version.change.kind is ChangeKind.UNDO
        return words.say("Undone by you") if undone else words.say("Changed by you")
    if version.file:
        return words.say("Read from {file}", file=version.file)
    if version.fact.source.provider in PROVIDERS:
        return words.say("Read from {file}", file=PROVIDERS[version.fact.source.provider])
    return words.say("Recorded")


def differences(words: Words, before: Fact, after: Fact) -> list[str]:
    """Write what differs between two versions, as "Method: browser → from phone"."""
    pairs = zip(_told(words, before), _told(words, after), strict=False)
    return [
        f"{label}: {old or _NOTHING} → {new or _NOTHING}"
        for (label, old), (_, new) in pairs
        if old != new
    ]


def field_value(words: Words, fact: Fact, field: str) -> str:
    """Write what one field of an entry says, "" where it says nothing."""
    value = getattr(fact, field, None)
    if field == "method":
        return "" if value is None else method_name(words, Method(value))
    if value == "none" and field == "counts_toward":
        return words.say("no plan")
    return str(value or "")


def own_rows(words: Words, fact: Fact, reported: Fact | None) -> list[tuple[str, str]]:
    """Write as labels and values what a person said of an entry, and what its source says instead.

    ``reported``: the entry as its source tells it, ``None`` where nobody corrected it. Note and
    tags are told wherever they are from.
    """
    rows = []
    for field in _LABELS:
        now = field_value(words, fact, field)
        then = now if reported is None else field_value(words, reported, field)
        if now != then and (then or field not in _OWN):
            told = words.say(
                "{now} (source: {then})", now=now or _NOTHING, then=then or words.say("nothing")
            )
            rows.append((field_label(words, field), told))
        elif now and field in _OWN and (now != then or field != "name"):
            rows.append((field_label(words, field), now))
    return rows


def method_name(words: Words, method: Method) -> str:
    """Name a way to place a call, as a word inside a sentence."""
    return words.say("from phone") if method is Method.PHONE else words.say("browser")


def _provider(change: Change) -> str:
    said = str(change.said.get(_PROVIDER, ""))
    return PROVIDERS.get(said, said)


def _told(words: Words, fact: Fact) -> Iterator[tuple[str, str]]:
    for field in _LABELS:
        yield field_label(words, field), field_value(words, fact, field)
    yield words.say("Number"), words.phone(fact.far)
    yield words.say("Start (UTC)"), words.day_time(fact.start, "UTC")
    if isinstance(fact, Call):
        yield words.say("Length"), words.duration_words(fact.talk_us)
        yield words.say("Legs"), words.number(len(fact.legs)) if fact.legs else ""
        yield words.say("Price"), ", ".join(words.rate(x.price) for x in fact.legs if x.price)
    else:
        yield words.say("Segments"), words.number(fact.segments)
        yield words.say("Price"), words.rate(fact.price) if fact.price else ""
