"""Every answer carries its headers; every error is a refusal; nothing secret is logged."""

import logging
from collections.abc import Callable

import pytest
import sqlalchemy

from app.domain.company import Role
from app.server.access import Now
from app.server.settings import ServerSettings
from app.wire.refusal import Refusal
from app.wording.words import Words
from tests.support.server_app import BASE, ServerApp
from tests.support.wordings import ENGLISH, GERMAN

without_database = pytest.mark.parametrize("kind", ["sqlite"], indirect=True)
_SAFE = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "strict-transport-security": "max-age=63072000",
}


@without_database
@pytest.mark.parametrize("path", ["/join", "/v1/me", "/nothing", "/health/live", "/openapi.json"])
def test_every_answer_has_the_headers_that_keep_it_safe(server: ServerApp, path: str) -> None:
    headers = server.ask("GET", path).headers
    assert {name: headers.get(name) for name in _SAFE} == _SAFE
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "server" not in headers


@without_database
def test_a_server_without_tls_does_not_promise_it(server: ServerApp) -> None:
    plain = ServerApp(server.database, ServerSettings("http://127.0.0.1:8740"))
    assert "strict-transport-security" not in plain.ask("GET", "/join").headers


@without_database
@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing", 404),
        ("GET", "/v1/me/", 404),
        ("PUT", "/v1/me", 405),
        ("TRACE", "/v1/sign-in", 405),
        ("GET", "/v1/me", 401),
        ("POST", "/v1/sign-in", 422),
    ],
)
def test_every_error_is_a_refusal(server: ServerApp, method: str, path: str, status: int) -> None:
    answer = server.ask(method, path)
    assert answer.status_code == status
    assert Refusal.model_validate_json(answer.content).detail.endswith((".", "required"))


@without_database
def test_what_breaks_is_a_refusal_and_tells_nobody_why(
    server: ServerApp, expected_log: Callable[[], list[str]]
) -> None:
    @server.application.get("/break")
    async def break_it(_now: Now) -> None:
        raise RuntimeError("tt_" + "s" * 43)

    answer = server.ask("GET", "/break")
    assert (answer.status_code, answer.json()["reason"]) == (500, "broken")
    assert answer.headers["cache-control"] == "no-store"
    (told,) = expected_log()
    assert "RuntimeError" in told
    assert "ssss" not in told + answer.text


def test_a_server_without_its_tables_is_not_ready(server: ServerApp) -> None:
    with server.database.writing() as connection:
        connection.execute(sqlalchemy.text("ALTER TABLE company RENAME TO gone"))
    try:
        answer = server.ask("GET", "/health/ready")
    finally:
        with server.database.writing() as connection:
            connection.execute(sqlalchemy.text("ALTER TABLE gone RENAME TO company"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert server.ask("GET", "/health/ready").status_code == 200


@pytest.mark.parametrize("kind", ["postgresql"], indirect=True)
def test_a_database_that_was_restarted_is_found_again(
    server: ServerApp, expected_log: Callable[[], list[str]]
) -> None:
    owner = server.new_member(server.new_company(), "Olive", Role.OWNER)
    end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid != pg_backend_pid()"
    with server.database.reading() as connection:
        connection.execute(sqlalchemy.text(end))
    statuses = [server.ask("GET", "/v1/companies", owner).status_code for _ in range(3)]
    assert statuses[-1] == 200
    assert set(statuses) <= {200, 503}
    expected_log()


def test_no_secret_is_logged_however_much_is(
    server: ServerApp, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("sqlalchemy.engine").setLevel(logging.DEBUG)
    owner = server.new_member(server.new_company(), "Olive", Role.OWNER)
    made = server.ask("POST", f"{owner.path}/invitations", owner, json={"name": "Kim"}).json()
    code = made["link"].partition("#")[2]
    body = {"code": code, "device": "laptop"}
    secret = server.ask("POST", "/v1/sign-in", json=body).json()["token"]
    for path in server.application.openapi()["paths"]:
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE"):
            server.ask(method, path.replace("{company}", owner.company), secret, json=body)
    logging.getLogger("sqlalchemy.engine").setLevel(logging.NOTSET)
    assert len(caplog.text) > 1000
    for each in (code, secret, owner.token):
        assert each not in caplog.text


@without_database
def test_the_contract_describes_every_refusal(server: ServerApp) -> None:
    paths = server.application.openapi()["paths"]
    for path, methods in paths.items():
        for method, route in methods.items():
            schema = route["responses"]["422"]["content"]["application/json"]["schema"]
            assert schema == {"$ref": "#/components/schemas/Refusal"}, (method, path)


@without_database
@pytest.mark.parametrize("words", [ENGLISH, GERMAN], ids=["en", "de"])
def test_the_join_page_names_menus_as_the_window_does(server: ServerApp, words: Words) -> None:
    page = server.ask("GET", "/join").text
    for name in ("&Plan", "&Connect to your company…"):
        assert f"<b>{words.say(name).replace('&', '')}</b>" in page


def test_the_join_page_has_nothing_to_run(server: ServerApp) -> None:
    page = server.ask("GET", "/join")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script" not in page.text
    assert BASE not in page.text
