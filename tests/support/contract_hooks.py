"""What the published contract says in words alone, for schemathesis, which loads this itself."""

import os
from datetime import UTC, date, datetime
from typing import Any

import httpx
import schemathesis
from hypothesis import strategies as st
from schemathesis import Case, HookContext, Response
from schemathesis.generation import GenerationMode

_seconds = st.integers(-2_000_000_000, 7_000_000_000)

# The years that a plan can speak of.
schemathesis.openapi.format("date", st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(str))
schemathesis.openapi.format(
    "date-time", _seconds.map(lambda at: f"{datetime.fromtimestamp(at, UTC):%Y-%m-%dT%H:%M:%SZ}")
)


class _Book:
    """The present revision of the plan book, asked for only when something may have changed it."""

    def __init__(self) -> None:
        self.tag = ""
        self._asking = httpx.Client(timeout=60)

    def present(self) -> str:
        """Return the present tag."""
        if not self.tag:
            bearer = {"Authorization": f"Bearer {os.environ['TRIED_TOKEN']}"}
            self.tag = self._asking.get(os.environ["TRIED_PLAN"], headers=bearer).headers["ETag"]
        return self.tag

    def hear(self, case: Case[Any], response: Response) -> None:
        """Take the tag of an answer, and forget it after any change that tells none."""
        told = response.headers.get("etag")
        if told and case.operation.path.endswith("/plan"):
            self.tag = told[0]
        elif case.method.upper() != "GET":
            self.tag = ""


_book = _Book()


@schemathesis.hook
def map_body(context: HookContext, body: Any) -> Any:
    """Write whole numbers without a fraction: the server does not take 28.0 for 28."""
    if isinstance(body, dict):
        return {name: map_body(context, value) for name, value in body.items()}
    if isinstance(body, list):
        return [map_body(context, value) for value in body]
    return int(body) if isinstance(body, float) and body.is_integer() else body


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:
    """Make changes of the plan book on its present revision, where they are to be taken."""
    if context.operation is None or context.operation.headers.get("if-match") is None:
        return
    if case.meta is None or case.meta.generation.mode is GenerationMode.POSITIVE:
        case.headers["if-match"] = _book.present()


@schemathesis.hook
def after_call(context: HookContext, case: Case[Any], response: Response) -> None:
    """Follow the plan book."""
    _book.hear(case, response)
