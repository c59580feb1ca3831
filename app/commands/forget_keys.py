"""``talktally forget-keys``: no key of this program left in the keyring, after a preview."""

import argparse

from app.actions.forget_keys import count_keys, forget_keys
from app.assembly import Workplace
from app.domain.problem import ExitCode
from app.machine.kept_keys import KeysFound


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare that it is meant."""
    parser.add_argument("--yes", action="store_true", help="remove them")


def run(arguments: argparse.Namespace, workplace: Workplace) -> int:
    """Count what would go; with ``--yes``, let it go."""
    if not arguments.yes:
        _tell_preview(count_keys(workplace.folder, workplace.environ), workplace)
        return ExitCode.REFUSED
    _tell(forget_keys(workplace.folder, workplace.environ), workplace)
    return ExitCode.DONE


def _tell(gone: KeysFound, workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json({"removed": gone.keys, "all_folders": gone.all_folders})
        return
    if gone.keys:
        workplace.tell(
            words.say_many(
                "{n} key was removed from the keyring.",
                "{n} keys were removed from the keyring.",
                gone.keys,
            ),
            words.say(
                "At the providers and the plan server they are still good: revoke them there if "
                "nobody needs them."
            ),
        )
    else:
        workplace.tell(_none(workplace))
    _tell_others(gone, workplace)


def _tell_preview(found: KeysFound, workplace: Workplace) -> None:
    words = workplace.words
    if workplace.as_json:
        workplace.tell_json(
            {"removed": None, "would": found.keys, "all_folders": found.all_folders}
        )
        return
    if found.keys:
        workplace.tell(
            words.say_many(
                "{n} key would be removed from the keyring.",
                "{n} keys would be removed from the keyring.",
                found.keys,
            ),
            words.say(
                "Accounts then need their key again, a company a new invitation, and softphones "
                "a new address. Nothing else is lost."
            ),
        )
    else:
        workplace.tell(_none(workplace))
    _tell_others(found, workplace)
    workplace.warn(words.say("Nothing was changed. To go ahead, add --yes."))


def _none(workplace: Workplace) -> str:
    return workplace.words.say("The keyring holds no key of Talktally.")


def _tell_others(found: KeysFound, workplace: Workplace) -> None:
    """Say where this keyring cannot be looked through as a whole."""
    if not found.all_folders:
        workplace.tell(
            workplace.words.say(
                "This keyring does not say what it holds. For keys of another data folder, name "
                "it with --data-dir."
            )
        )
