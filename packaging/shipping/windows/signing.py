"""Signing what is handed out for Windows, by whatever tool the environment names."""

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path

from shipping.windows.wine import FOLDER

#: Its value is a command that signs a file in its place, with %1 for that file: a key may lie in a
#: file, a device or a service, and each has a tool of its own.
VARIABLE = "SIGN_WINDOWS"
_SCRIPT = """\
#!/bin/sh
set -eu
osslsigncode sign -certs {certificate} -key {key} -h sha256 -n Talktally -in "$1" -out "$1.signed"
mv "$1.signed" "$1"
"""


def signing() -> str:
    """Return the command of the environment, "" where nothing is to be signed."""
    return os.environ.get(VARIABLE, "")


def sign(files: Sequence[Path], command: str) -> None:
    """Sign files in their place; without a command they stay as they are."""
    for file in files if command else ():
        words = [word.replace("%1", str(file)) for word in shlex.split(command)]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def throw_away_signer() -> tuple[str, Path]:
    """Return a command that signs with a new key that nobody trusts, and its certificate."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    key, certificate = FOLDER / "trial.key", FOLDER / "trial.pem"
    words = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
             "-subj", "/CN=Talktally trial", "-addext", "extendedKeyUsage=codeSigning",
             "-keyout", str(key), "-out", str(certificate)]  # fmt: skip
    subprocess.run(words, check=True, capture_output=True)
    script = FOLDER / "sign.sh"
    script.write_text(_SCRIPT.format(certificate=certificate, key=key), encoding="utf-8")
    script.chmod(0o700)
    return f"{script} %1", certificate


def is_signed(file: Path, certificate: Path) -> bool:
    """Tell whether a file is as it was when the holder of a certificate signed it."""
    words = ["osslsigncode", "verify", "-CAfile", str(certificate), "-in", str(file)]
    told = subprocess.run(words, check=False, capture_output=True, text=True).stdout
    return "Signature verification: ok" in told
