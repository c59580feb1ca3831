"""News of a version for those who have an older one: updates.json and its signature.

``python -m shipping.release.feed --page https://… --note en="…" --note de="…"``
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from shipping.place import DIST, ROOT, Release, this_release
from shipping.release.signing import NoKeyError, key_of, sign

from app.domain.problem import Problem
from app.domain.update_news import document_of, news_from

FEED = "updates.json"
#: What each system must be at least: the C library on Linux, and what Qt asks for elsewhere.
_LEAST = {"linux": "2.36", "windows": "10.0.17763", "macos": "13.0"}
_MADE = {"linux": "*.deb", "windows": "*-setup.exe", "macos": "*.dmg"}


def main(words: Sequence[str]) -> None:
    """Write and sign dist/updates.json; SystemExit with one sentence where something is missing."""
    asked = _arguments().parse_args(words)
    release = this_release()
    _refuse_unwritten(release)
    notes = dict(each.split("=", 1) for each in asked.note)
    day = asked.day or datetime.fromtimestamp(release.epoch, UTC).date()
    target = write_feed(DIST, release.version, asked.page, day, notes)
    try:
        print(f"signed: {sign(target, key_of(os.environ), f'news of talktally, {day}')}")
    except NoKeyError:
        raise SystemExit(
            f"{target} is not signed: set MINISIGN_KEY to a file with a key."
        ) from None


def write_feed(folder: Path, version: str, page: str, day: date, notes: dict[str, str]) -> Path:
    """Write the news as the program itself reads them; SystemExit where it would not.

    They are for the systems that ``folder`` has packages for.
    """
    systems = {name: least for name, least in _LEAST.items() if _is_made(folder, name, version)}
    if not systems:
        raise SystemExit(f"There are no packages of {version} in {folder}; make them first.")
    told = {"version": version, "date": day.isoformat(), "page": page, "systems": systems}
    try:
        news = news_from({**told, "notes": notes})
    except Problem:
        raise SystemExit("The version is x.y.z, and the page begins with https://.") from None
    if dict(news.notes) != notes:
        raise SystemExit("A note is one plain line of at most 200 characters.")
    target = folder / FEED
    target.with_name(f"{FEED}.minisig").unlink(missing_ok=True)  # it is of other news
    target.write_text(
        json.dumps(document_of(news), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return target


def _is_made(folder: Path, system: str, version: str) -> bool:
    return any(re.search(rf"[-_]{re.escape(version)}(?!\.?\d)", each.name)
               for each in folder.glob(_MADE[system]))  # fmt: skip


def _refuse_unwritten(release: Release) -> None:
    """Refuse a version of which the change log says nothing."""
    told = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if f"## [{release.version}]" not in told:
        raise SystemExit(f"CHANGELOG.md has no part for {release.version}; write it first.")


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="shipping.release.feed", allow_abbrev=False)
    parser.add_argument("--page", required=True, help="where people get it, an https link")
    parser.add_argument("--note", action="append", default=[], metavar="LANGUAGE=SENTENCE",
                        type=_note)  # fmt: skip
    parser.add_argument("--day", type=date.fromisoformat, help="if not the day of the last commit")
    return parser


def _note(text: str) -> str:
    if not re.match(r"[a-z]{2}=.", text):
        raise argparse.ArgumentTypeError(
            "a note is LANGUAGE=SENTENCE, such as en=Calls are shorter"
        )
    return text


if __name__ == "__main__":
    main(sys.argv[1:])
