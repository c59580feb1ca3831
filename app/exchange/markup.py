"""Pages of markup cut into tags and the texts between them, whatever state they are in.

The library's own parser takes time that grows with the square of some damaged pages; here each
character is looked at a few times at most.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_tag = re.compile(r"""<(/?)([A-Za-z][A-Za-z0-9]*)((?:[^<>"]|"[^"<]*")*)>""")
_attribute = re.compile(r"""([A-Za-z][\w:-]*)\s*=\s*"([^"]*)\"""")


class Tag(NamedTuple):
    """One tag; ``attributes`` by their names, only those whose values stand in quotation marks."""

    name: str
    closing: bool
    attributes: dict[str, str]

    def has_class(self, name: str) -> bool:
        """Whether it has this class, beside whatever others."""
        return name in self.attributes.get("class", "").split()


def pieces(page: str) -> Iterator[Tag | str]:
    """Give the tags of a page and the texts between them, in order."""
    at = 0
    for found in _tag.finditer(page):
        if found.start() > at:
            yield unescape(page[at : found.start()])
        at = found.end()
        yield Tag(found[2].lower(), bool(found[1]), _attributes(found[3]))
    if at < len(page):
        yield unescape(page[at:])


def _attributes(written: str) -> dict[str, str]:
    if "=" not in written:
        return {}
    return {name.lower(): unescape(value) for name, value in _attribute.findall(written)}
