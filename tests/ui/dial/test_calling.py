"""The words of the button that calls, and of what became of a number."""

import pytest

from app.domain.dialling import Verdict
from app.wording.language import Language
from app.wording.words import words_in
from ui.dial.calling import CallOffer, call_offer, handed_over, not_handed_over, sent_back
from ui.theme.tone import Tone

WORDS = words_in(Language("en", "US"))


@pytest.mark.parametrize(
    ("dialler", "verdict", "offer"),
    [
        ("Twinkle", Verdict.INCLUDED, CallOffer("Call with Twinkle")),
        ("Twinkle", Verdict.BILLED, CallOffer("Call with Twinkle")),
        ("Twinkle", Verdict.BLOCKED, CallOffer("Call anyway with Twinkle", pushed=False)),
        ("Twinkle", None, CallOffer("Call with Twinkle")),
        ("", Verdict.INCLUDED, CallOffer(choose="Choose who dials…")),
    ],
)
def test_every_number_can_be_called_by_whoever_dials(
    dialler: str, verdict: Verdict | None, offer: CallOffer
) -> None:
    assert call_offer(WORDS, dialler, verdict) == offer


def test_what_became_of_a_number_has_words_and_an_icon() -> None:
    assert handed_over(WORDS, "Twinkle", asked=True).sentence == "Handed to Twinkle."
    assert "without a question" in handed_over(WORDS, "Twinkle", asked=False).sentence
    for dialler in ("Twinkle", ""):
        told = sent_back(WORDS, dialler)
        assert "sent this link back" in told.sentence
        assert (told.mark, told.tone) == ("near", Tone.NEAR)
    assert not_handed_over("It did not start.").tone is Tone.STOP
