"""Proves the papers: checksums, lists of parts against their trees, and a signature of them."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from shipping.checksums import SUMS
from shipping.parts_list import differences
from shipping.place import DIST, Release
from shipping.release.signing import is_signed, make_key, sign


def verify_papers(release: Release) -> None:
    """SystemExit with one sentence where the papers are not those of what lies in dist/."""
    if not (DIST / SUMS).is_file():
        raise SystemExit(f"{DIST / SUMS} is not there; make packages ARGS=papers writes it.")
    words = ["sha256sum", "--check", "--strict", "--quiet", SUMS]
    done = subprocess.run(words, cwd=DIST, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"The checksums are of other files: {done.stdout.strip()}")
    for system in ("linux", "windows"):
        _verify_parts(release.parts_list(system), release.tree(system))
    _verify_signing()


def _verify_parts(document: Path, tree: Path) -> None:
    if not tree.is_dir():
        return
    wrong = list(differences(json.loads(document.read_text(encoding="utf-8")), tree))
    if wrong:
        raise SystemExit(f"{document.name} is of another {tree}: {'; '.join(wrong[:5])}.")


def _verify_signing() -> None:
    """Sign a copy with a key that is thrown away, and see an altered one refused."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copy(DIST / SUMS, folder))
        key, public = make_key(Path(folder))
        sign(copy, key, "a trial")
        if not is_signed(copy, public):
            raise SystemExit("minisign does not vouch for what it signed.")
        copy.write_text(copy.read_text(encoding="ascii").replace("a", "b"), encoding="ascii")
        if is_signed(copy, public):
            raise SystemExit("minisign vouches for checksums that were altered.")
