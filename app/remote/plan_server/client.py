"""One plan server, signed in as one member: asks, and reads answers by the published contract."""

import re
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from app.domain.access import Identity
from app.domain.failure import Failure
from app.domain.join_link import JoinLink
from app.remote.failures import lost_answer, may_have_arrived, nonsense, refusal_of
from app.remote.http import Answer, Peer
from app.remote.plan_server import reading
from app.wire.people import Me, SignedIn, SignIn

_Model = TypeVar("_Model", bound=BaseModel)
_is_token = re.compile(r"[A-Za-z0-9._~+/=-]{8,512}").fullmatch
_DONE = range(200, 300)
_UNCHANGED, _SIGN_IN = 304, 401
_FOR_SURE = {"cache-control": "no-cache"}


class Tagged(NamedTuple):
    """A body and the server's tag of it, "" where it gave none."""

    tag: str
    body: bytes


class Membership(NamedTuple):
    """As whom the server is asked: the token, the company and the member, by the server's ids."""

    token: str
    company: str
    member: str


class PlanServer:
    """A plan server that lets this computer in. For one thread at a time."""

    def __init__(self, peer: Peer, membership: Membership) -> None:
        self.peer = peer
        self.member = membership.member
        self._token = membership.token
        self._company = f"/v1/companies/{membership.company}"

    def read(self, path: str, tag: str = "") -> Tagged | None:
        """Read something of the company; ``None`` when it still is what ``tag`` stands for.

        Failure for everything but an answer.
        """
        answer = self._ask("GET", path, headers={"if-none-match": tag} if tag else {})
        if tag and answer.status == _UNCHANGED:
            return None
        return self._tagged(answer)

    def send(
        self, method: str, path: str, message: BaseModel | None = None, *, tag: str = ""
    ) -> Tagged:
        """Send a change of the company; ``tag``: of what it was made on. Failure if refused."""
        headers = {"if-match": tag} if tag else {}
        body = None if message is None else message.model_dump_json(exclude_unset=True).encode()
        return self._tagged(self._ask(method, path, headers=headers, body=body))

    def sign_out(self) -> None:
        """Make the token of this computer useless; Failure when the server cannot be asked."""
        answer = asked(self.peer, "DELETE", "/v1/me/device", headers=self._own())
        # A token that is not good any more has been signed out.
        if answer.status not in _DONE and answer.status != _SIGN_IN:
            raise refusal_of(answer.status, answer.headers, answer.body, self.peer.name)

    def who(self) -> Identity:
        """Ask who this computer is to the server, now."""
        answer = asked(self.peer, "GET", "/v1/me", headers=self._own())
        return reading.identity(understood(Me, self._tagged(answer).body, self.peer.name))

    def understand(self, model: type[_Model], body: bytes) -> _Model:
        """Read an answer by the contract; Failure for one that does not follow it."""
        return understood(model, body, self.peer.name)

    def nonsense(self) -> Failure:
        """Say that the answer makes no sense, though it follows the contract."""
        return nonsense(self.peer.name)

    def _ask(
        self, method: str, path: str, *, headers: dict[str, str], body: bytes | None = None
    ) -> Answer:
        return asked(
            self.peer, method, f"{self._company}{path}", headers=self._own() | headers, body=body
        )

    def _own(self) -> dict[str, str]:
        if not _is_token(self._token):
            raise refusal_of(_SIGN_IN, {}, b"", self.peer.name)
        return {"authorization": f"Bearer {self._token}"}

    def _tagged(self, answer: Answer) -> Tagged:
        if answer.status not in _DONE:
            raise refusal_of(answer.status, answer.headers, answer.body, self.peer.name)
        return Tagged(answer.headers.get("etag", ""), answer.body)


def sign_in(peer: Peer, link: JoinLink, device: str) -> tuple[str, Identity]:
    """Hand an invitation in; return the token and who this computer is now. It works only once."""
    message = SignIn(code=link.code, device=_as_name(device)).model_dump_json().encode()
    try:
        body = _handed_in(peer, message)
    except Failure as failure:
        raise lost_answer(peer.name) if may_have_arrived(failure) else failure from None
    signed = understood(SignedIn, body, peer.name)
    if not _is_token(signed.token):
        raise nonsense(peer.name)
    return signed.token, reading.identity(signed.me)


def _handed_in(peer: Peer, message: bytes) -> bytes:
    answer = asked(peer, "POST", "/v1/sign-in", headers={}, body=message)
    if answer.status not in _DONE:
        raise refusal_of(answer.status, answer.headers, answer.body, peer.name)
    return answer.body


def asked(
    peer: Peer, method: str, path: str, *, headers: dict[str, str], body: bytes | None = None
) -> Answer:
    """Ask past every cache in between."""
    return peer.ask(method, path, headers=_FOR_SURE | headers, body=body)


def understood(model: type[_Model], body: bytes, server: str) -> _Model:
    """Read an answer by the contract; Failure for one that does not follow it."""
    try:
        return model.model_validate_json(body)
    except ValidationError:
        # Without the cause: it quotes the answer, which may hold a token.
        raise nonsense(server) from None


def _as_name(device: str) -> str:
    """Make what a system says of itself a name the contract allows."""
    plain = "".join(letter if letter.isprintable() else " " for letter in device)
    return plain.strip()[:120].strip() or "computer"
