"""The words of the form that starts a call by hand."""

from dataclasses import dataclass

from app.domain.event import Method
from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class StartCallState:
    """The words of the form that says "I'm on a call"."""

    title: str
    number: str
    hint: str
    method: str
    methods: tuple[tuple[str, str], ...]
    direction: str
    directions: tuple[tuple[str, str], ...]
    start: str
    cancel: str


def start_call_state(words: Words) -> StartCallState:
    """Make the words of the form."""
    return StartCallState(
        title=words.say("I’m on a call"),
        number=words.say("Number"),
        hint=words.say("Number, if you like"),
        method=words.say("Method"),
        methods=(
            (str(Method.BROWSER), words.say("Browser")),
            (str(Method.PHONE), words.say("From phone, two legs")),
        ),
        direction=words.say("Direction"),
        directions=(
            ("outbound", words.say("I called")),
            ("inbound", words.say("They called")),
        ),
        start=words.say("Start"),
        cancel=words.say("Cancel"),
    )
