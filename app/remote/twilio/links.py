"""The link to the next page: followed by its query alone, on our own address and path."""

from urllib.parse import SplitResult, urlsplit

from app.remote.failures import nonsense
from app.remote.twilio.failures import elsewhere

#: Twilio's own address, which a gateway or a local server may leave in its links.
ADDRESS = "https://api.twilio.com"
_LONGEST = 2_000


def next_query(link: object, path: str, *, address: str, name: str) -> str:
    """Return the query of the next page, "" on the last one; Failure for a link to anywhere else.

    ``path`` is that of the list, ``address`` and ``name`` those of the server that is asked.
    """
    if link is None or link == "":
        return ""
    parts = _parts(link, name)
    if not _is_ours(parts, address) or _path(parts, address) != path:
        raise elsewhere(name)
    if not parts.query or parts.fragment:
        raise nonsense(name)
    return parts.query


def _parts(link: object, name: str) -> SplitResult:
    if not isinstance(link, str) or len(link) > _LONGEST or not _is_plain(link):
        raise nonsense(name)
    try:
        return urlsplit(link)
    except ValueError:
        raise nonsense(name) from None


def _is_plain(link: str) -> bool:
    return link.isascii() and link.isprintable() and " " not in link and "\\" not in link


def _is_ours(parts: SplitResult, address: str) -> bool:
    """Tell whether a link is relative, or to a server that its path may be asked of."""
    if not parts.scheme and not parts.netloc:
        return True
    server = f"{parts.scheme}://{parts.netloc}".lower()
    own = urlsplit(address)
    return server in (ADDRESS, f"{own.scheme}://{own.netloc}")


def _path(parts: SplitResult, address: str) -> str:
    return parts.path.removeprefix(urlsplit(address).path)
