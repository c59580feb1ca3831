"""The button that calls: its words, and what became of a number that was handed over; Qt-free."""

from dataclasses import dataclass

from app.domain.dialling import Verdict
from app.wording.words import Words
from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class CallOffer:
    """The words of two buttons, "" for one that is not there: who calls, or choosing who does.

    ``pushed``: calling is what the page is for, and not only what is possible.
    """

    call: str = ""
    choose: str = ""
    pushed: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its icon and tone; "" for none."""

    sentence: str = ""
    mark: str = ""
    tone: Tone = Tone.PLAIN


def call_offer(words: Words, dialler: str, verdict: Verdict | None) -> CallOffer:
    """Offer to call with a program; "" for nobody who dials. A blocked call is never locked."""
    if not dialler:
        return CallOffer(choose=words.say("Choose who dials…"))
    if verdict is Verdict.BLOCKED:
        return CallOffer(words.say("Call anyway with {program}", program=dialler), pushed=False)
    return CallOffer(words.say("Call with {program}", program=dialler))


def handed_over(words: Words, dialler: str, *, asked: bool) -> Told:
    """Say that a program has the number; ``asked``: because its person said so."""
    if asked:
        return Told(words.say("Handed to {program}.", program=dialler), "done")
    return Told(words.say("Handed to {program} without a question.", program=dialler), "done")


def sent_back(words: Words, dialler: str) -> Told:
    """Say that the program that dials opened the link here again."""
    if not dialler:
        return Told(
            words.say("A program that was to dial sent this link back. Nothing was dialled."),
            "near",
            Tone.NEAR,
        )
    return Told(
        words.say(
            "{program} sent this link back, so nothing was dialled. Choose who dials in "
            "Settings, Dialling.",
            program=dialler,
        ),
        "near",
        Tone.NEAR,
    )


def not_handed_over(sentence: str) -> Told:
    """Say why a number was not handed over."""
    return Told(sentence, "stop", Tone.STOP)
