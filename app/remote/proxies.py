"""Through which proxy a server is asked, as the settings, the environment or the system say."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from app.domain.problem import EnvironmentProblem, mark
from app.domain.server_address import is_loopback, server_name

_UNKNOWN = mark(
    "The proxy {proxy} cannot be used: Talktally knows proxies whose address begins with http:// "
    "or https://. Correct the proxy of this computer."
)
_WITH_WORD = mark(
    "The setting proxy holds a user name or password, which a file is no place for. Put such a "
    "proxy into the variable HTTPS_PROXY or into the settings of this system."
)
#: The setting for no proxy at all, whatever environment and system say.
DIRECT = "none"


def proxy_for(address: str, setting: str = "") -> str | None:
    """Return the proxy for an address, ``None`` for the direct way; never one to this computer.

    ``setting``: the address of a proxy or :data:`DIRECT`, "" for what environment and system say.
    EnvironmentProblem for a proxy that cannot be used.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host) or setting == DIRECT:
        return None
    if setting:
        if "@" in setting:
            raise EnvironmentProblem(_WITH_WORD)
        return _usable(setting)
    if proxy_bypass(host):
        return None
    found = getproxies()
    named = found.get(parts.scheme) or found.get("all")
    return _usable(named) if named else None


def _usable(named: str) -> str:
    proxy = named if "://" in named else f"http://{named}"
    try:
        usable = urlsplit(proxy).scheme in ("http", "https") and bool(urlsplit(proxy).hostname)
        # Told without its user name and password.
        shown = server_name(proxy)
    except ValueError:
        usable, shown = False, named.rpartition("@")[2]
    if not usable:
        raise EnvironmentProblem(_UNKNOWN, proxy=shown or named.rpartition("@")[2])
    return proxy
