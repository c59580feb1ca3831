"""Usage counts that a desktop sends, and what a server makes of them."""

from tests.support.server_app import Seated, ServerApp

LEDGER = "a" * 32
OTHER = "b" * 32
DAY = "2026-11-20"


def count(kind: str = "minutes", day: str = DAY, **figures: object) -> dict[str, object]:
    """One count; the figures that are not given are 0."""
    return {"kind": kind, "day": day, **figures}


def upload(
    server: ServerApp,
    by: Seated,
    *counts: dict[str, object],
    sequence: int = 1,
    ledger: str = LEDGER,
) -> tuple[int, int]:
    """Send counts, which must be taken; returns how many were new and how many were known."""
    message = {"ledger": ledger, "sequence": sequence, "counts": list(counts)}
    answer = server.ask("PUT", f"{by.path}/usage", by, json=message)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    return told["taken"], told["known"]


def pooled(server: ServerApp, by: Seated, kind: str = "minutes") -> dict[str, int]:
    """One meter of the running cycle as somebody reads it."""
    answer = server.ask("GET", f"{by.path}/usage", by)
    assert answer.status_code == 200, answer.text
    found = [
        meter
        for cycle in answer.json()["cycles"]
        for meter in cycle["meters"]
        if meter["kind"] == kind
    ]
    return dict(found[0])
