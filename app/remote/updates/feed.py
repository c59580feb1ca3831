"""Reads the news of versions: the file and its signature, and nothing that is not signed."""

from urllib.parse import urlsplit

from app.domain.failure import Failure, FailureKind
from app.domain.minisign import MinisignError, PublicKey, check, public_key
from app.domain.problem import EnvironmentProblem, mark
from app.domain.update_news import News, news_of
from app.domain.updates import Source
from app.remote.http import Answer, Limits, Peer, Peers
from app.remote.rows import Otherwise, Row, row_of
from app.remote.updates.ed25519 import vouches

ENDING = ".minisig"
_USUAL_NAME = "updates.json"
#: Two files of a few hundred bytes; whoever sends more, or drips, is given up soon.
LIMITS = Limits(connect_seconds=10, read_seconds=10, total_seconds=20, answer_bytes=16_384)

_NOT_SIGNED = mark(
    "What {server} says about newer versions is not signed by the makers of Talktally, so it was "
    "passed over. If this goes on for days, tell them."
)
_NO_KEY = mark(
    "The key that signs news of newer versions makes no sense, so nobody was asked. It is the line "
    "of base64 that minisign prints."
)
_NOT_THERE = mark("{server} has no news of newer versions ({status}). It is tried again tomorrow.")
_BROKEN = mark("{server} has trouble of its own ({status}). It is tried again tomorrow.")
_ELSEWHERE = mark(
    "{server} sends Talktally to another address for news of newer versions, and nothing was asked "
    "there."
)
_OTHERWISE = Otherwise(_ELSEWHERE, _BROKEN, Row(FailureKind.REFUSED, _NOT_THERE))
#: Not even the version of the program is told; a server has no use for it.
_HEADERS = {"user-agent": "Talktally", "accept": "*/*"}


def fetch_news(source: Source, peers: Peers) -> News:
    """Ask for the news of versions, and return them if they are signed.

    UsageProblem for an address that may not be asked, EnvironmentProblem for what makes no sense,
    Failure for everything else.
    """
    key = _key(source)
    folder, name = _place(source.address)
    with peers(folder) as peer:
        content = _file(peer, name)
        signature = _file(peer, f"{name}{ENDING}")
        _checked(key, content, signature, peer.name)
    return news_of(content)


def _place(address: str) -> tuple[str, str]:
    """Return the folder and, with its slash, the name of the file in it; a bare host has ours."""
    if urlsplit(address).path in ("", "/"):
        return address, f"/{_USUAL_NAME}"
    folder, _, name = address.rpartition("/")
    return folder, f"/{name}"


def _key(source: Source) -> PublicKey:
    try:
        return public_key(source.key)
    except MinisignError:
        raise EnvironmentProblem(_NO_KEY) from None


def _file(peer: Peer, path: str) -> bytes:
    answer = peer.ask("GET", path, headers=_HEADERS)
    if answer.status != 200:
        raise _refusal(answer, peer.name)
    return answer.body


def _checked(key: PublicKey, content: bytes, signature: bytes, server: str) -> None:
    try:
        check(key, content, signature, vouches)
    except MinisignError:
        raise Failure(_NOT_SIGNED, kind=FailureKind.CERTIFICATE, server=server) from None


def _refusal(answer: Answer, server: str) -> Failure:
    row = row_of(answer.status, {}, _OTHERWISE)
    return Failure(row.message, kind=row.kind, server=server, status=answer.status)
