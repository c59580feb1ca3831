"""The packages for Linux: for Debian, for Fedora, and a folder that runs anywhere."""

import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from shipping.linux import checks
from shipping.linux.archive import write_archive
from shipping.linux.debian import pack_tight
from shipping.linux.needed import check_deb, check_rpm, needed_by
from shipping.linux.stage import MATERIAL, PROGRAM, staged
from shipping.place import CACHE, ROOT, Release

_NFPM = CACHE / "tools" / "bin" / "nfpm"
_RECIPE = ROOT / "packaging" / "linux" / "nfpm.yaml"


def make_deb(release: Release) -> None:
    """Make the package for Debian and Ubuntu; SystemExit where it would not be a good one."""
    begun = time.monotonic()
    loose = CACHE / f"loose-{release.deb.name}"
    with staged(release):
        checks.check_material(MATERIAL)
        _pack("deb", loose, release)
        depends = _told(["dpkg-deb", "--field", str(loose), "Depends"])
        check_deb(needed_by(PROGRAM), depends)
    pack_tight(loose, release.deb)
    loose.unlink()
    checks.check_deb(release.deb)
    _say(release.deb, begun)


def make_rpm(release: Release) -> None:
    """Make the package for Fedora and its relatives; SystemExit where it would lack something."""
    begun = time.monotonic()
    with staged(release):
        _pack("rpm", release.rpm, release)
        requires = _told(["rpm", "--query", "--package", "--requires", str(release.rpm)])
        check_rpm(needed_by(PROGRAM), requires.splitlines())
    _say(release.rpm, begun)


def make_archive(release: Release) -> None:
    """Make the folder that runs anywhere, packed: its order and times are always the same."""
    begun = time.monotonic()
    with staged(release):
        shutil.copy2(MATERIAL / "README.txt", PROGRAM / "README.txt")
        write_archive(PROGRAM, release.archive, f"talktally-{release.version}", release.epoch)
    _say(release.archive, begun)


def _pack(kind: str, target: Path, release: Release) -> None:
    """Run the packer on the recipe; what was there before stays until the new one is whole."""
    unfinished = target.with_name(f"unfinished-{target.name}")
    words = [str(_NFPM), "package", "--config", str(_RECIPE), "--packager", kind]
    packed = subprocess.run(
        [*words, "--target", str(unfinished)],
        cwd=ROOT, env=release.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if packed.returncode:
        raise SystemExit(f"nfpm could not make the {kind}: {packed.stderr or packed.stdout}")
    unfinished.replace(target)


def _told(words: Sequence[str]) -> str:
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout.strip()


def _say(made: Path, begun: float) -> None:
    seconds, size = time.monotonic() - begun, made.stat().st_size / 1e6
    print(f"{made.name}: {seconds:.0f} s, {size:.1f} MB")
