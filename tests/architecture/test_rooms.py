"""The house habits that a machine can see: short files, short functions, honest names."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import TypeVar

from tests.support.contracts import ROOT

_Node = TypeVar("_Node", bound=ast.AST)
_Function = ast.FunctionDef | ast.AsyncFunctionDef
#: What the rules below speak of.
_ASKED_FOR = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

_LINES_OF_A_FILE = 300
_LINES_OF_A_FUNCTION = 50
_EMPTY_WORDS = {"Manager", "Helper", "Helpers", "Util", "Utils", "Data", "Info", "Base"}

_PACKAGES = sorted(path for room in ("app", "ui") for path in (ROOT / room).rglob("*.py"))
_PATHS = [*_PACKAGES, *sorted((ROOT / "packaging" / "shipping").rglob("*.py"))]
SOURCES = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in _PATHS}


def test_no_file_is_longer_than_300_lines() -> None:
    long = [name for name, text in SOURCES.items() if len(text.splitlines()) > _LINES_OF_A_FILE]
    assert long == []


def test_no_function_is_longer_than_50_lines() -> None:
    functions: list[tuple[str, _Function]] = [*found(ast.FunctionDef)]
    functions += found(ast.AsyncFunctionDef)
    long = [where for where, function in functions if length(function) > _LINES_OF_A_FUNCTION]
    assert long == []


def test_every_module_opens_with_a_docstring() -> None:
    assert [where for where, module in found(ast.Module) if not ast.get_docstring(module)] == []


def test_no_class_is_named_with_an_empty_word() -> None:
    empty = [where for where, each in found(ast.ClassDef) if words(each.name) & _EMPTY_WORDS]
    assert empty == []


def test_every_folder_of_sources_is_a_package() -> None:
    assert [path for path in _PACKAGES if not (path.parent / "__init__.py").exists()] == []


def test_packaging_does_not_hide_the_library_of_its_name() -> None:
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


def test_packaging_holds_no_tests_that_would_never_run() -> None:
    assert list((ROOT / "packaging").rglob("test_*.py")) == []


def found(kind: type[_Node]) -> Iterator[tuple[str, _Node]]:
    """Each node of a kind in the sources, and where it stands: file and line."""
    for where, node in _nodes():
        if isinstance(node, kind):
            yield where, node


@cache
def _nodes() -> list[tuple[str, ast.AST]]:
    """Each function, class and module; those of all sources are read once for every test."""
    return [
        (f"{name}:{getattr(node, 'lineno', 1)}", node)
        for name, text in SOURCES.items()
        for node in ast.walk(ast.parse(text, filename=name))
        if isinstance(node, _ASKED_FOR)
    ]


def length(node: _Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def words(name: str) -> set[str]:
    return set(re.findall("[A-Z][a-z]*", name))
