"""The copyright file of the Debian package, in the form that machines read.

https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
"""

from collections.abc import Iterable, Iterator

from shipping.licences import folder_of
from shipping.part import Part
from shipping.place import ROOT

_PLACE = "usr/lib/talktally"
_HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Talktally
Comment: The program comes with the libraries it runs on. Their licences as their makers wrote
 them, with the names of who holds the copyright, lie in /usr/lib/talktally/LICENSES.
"""


def copyright_text(parts: Iterable[Part]) -> str:
    """Return the file: our own licence, then a paragraph for everything that came along."""
    own = (ROOT / "LICENSE").read_text(encoding="utf-8").splitlines()
    holder = next(line for line in own if line.startswith("Copyright"))
    others = sorted(part for part in parts if part.name.casefold() != "talktally")
    ours = _paragraph("*", holder.removeprefix("Copyright (c) "), "MIT", own)
    return "\n".join([_HEAD, ours, *_of_others(others)])


def _of_others(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        folder = f"/{_PLACE}/LICENSES/{folder_of(part)}"
        # Modules lie together in one file, which belongs to the paragraph before.
        files = [name for name in part.files if name != "talktally"] or [
            f"LICENSES/{folder_of(part)}/*"
        ]
        where = "\n ".join(f"{_PLACE}/{name}" for name in files)
        text = [f"{part.name} {part.version}: the text lies in {folder}."]
        yield _paragraph(
            where, f"the authors of {part.name}, named in {folder}", part.licence, text
        )


def _paragraph(files: str, holder: str, licence: str, text: Iterable[str]) -> str:
    lines = "".join(f" {line or '.'}\n" for line in text)
    return f"Files: {files}\nCopyright: {holder}\nLicense: {licence}\n{lines}"
