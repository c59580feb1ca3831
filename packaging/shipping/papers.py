"""What goes along with the packages: lists of their parts, checksums, and a signature of those."""

import os
import subprocess
from pathlib import Path

from shipping.checksums import SUMS, write_checksums
from shipping.parts_list import make_parts_list
from shipping.place import CACHE, DIST, Release
from shipping.release.signing import NoKeyError, key_of, sign

_VALID = """
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sys.stdin.read())
sys.exit(str(wrong)[:2000] if wrong else 0)
"""


def make_papers(release: Release) -> None:
    """Write the parts lists of the systems that are frozen, SHA256SUMS, and its signature.

    Signed with the key that MINISIGN_KEY names; SystemExit where a list and a tree differ.
    """
    for system in ("linux", "windows", "macos"):
        if release.tree(system).is_dir():
            _validate(make_parts_list(release, system))
        elif release.parts_list(system).is_file():
            _validate(release.parts_list(system))  # made where its system is
    names = write_checksums(DIST, release.version)
    print(f"checksums: {len(names)} files in {DIST / SUMS}")
    try:
        signature = sign(DIST / SUMS, key_of(os.environ), f"talktally {release.version} {SUMS}")
        print(f"signed: {signature}")
    except NoKeyError:
        (DIST / f"{SUMS}.minisig").unlink(missing_ok=True)  # it would vouch for other sums
        print("not signed: MINISIGN_KEY names no key.")


def _validate(document: Path) -> None:
    """Hold a document against the schema of CycloneDX; the tools bring it along."""
    words = [str(CACHE / "tools" / "bin" / "python"), "-c", _VALID]
    held = document.read_bytes()
    done = subprocess.run(words, input=held, check=False, capture_output=True)
    if done.returncode:
        raise SystemExit(f"{document} does not follow CycloneDX: {done.stderr.decode().strip()}")
