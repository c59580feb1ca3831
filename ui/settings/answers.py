"""What a row's answer changes in the settings, and what cannot be taken; Qt-free."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from app.domain.phone_choice import PhoneChoice, with_log, without_log
from app.domain.problem import UsageProblem, mark
from app.machine.settings import Settings
from ui.settings.dialling_state import command_of, dialler_of

Change = Mapping[str, Any]
_MOST = 1_000_000
#: Lower ports belong to the system.
_FIRST_PORT, _LAST_PORT = 1024, 65535
#: Quiet from eight in the evening until seven, where nobody has said otherwise.
_EVENING, _MORNING = 20 * 60, 7 * 60
_GROUPS = re.compile(r"[\s.,’'\u00a0\u202f]")

_NO_NUMBER = mark("Write a whole number from 0 to {most}, or nothing for the plan's word.")
_NO_PERCENT = mark("Write a whole number from 1 to 100, or nothing for the plan's word.")
_SAME_TIMES = mark("From and until are the same time. Choose another one.")
_NO_PORT = mark("Write a port from {least} to {most}, or nothing for the usual one.")
_NO_DAY = mark("Choose at least one day.")
_NO_PLACE = mark("Choose a country or a part of one from the list.")
_NO_PROXY = mark("That is no address of a proxy. Write it like http://proxy.example:8080, or none.")
_WITH_WORD = mark("Write the proxy without a user name and password.")
_NO_FILE = mark("{file} is not there. Write the whole path of a file.")


def change_of(settings: Settings, key: str, said: Any) -> Change:
    """Return the fields of the settings that an answer changes; UsageProblem where it cannot be.

    KeyError for a row that is kept elsewhere.
    """
    section, _, name = key.partition(".")
    if section == "notices":
        return {"notices": replace(settings.notices, **{name: bool(said)})}
    if section == "logs":
        return {"phone": (with_log if said else without_log)(settings.phone, name)}
    return _ANSWERS[key](settings, said)


def is_setting(key: str) -> bool:
    """Tell whether the answer of a row is kept in the settings."""
    return key.startswith(("notices.", "logs.")) or key in _ANSWERS


def whole_number(written: str, *, least: int, most: int) -> int | None:
    """Read a whole number as either language groups it, ``None`` for nothing; ValueError."""
    bare = _GROUPS.sub("", written)
    if not bare:
        return None
    if not bare.isascii() or not bare.isdigit() or not least <= int(bare[:12]) <= most:
        raise ValueError(written)
    return int(bare)


def _warning(name: str) -> Callable[[Settings, Any], Change]:
    most, least, refusal = _MOST, 0, _NO_NUMBER
    if name == "pool_percent":
        most, least, refusal = 100, 1, _NO_PERCENT

    def read(settings: Settings, said: Any) -> Change:
        try:
            number = whole_number(str(said).rstrip("% "), least=least, most=most)
        except ValueError as trouble:
            raise UsageProblem(refusal, most=most) from trouble
        return {"warnings": replace(settings.warnings, **{name: number})}

    return read


def _quiet_on(settings: Settings, said: Any) -> Change:
    first, end = (_EVENING, _MORNING) if said else (0, 0)
    return {"quiet": replace(settings.quiet, from_minute=first, until_minute=end)}


def _quiet_hours(settings: Settings, said: Any) -> Change:
    first, end = said
    if first == end:
        raise UsageProblem(_SAME_TIMES)
    return {"quiet": replace(settings.quiet, from_minute=first, until_minute=end)}


def _working(_: Settings, said: Any) -> Change:
    if not said:
        raise UsageProblem(_NO_DAY)
    return {"working_weekdays": frozenset(said)}


def _holidays(_: Settings, said: Any) -> Change:
    if said is None:
        raise UsageProblem(_NO_PLACE)
    return {"holidays": str(said)}


def _proxy(_: Settings, said: Any) -> Change:
    written = str(said).strip()
    if written and written != "none":
        if "@" in written:
            raise UsageProblem(_WITH_WORD)
        if not _is_proxy(written if "://" in written else f"http://{written}"):
            raise UsageProblem(_NO_PROXY)
    return {"proxy": written}


def _is_proxy(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _dialler(settings: Settings, said: Any) -> Change:
    return _phone(settings, dialler=dialler_of(str(said), settings.phone.dialler))


def _command(settings: Settings, said: Any) -> Change:
    written = str(said).strip()
    if not written:
        # Emptied, it dials no longer; whoever else was chosen stays.
        return _phone(settings, dialler="" if command_of(settings.phone.dialler) else
                      settings.phone.dialler)  # fmt: skip
    # Here because few write a command.
    from app.actions.hand_over import check_dialler

    check_dialler(os.environ, written)
    return _phone(settings, dialler=written)


def _certificates(_: Settings, said: Any) -> Change:
    written = str(said).strip()
    if written and not (Path(written).is_absolute() and Path(written).is_file()):
        raise UsageProblem(_NO_FILE, file=written)
    return {"ca_file": written}


def _phone(settings: Settings, **choices: Any) -> Change:
    return {"phone": replace(settings.phone, **choices)}


def _baresip_at(settings: Settings, said: Any) -> Change:
    # Here because only who listens to baresip needs it.
    from app.softphone.baresip.place import read_place

    written = str(said).strip() or PhoneChoice().baresip_at
    read_place(written)
    return _phone(settings, baresip_at=written)


def _hook_port(settings: Settings, said: Any) -> Change:
    try:
        port = whole_number(str(said), least=_FIRST_PORT, most=_LAST_PORT)
    except ValueError as trouble:
        raise UsageProblem(_NO_PORT, least=_FIRST_PORT, most=_LAST_PORT) from trouble
    return _phone(settings, hook_port=port or PhoneChoice().hook_port)


_ANSWERS: Mapping[str, Callable[[Settings, Any], Change]] = {
    "general.text": lambda _, said: {"text_percent": int(said)},
    "general.calm": lambda _, said: {"calm": str(said)},
    "general.tray": lambda _, said: {"close_to_tray": bool(said)},
    "warnings.minutes": _warning("minutes"),
    "warnings.calls": _warning("calls"),
    "warnings.pool": _warning("pool_percent"),
    "quiet.on": _quiet_on,
    "quiet.hours": _quiet_hours,
    "quiet.days": lambda settings, said: {"quiet": replace(settings.quiet, days=frozenset(said))},
    "working.days": _working,
    "working.holidays": _holidays,
    "privacy.mask": lambda _, said: {"mask_numbers": bool(said)},
    "dialling.dialler": _dialler,
    "dialling.command": _command,
    "dialling.at_once": lambda settings, said: _phone(settings, at_once=bool(said)),
    "live.baresip": lambda settings, said: _phone(settings, baresip=bool(said)),
    "live.baresip_at": _baresip_at,
    "live.hook": lambda settings, said: _phone(settings, hook=bool(said)),
    "live.hook_port": _hook_port,
    "live.strip": lambda settings, said: _phone(settings, strip=str(said)),
    "updates.on": lambda _, said: {"look_for_updates": bool(said)},
    "data.every": lambda _, said: {"backup_every_days": int(said)},
    "data.kept": lambda _, said: {"backups_kept": int(said)},
    "connection.proxy": _proxy,
    "connection.certificates": _certificates,
}
