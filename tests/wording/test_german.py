"""German sentences are written as German is: its marks, its ends, its way to speak to somebody.

When one of these fails, mend the sentence in ``resources/locale/de/LC_MESSAGES/talktally.po`` and
run ``python -m tests.support.messages``.
"""

import re
from collections.abc import Callable

import pytest

from tests.support.messages import GERMAN, forms, messages, read

_END = re.compile(r"[.!?…:,;]$")
_PRINTF = re.compile(r"%\(\w+\)[sd]|%[sd]")
#: Short forms that end with a full stop in German alone.
_ABBREVIATED = {"{n} ch", "{n} seg"}
#: What a person types or a file holds, where the marks are the program's.
_TYPED = re.compile(r'"[^"]*": ?"[^"]*"|"[a-z]+ first"|"talktally\[server\]"|""')
#: "Sie" as a person is addressed; as "it" or "they" it begins a sentence.
_ADDRESSED = re.compile(r"(?<![.:!?] )(?<!^)\bSie\b|\bIhnen\b|\bIhr(e[mnrs]?)?\b")
#: Told only of more than one, or of amounts that no plan has.
_MORE_THAN_ONE = [
    "At most {n} lines can be copied. Export more than that.",
    "It was not done within {seconds} seconds. Try again while the computer is less busy.",
    "Show all {n} entries found",
    "That is longer than {n} characters and was not taken.",
    "The window was not there within {seconds} seconds. Try again while the computer is less busy.",
    "These are {n} entries. Add --yes to change them all; it can be undone.",
    "Up to {n} entries are added up. Choose fewer.",
    "{char}, {n} times",
    "{n} calls a month for the account",
    "{n} legs as {source} reports them: {parts}: {total}.",
    "{n} legs: {parts}: {total}.",
    "{n} minutes a month",
]


def _pairs() -> list[tuple[str, str]]:
    return [
        (english, german)
        for message in messages(read(GERMAN))
        for english, german in zip(forms(message.id), forms(message.string), strict=True)
        if german
    ]


def _end(text: str) -> str:
    found = _END.search(text.rstrip('"“”'))
    return found.group() if found else ""


def _unequal(sign: Callable[[str], object]) -> list[str]:
    return [english for english, german in _pairs() if sign(english) != sign(german)]


def test_both_end_with_the_same_mark() -> None:
    assert [each for each in _unequal(_end) if each not in _ABBREVIATED] == []


def test_both_begin_and_end_with_the_same_spaces() -> None:
    assert _unequal(lambda text: (text[: -len(text.lstrip()) or None], text[-1:].isspace())) == []


def test_both_have_the_same_lines() -> None:
    assert _unequal(lambda text: text.count("\n")) == []


def test_both_have_the_same_places_of_the_standard_parser() -> None:
    assert _unequal(_PRINTF.findall) == []


def test_both_have_a_key_in_menus_or_none() -> None:
    assert _unequal(lambda text: len(re.findall(r"&\w", text))) == []


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (r'"|(?<!\w)\'|[”’‘]', "marks of quotation are „ and “"),
        (r"\.\.\.(?!$)|\w\.\.\.", "an ellipsis is one sign"),
        (r"\w  ", "two spaces"),
        (r"(.{15,})\1", "said twice"),
        (r"Rechner|Kennwort|Schlagw|Synchronis", "another word was decided for it"),
        (r"\w\.? - \w", "a dash is –"),
        (r"\((s|n|en|e)\)", "a plural has a sentence of its own"),
        (r"(?<!-)\b[Dd](u|ich|ir|ein(e[mnrs]?)?)\b(?!-)", "nobody is addressed as a friend"),
        (
            r"\b[Ii]nstalliere\b|(?:^|[.;:] |und )(Versuche|Schaffe|Sieh|Berichtige|Prüfe|Öffne) ",
            "what to do begins with “Bitte” and ends with “installieren”",
        ),
    ],
)
def test_german_is_written_as_german_is(wrong: str, why: str) -> None:
    texts = [_TYPED.sub("x", german) for _, german in _pairs()]
    assert [text for text in texts if re.search(wrong, text)] == [], why


def test_nobody_is_addressed() -> None:
    assert [german for _, german in _pairs() if _ADDRESSED.search(german)] == []


@pytest.mark.parametrize("sentence", ["Bitte haben Sie Geduld.", "Mit Ihnen", "In Ihrem Konto"])
def test_an_address_would_be_found(sentence: str) -> None:
    assert _ADDRESSED.search(sentence)


def test_a_number_before_a_noun_has_both_its_forms() -> None:
    counted = re.compile(r"\{(?:n|seconds|units|rows|lines|days|seats|years)\} [a-z]+s\b")
    single = [forms(each.id)[0] for each in messages(read(GERMAN)) if not each.pluralizable]
    assert [each for each in single if counted.search(each)] == _MORE_THAN_ONE
