"""Where this computer fetches Debian's packages, for the roots that are made on it."""

import subprocess

#: Settings that say how this computer reaches a mirror, or how old a list of it may be.
_WAYS = (
    "Acquire::http",
    "Acquire::https",
    "Acquire::Retries",
    "Acquire::Check-Date",
    "Acquire::Check-Valid-Until",
)


#: A mirror that does not answer once is no reason to say that a package is bad.
_TRIES = 'Acquire::Retries "3";\n'


def mirrors() -> list[str]:
    """Return the mirror of Debian that this computer uses, none where it is no Debian itself.

    The makers of roots know a mirror of their own for that case.
    """
    asked = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(COMPONENT) $(SITE)"]
    told = _told(asked).splitlines()
    places = [line.split(" ", 2)[2] for line in told if line.startswith("Debian main ")]
    return [place for place in places if "security" not in place][:1]


def settings() -> str:
    """Return apt's settings of this computer that matter to a root."""
    return _TRIES + settings_of(_told(["apt-config", "dump"]))


def settings_of(dump: str) -> str:
    """Return those of a whole list of settings that say how a mirror is reached."""
    kept = (line for line in dump.splitlines(keepends=True) if line.split(" ")[0].startswith(_WAYS))
    return "".join(kept)


def _told(words: list[str]) -> str:
    try:
        return subprocess.run(words, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
