"""The catalogues are complete, fit the sources, and are compiled.

When one of these fails after a sentence was added: run ``python -m tests.support.messages``, write
the German into ``resources/locale/de/LC_MESSAGES/talktally.po``, and run it again.
"""

import ast
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.support import messages
from tests.support.messages import GERMAN, TEMPLATE, forms, found_in, in_program, missing, read


def _keys(path: Path) -> set[tuple[str, ...]]:
    return {forms(each.id) for each in messages.messages(read(path))}


@cache
def _in_sources() -> set[tuple[str, ...]]:
    return {forms(each.id) for each in messages.messages(in_program())}


def _translated() -> list[Message]:
    return [each for each in messages.messages(read(GERMAN)) if any(forms(each.string))]


def _places(sentence: str) -> set[str]:
    try:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        return set()


@pytest.mark.parametrize("path", [TEMPLATE, GERMAN], ids=["template", "german"])
def test_a_catalogue_holds_the_sentences_of_the_sources(path: Path) -> None:
    assert _keys(path) - _in_sources() == set(), "unused"
    assert _in_sources() - _keys(path) == set(), "missing"


def test_every_sentence_is_translated() -> None:
    assert missing(read(GERMAN)) == []


def test_no_translation_is_a_guess() -> None:
    assert [each.id for each in messages.messages(read(GERMAN)) if each.fuzzy] == []


def test_a_translation_has_the_places_of_its_sentence() -> None:
    def fits(message: Message) -> bool:
        places = _places(forms(message.id)[-1])
        *singular, plural = (_places(each) for each in forms(message.string))
        return plural == places and all(each <= places for each in singular)

    assert [each.id for each in _translated() if not fits(each)] == []


def test_a_sentence_with_plurals_has_both_forms_in_german() -> None:
    assert read(GERMAN).num_plurals == 2
    counts = {len(forms(each.string)) for each in _translated() if each.pluralizable}
    assert counts == {2}


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with GERMAN.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in _translated():
        one, *many = forms(message.id)
        told = [compiled.ngettext(one, many[0], n) for n in (1, 2)] if many else []
        assert tuple(told or [compiled.gettext(one)]) == forms(message.string)


def test_no_german_sentence_addresses_the_reader_by_a_pronoun() -> None:
    text = GERMAN.read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if line.startswith(("msgstr", '"'))]
    words = {word.strip(' .,:;"„“!?') for line in told for word in line.split()}
    assert words & {"du", "dein", "deine", "dich", "dir", "Ihnen", "Ihr"} == set()


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('words.say("A", b=f("B"))', {("A",)}),
        ('Problem(mark("A" "B"))', {("AB",)}),
        ('words.say_many("{n} A", "{n} As", n)', {("{n} A", "{n} As")}),
        ('words.say(each.get(1, mark("A")), b=words.say("B"))', {("A",), ("B",)}),
        ('words.say("A" if one else "B")', {("A",), ("B",)}),
    ],
)
def test_sentences_are_marked_where_the_sources_say_so(
    tmp_path: Path, source: str, found: set[tuple[str, ...]]
) -> None:
    (tmp_path / "one.py").write_text(source, encoding="utf-8")
    assert {forms(each.id) for each in messages.messages(found_in(tmp_path))} == found


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    for path in (messages.ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"say", "say_many"}:
                assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), path
