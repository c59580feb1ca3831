"""Imports as Python makes them: those of PySide read the source of all that comes after it."""

import builtins

import PySide6.QtCore  # noqa: F401 - brings its own import, which is taken out below

#: Where PySide keeps the import it replaced.
_KEPT = "__orig_import__"


def import_plainly() -> None:
    """Take PySide's import out again.

    It looks through the source of every module for the features with other names, which nothing
    here uses, and Python keeps all it has read: a seventh of the memory of the whole window.
    """
    builtins.__import__ = getattr(builtins, _KEPT, builtins.__import__)
