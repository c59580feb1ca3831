"""The picture beside a notice, in the form that servers take."""

from PySide6.QtGui import QImage

from ui.notices.bell import Notice
from ui.notices.messages import Picture
from ui.theme.icons import icon

_SIDE = 64


def picture_of(notice: Notice) -> Picture:
    """Paint the icon of a notice; on the main thread, as all painting of icons."""
    pixmap = icon(notice.mark, notice.ink, size=_SIDE, ratio=1.0).pixmap(_SIDE, _SIDE)
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    return Picture(image.width(), bytes(image.constBits()))
