"""Names and words compared by what they say, however they are written."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """Reduce a name to small letters and digits: ``Parent Call SID`` is ``parentcallsid``."""
    folded = unicodedata.normalize("NFC", name).casefold()
    return "".join(character for character in folded if character.isalnum())
