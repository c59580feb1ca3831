"""Signatures by minisign: a file's own is file.minisig, and vouches for its trusted comment too."""

import os
import shutil
import stat
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class NoKeyError(Exception):
    """Nobody named a key to sign with."""


class Key(NamedTuple):
    """``file``: the secret key; ``password``: "" for a key without one."""

    file: Path
    password: str = ""


def key_of(environment: Mapping[str, str]) -> Key:
    """Return the key that MINISIGN_KEY names, its password from MINISIGN_PASSWORD; NoKeyError."""
    named = environment.get("MINISIGN_KEY", "")
    if not named:
        raise NoKeyError
    file = Path(named)
    if not file.is_file():
        raise SystemExit("MINISIGN_KEY names a file that is not there.")
    if os.name == "posix" and file.stat().st_mode & _OTHERS:
        raise SystemExit(f"MINISIGN_KEY names a key that others can use: chmod 600 {file}")
    return Key(file, environment.get("MINISIGN_PASSWORD", ""))


def make_key(folder: Path) -> tuple[Key, str]:
    """Make a key without a password, to be thrown away, and return it with its public half."""
    secret, public = folder / "throw-away.key", folder / "throw-away.pub"
    _minisign(["-G", "-W", "-f", "-p", str(public), "-s", str(secret)])
    return Key(secret), public.read_text(encoding="ascii").splitlines()[-1]


def sign(file: Path, key: Key, comment: str) -> Path:
    """Sign a file, and return its signature; the password never stands in the list of processes."""
    signature = file.with_name(f"{file.name}.minisig")
    signature.unlink(missing_ok=True)
    words = ["-S", "-s", str(key.file), "-m", str(file), "-x", str(signature), "-t", comment]
    _minisign(words, key.password)
    return signature


def is_signed(file: Path, public: str) -> bool:
    """Tell whether the signature beside a file is of that key and of this very file."""
    words = ["-V", "-q", "-P", public, "-m", str(file)]
    return _run(words, "").returncode == 0


def _minisign(words: Sequence[str], password: str = "") -> None:
    done = _run(words, password)
    if done.returncode:
        told = done.stderr.strip() or done.stdout.strip()
        raise SystemExit(
            f"minisign refused: {told.splitlines()[-1] if told else 'no reason told'}."
        )


def _run(words: Sequence[str], password: str) -> "subprocess.CompletedProcess[str]":
    program = shutil.which("minisign")
    if program is None:
        raise SystemExit("minisign is not installed; packaging/setup/package-tools.sh installs it.")
    return subprocess.run(
        [program, *words], input=f"{password}\n", capture_output=True, text=True, check=False
    )
