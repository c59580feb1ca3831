"""What stands in the registry of a Windows by wine, read from the file that wine keeps it in."""

import re
from collections.abc import Mapping
from pathlib import Path

#: What the key of a credential that programs keep begins with.
_CREDENTIALS = "Software\\Wine\\Credential Manager\\Generic: "
_key = re.compile(r"^\[(?P<name>(?:[^\]\\]|\\.)*)\]")
_value = re.compile(r'^(?:@|"(?P<name>(?:[^"\\]|\\.)*)")=(?P<data>.*)$')
_escaped = re.compile(r"\\(x[0-9a-f]{4}|.)")
_text = re.compile(r'^(?:str\(\d\):)?"(?P<text>(?:[^"\\]|\\.)*)"$')


def persons_values(registry: Path) -> Mapping[str, Mapping[str, str]]:
    r"""Return the values of a person's keys, such as ``Software\Talktally``; "" is the usual one.

    ``registry``: user.reg, which is up to date once no program runs. Numbers stay as wine writes
    them: ``dword:00000001``.
    """
    found: dict[str, dict[str, str]] = {}
    values: dict[str, str] = {}
    for line in registry.read_text(encoding="utf-8", errors="replace").splitlines():
        if key := _key.match(line):
            values = found.setdefault(_plain(key["name"]), {})
        elif value := _value.match(line):
            text = _text.match(value["data"])
            values[_plain(value["name"] or "")] = _plain(text["text"]) if text else value["data"]
    return found


def credentials(values: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return under which targets wine keeps credentials, in order; ``values`` as above."""
    kept = (each[""] for key, each in values.items() if key.startswith(_CREDENTIALS))
    return sorted(kept)


def _plain(written: str) -> str:
    return _escaped.sub(lambda found: _sign(found[1]), written)


def _sign(escape: str) -> str:
    return chr(int(escape[1:], 16)) if len(escape) > 1 else escape
