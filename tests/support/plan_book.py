"""A company's plan book on a server inside the test: what is stated, and on which revision."""

from collections.abc import Mapping

from app.domain.catalogue import document_of
from app.domain.company import Role
from app.machine.catalogue import plan_named
from app.wire.plan import PlanBook
from tests.support.server_app import Seated, ServerApp

Message = Mapping[str, object]


def message_of(name: str, zone: str = "Europe/Berlin", **more: object) -> dict[str, object]:
    """The message that puts a plan of the catalogue in force."""
    return {"document": document_of(plan_named(name)), "zone": zone, **more}


def owner_of(server: ServerApp, name: str = "Acme Trading", person: str = "Robin") -> Seated:
    """A company with one owner."""
    return server.new_member(server.new_company(name), person, Role.OWNER)


def book_of(server: ServerApp, by: Seated) -> PlanBook:
    """The plan book as somebody sees it."""
    answer = server.ask("GET", f"{by.path}/plan", by)
    assert answer.status_code == 200, answer.text
    return PlanBook.model_validate_json(answer.text)


def tag_of(server: ServerApp, by: Seated) -> str:
    """The tag of the present revision as somebody sees it."""
    return str(server.ask("GET", f"{by.path}/plan", by).headers["ETag"])


def state(server: ServerApp, by: Seated, where: str, message: Message) -> PlanBook:
    """State something on the present revision; it must be taken."""
    method = "POST" if where.startswith("plan/") and "links" not in where else "PUT"
    headers = {"If-Match": tag_of(server, by)}
    answer = server.ask(method, f"{by.path}/{where}", by, json=message, headers=headers)
    assert answer.status_code == 200, answer.text
    return PlanBook.model_validate_json(answer.text)
