"""What saving an edit would do to the meters, in a sentence each; Qt-free."""

from dataclasses import dataclass

from app.domain.meter import Level
from app.domain.plan import MeterKind
from app.domain.plan_edit import EditedMeter, EditPreview
from app.wording.levels import level_name
from app.wording.units import short_amount
from app.wording.words import Words
from ui.text.person import person_name
from ui.text.tones import tone_of
from ui.theme.tone import Tone

#: More people than these are told as a number.
MOST_LINES = 12
_PAST = {Level.BLOCKED, Level.COULD_BE_BILLED, Level.BILLED}
_BAD = {Tone.STOP, Tone.BILLED}
_MARKS = {Tone.PLAIN: "done", Tone.NEAR: "near", Tone.STOP: "stop", Tone.BILLED: "billed"}


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One meter before and after: whose, what changes, and how it stands then."""

    title: str
    detail: str
    mark: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class PreviewState:
    """The preview; ``more`` and ``note`` "" where there is nothing to add."""

    title: str
    headline: str
    lines: tuple[PreviewLine, ...] = ()
    more: str = ""
    note: str = ""

    @property
    def worst(self) -> PreviewLine | None:
        """The line that must not be missed, ``None`` where nobody goes past a limit."""
        return next((line for line in self.lines if line.tone in _BAD), None)


def nothing_to_preview(words: Words) -> PreviewState:
    """Say that nothing is changed yet."""
    return PreviewState(words.say("What saving would change"), words.say("Nothing yet."))


def looking(words: Words) -> PreviewState:
    """Say that the preview is being made."""
    return PreviewState(words.say("What saving would change"), words.say("Looking…"))


def unseen(words: Words, reason: str) -> PreviewState:
    """Say why there is no preview."""
    line = PreviewLine(reason, "", "near", Tone.STOP)
    return PreviewState(words.say("What saving would change"), "", (line,))


def preview_state(words: Words, preview: EditPreview) -> PreviewState:
    """Make the preview: who crosses a limit comes first, then whose figures change."""
    changed = [each for each in preview.meters if _is_told(each)]
    ordered = sorted(changed, key=lambda each: (not each.crosses, -each.used))
    lines = tuple(_line(words, each) for each in ordered[:MOST_LINES])
    rest = len(ordered) - len(lines)
    return PreviewState(
        title=words.say("What saving would change"),
        headline=_headline(words, preview),
        lines=lines,
        more=words.say_many("and {n} more", "and {n} more", rest) if rest else "",
        note=words.say("Others may have used more than is known here.") if preview.at_least else "",
    )


def _is_told(meter: EditedMeter) -> bool:
    same = meter.included_before == meter.included_after
    return not same or meter.level_before is not meter.level_after


def _headline(words: Words, preview: EditPreview) -> str:
    people = len({each.person for each in preview.meters if each.crosses and each.person})
    shared = any(each.crosses and not each.person for each in preview.meters)
    told = []
    blocked = _newly_blocked(preview)
    if people:
        told.append(
            words.say_many("{n} person goes past a limit.", "{n} people go past a limit.", people)
        )
    if shared:
        told.append(words.say("The company goes past what is included."))
    if blocked:
        told.append(
            words.say_many(
                "{n} person past the limit is blocked.",
                "{n} people past the limit are blocked.",
                blocked,
            )
        )
    return " ".join(told) or _nobody(words, preview)


def _newly_blocked(preview: EditPreview) -> int:
    """Count who was past a limit before, and could go on until now."""
    return sum(
        bool(each.person) and not each.crosses and each.level_after is Level.BLOCKED
        and each.level_before is not Level.BLOCKED
        for each in preview.meters
    )  # fmt: skip


def _nobody(words: Words, preview: EditPreview) -> str:
    if any(each.level_after in _PAST for each in preview.meters):
        return words.say("Nobody else goes past a limit.")
    return words.say("Nobody goes past a limit.")


def _line(words: Words, meter: EditedMeter) -> PreviewLine:
    tone = tone_of(meter.level_after)
    whose = person_name(words, meter.person) or _shared_name(words, meter.kind)
    return PreviewLine(
        title=whose,
        detail=words.say(
            "{used} used · {before} → {after} included · {level}",
            used=short_amount(words, meter.kind, meter.used),
            before=meter.included_before,
            after=meter.included_after,
            level=_level(words, meter),
        ),
        mark=_MARKS.get(tone, "nothing"),
        tone=tone,
    )


def _level(words: Words, meter: EditedMeter) -> str:
    past = meter.used - meter.included_after
    if meter.level_after in _PAST and past > 0:
        return words.say("{amount} past it", amount=short_amount(words, meter.kind, past))
    return level_name(words, meter.level_after)


def _shared_name(words: Words, kind: MeterKind) -> str:
    match kind:
        case MeterKind.SMS:
            return words.say("SMS pool")
        case MeterKind.MMS:
            return words.say("MMS pool")
        case MeterKind.CALLS:
            return words.say("Calls of the account")
        case MeterKind.MINUTES:
            return words.say("Minutes of the account")
