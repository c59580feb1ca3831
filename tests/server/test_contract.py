"""The published contract tried by schemathesis, against a server on each kind of database."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn

from app.domain.company import Role
from app.server.web.serving import listen
from tests.support.contracts import ROOT
from tests.support.server_app import Seated, ServerApp

#: Seconds after which schemathesis makes up no further requests of its own.
_TIME = 20
_EXAMPLES = 3
_PLAN = "/v1/companies/{company}/plan"
#: Where more is asked of a body than a schema can say: a zone that exists, sums that add up.
_MEANING = (
    *(f"POST {_PLAN}/entries", f"POST {_PLAN}/seats", f"POST {_PLAN}/annual"),
    "PUT /v1/companies/{company}/usage",
)
_SETTINGS = """
headers = {{ Authorization = "Bearer {token}" }}
hooks = "{hooks}"
[parameters]
"path.company" = "{company}"
[[operations]]
include-name = "DELETE /v1/me/device"
enabled = false
[[operations]]
include-name = {meaning}
checks.positive_data_acceptance.expected-statuses = ["2xx", "422"]
"""


@pytest.mark.timeout(300)
def test_schemathesis_finds_nothing(
    server: ServerApp, tmp_path: Path, expected_log: Callable[[], list[str]]
) -> None:
    owner = server.new_member(server.new_company(), "Olive", Role.OWNER)
    hooks = ROOT / "tests" / "support" / "contract_hooks.py"
    settings = _SETTINGS.format(
        token=owner.token, company=owner.company, hooks=hooks, meaning=list(_MEANING)
    )
    (tmp_path / "schemathesis.toml").write_text(settings)
    with answering(server) as url:
        done = tried(tmp_path, url, owner)
    assert done.returncode == 0, done.stdout.decode()[-8000:]
    assert b"Tested: " in done.stdout
    # Some of what it sends is no HTTP at all.
    assert set(expected_log()) <= {"WARNING uvicorn.error: Invalid HTTP request received."}


def tried(folder: Path, url: str, owner: Seated) -> subprocess.CompletedProcess[bytes]:
    """Run it on the whole contract, with all of its checks."""
    program = Path(sys.executable).with_name("schemathesis")
    words = ("--max-examples", str(_EXAMPLES), "--max-time", str(_TIME), "--seed", "1",
             "--request-timeout", "60")  # fmt: skip
    return subprocess.run(
        [str(program), "run", f"{url}/openapi.json", "--no-color", *words],
        cwd=folder,
        env={**os.environ, "TRIED_TOKEN": owner.token, "TRIED_PLAN": f"{url}{owner.path}/plan"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


@contextmanager
def answering(server: ServerApp) -> Iterator[str]:
    """Answer on a port, in a thread."""
    config = uvicorn.Config(
        server.application, lifespan="off", ws="none", log_config=None, access_log=False
    )
    listener, running = listen("127.0.0.1", 0), uvicorn.Server(config)
    thread = threading.Thread(target=running.run, args=([listener],))
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()
