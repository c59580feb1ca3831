"""Every command by its words, so that only the module of the one asked for is loaded."""

import argparse
from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from app.assembly import Workplace
from app.domain.problem import UsageProblem, mark

_UNKNOWN = mark("There is no command {words}. For the list of commands: talktally --help")
_NEAREST = mark("There is no command {words}. Did you mean: talktally {nearest}")
#: The option every command takes that has a value.
DATA_DIR = "--data-dir"
_COMMON = ("--json", "-h", "--help")
_SCHEMES = ("tel:", "callto:", "sip:", "sips:")


class Command(NamedTuple):
    """Where a command is written, and what it does in a few words.

    ``apart``: it works without a data folder, and never looks for one.
    """

    module: str
    summary: str
    apart: bool = False


class CommandModule(Protocol):
    """What a module of a command offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's own arguments."""
        ...

    def run(self, arguments: argparse.Namespace, workplace: Workplace) -> int:
        """Do it; returns the exit code, or raises Problem."""
        ...


class Call(NamedTuple):
    """Arguments taken apart: the words of the command, and everything else in order."""

    words: str
    rest: list[str]


def _own(name: str, summary: str) -> Command:
    return Command(f"app.commands.{name}", summary)


COMMANDS: Mapping[str, Command] = {
    "status": _own("status", "all meters: used, included, left"),
    "check": _own("check", "what a call to a number will be, before you dial"),
    "segments": _own("segments", "how many segments a text has, and what makes it dearer"),
    "import": _own("import_files", "read exports of calls and texts"),
    "mapping list": _own("mapping_list", "the mappings that are kept"),
    "mapping show": _own("mapping_show", "one kept mapping, as a file would hold it"),
    "mapping remove": _own("mapping_remove", "forget a kept mapping"),
    "list": _own("list_entries", "calls and texts, found by number, name, note or outcome"),
    "export": _own("export", "write entries to a file"),
    "explain": _own("explain", "why one entry counts as it does"),
    "correct": _own("correct", "change entries afterwards: person, method, plan, note, tags"),
    "history": _own("history", "every version of one entry, and what made it"),
    "undo": _own("undo", "take the last change of entries back"),
    "duplicates": _own("duplicates", "entries that may be of one call, from several sources"),
    "duplicates same": _own("duplicates_same", "say that two entries are one call"),
    "duplicates apart": _own("duplicates_apart", "say that two entries are two calls"),
    "duplicates undo": _own("duplicates_undo", "take back what was said of entries last"),
    "duplicates find": _own("duplicates_find", "look at every call again for duplicates"),
    "call-logs": _own("call_logs", "call logs of softphones: read, or found here"),
    "call-logs add": _own("call_logs_add", "read a softphone's call log from now on"),
    "call-logs remove": _own("call_logs_remove", "read a softphone's call log no longer"),
    "call-logs read": _own("call_logs_read", "read the call logs now"),
    "log call": _own("log_call", "enter a call by hand"),
    "log text": _own("log_text", "enter a text by hand"),
    "live": _own("live", "calls that go on, and those whose end nobody heard"),
    "live settle": _own("live_settle", "say that an estimated end is right, or how long it was"),
    "hook ring": _own("hook_ring", "a softphone says: it rings"),
    "hook start": _own("hook_start", "a softphone says: it was answered"),
    "hook hold": _own("hook_hold", "a softphone says: it is on hold"),
    "hook resume": _own("hook_resume", "a softphone says: it goes on after a hold"),
    "hook end": _own("hook_end", "a softphone says: it is over"),
    "hook twinkle": _own("hook_twinkle", "Twinkle says what happened to a call"),
    "hook address": _own("hook_address", "the addresses a softphone opens to report calls"),
    "plan show": _own("plan_show", "the plans in force"),
    "plan use": _own("plan_use", "choose plans of the catalogue"),
    "plan seats": _own("plan_seats", "say how many seats there are"),
    "plan edit": _own("plan_edit", "put a plan of your own in force"),
    "plan link": _own("plan_link", "mark a person as linked with Twilio Connect"),
    "plan unlink": _own("plan_unlink", "mark a person as no longer linked"),
    "plan people": _own("plan_people", "who sits on which seat, and what everybody used"),
    "plan profile": _own("plan_profile", "the company, its address and its contract"),
    "replay": _own("replay", "past cycles under another plan, or with other seats"),
    "prices use": _own("prices_use", "use a dated price sheet"),
    "me": _own("me", "say who you are in the records"),
    "verify": _own("verify", "recompute every total and compare"),
    "backup": _own("backup", "a checked copy of the ledger"),
    "restore": _own("restore", "put a backup in place of the ledger, after a preview"),
    "move": _own("move", "move the data folder to another place"),
    "erase": _own("erase", "erase a contact everywhere, after a preview"),
    "retention": _own("retention", "erase numbers and names of old entries, after a preview"),
    "company join": _own("company_join", "join a company with the link of an invitation"),
    "company leave": _own("company_leave", "leave the company; the plan entered here holds again"),
    "company show": _own("company_show", "the company joined here, and how the last sync went"),
    "company invite": _own("company_invite", "a link with which a person joins the company"),
    "company people": _own("company_people", "members, invitations and devices"),
    "company revoke": _own("company_revoke", "sign a device out, or withdraw an invitation"),
    "company remove": _own("company_remove", "remove a person from the company"),
    "company share-plan": _own(
        "company_share_plan", "give a company without a plan the one entered here"
    ),
    "company audit": _own("company_audit", "who changed what on the plan server"),
    "account add": _own("account_add", "connect an account at HubSpot, Aircall or Twilio"),
    "account list": _own("account_list", "the connections, how they fare and what was read"),
    "account test": _own("account_check", "try the keys of connections"),
    "account rename": _own("account_rename", "call a connection otherwise"),
    "account pause": _own("account_pause", "read nothing from connections for now"),
    "account resume": _own("account_resume", "read from paused connections again"),
    "account key": _own("account_key", "a new key for a connection"),
    "account set": _own("account_set", "say what a connection is, and how its records count"),
    "account people": _own("account_people", "the users a provider names, and who they are"),
    "account remove": _own("account_remove", "remove connections, with or without their entries"),
    "forget-keys": _own("forget_keys", "remove every key from the keyring, after a preview"),
    "sync": _own("sync", "one round with every account and the company"),
    "rollout": _own("rollout", "what is decided for everybody on this computer"),
    "login": _own("login", "start in the tray when you log in, or not"),
    "links": _own("links", "look at numbers of clicked links before they are called, or not"),
    "updates": _own("updates", "newer versions: what is known, a look now, or looking on and off"),
    "serve": _own("serve", "the company plan server"),
    "server company": _own("server_company", "a new company on the plan server"),
    "server invite": _own("server_invite", "a way in for an owner who lost access"),
    "server verify": _own("server_verify", "check the plan server's database"),
    "server backup": _own("server_backup", "copy the plan server's database"),
    "doctor": _own("doctor", "versions, places and checks, for a report of a fault"),
}


def take_apart(argv: Sequence[str], known: Mapping[str, Command]) -> Call:
    """Find the words of the command among the options every command takes.

    ``words`` is "" when no command is named, or a link to a number stands in its place.
    UsageProblem for an unknown command, with the nearest.
    """
    rest: list[str] = []
    words: list[str] = []
    left = list(argv)
    while left and not _complete([*words, left[0]], words, known):
        word = left.pop(0)
        if word == DATA_DIR:
            rest += [word, *left[:1]]
            left = left[1:]
        elif word in _COMMON or (word.startswith("-") and (words or word not in known)):
            rest.append(word)
            if word not in _COMMON and not word.startswith(f"{DATA_DIR}="):
                break
        elif not words and "" in known and is_link(word):
            rest.append(word)
            break
        else:
            words.append(word)
            if not _begins(words, known):
                raise _no_command(words, known)
    return Call(" ".join(words), [*rest, *left])


def is_link(word: str) -> bool:
    """Tell whether a word is a link to a number rather than a command."""
    return word[:8].casefold().startswith(_SCHEMES)


def group_of(words: str, known: Mapping[str, Command]) -> list[str]:
    """Return the commands that begin with these words, such as those of "plan"."""
    return [name for name in known if name.startswith(f"{words} ")]


def _complete(longer: list[str], words: list[str], known: Mapping[str, Command]) -> bool:
    """Tell whether the words are a command that the next word does not make another one."""
    return bool(words) and " ".join(words) in known and " ".join(longer) not in known


def _begins(words: list[str], known: Mapping[str, Command]) -> bool:
    said = " ".join(words)
    return said in known or bool(group_of(said, known))


def _no_command(words: list[str], known: Mapping[str, Command]) -> UsageProblem:
    # Here because a command that is spelled right needs no nearest one.
    from difflib import get_close_matches

    said = " ".join(words)[:60]
    heads = {part for name in known if name for part in (name, name.split()[0])}
    nearest = get_close_matches(said, sorted(heads), n=1)
    if nearest:
        return UsageProblem(_NEAREST, words=said, nearest=nearest[0])
    return UsageProblem(_UNKNOWN, words=said)
