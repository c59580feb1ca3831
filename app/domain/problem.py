"""The one error family: what a person is told when something cannot be done.

A message is an English template with named places; the doors (window and command line) translate
the template and fill the places, so that nothing below them needs to know the language.
"""

from enum import IntEnum


def mark(message: str) -> str:
    """Mark a template for translation where it is written, and return it unchanged."""
    return message


class ExitCode(IntEnum):
    """How a command ends: 0 done, 1 no or refused, 2 wrong usage, 3 environment trouble."""

    DONE = 0
    REFUSED = 1
    USAGE = 2
    ENVIRONMENT = 3


class Problem(Exception):  # noqa: N818 - the family is named for what the person has, not for the language's habit
    """Something a person can act on: one sentence that says what is wrong and what to do.

    ``message`` is the English template as marked with :func:`mark`; ``places`` fill its fields.
    """

    exit_code = ExitCode.REFUSED

    def __init__(self, message: str, /, **places: object) -> None:
        super().__init__(message.format(**places) if places else message)
        self.message = message
        self.places = places


class UsageProblem(Problem):
    """What was asked makes no sense as asked: wrong word, missing part, impossible value."""

    exit_code = ExitCode.USAGE


class EnvironmentProblem(Problem):
    """The machine, not the request: disk, permissions, keyring, network."""

    exit_code = ExitCode.ENVIRONMENT


class LedgerProblem(EnvironmentProblem):
    """The ledger file cannot be used as it is: damaged, newer than the program, locked."""
