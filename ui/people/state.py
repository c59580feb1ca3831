"""What is asked when the records name several people and none of them is known to be me."""

from dataclasses import dataclass

from app.wording.words import Words


@dataclass(frozen=True, slots=True)
class WhoState:
    """The question and the names to choose from."""

    title: str
    reason: str
    people: tuple[str, ...]
    choose: str
    cancel: str


def who_state(words: Words, people: tuple[str, ...]) -> WhoState:
    """Make the question."""
    return WhoState(
        title=words.say("Which one are you?"),
        reason=words.say("The records name several people. Your own figures stand first."),
        people=people,
        choose=words.say("That is me"),
        cancel=words.say("Cancel"),
    )


@dataclass(frozen=True, slots=True)
class WhoRowState:
    """The row that leads to the question, and the names to choose from."""

    sentence: str
    choose: str
    people: tuple[str, ...]


def who_row_state(words: Words, people: tuple[str, ...]) -> WhoRowState | None:
    """Make the row; ``people``: those among whom one is still to be found, mostly none."""
    if not people:
        return None
    return WhoRowState(
        sentence=words.say("Several people are named here. Which one are you?"),
        choose=words.say("Choose…"),
        people=people,
    )
