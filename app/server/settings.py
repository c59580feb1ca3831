"""What a server is told when it starts, beside its database and its clock."""

from dataclasses import dataclass

#: The largest body a request may have, bytes: a desktop's upload of a year fits many times.
BODY_LIMIT = 256 * 1024
#: The port of a server that was told none.
PORT = 8740
#: Where a server is that was told nothing: on this computer alone.
HERE = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """How a server is reached, and how much it takes.

    ``public_url`` is what desktops are told, without a slash at its end. ``behind_proxy``: the last
    address of ``X-Forwarded-For`` is who asks. The limits are requests a minute for each copy of
    the server; 0 sets none.
    """

    public_url: str
    behind_proxy: bool = False
    address_per_minute: int = 3000
    token_per_minute: int = 600
    body_limit: int = BODY_LIMIT

    @property
    def secure(self) -> bool:
        """Whether desktops reach the server by TLS."""
        return self.public_url.startswith("https://")
