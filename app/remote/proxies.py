"""Through which proxy a server is asked, as the environment or the system says."""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from app.domain.problem import EnvironmentProblem, mark
from app.remote.address import is_loopback, server_name

_UNKNOWN = mark(
    "The proxy {proxy} cannot be used: Talktally knows proxies whose address begins with http:// "
    "or https://. Correct the proxy of this computer."
)


def proxy_for(address: str) -> str | None:
    """Return the proxy for an address, ``None`` for the direct way; never one to this computer."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host) or proxy_bypass(host):
        return None
    found = getproxies()
    named = found.get(parts.scheme) or found.get("all")
    if not named:
        return None
    proxy = named if "://" in named else f"http://{named}"
    if urlsplit(proxy).scheme not in ("http", "https"):
        # Told without its user name and password.
        raise EnvironmentProblem(_UNKNOWN, proxy=server_name(proxy))
    return proxy
