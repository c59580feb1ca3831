"""A page of Google Voice as Takeout writes it: one call, or the texts of one conversation.

The pages are not documented by their maker; what is read here are the class names on which public
readers of them agree. They are the same in every language, unlike the words.
"""

from dataclasses import dataclass, field
from urllib.parse import unquote

from app.exchange.markup import Tag, pieces

_ME = "Me"
_LABELS = ("placed", "received", "missed", "voicemail", "recorded")
_ATTACHED = {"img", "audio", "video"}


@dataclass(slots=True)
class VoiceText:
    """One text of a conversation; ``at`` as written, ``mine``: sent by the owner of the page."""

    at: str = ""
    number: str = ""
    name: str = ""
    mine: bool = False
    body: str = ""
    media: int = 0


@dataclass(slots=True)
class VoicePage:
    """What a page holds: a call when ``label`` is told, else texts.

    ``label`` is "placed", "received", "missed", "voicemail" or "recorded". ``group``: the
    conversation has several others.
    """

    label: str = ""
    at: str = ""
    duration: str = ""
    number: str = ""
    name: str = ""
    group: bool = False
    is_call: bool = False
    texts: list[VoiceText] = field(default_factory=list)


def voice_page(page: str) -> VoicePage:
    """Read a page; one of another kind has neither a label nor texts."""
    reader = _Reader()
    for piece in pieces(page):
        if isinstance(piece, Tag):
            reader.tag(piece)
        else:
            reader.text(piece)
    return reader.page


class _Reader:
    """Walks over one page; ``_part`` is the field that a text belongs to."""

    def __init__(self) -> None:
        self.page = VoicePage()
        self._text: VoiceText | None = None
        self._part = ""

    def tag(self, tag: Tag) -> None:
        """Take a tag."""
        if tag.closing:
            self._part = "" if self._part in {"name", tag.name} else self._part
        elif tag.name == "div":
            self._division(tag)
        elif tag.name == "abbr":
            self._moment(tag)
        elif tag.name == "a":
            self._link(tag)
        elif self._text is not None:
            self._in_text(tag)
        if tag.has_class("fn") and not tag.closing:
            self._person(tag)

    def text(self, text: str) -> None:
        """Take a text between two tags."""
        if self._text is not None:
            if self._part == "q":
                self._text.body += text
            elif self._part == "name":
                self._text.name += text
                self._text.mine = self._text.mine or text.strip() == _ME
        elif self._part == "name" and not self.page.group:
            self.page.name += text

    def _division(self, tag: Tag) -> None:
        self._part = ""
        if tag.has_class("message"):
            self._text = VoiceText()
            self.page.texts.append(self._text)
        elif tag.has_class("participants"):
            self.page.group = True
        elif tag.has_class("tags"):
            self._text = None
        elif tag.has_class("haudio"):
            self.page.is_call = True

    def _moment(self, tag: Tag) -> None:
        told = tag.attributes.get("title", "").strip()
        if tag.has_class("dt") and self._text is not None:
            self._text.at = self._text.at or told
        elif tag.has_class("published"):
            self.page.at = self.page.at or told
        elif tag.has_class("duration"):
            self.page.duration = self.page.duration or told

    def _link(self, tag: Tag) -> None:
        target = tag.attributes.get("href", "")
        if tag.has_class("tel"):
            number = unquote(target.removeprefix("tel:")).strip()
            self._number(number)
        elif tag.attributes.get("rel") == "tag":
            label = target.rpartition("#")[2].lower()
            if label in _LABELS and self.page.is_call:
                self.page.label = self.page.label or label
        elif self._text is not None and target and self._part != "q":
            self._text.media += 1

    def _number(self, number: str) -> None:
        if self._text is not None:
            self._text.number = self._text.number or number
        elif self.page.is_call:
            self.page.number = self.page.number or number
            self.page.name = ""  # the heading above it has the same class

    def _person(self, tag: Tag) -> None:
        self._part = "name"
        if self._text is not None and tag.name == "abbr":
            self._text.mine = True

    def _in_text(self, tag: Tag) -> None:
        if tag.name == "q":
            self._part = "q"
        elif tag.name == "br" and self._part == "q" and self._text is not None:
            self._text.body += "\n"
        elif tag.name in _ATTACHED and self._text is not None:
            self._text.media += 1
