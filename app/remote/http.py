"""One server, asked over HTTP: fixed, verified, in time, and no more than it may answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import unquote, urlsplit

import httpcore
import httpx

from app.domain.server_address import check_address, server_name
from app.remote.bodies import TooLongError, UnreadableError, read_body
from app.remote.certificates import trusted
from app.remote.deadline import Deadline, DeadlineNetwork
from app.remote.failures import failure_of
from app.remote.proxies import proxy_for
from app.remote.transport import Transport

_LIBRARY = (
    httpx.HTTPError, httpx.InvalidURL, httpx.StreamError,
    *(httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError),
    *(httpcore.ProxyError, httpcore.UnsupportedProtocol, httpcore.ConnectionNotAvailable),
    *(TooLongError, UnreadableError, OSError),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a question may take, in seconds, and how many bytes an answer may have, unpacked."""

    connect_seconds: float = 10
    read_seconds: float = 20
    total_seconds: float = 60
    answer_bytes: int = 8_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered, whatever its status; names of ``headers`` are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Peer:
    """One server: nothing is sent to any other, whatever it answers. For one thread at a time."""

    def __init__(
        self,
        address: str,
        *,
        ca_file: Path | None = None,
        proxy: str = "",
        limits: Limits | None = None,
    ) -> None:
        """Make ready to ask; nothing is sent yet. UsageProblem or EnvironmentProblem.

        ``proxy``: the setting, as :func:`app.remote.proxies.proxy_for` reads it.
        """
        self.address = check_address(address)
        self.name = server_name(self.address)
        self._limits = limits or Limits()
        self._deadline = Deadline()
        pool = httpcore.ConnectionPool(
            ssl_context=trusted(ca_file),
            proxy=_proxy(self.address, proxy),
            max_connections=1,
            network_backend=DeadlineNetwork(self._deadline),
        )
        self._client = httpx.Client(
            transport=Transport(pool),
            # The environment was read for the proxy; what else it says is not for every server.
            trust_env=False,
            # A cookie would tell one server that the next question comes from the same desk.
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
            follow_redirects=False,
            timeout=httpx.Timeout(self._limits.read_seconds, connect=self._limits.connect_seconds),
            headers={"user-agent": f"Talktally/{_own_version()}", "accept": "application/json"},
        )
        self._client.headers["accept-encoding"] = "gzip"

    def ask(
        self,
        method: str,
        path: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
    ) -> Answer:
        """Ask once and read the whole answer; ``path`` goes behind the address, with its slash.

        Failure when there is no answer. Nothing that was sent is in it.
        """
        self._deadline.begin(self._limits.total_seconds)
        try:
            return self._asked(method, path, dict(headers or {}), body)
        except _LIBRARY as error:
            # Without the cause: a library may quote headers, and with them the token.
            raise failure_of(error, self.name) from None

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _asked(self, method: str, path: str, headers: dict[str, str], body: bytes | None) -> Answer:
        if body is not None:
            headers["content-type"] = "application/json"
        url = f"{self.address}{path}"
        with self._client.stream(method, url, headers=headers, content=body) as answer:
            found = {name.lower(): value for name, value in answer.headers.items()}
            encoding = found.get("content-encoding", "")
            read = read_body(answer.iter_raw(), encoding, self._limits.answer_bytes)
            return Answer(answer.status_code, found, read)


#: Opens a server by its address; handed down so that actions decide which certificates hold.
Peers = Callable[[str], Peer]


def _proxy(address: str, setting: str) -> httpcore.Proxy | None:
    found = proxy_for(address, setting)
    if found is None:
        return None
    parts = urlsplit(found)
    own = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
    return httpcore.Proxy(bare, auth=own)


def _own_version() -> str:
    try:
        return version("talktally")
    except PackageNotFoundError:
        return "0"
