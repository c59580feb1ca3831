"""What is answered when a request cannot be done: always a ``Refusal`` as JSON."""

import logging
import sqlite3
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import IntegrityError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection
from starlette.exceptions import HTTPException
from starlette.routing import compile_path

from app.wire.refusal import Reason, Refusal

_log = logging.getLogger("talktally.server")
_BUSY_SECONDS = 5
#: What a database raises that is gone, full, held by somebody else, or may only be read just now.
TROUBLE: tuple[type[Exception], ...] = (
    OperationalError,
    NoConnection,
    IntegrityError,
    InternalError,
    sqlite3.OperationalError,
)
_REASONS = {
    401: Reason.SIGN_IN,
    403: Reason.FORBIDDEN,
    404: Reason.NOT_FOUND,
    405: Reason.METHOD,
    413: Reason.TOO_LARGE,
    429: Reason.TOO_MANY,
    503: Reason.BUSY,
}
_DETAILS = {
    404: "There is nothing here by that name.",
    405: "That cannot be done with this address.",
}
_CHALLENGE = {"WWW-Authenticate": "Bearer"}


class Refused(Exception):  # noqa: N818 - an answer, as Problem is one
    """Ends a request with a refusal; ``detail`` is one sentence, without anything personal."""

    def __init__(
        self, status: int, reason: Reason, detail: str, wait_seconds: int | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.reason = reason
        self.detail = detail
        self.wait_seconds = wait_seconds


def not_found() -> Refused:
    """Make the answer for an id that is not there, or not the asker's."""
    return Refused(404, Reason.NOT_FOUND, _DETAILS[404])


def answer(refused: Refused, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Write a refusal as the JSON that is published."""
    body = Refusal(reason=refused.reason, detail=refused.detail, wait_seconds=refused.wait_seconds)
    more = dict(headers or {})
    if refused.status == 401:
        more |= _CHALLENGE
    if refused.wait_seconds is not None:
        more["Retry-After"] = str(refused.wait_seconds)
    return JSONResponse(body.model_dump(mode="json"), refused.status, more)


def documented(*more: int) -> dict[int | str, dict[str, Any]]:
    """Describe the refusals a route may answer with, for OpenAPI; ``more``: those of its own."""
    usual = (400, 401, 403, 404, 405, 408, 413, 422, 429, 500, 503)
    return {status: {"model": Refusal, "description": "Refused"} for status in (*usual, *more)}


def add_refusals(application: FastAPI) -> None:
    """Let every error end as a refusal."""
    application.add_exception_handler(Refused, _refused)
    application.add_exception_handler(HTTPException, _by_status)
    application.add_exception_handler(RequestValidationError, _invalid)
    for trouble in TROUBLE:
        application.add_exception_handler(trouble, _busy)


async def _refused(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, Refused)  # noqa: S101 - the framework types every handler alike
    return answer(error)


async def _by_status(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)  # noqa: S101
    status = error.status_code
    headers = dict(error.headers or {})
    if status == 405 and (allowed := _allowed(request)):
        headers["Allow"] = allowed
    reason = _REASONS.get(status, Reason.INVALID)
    detail = _DETAILS.get(status, "The request cannot be read.")
    return answer(Refused(status, reason, detail), headers)


def _allowed(request: Request) -> str | None:
    """List the published methods of a path; the library knows those of its first route alone."""
    published: dict[str, dict[str, object]] = request.app.openapi()["paths"]
    path = request.scope["path"]
    found = [methods for each, methods in published.items() if compile_path(each)[0].match(path)]
    return ", ".join(sorted(name.upper() for methods in found for name in methods)) or None


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    # The place and the rule, never what was sent: it may hold a secret.
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return answer(Refused(422, Reason.INVALID, f"{place}: {first['msg']}"))


async def _busy(_request: Request, error: Exception) -> JSONResponse:
    return busy(error)


def busy(error: Exception) -> JSONResponse:
    """Answer that the database cannot be used, and log by which kind of trouble."""
    _log.warning("The database could not be used (%s).", type(error).__name__)
    told = "The server cannot use its database just now."
    return answer(Refused(503, Reason.BUSY, told, _BUSY_SECONDS))
