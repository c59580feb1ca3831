"""What the frozen program and the one from source are both asked, on copies of the same sample.

Whether every command can be loaded is told by the self-check.
"""

from collections.abc import Iterator, Mapping, Sequence

#: In this order, for some change what later ones show; "{place}" is the folder of the sample.
_ASKED = """
--version
--help
status --json
check +14155550188
check +49 30 901820 --json
segments Grüße — 100 % 😀
me --json
plan show
plan people
history 1
list --limit 20
list --search +4930 --json --limit 5
import {place}/sample/sample-twilio-calls.csv
import {place}/book.xlsx --json
import {place}/nothing.csv
export {place}/out.jsonl
replay --plan hubspot-enterprise
duplicates
duplicates find
verify --json
correct 1 --note Rückruf
undo
log call --seconds 61 --to +14155550188 --json
live
hook address
call-logs
account list
company show
backup {place}/copy.db
rollout
login
links
updates
sync
screenshot overview {place}/overview.png
screenshot settings {place}/settings.webp --theme dark
doctor
statsu
plan
segments
"""
#: In German, to see that its words, its dates and its figures came along.
_GERMAN = ("--help", "status", "plan show", "check +14155550188", "verify", "explain 1")


def asked() -> Iterator[tuple[tuple[str, ...], Mapping[str, str]]]:
    """Yield the words of each call, and what is added to its environment."""
    for line in filter(None, _ASKED.splitlines()):
        yield _words(line), {}
    for line in _GERMAN:
        yield _words(line), {"TALKTALLY_LANG": "de_AT"}


def in_place(words: Sequence[str], place: str) -> list[str]:
    """Fill in the folder of the sample."""
    return [word.replace("{place}", place) for word in words]


def _words(line: str) -> tuple[str, ...]:
    """Take a line apart; what follows "segments" is one text, and a number one word."""
    head, _, rest = line.partition(" ")
    if head == "segments" and rest:
        return head, rest
    if head == "check":
        number, _, options = rest.partition(" --")
        return (head, number, *([f"--{options}"] if options else []))
    return tuple(line.split())
