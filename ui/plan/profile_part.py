"""The company in the dialog: its name, billing address, included destinations and renewal."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from app.domain.company import Address, Profile
from app.domain.plan_edit import PlanEdit
from app.wording.countries import countries, read_countries
from app.wording.words import Words
from ui.plan.edit_state import EditState
from ui.plan.starts import Starts, follow
from ui.theme.theme import Theme
from ui.widgets.choice import ChoiceBox
from ui.widgets.columns import Columns
from ui.widgets.days import DayBox
from ui.widgets.field import Field, note
from ui.widgets.labels import set_text
from ui.widgets.tick import TickBox

_LONGEST, _LONGEST_LIST = 120, 4_000
_ANSWERS = {"": None, "yes": True, "no": False}
_ANSWER_KEYS = {answer: key for key, answer in _ANSWERS.items()}


class ProfilePart(QWidget):
    """Asks for the company; ``changed`` after anything."""

    changed = Signal()

    def __init__(self, theme: Theme, state: EditState, words: Words) -> None:
        super().__init__()
        self.setProperty("part", "clear")
        self._state, self._words, profile = state, words, state.profile
        address = profile.address or Address("")
        self.name, self.street, self.city, self.state = (
            _line(text) for text in (profile.name, address.street, address.city, address.state)
        )
        self.country = _country_box(theme, words, address.country)
        self.bundle = ChoiceBox(theme)
        for key, told in state.words.profile.bundles:
            self.bundle.addItem(told, key)
        self.bundle.setCurrentIndex(self.bundle.findData(_ANSWER_KEYS[profile.bundle]))
        self.destinations = _line(_told(words, profile), _LONGEST_LIST)
        self._unknown, self._unknown_country = note(), note()
        self.renewing = TickBox(theme, state.words.profile.renews)
        self.renewing.setChecked(profile.renews is not None)
        self.renews = DayBox(profile.renews or state.today, state.words.date_form)
        self.renews.setAccessibleName(state.words.profile.renews)
        self._lay_out()
        self._connect()
        self._look()

    def take_up(self, state: EditState) -> None:
        """Go on from what is known of the company by now; what was typed stays."""
        before, self._state = self._starts(), state
        follow(before, self._starts())
        self._look()

    @property
    def is_valid(self) -> bool:
        """Whether every country that is named is one."""
        return self._country is not None and not read_countries(self._words, self._named)[1]

    def edited(self, edit: PlanEdit) -> PlanEdit:
        """Add the company where anything differs."""
        profile = self._profile()
        return edit if profile == self._state.profile else replace(edit, profile=profile)

    @property
    def _named(self) -> str:
        return self.destinations.text()

    @property
    def _country(self) -> str | None:
        """The ISO-2 code that is chosen, "" for none, ``None`` where there is no such country."""
        written = self.country.currentText().strip()
        place = self.country.findText(written, Qt.MatchFlag.MatchFixedString)
        if place >= 0 or not written:
            return str(self.country.itemData(place) or "") if written else ""
        return None

    def _profile(self) -> Profile:
        parts = [box.text().strip() for box in (self.city, self.state, self.street)]
        address = Address(self._country or "", *parts)
        return Profile(
            name=self.name.text().strip(),
            address=address if address.country or any(parts) else None,
            destinations=read_countries(self._words, self._named)[0],
            bundle=_ANSWERS[self.bundle.currentData()],
            renews=self.renews.day if self.renewing.isChecked() else None,
        )

    def _starts(self) -> Starts:
        profile = self._state.profile
        address = profile.address or Address("")
        country = max(0, self.country.findData(address.country))
        return {
            self.name: profile.name,
            self.street: address.street,
            self.city: address.city,
            self.state: address.state,
            self.country: self.country.itemText(country),
            self.bundle: self.bundle.findData(_ANSWER_KEYS[profile.bundle]),
            self.destinations: _told(self._words, profile),
            self.renewing: profile.renews is not None,
            self.renews: profile.renews or self._state.today,
        }

    def _lay_out(self) -> None:
        words = self._state.words.profile
        about = note()
        about.setText(words.destinations_note)
        pairs = Columns(least=170, shares=(1, 1))
        pairs.set_widgets(
            Field(words.street, self.street),
            Field(words.city, self.city),
            Field(words.state, self.state),
            Field(words.country, self.country, self._unknown_country),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            Field(words.name, self.name),
            pairs,
            Field(words.bundle, self.bundle),
            Field(words.destinations, self.destinations, about, self._unknown),
            self.renewing,
            self.renews,
        ):
            column.addWidget(part)

    def _connect(self) -> None:
        for box in (self.name, self.street, self.city, self.state, self.destinations):
            box.textChanged.connect(self._look)
        self.country.editTextChanged.connect(self._look)
        self.bundle.currentIndexChanged.connect(self._look)
        self.renewing.toggled.connect(self._look)
        self.renews.dateChanged.connect(self._look)

    def _look(self) -> None:
        words = self._state.words.profile
        unknown = read_countries(self._words, self._named)[1]
        told = words.unknown_countries.format(names=", ".join(unknown)) if unknown else ""
        set_text(self._unknown, told)
        set_text(self._unknown_country, words.unknown_country if self._country is None else "")
        self.renews.setVisible(self.renewing.isChecked())
        self.changed.emit()


def _line(text: str, longest: int = _LONGEST) -> QLineEdit:
    made = QLineEdit(text)
    made.setMaxLength(longest)
    made.setCursorPosition(0)
    return made


def _told(words: Words, profile: Profile) -> str:
    return ", ".join(words.region(code) for code in profile.destinations)


def _country_box(theme: Theme, words: Words, chosen: str) -> ChoiceBox:
    box = ChoiceBox(theme)
    box.setEditable(True)
    box.setInsertPolicy(ChoiceBox.InsertPolicy.NoInsert)
    box.addItem("", "")
    for code, name in countries(words):
        box.addItem(name, code)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    return box
