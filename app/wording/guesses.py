"""Why the end of a call is an estimate, in words."""

from collections.abc import Mapping

from app.domain.call_report import Guess
from app.domain.problem import mark
from app.wording.words import Words

_WHY: Mapping[Guess, str] = {
    Guess.SOFTPHONE_GONE: mark("estimated: the softphone ended without telling it"),
    Guess.NOT_LISTED: mark("estimated: asked again, the softphone did not know the call any more"),
    Guess.SLEPT: mark("estimated: the computer slept"),
    Guess.RESTARTED: mark("estimated: the computer was started anew"),
    Guess.NEVER_TOLD: mark("estimated: nobody told it"),
    Guess.RECORDED: mark("estimated: another source had recorded the call"),
}


def guess_words(words: Words, guess: Guess) -> str:
    """Write what is to be said of an end that nobody heard."""
    return words.say(_WHY[guess])
