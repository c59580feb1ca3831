"""From which address a request comes, as limits and lock-out count it."""

from collections.abc import Iterable, MutableMapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

_FORWARDED = b"x-forwarded-for"
#: One customer of a provider has at least this much of IPv6 to himself.
_NETWORK_BITS = 64


def address_of(scope: MutableMapping[str, Any], *, behind_proxy: bool) -> str:
    """Return the address to count by: an IPv4 address, or the network of an IPv6 one.

    A proxy adds whom it heard at the end, whatever the client wrote before; so the end is taken.
    """
    client = scope.get("client")
    direct = _counted(client[0]) if client else None
    if not behind_proxy:
        return direct or ""
    return _counted(_last_forwarded(scope["headers"])) or direct or ""


def _last_forwarded(headers: Iterable[tuple[bytes, bytes]]) -> str:
    lines = [value for name, value in headers if name == _FORWARDED]
    last = lines[-1].decode("latin-1").rpartition(",")[2].strip() if lines else ""
    return _without_port(last)


def _without_port(text: str) -> str:
    """Take away what some proxies add: 198.51.100.7:4711 and [2001:db8::1]:4711."""
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text


def _counted(text: str) -> str | None:
    try:
        address: IPv4Address | IPv6Address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), _NETWORK_BITS), strict=False))
    return str(address)
