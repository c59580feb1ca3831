"""The GSM 7-bit alphabet (3GPP TS 23.038): what it holds, weighs, and offers for what it lacks."""

import re
import unicodedata

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = "\f^{}\\[~]|€"
# The escape that comes before an extension character; it is no character of the alphabet itself.
ESCAPE = "\x1b"

_only_basic = re.compile(f"[{re.escape(BASIC)}]*").fullmatch
_only_gsm7 = re.compile(f"[{re.escape(BASIC + EXTENSION)}]*").fullmatch

# Only what no Unicode decomposition gives. Greek capitals that look like Latin ones are written as
# those, as phones do; the alphabet has the other Greek capitals.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′‹›`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("•·∙", "*"),
        **dict.fromkeys("\u2028\u2029\v", "\n"),
        **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
        **dict(zip("łŁđĐħĦıðÐ×÷⁄µμ", "lLdDhHidDx//uu", strict=True)),
        "\t": " ",
        "œ": "oe",
        "Œ": "OE",
        "þ": "th",
        "Þ": "TH",
        "ẞ": "ß",
        "©": "(c)",
        "®": "(R)",
    }
)
# Marks, invisible formatting, controls and stray surrogates: a reader loses nothing when they go.
_UNREADABLE = frozenset({"Mn", "Mc", "Me", "Cf", "Cc", "Cs"})


def holds(text: str) -> bool:
    """Whether every character of the text is in the alphabet or its extension table."""
    return _only_gsm7(text) is not None


def septets(text: str) -> int | None:
    """How many septets the text takes (an extension character two); None when it is not GSM-7."""
    if _only_basic(text):
        return len(text)
    return len(escaped(text)) if holds(text) else None


def escaped(text: str) -> str:
    """Return a GSM-7 text with one character a septet: ``ESCAPE`` before each extension one."""
    for character in EXTENSION:
        text = text.replace(character, ESCAPE + character)
    return text


def plain(character: str) -> str | None:
    """Write one grapheme in GSM-7; None when the alphabet has nothing for it.

    An accented letter stays itself when only its spelling was in the way (e + U+0301), else it
    loses its accent.
    """
    composed = unicodedata.normalize("NFC", character)
    if holds(composed):
        return composed
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", character.translate(_PLAIN))
        if unicodedata.category(each) not in _UNREADABLE or each == "\n"
    )
    replacement = unicodedata.normalize("NFC", bare).translate(_PLAIN)
    return replacement if holds(replacement) else None
