"""The libraries this program is made of: loaded once, to see that a build lacks none."""

import sys
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from app.domain.problem import EnvironmentProblem, mark

#: What each is called where it is published, by the module that is loaded.
_LIBRARIES = {
    "babel": "babel",
    "holidays": "holidays",
    "httpx": "httpx",
    "keyring": "keyring",
    "nacl.signing": "pynacl",
    "openpyxl": "openpyxl",
    "phonenumbers": "phonenumbers",
    "pydantic": "pydantic",
    "regex": "regex",
    "sqlalchemy": "SQLAlchemy",
    "truststore": "truststore",
    "typing_extensions": "typing_extensions",
}
_LINUX = {"jeepney": "jeepney", "secretstorage": "SecretStorage"}
_MISSING = mark("The library {name} cannot be loaded ({reason}). Install Talktally again.")


def load_libraries() -> dict[str, str]:
    """Load every library; return versions by name, "" where a build does not tell.

    EnvironmentProblem for one that is missing or broken.
    """
    wanted = _LIBRARIES | (_LINUX if sys.platform == "linux" else {})
    return {name: _load(module, name) for module, name in wanted.items()}


def _load(module: str, name: str) -> str:
    try:
        import_module(module)
    except (ImportError, OSError) as trouble:
        reason = f"{type(trouble).__name__}: {trouble}"
        raise EnvironmentProblem(_MISSING, name=name, reason=reason) from trouble
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
