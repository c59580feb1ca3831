"""What the dialog of corrections asks, what was answered, and what the bar says afterwards."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.correction import Common, Preview, Wish
from app.domain.event import Method
from app.wording.changes import field_label
from app.wording.words import Words

#: Answers that are no value of a field: leave it, and take what the source says.
KEEP, SOURCE = "keep", "source"
#: Fields that change what is billed, so that a preview is worth its while.
COUNTING = frozenset({"method", "agent", "counts_toward"})


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose: its value, and how it reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field: what it holds, and the answers to choose from, none where it is written freely.

    ``value``: what all entries say, "keep" where they differ and it is chosen, "" where they differ
    and it is written; ``hint`` stands in an empty box. ``written``: an answer of one's own counts.
    """

    name: str
    label: str
    value: str
    options: tuple[Option, ...] = ()
    hint: str = ""
    written: bool = True


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """The dialog: a title, a sentence about what it is for, and its fields."""

    title: str
    about: str
    fields: tuple[FieldState, ...]
    tags: tuple[str, ...]
    save: str
    cancel: str


@dataclass(frozen=True, slots=True)
class BarState:
    """The bar after a change; ``done`` in thousandths while it runs, ``None`` once it is over.

    ``undo``: label of the button that takes it back, "" where there is nothing to take back.
    ``close``: label of the button that cancels it or puts the bar away.
    """

    sentence: str
    close: str
    undo: str = ""
    done: int | None = None


def correction_state(words: Words, common: Common, only: str = "") -> CorrectionState:
    """Make the dialog; ``only`` names the one field that is asked for."""
    fields = tuple(each for each in _fields(words, common) if not only or only in each.name)
    title = words.say_many("Correct this entry", "Correct {n} entries", common.entries)
    return CorrectionState(
        title=_short_title(words, only) or title,
        about=words.say("What the source says is kept, and each change can be undone."),
        fields=fields,
        tags=common.tags,
        save=words.say("Save"),
        cancel=words.say("Cancel"),
    )


def wish_of(common: Common, answers: Mapping[str, str]) -> Wish:
    """Turn what was answered into a wish; fields that were left as they were are not in it."""
    plans = {plan.name: plan.line for plan in common.plans}
    said = {name: value for name, value in answers.items() if value not in {KEEP, SOURCE}}
    toward = said.get("counts_toward")
    return Wish(
        method=Method(said["method"]) if said.get("method") else None,
        agent=said.get("agent"),
        counts_toward=toward,
        line=plans.get(toward or ""),
        name=said.get("name"),
        note=said.get("note"),
        tags=said.get("tags"),
        add_tags=said.get("add_tags", ""),
        remove_tags=said.get("remove_tags", ""),
        as_reported=frozenset(name for name, value in answers.items() if value == SOURCE),
    )


def preview_sentence(words: Words, preview: Preview | None) -> str:
    """Write what a change would do to the minutes, "" where nobody worked it out."""
    if preview is None:
        return ""
    if not preview.entries:
        return words.say("This changes nothing.")
    entries = words.say_many("{n} entry", "{n} entries", preview.entries)
    if preview.before == preview.after:
        return words.say("{entries}: the minutes stay as they are.", entries=entries)
    return words.say(
        "{entries}: {before} min become {after} min.",
        entries=entries,
        before=preview.before,
        after=preview.after,
    )


def running_bar(words: Words, entries: int, done: int = 0) -> BarState:
    """Make the bar of a change that takes a while; ``done`` in thousandths."""
    sentence = words.say_many("Changing {n} entry", "Changing {n} entries", entries)
    return BarState(sentence, words.say("Cancel"), done=done)


def done_bar(words: Words, sentence: str, *, undo: bool) -> BarState:
    """Make the bar of what was done."""
    return BarState(sentence, words.say("Close"), words.say("Undo") if undo else "")


def nothing_bar(words: Words) -> BarState:
    """Make the bar of a change that changed nothing."""
    sentence = words.say("Nothing changed: it was so already, or does not fit.")
    return done_bar(words, sentence, undo=False)


def _fields(words: Words, common: Common) -> Iterator[FieldState]:
    for name in ("method", "agent", "counts_toward"):
        if name in common.values:
            yield _chosen_field(words, common, name)
    for name in ("name", "note"):
        value = common.values.get(name)
        hint = words.say("Different; stays as it is") if value is None else ""
        yield FieldState(name, field_label(words, name), value or "", (), hint)
    if (tags := common.values.get("tags")) is not None:
        hint = words.say("apart by commas")
        yield FieldState("tags", field_label(words, "tags"), tags, (), hint)
    else:
        yield FieldState("add_tags", words.say("Add tags"), "", (), words.say("apart by commas"))
        yield FieldState("remove_tags", words.say("Remove tags"), "")


def _chosen_field(words: Words, common: Common, name: str) -> FieldState:
    value = common.values[name]
    source = Option(SOURCE, words.say("As the source says"))
    options: list[Option] = []
    if value is None:
        options.append(Option(KEEP, words.say("Keep as is")))
    elif name != "agent" and not value:
        options.append(Option("", words.say("Not said")))
    if name == "method":
        options.append(Option(Method.BROWSER.value, words.say("Browser")))
        options.append(Option(Method.PHONE.value, words.say("From phone")))
    elif name == "agent":
        options += [Option(each, each) for each in common.people]
    else:
        options += [Option(plan.name, plan.title) for plan in common.plans]
        options.append(Option("none", words.say("no plan")))
    if value and value not in {each.value for each in options}:
        options.append(Option(value, value))
    label = field_label(words, name)
    shown = KEEP if value is None else value
    return FieldState(name, label, shown, (*options, source), "", written=name == "agent")


def _short_title(words: Words, only: str) -> str:
    return {"note": words.say("Note"), "tags": words.say("Tags")}.get(only, "")
