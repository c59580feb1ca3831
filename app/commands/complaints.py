"""What the standard parser complains of, in sentences that can be said in any language."""

import re

from app.domain.problem import Problem, mark

_ARGUMENT = re.compile(r"argument (?P<argument>[^:]+): (?P<reason>.*)", re.DOTALL)
_LISTED = {"names"}
# The sentences of argparse, which has no stable form of them but these; the first that fits holds.
_SENTENCES = (
    (r"unrecognized arguments: (?P<words>.*)", mark("Unrecognized arguments: {words}")),
    (
        r"the following arguments are required: (?P<names>.*)",
        mark("The following arguments are required: {names}"),
    ),
    (r"one of the arguments (?P<names>.*) is required", mark("One of {names} is required")),
    (
        r"ambiguous option: (?P<option>.*) could match (?P<names>.*)",
        mark("Ambiguous option: {option} could match {names}"),
    ),
)
_REASONS = (
    (r"expected one argument", mark("expected one argument")),
    (r"expected at least one argument", mark("expected at least one argument")),
    (r"expected at most one argument", mark("expected at most one argument")),
    (r"expected (?P<count>\d+) arguments?", mark("expected {count} arguments")),
    (
        r"invalid choice: (?P<value>.*) \(choose from (?P<choices>.*)\)",
        mark("invalid choice: {value} (choose from {choices})"),
    ),
    (r"invalid \w+ value: (?P<value>.*)", mark("invalid value: {value}")),
    (r"ignored explicit argument (?P<value>.*)", mark("it takes no value, but got {value}")),
    (r"not allowed with argument (?P<names>.*)", mark("not allowed with {names}")),
)


def complaint(message: str, reason: Problem | None = None) -> Problem:
    """Make of argparse's English sentence one that can be translated; unknown ones stay English.

    ``reason``: what is wrong with the value, where a reader of our own said so.
    """
    about = _ARGUMENT.fullmatch(message)
    if about is None:
        return _fitting(message[:1].lower() + message[1:], _SENTENCES) or _as_it_is(message)
    return Problem(
        mark("Argument {argument}: {reason}"),
        argument=_each(about["argument"], "/"),
        reason=reason or _fitting(about["reason"], _REASONS) or about["reason"],
    )


def _fitting(message: str, known: tuple[tuple[str, str], ...]) -> Problem | None:
    for pattern, template in known:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return Problem(template, **_places(found.groupdict()))
    return None


def _places(found: dict[str, str]) -> dict[str, object]:
    return {name: _each(text, ", ") if name in _LISTED else text for name, text in found.items()}


def _each(names: str, between: str) -> Problem:
    """Let each of the names be translated by itself: "NAME" is written in the person's language."""
    pieces = {f"name{n}": Problem(name) for n, name in enumerate(names.split(between)) if name}
    return Problem(between.join(f"{{{place}}}" for place in pieces), **pieces)


def _as_it_is(message: str) -> Problem:
    return Problem("{message}", message=message[:1].upper() + message[1:])
