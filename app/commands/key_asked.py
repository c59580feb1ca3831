"""A key asked for: on a terminal without showing what is typed, else read from standard input."""

from app.assembly import Workplace
from app.domain.connection import Provider
from app.domain.key_pasted import KeyPasted, read_key
from app.domain.problem import EnvironmentProblem, mark
from app.machine.secrets import outlives_this_run
from app.wording.accounts import provider_name
from app.wording.key_help import key_fields, key_help, reads_only

_MOST_BYTES = 4096
_NO_KEYRING = mark(
    "The keyring of this computer cannot keep a key: it is locked, or there is none. Unlock it "
    "and try again, or connect in the window, which can do without for as long as it runs."
)


def check_keyring(workplace: Workplace) -> None:
    """Raise EnvironmentProblem where a key kept now would be gone when this command ends."""
    if not outlives_this_run(workplace.secrets()):
        raise EnvironmentProblem(_NO_KEYRING)


def ask_key(workplace: Workplace, provider: Provider, account: str = "") -> KeyPasted:
    """Ask for the key of a provider; UsageProblem for what cannot be one.

    ``account``: Twilio's, where it is known already. Standard input that is no terminal holds a
    line for each part, the one that nobody may see last.
    """
    if workplace.streams.stdin.isatty():
        return _typed(workplace, provider, account)
    return _piped(workplace, provider, account)


def _typed(workplace: Workplace, provider: Provider, account: str) -> KeyPasted:
    fields = key_fields(workplace.words, provider)
    _tell_help(workplace, provider)
    if fields.account and not account:
        account = _line(workplace, fields.account)
    user = _line(workplace, fields.user) if fields.user else ""
    # Here because only a person who types needs it.
    from getpass import getpass

    word = getpass(f"{fields.word}: ", stream=workplace.streams.stderr)
    return read_key(provider, word, user=user, account=account)


def _tell_help(workplace: Workplace, provider: Provider) -> None:
    words = workplace.words
    told = key_help(words, provider)
    workplace.warn(words.say("To make a key at {provider}:", provider=provider_name(provider)))
    for number, step in enumerate(told.steps, 1):
        workplace.warn(f"  {number}. {step}")
    for right in told.rights:
        workplace.warn(f"     · {right}")
    workplace.warn(f"{told.who} {reads_only(words)}")


def _line(workplace: Workplace, label: str) -> str:
    stderr = workplace.streams.stderr
    stderr.write(f"{label}: ")
    stderr.flush()
    return workplace.streams.stdin.readline(_MOST_BYTES).decode("utf-8", "replace").strip()


def _piped(workplace: Workplace, provider: Provider, account: str) -> KeyPasted:
    given = workplace.streams.stdin.read(_MOST_BYTES).decode("utf-8", "replace")
    parts = [line.strip() for line in given.splitlines() if line.strip()]
    if provider is Provider.TWILIO and not account:
        found = [part for part in parts if part.startswith("AC")]
        account = found[0] if found else ""
    parts = [part for part in parts if part != account]
    if provider is Provider.HUBSPOT or len(parts) > 2:
        return read_key(provider, " ".join(parts))
    user = parts[0] if len(parts) > 1 else ""
    return read_key(provider, parts[-1] if parts else "", user=user, account=account)
