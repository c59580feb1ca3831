"""The messages of the program: found in its sources, kept in catalogues, compiled.

``python -m tests.support.messages`` renews the template and the catalogues after a sentence was
added or changed, and lists what has no translation yet; after translating, run it again.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
LOCALES = ROOT / "resources" / "locale"
TEMPLATE = LOCALES / "talktally.pot"
GERMAN = LOCALES / "de" / "LC_MESSAGES" / "talktally.po"
# What marks a sentence in the sources, and how many of its first arguments are its forms.
_MARKERS = {"mark": 1, "say": 1, "say_many": 2}
# What is said of a command and its arguments is marked by standing there.
_SUMMARISED = ("_own", "Command")
_EXPLAINED = {"help", "help_text", "metavar"}
_EXPLAINING = ("add_argument", "add_agent", "add_direction")


def found_in(*folders: Path) -> Catalog:
    """Collect the messages that the sources in these folders mark.

    The syntax tree is read rather than Babel's own search, which misses a sentence that is an
    argument of another one.
    """
    catalog = Catalog(project="talktally", charset="utf-8")
    for path in sorted(path for folder in folders for path in folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for message in _marked(node):
                catalog.add(message)
    return catalog


def in_program() -> Catalog:
    """Collect the messages of the program."""
    return found_in(ROOT / "app", ROOT / "ui")


def read(path: Path) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale="de" if path == GERMAN else None, domain="talktally")


def messages(catalog: Catalog) -> Iterator[Message]:
    """Give the messages of a catalogue without its header."""
    return (message for message in catalog if message.id)


def forms(message: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """Give the forms of a message or translation: one, or one for each plural."""
    return (message or "",) if isinstance(message, str | None) else tuple(message)


def missing(catalog: Catalog) -> list[str]:
    """List the messages that lack a translation or a plural form of it."""
    return [forms(each.id)[0] for each in messages(catalog) if not all(forms(each.string))]


def renew() -> list[str]:
    """Bring template and catalogue up to the sources and compile; return what is not translated."""
    template, german = in_program(), read(GERMAN)
    german.update(template, no_fuzzy_matching=True, update_creation_date=False)
    german.project, german.version, german.msgid_bugs_address = "Talktally", "", ""
    german.last_translator, german.language_team = "", ""
    _write(template, TEMPLATE)
    _write(german, GERMAN)
    _compile(german, GERMAN.with_suffix(".mo"))
    return missing(german)


def _marked(node: ast.AST) -> Iterator[str | tuple[str, ...]]:
    if not isinstance(node, ast.Call):
        return
    name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
    wanted = _MARKERS.get(name, 0)
    arguments = [list(_sentences(each)) for each in node.args[:wanted]]
    if name in _SUMMARISED:
        yield from (each for told in node.args[1:2] for each in _sentences(told))
    elif name in _EXPLAINING:
        told = (each.value for each in node.keywords if each.arg in _EXPLAINED)
        yield from (each for sentence in told for each in _sentences(sentence))
    elif wanted == 1 and arguments:
        yield from arguments[0]
    elif wanted and all(arguments):
        yield tuple(each[0] for each in arguments)


def _sentences(argument: ast.expr) -> Iterator[str]:
    """Give the sentence, or both where one of two is chosen on the spot, or each of several."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _sentences(argument.body)
        yield from _sentences(argument.orelse)
    elif isinstance(argument, ast.Tuple):
        yield from (each for element in argument.elts for each in _sentences(element))


def _compile(catalog: Catalog, path: Path) -> None:
    # Beside it first, like what is written: a program that starts meanwhile reads one or the other.
    unfinished = path.with_suffix(f"{path.suffix}.part")
    with unfinished.open("wb") as file:
        write_mo(file, catalog)
    unfinished.replace(path)


def _write(catalog: Catalog, path: Path) -> None:
    # Beside it first: whoever reads it meanwhile must not find half of it.
    unfinished = path.with_suffix(f"{path.suffix}.part")
    with unfinished.open("wb") as file:
        write_po(
            file,
            catalog,
            width=100,
            no_location=True,
            omit_header=path == TEMPLATE,  # it holds the moment of writing and nothing else
            sort_output=True,
            ignore_obsolete=True,
        )
    unfinished.replace(path)


if __name__ == "__main__":
    untranslated = renew()
    sys.stdout.writelines(f"no German yet: {message}\n" for message in untranslated)
    sys.exit(1 if untranslated else 0)
