"""The words of the languages that tests speak."""

from app.wording.language import Language
from app.wording.words import Words, words_in

ENGLISH = words_in(Language("en", "US"))
GERMAN = words_in(Language("de", "DE"))


def words_of(locale: str) -> Words:
    """Return the words of "de_AT" and the like."""
    code, region = locale.split("_")
    return words_in(Language(code, region))


def plainly(text: str) -> str:
    """Write no-break spaces as spaces, so that expectations can be typed."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
