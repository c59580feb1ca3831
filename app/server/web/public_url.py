"""The address that desktops are told, checked where it is stated."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from app.domain.problem import UsageProblem, mark

_NO_URL = mark("{url} is not an address for desktops. Write it like https://plans.example.com")
_NOT_SAFE = mark(
    "Desktops send their tokens to {url}, so it must begin with https://. Only a server on this "
    "computer may be reached by http://."
)


def public_url(text: str) -> str:
    """Return the address without a slash at its end; UsageProblem when desktops cannot use it."""
    stated = text.strip()
    parts = urlsplit(stated)
    try:
        good = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        good = False
    extra = parts.query or parts.fragment or "@" in parts.netloc
    # The library passes line breaks over, which would end up in a link.
    if not good or extra or not stated.isprintable() or " " in stated:
        raise UsageProblem(_NO_URL, url=text[:100])
    if parts.scheme == "http" and not is_loopback(parts.hostname or ""):
        raise UsageProblem(_NOT_SAFE, url=text[:100])
    return stated.rstrip("/")


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
