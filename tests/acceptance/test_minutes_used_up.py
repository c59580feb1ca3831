"""A month of calls up to the limit and past it, as a rep sees it."""

from pathlib import Path
from typing import Any

import pytest

from tests.support.console import Console
from tests.support.exports import twilio_calls_csv
from tests.support.records import call, lines

CHECK = ["check", "+14155550188", "--json"]
COMMANDS = (
    ["status"],
    ["status", "--json"],
    ["check", "+14155550188"],
    CHECK,
    ["plan", "show"],
    ["explain", "1"],
    ["verify"],
)


def import_calls(console: Console, folder: Path, rows: int, minutes: int = 1) -> None:
    """Import a call log of so many one-leg calls; a longer one begins with the shorter one."""
    log = twilio_calls_csv(folder / "log.csv", rows, seconds=60 * minutes)
    console.done("import", log)


def banners(console: Console) -> dict[str, str]:
    found = console.done("status", "--json").json["banners"]
    return {banner["kind"]: banner["text"] for banner in found}


def figures(console: Console, *names: str) -> list[Any]:
    meter = console.meter("minutes")
    return [meter[name] for name in names]


@pytest.fixture
def professional(console: Console) -> Console:
    console.done("plan", "use", "hubspot-professional")
    return console


def test_at_103_minutes_left_nothing_warns(professional: Console, tmp_path: Path) -> None:
    import_calls(professional, tmp_path, 1_897)
    assert figures(professional, "used", "remaining", "billed") == [1_897, 103, 0]
    assert "near" not in banners(professional)


def test_at_100_minutes_left_the_near_banner_says_so(professional: Console, tmp_path: Path) -> None:
    import_calls(professional, tmp_path, 1_897)
    import_calls(professional, tmp_path, 1_900)
    assert figures(professional, "used", "remaining", "level") == [1_900, 100, "near"]
    assert banners(professional)["near"] == "100 minutes to your limit · resets 1 Dec"


def test_at_the_limit_calls_could_be_billed(professional: Console, tmp_path: Path) -> None:
    import_calls(professional, tmp_path, 2_000)
    assert figures(professional, "used", "remaining", "level") == [2_000, 0, "could_be_billed"]
    told = banners(professional)["could_be_billed"]
    assert told == "No minutes left. Link Twilio Connect to keep calling."
    assert professional.run(*CHECK).json["outcome"] == "blocked"


def test_calls_found_after_a_block_are_kept_as_over(professional: Console, tmp_path: Path) -> None:
    import_calls(professional, tmp_path, 2_007)
    assert figures(professional, "used", "over", "billed", "remaining") == [2_000, 7, 0, 0]


def test_linked_calls_past_the_limit_are_billed(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    import_calls(console, tmp_path, 2_007)
    assert figures(console, "used", "billed", "over", "level") == [2_000, 7, 0, "billed"]
    told = "Calls are now billed per minute through Twilio Connect · 7 min · about $0.10"
    assert banners(console)["billed"] == told
    card = console.done(*CHECK).json
    assert (card["allowed"], card["outcome"], card["remaining_now"]) == (True, "billed", 0)


def test_an_open_call_past_the_limit_is_billed_as_it_goes(console: Console, tmp_path: Path) -> None:
    sheet = tmp_path / "prices.csv"
    sheet.write_text("to,rate,currency,valid from\n1,0.0140,USD,2026-01-01\n", encoding="utf-8")
    console.done("plan", "use", "hubspot-professional", "--twilio-connect")
    console.done("prices", "use", sheet)
    import_calls(console, tmp_path, 2_007)
    console.done("hook", "start", "--number", "+14155550188")
    later = console.at("2026-11-21T12:04:30Z")
    told = banners(later)["billed_call"]
    assert told.startswith("This call is billed per minute through Twilio Connect · $0.0140 a min")
    assert told.endswith("ute · about $0.07 so far")
    assert figures(later, "level", "billed") == ["billed", 7]
    later.done("hook", "end")
    assert "billed_call" not in banners(later)
    assert figures(later, "billed") == [12]


def test_the_limit_inside_a_call_lets_it_finish(professional: Console, tmp_path: Path) -> None:
    import_calls(professional, tmp_path, 1_998)
    professional.done("hook", "start", "--number", "+14155550188")
    later = professional.at("2026-11-21T12:02:30Z")
    assert banners(later)["limit_in_call"] == "Limit reached. You can finish this call."
    assert figures(later, "level", "remaining") == ["near", 2]
    later.done("hook", "end")
    assert figures(later, "used", "over", "remaining") == [2_001, 0, 0]
    assert later.run(*CHECK).code == 1


def test_a_starter_is_blocked_and_never_hears_of_twilio(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-starter")
    entries = (call(number, 60 * 60) for number in range(9))
    console.done("import", lines(tmp_path / "calls.jsonl", entries))
    assert banners(console)["blocked"] == (
        "No minutes left until 1 Dec. Your owner can change the plan."
    )
    for language in ("en", "de"):
        console.environ["LANGUAGE"] = language
        for words in COMMANDS:
            answer = console.run(*words)
            assert "twilio" not in f"{answer.out}{answer.err}".lower(), (language, words)


def test_the_free_plan_ends_at_50_calls_answered_or_not(console: Console, tmp_path: Path) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("import", lines(tmp_path / "a.jsonl", (call(n, 0) for n in range(45))))
    calls = console.meter("calls")
    assert (calls["used"], calls["remaining"], calls["level"]) == (45, 5, "near")
    assert (calls["scope"], calls["agent"], calls["at_least"]) == ("account", None, True)
    console.done("import", lines(tmp_path / "a.jsonl", (call(n, 0) for n in range(52))))
    calls = console.meter("calls")
    assert (calls["used"], calls["over"], calls["level"]) == (50, 2, "blocked")
    assert console.meter("minutes")["remaining"] == 15
    assert console.run(*CHECK).json["outcome"] == "blocked"


@pytest.mark.parametrize(("minutes", "level"), [(11, "fine"), (12, "near"), (15, "blocked")])
def test_the_free_minutes_warn_at_three(
    console: Console, tmp_path: Path, minutes: int, level: str
) -> None:
    console.done("plan", "use", "hubspot-free")
    console.done("import", lines(tmp_path / "a.jsonl", [call(1, minutes * 60)]))
    assert console.at("2026-11-03T12:00:00Z").meter("minutes")["level"] == level
