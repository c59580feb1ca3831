"""The controls of time: days of the week, and a time of the day until another."""

from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from ui.settings.controls import CalmChoiceBox, Part
from ui.settings.rows import Days, Span
from ui.settings.side_by_side import SideBySide
from ui.theme.fonts import Role
from ui.theme.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.labels import label

_STEP = 30
_DAY = 24 * 60


class DaysShown(Part):
    """Seven buttons, each pressed or not."""

    def __init__(self) -> None:
        side = SideBySide()
        super().__init__(side)
        self._flow = side.flow
        self._names: tuple[tuple[str, str], ...] = ()
        self._buttons = tuple(self._made() for _ in range(7))

    @property
    @override
    def stop(self) -> QWidget:
        return self._buttons[0]

    def show_control(self, control: Days) -> None:
        """Press other days."""
        self._names = control.names
        for day, (made, (short, _)) in enumerate(zip(self._buttons, control.names, strict=True)):
            made.setText(short)
            made.setChecked(day in control.chosen)

    @override
    def set_name(self, name: str) -> None:
        self.widget.setAccessibleName(name)
        for made, (_, whole) in zip(self._buttons, self._names, strict=True):
            made.setAccessibleName(f"{name}: {whole}")
            made.setToolTip(whole)

    def _made(self) -> QPushButton:
        made = button()
        made.setProperty("part", "segment")
        made.setCheckable(True)
        made.clicked.connect(self._on_clicked)
        self._flow.addWidget(made)
        return made

    def _on_clicked(self) -> None:
        chosen = (day for day, made in enumerate(self._buttons) if made.isChecked())
        self.said.emit(frozenset(chosen))


class SpanShown(Part):
    """Two boxes of times, half an hour apart."""

    def __init__(self, theme: Theme) -> None:
        side = SideBySide()
        super().__init__(side)
        self._words = label(Role.BODY, ink="soft"), label(Role.BODY, ink="soft")
        self._boxes = CalmChoiceBox(theme), CalmChoiceBox(theme)
        for word, box in zip(self._words, self._boxes, strict=True):
            box.setMinimumContentsLength(5)
            box.activated.connect(self._on_activated)
            word.setMinimumHeight(box.sizeHint().height())
            side.flow.addWidget(word)
            side.flow.addWidget(box)

    @property
    @override
    def stop(self) -> QWidget:
        return self._boxes[0]

    def show_control(self, control: Span) -> None:
        """Show other times."""
        self._words[0].setText(control.start_word)
        self._words[1].setText(control.end_word)
        for box, minute in zip(self._boxes, (control.first, control.end), strict=True):
            wanted = sorted({*range(0, _DAY, _STEP), minute})
            if [box.itemData(place) for place in range(box.count())] != wanted:
                box.clear()
                for each in wanted:
                    box.addItem(f"{each // 60:02}:{each % 60:02}", each)
            box.setCurrentIndex(box.findData(minute))

    @override
    def set_name(self, name: str) -> None:
        for word, box in zip(self._words, self._boxes, strict=True):
            box.setAccessibleName(f"{name}, {word.text()}")

    def _on_activated(self) -> None:
        self.said.emit(tuple(box.currentData() for box in self._boxes))
