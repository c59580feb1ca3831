"""What goes into every package for Linux, laid out with the modes and times that it will have."""

import gzip
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from shipping.icons import make_icons
from shipping.licences import SHIPPED
from shipping.linux.copyright import copyright_text
from shipping.linux.debian import changelog
from shipping.linux.manual import manual
from shipping.linux.metainfo import metainfo
from shipping.place import CACHE, ROOT, Release
from shipping.shipped import read_shipped
from shipping.turns import alone

STAGE = CACHE / "linux-stage"
#: The frozen program, as it will lie on a person's computer.
PROGRAM = STAGE / "talktally"
#: What a package puts beside it; packaging/linux/nfpm.yaml says where.
MATERIAL = STAGE / "material"
_OWN = ROOT / "packaging" / "linux"


@contextmanager
def staged(release: Release) -> Iterator[None]:
    """Lay everything out anew for one package at a time; whoever comes second waits.

    SystemExit where there is no frozen program.
    """
    tree = release.tree("linux")
    if not tree.is_dir():
        raise SystemExit('There is no frozen program yet: make packages ARGS="freeze".')
    with alone(STAGE.with_suffix(".lock")):
        _lay_out(tree, release)
        yield


def _lay_out(tree: Path, release: Release) -> None:
    shutil.rmtree(STAGE, ignore_errors=True)
    shutil.copytree(tree, PROGRAM, symlinks=True)
    _write_material(release)
    shutil.copytree(make_icons(), MATERIAL / "icons")
    for path in (*STAGE.rglob("*"), STAGE):
        _settle(path, release.epoch)


def _write_material(release: Release) -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    shipped = read_shipped(release.tree("linux").parent / SHIPPED)
    template = (_OWN / "talktally.metainfo.xml").read_text(encoding="utf-8")
    texts = {
        "copyright": copyright_text(shipped.parts),
        "talktally.metainfo.xml": metainfo(template, changes, release),
        "README.txt": (_OWN / "README.txt").read_text(encoding="utf-8"),
    }
    packed = {
        "talktally.en.1.gz": manual("en", release.version, release.epoch),
        "talktally.de.1.gz": manual("de", release.version, release.epoch),
        "changelog.gz": changelog(release),
    }
    MATERIAL.mkdir(parents=True)
    for name, text in texts.items():
        (MATERIAL / name).write_text(text, encoding="utf-8")
    for name, text in packed.items():
        # Without a time and a name inside, so that the same text gives the same bytes.
        (MATERIAL / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _settle(path: Path, epoch: int) -> None:
    """Let all read it and only its owner write; programs alone can be run."""
    if not path.is_symlink():
        runs = path.is_dir() or path == PROGRAM / "talktally"
        path.chmod(0o755 if runs else 0o644)
    os.utime(path, (epoch, epoch), follow_symlinks=False)
