"""The shapes in and below the arc, on a field of 16 by 16: boxes fall on whole pixels."""

from ui.tray.symbol import Badge, Mark

#: A kind and its numbers. "box": x, y, width, height. "dot": x, y, radius. "line": its two ends.
#: "shape": corners.
Shape = tuple[str, tuple[float, ...]]

MARKS: dict[Mark, tuple[Shape, ...]] = {
    Mark.NONE: (),
    Mark.AHEAD: (("shape", (4.5, 5, 8, 8, 4.5, 11)), ("shape", (8, 5, 11.5, 8, 8, 11))),
    Mark.NEAR: (("box", (7, 4, 2, 5)), ("box", (7, 10, 2, 2))),
    Mark.BLOCKED: (("box", (3, 7, 10, 2)),),
    Mark.COULD_BE_BILLED: (("box", (5, 7, 6, 2)),),
    Mark.BILLED: (("box", (5, 7, 6, 2)), ("box", (7, 5, 2, 6))),
    Mark.UNKNOWN: (("box", (4, 7, 2, 2)), ("box", (7, 7, 2, 2)), ("box", (10, 7, 2, 2))),
    Mark.STALE: (("box", (7, 4, 2, 5)), ("box", (7, 7, 4, 2))),
    Mark.OFFLINE: (("line", (5.5, 5.5, 10.5, 10.5)), ("line", (10.5, 5.5, 5.5, 10.5))),
    Mark.SIGN_IN: (("dot", (8, 6.4, 2.2)), ("shape", (7, 7, 9, 7, 10, 11, 6, 11))),
    Mark.DIFFERS: (("box", (5, 5, 6, 2)), ("box", (5, 9, 6, 2)), ("line", (9.6, 4, 6.4, 12))),
}
BADGES: dict[Badge, tuple[Shape, ...]] = {
    Badge.NONE: (),
    Badge.CALL: (("dot", (8, 13.8, 2.2)),),
    Badge.PAUSE: (("box", (5, 12, 2, 4)), ("box", (9, 12, 2, 4))),
}
#: What is left out of a disc for a badge.
ROOM: tuple[Shape, ...] = (("dot", (8, 14.4, 4.2)),)
