"""What a person chose about softphones: which are listened to, and who dials."""

from dataclasses import dataclass, replace

#: In place of a command line: the program that opens links of phone numbers beside this one.
PREVIOUS = "previous"
#: When the small window of a call is shown: while the window is away, always, never.
STRIPS = ("away", "always", "never")


@dataclass(frozen=True, slots=True)
class PhoneChoice:
    """Choices about live calls and dialling.

    ``baresip``: listen to it at ``baresip_at``, an address of this computer. ``hook``: listen for
    softphones that open addresses, at ``hook_port`` of this computer. ``logs``: files of call logs
    that are read again whenever they change. ``strip``: one of :data:`STRIPS`. ``dialler``: who
    dials a number that was looked at: "" nobody, :data:`PREVIOUS` the program that opens links
    beside this one, now or before this one did, else a command line in which {number} and {link}
    are replaced. ``at_once``: a number of a clicked link is handed over without a question where
    the call is included.
    """

    baresip: bool = False
    baresip_at: str = "127.0.0.1:4444"
    hook: bool = False
    hook_port: int = 47612
    logs: tuple[str, ...] = ()
    strip: str = "away"
    dialler: str = PREVIOUS
    at_once: bool = False


def with_log(choice: PhoneChoice, name: str) -> PhoneChoice:
    """Let a call log be read from now on."""
    return choice if name in choice.logs else replace(choice, logs=(*choice.logs, name))


def without_log(choice: PhoneChoice, name: str) -> PhoneChoice:
    """Let a call log be read no longer."""
    return replace(choice, logs=tuple(each for each in choice.logs if each != name))
