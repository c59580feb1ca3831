"""The one drawing of the mark, made into the pictures that each system wants its icons in."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer
from shipping.place import CACHE, ROOT

DRAWING = ROOT / "resources" / "icons" / "talktally.svg"
#: Sides of the PNGs, px, as icon themes have folders for them.
SIDES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIDES = (16, 20, 24, 32, 40, 48, 64, 256)
#: Windows reads a side of 256 as a PNG only, and older tools a smaller one as a bitmap only.
_PNG_FROM = 256
#: Types of Apple's icons that hold a PNG, with their sides; the later four are for dense screens.
_ICNS_TYPES = {
    "icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512,
    "ic11": 32, "ic12": 64, "ic13": 256, "ic14": 512, "ic10": 1024,
}  # fmt: skip
#: What stands beside the last words of the installer for Windows: width, height, side of the mark.
_BESIDE = (164, 314, 96)
_GROUND = 0xFFE8F0FD


def make_icons(folder: Path = CACHE / "icons") -> Path:
    """Write talktally.ico, talktally.icns, beside.bmp and a PNG for each side, such as 48.png."""
    folder.mkdir(parents=True, exist_ok=True)
    for side in SIDES:
        (folder / f"{side}.png").write_bytes(_png(drawn(side)))
    (folder / "talktally.ico").write_bytes(_ico())
    (folder / "talktally.icns").write_bytes(_icns())
    (folder / "beside.bmp").write_bytes(_written(_beside(), b"bmp"))
    return folder


def drawn(side: int) -> QImage:
    """Draw the mark as a square of ``side`` px."""
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def _beside() -> QImage:
    """Draw the mark on a quiet ground, a little above the middle."""
    width, height, side = _BESIDE
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(_GROUND)
    painter = QPainter(image)
    painter.drawImage((width - side) // 2, (height - side) * 2 // 5, drawn(side))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_RGB888)


def _png(image: QImage) -> bytes:
    return _written(image, b"png")


def _written(image: QImage, kind: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def _ico() -> bytes:
    """Return https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10) of all sides."""
    images = [_ico_image(side) for side in _ICO_SIDES]
    at = 6 + 16 * len(images)
    head = struct.pack("<HHH", 0, 1, len(images))
    for side, image in zip(_ICO_SIDES, images, strict=True):
        head += struct.pack("<BBBBHHII", side % 256, side % 256, 0, 0, 1, 32, len(image), at)
        at += len(image)
    return head + b"".join(images)


def _ico_image(side: int) -> bytes:
    image = drawn(side)
    if side >= _PNG_FROM:
        return _png(image)
    # Twice its height, for the mask below it, which the alpha of 32 bits makes needless.
    head = struct.pack("<IiiHHIIiiII", 40, side, 2 * side, 1, 32, 0, 0, 0, 0, 0, 0)
    mask = bytes((side + 31) // 32 * 4 * side)
    upside_down = image.flipped(Qt.Orientation.Vertical)  # the bits live only as long as it does
    return head + bytes(upside_down.constBits()) + mask


def _icns() -> bytes:
    parts = [(kind.encode(), _png(drawn(side))) for kind, side in _ICNS_TYPES.items()]
    body = b"".join(kind + struct.pack(">I", 8 + len(png)) + png for kind, png in parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    print(make_icons())
