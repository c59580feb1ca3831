"""Which addresses may be asked at all: HTTPS anywhere, plain HTTP only on this computer."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from app.domain.problem import UsageProblem, mark

_ODD = mark("{address} is not the address of a server. It looks like https://plans.example.com")
_PLAIN = mark(
    "{address} does not begin with https://, so others could listen. Ask for an address that does."
)
_SHOWN = 80
_PORTS = {"https": 443, "http": 80}


def check_address(address: str) -> str:
    """Return an address without the slash at its end; UsageProblem for one not to be asked."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise _odd(address) from None
    if not parts.hostname or parts.scheme not in _PORTS or port == 0 or _has_more(parts):
        raise _odd(address)
    if parts.scheme == "http" and not is_loopback(parts.hostname):
        raise UsageProblem(_PLAIN, address=server_name(address))
    return f"{parts.scheme}://{parts.netloc.lower()}{parts.path.rstrip('/')}"


def server_name(address: str) -> str:
    """Return a server as people name it: its host, and its port where that is not the usual one."""
    parts = urlsplit(address)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname or ""
    usual = parts.port in (None, _PORTS.get(parts.scheme))
    return host if usual else f"{host}:{parts.port}"


def is_loopback(host: str) -> bool:
    """Tell whether a host is this computer itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _has_more(parts: SplitResult) -> bool:
    """Tell whether there is more than a server and a path: such as a password, or a space."""
    text = parts.geturl()
    plain = text.isascii() and text.isprintable() and " " not in text and "\\" not in text
    return bool(parts.username or parts.password or parts.query or parts.fragment) or not plain


def _odd(address: str) -> UsageProblem:
    # What stands before an "@" or after a "#" may be secret.
    shown = address.rpartition("@")[2].partition("#")[0].partition("?")[0]
    return UsageProblem(_ODD, address=shown[:_SHOWN])
