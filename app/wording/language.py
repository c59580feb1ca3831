"""Which language and region the program speaks."""

from collections.abc import Mapping
from typing import NamedTuple


class Language(NamedTuple):
    """A language that has a catalogue ("en", "de") and the region that writes its figures."""

    code: str = "en"
    region: str = "US"

    @property
    def locale(self) -> str:
        """Both as one name, such as ``de_AT``."""
        return f"{self.code}_{self.region}"


#: What is chosen by whoever wants the language of the system, whatever was decided for all.
SYSTEM = "system"
_HOME = {"en": "US", "de": "DE"}
_VARIABLES = ("TALKTALLY_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(
    setting: str, environment: Mapping[str, str], *, decided: str = "", desktop: str = ""
) -> Language:
    """Choose from the first that says anything: the setting, the environment, the desktop.

    ``decided``: by a roll-out; it comes before the language of the session, unless the setting is
    ``SYSTEM``. The setting, ``TALKTALLY_LANG`` and ``decided`` are passed over unless they name a
    language that is spoken; one without a region takes it from what comes after, where that is the
    same language.
    ``desktop`` is for systems that keep the language out of the environment. Any other language is
    answered in English, and so are "C" and "POSIX".
    """
    explicit = [setting, environment.get("TALKTALLY_LANG", "")]
    explicit += [decided] if setting != SYSTEM else []
    inherited = [environment.get(name, "") for name in _VARIABLES[1:]]
    surroundings = next((name for name in [*inherited, desktop] if name), "")
    fallback = _spoken(surroundings, Language()) or Language()
    for name in explicit:
        chosen = _spoken(name, fallback)
        if chosen is not None:
            return chosen
    return fallback


def _spoken(name: str, regional: Language) -> Language | None:
    """Read a name such as ``de_AT.UTF-8@euro`` or ``de-AT``; None when it is not spoken."""
    bare = name.split(".", 1)[0].split("@", 1)[0].replace("-", "_")
    code, _, region = bare.partition("_")
    code, region = code.lower(), region.upper()
    if code not in _HOME:
        return None
    if len(region) == 2 and region.isalpha():
        return Language(code, region)
    return regional if regional.code == code else Language(code, _HOME[code])
