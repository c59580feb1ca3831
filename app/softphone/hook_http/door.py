"""Who is let in, and what they are told: from the bytes of a request to a report and an answer."""

import time
from hmac import compare_digest

from app.domain.beat import Beat
from app.softphone.hook_http.answer import answer
from app.softphone.hook_http.pace import Pace
from app.softphone.hook_http.reported import fields_of, report_of
from app.softphone.hook_http.request import Refused, Request, read_request
from app.softphone.source import Tell

_HOSTS = ("127.0.0.1", "localhost")
_METHODS = ("GET", "POST")
# A page in a browser says so in one of these; an address that a person opened says "none".
_FROM_A_PAGE = ("cross-site", "same-site", "same-origin")
_BEARER = "bearer "


class Door:
    """Answers requests, and tells what the right ones say before they are answered."""

    def __init__(self, port: int, token: str, tell: Tell) -> None:
        self._hosts = {*_HOSTS, *(f"{host}:{port}" for host in _HOSTS)}
        self._token = token
        self._tell = tell
        self._pace = Pace()

    def __call__(self, received: bytes, at: Beat) -> bytes | None:
        """Return the answer to what came so far, ``None`` while the request is not complete."""
        try:
            request = read_request(received)
            if request is None:
                return None
            self._take(request, at)
        except Refused as refused:
            return answer(refused.status, refused.sentence)
        return answer(204)

    def _take(self, request: Request, at: Beat) -> None:
        self._check_sender(request)
        fields = fields_of(request.said)
        self._check_token(request, fields.pop("token", ""))
        # After the token, so that nobody without one can use up what a softphone may send.
        if not self._pace.allows(time.monotonic_ns()):
            raise Refused(429, "Too many requests. Try again in a second.")
        self._tell(report_of(request.path, fields, at))

    def _check_sender(self, request: Request) -> None:
        """Refuse web pages, also those of a name that somebody lets point to this computer."""
        if request.headers.get("host", "").lower() not in self._hosts:
            raise Refused(403, "This is reached as 127.0.0.1 or localhost only.")
        if "origin" in request.headers or request.headers.get("sec-fetch-site") in _FROM_A_PAGE:
            raise Refused(403, "Web pages are not listened to.")
        if request.method not in _METHODS:
            raise Refused(405, "Use GET or POST.")

    def _check_token(self, request: Request, said: str) -> None:
        header = request.headers.get("authorization", "")
        bearer = header[: len(_BEARER)].lower() == _BEARER
        given = header[len(_BEARER) :].strip() if bearer else said
        # The time it takes must not tell how much of a guess was right.
        right = compare_digest(given.encode("utf-8", "replace"), self._token.encode())
        if not (right and self._token):
            raise Refused(
                401, "The token is missing or wrong. For the address: talktally hook address"
            )
