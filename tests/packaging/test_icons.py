"""The mark as icons: each system can read its own, and every side shows the same drawing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageReader
from shipping.icons import SIDES, make_icons

TILE = "#2a68d4"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_icons(tmp_path)


def pictures(path: Path) -> list[QImage]:
    reader = QImageReader(str(path))
    found = []
    for index in range(reader.imageCount()):
        assert reader.jumpToImage(index)
        found.append(reader.read())
    return found


def assert_is_mark(image: QImage) -> None:
    side = image.width()
    assert image.height() == side
    assert image.pixelColor(0, 0).alpha() == 0
    tile = image.pixelColor(side // 16, side // 2)
    assert tile.alpha() == 255
    assert abs(tile.hue() - QColor(TILE).hue()) < 3
    assert image.pixelColor(side // 2, side // 5).lightness() > 190


def test_every_side_of_a_theme_shows_the_mark_on_its_tile(folder: Path) -> None:
    for side in SIDES:
        image = QImage(str(folder / f"{side}.png"))
        assert image.size() == QSize(side, side)
        assert_is_mark(image)


def test_the_icon_for_windows_holds_the_mark_upright_in_every_side(folder: Path) -> None:
    images = pictures(folder / "talktally.ico")
    assert [image.width() for image in images] == [16, 20, 24, 32, 40, 48, 64, 256]
    for image in images:
        assert_is_mark(image)


def test_the_icon_for_macos_holds_the_mark_in_every_side(folder: Path) -> None:
    held = (folder / "talktally.icns").read_bytes()
    assert held[:4] == b"icns"
    assert int.from_bytes(held[4:8]) == len(held)
    sides, at = [], 8
    while at < len(held):
        length = int.from_bytes(held[at + 4 : at + 8])
        image = QImage.fromData(held[at + 8 : at + length])
        assert_is_mark(image)
        sides.append(image.width())
        at += length
    assert max(sides) == 1024


def test_the_installer_for_windows_ends_beside_the_mark_on_a_quiet_ground(folder: Path) -> None:
    image = QImage(str(folder / "beside.bmp"))
    assert image.size() == QSize(164, 314)
    assert image.pixelColor(0, 0).lightness() > 230
    assert image.pixelColor(164 // 2 - 42, 135).name() == TILE


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    one, two = make_icons(tmp_path / "one"), make_icons(tmp_path / "two")
    assert [path.read_bytes() for path in sorted(one.iterdir())] == [
        path.read_bytes() for path in sorted(two.iterdir())
    ]
