"""The catalogues are complete, fit the sources, and are compiled.

When one of these fails after a sentence was added: run ``python -m tests.support.messages``, write
the German into ``resources/locale/de/LC_MESSAGES/talktally.po``, and run it again.
"""

import ast
from gettext import GNUTranslations
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from tests.support import messages
from tests.support.messages import GERMAN, TEMPLATE, forms, found_in, in_program, missing, read


def _keys(path: Path) -> set[tuple[str, ...]]:
    return {forms(each.id) for each in messages.messages(read(path))}


def _in_sources() -> set[tuple[str, ...]]:
    return {forms(each.id) for each in messages.messages(in_program())}


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
        return all(_places(each) == places for each in forms(message.string))

    assert [each.id for each in messages.messages(read(GERMAN)) if not fits(each)] == []


def test_a_sentence_with_plurals_has_both_forms_in_german() -> None:
    catalogue = read(GERMAN)
    assert catalogue.num_plurals == 2
    counts = {len(forms(each.string)) for each in messages.messages(catalogue) if each.pluralizable}
    assert counts == {2}


def test_the_compiled_catalogue_is_the_written_one() -> None:
    with GERMAN.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in messages.messages(read(GERMAN)):
        singular = forms(message.id)[0]
        told = [compiled.ngettext(singular, forms(message.id)[-1], n) for n in (1, 2)]
        assert told == [forms(message.string)[0], forms(message.string)[-1]]


def test_no_german_sentence_addresses_the_reader_by_a_pronoun() -> None:
    text = GERMAN.read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if line.startswith(("msgstr", '"'))]
    words = {word.strip(' .,:;"„“!?') for line in told for word in line.split()}
    assert words & {"du", "dein", "deine", "dich", "dir", "Ihnen", "Ihr"} == set()


def test_sentences_are_marked_where_the_sources_say_so(tmp_path: Path) -> None:
    source = 'words.say("A"); mark("B" "C"); words.say_many("{n} D", "{n} Ds", n, day=f("E"))'
    (tmp_path / "one.py").write_text(source, encoding="utf-8")
    found = {forms(each.id) for each in messages.messages(found_in(tmp_path))}
    assert found == {("A",), ("BC",), ("{n} D", "{n} Ds")}


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    for path in (messages.ROOT / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in {"say", "say_many"}:
                assert not isinstance(node.args[0], ast.JoinedStr | ast.BinOp), path
