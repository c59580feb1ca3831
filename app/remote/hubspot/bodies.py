"""Bodies of messages as HubSpot keeps them, which may be text or marked up."""

import re
from html import unescape

_mark_up = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^<>]*>")
_NEW_LINE = frozenset({"br", "div", "p", "li"})


def bare(body: str) -> str:
    """Return a body as it was sent, as near as that can be told; one without mark-up is as it is.

    A paragraph's end is a new line, but for the last.
    """
    if not _mark_up.search(body):
        return body
    return unescape(_mark_up.sub(_said, body)).rstrip("\n")


def _said(found: re.Match[str]) -> str:
    closes, name = found[1] == "/", found[2].lower()
    return "\n" if name in _NEW_LINE and (closes or name == "br") else ""
