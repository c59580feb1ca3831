"""How a person is named in the window."""

from app.wording.words import Words

_UNNAMED = "me"


def person_name(words: Words, name: str) -> str:
    """A person's name; whoever uses this computer and gave none is "You"."""
    return words.say("You") if name == _UNNAMED else name
