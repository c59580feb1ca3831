"""The words of one language: its sentences, and figures as its region writes them."""

from datetime import date
from typing import TYPE_CHECKING

from app.domain.instant import SECOND, Instant
from app.domain.money import Money
from app.domain.problem import Problem
from app.wording import dates
from app.wording.figures import Figures
from app.wording.language import Language

if TYPE_CHECKING:
    from gettext import NullTranslations


def words_in(language: Language) -> "Words":
    """Make the words of a language, with its catalogue from ``resources/locale``."""
    if language.code == "en":
        return Words(language)
    # Here because English is written in the sources and needs none: 20 ms of its start.
    from app.wording.catalogues import catalogue_of

    return Words(language, catalogue_of(language.code))


class Words:
    """Says things in one language; made once where the program is wired."""

    def __init__(self, language: Language, catalogue: "NullTranslations | None" = None) -> None:
        self.language = language
        #: Phone numbers are written without their middle; what a person typed never is.
        self.masked = False
        self._catalogue = catalogue
        self._figures = Figures(language)

    def masking(self, *, masked: bool) -> "Words":
        """Return the same words, with phone numbers masked or whole."""
        made = Words(self.language, self._catalogue)
        made.masked = masked
        return made

    def say(self, template: str, /, **places: object) -> str:
        """Translate an English template and fill its places; whole numbers are grouped."""
        translated = self._catalogue.gettext(template) if self._catalogue else template
        return self._filled(translated, places) if places else translated

    def say_many(self, singular: str, plural: str, n: int, /, **places: object) -> str:
        """Say the template that fits the number, which fills the place ``{n}``."""
        if self._catalogue:
            template = self._catalogue.ngettext(singular, plural, n)
        else:
            template = singular if n == 1 else plural
        return self._filled(template, {"n": n, **places})

    def problem(self, problem: Problem) -> str:
        """Say what is wrong; numbers in a problem (lines, ports, years) are not grouped.

        A problem in a place of another one is said in the same language.
        """
        translated = self.say(problem.message)
        places = {
            name: self.problem(place) if isinstance(place, Problem) else place
            for name, place in problem.places.items()
        }
        return translated.format(**places) if places else translated

    def number(self, value: int) -> str:
        """Write "1,240"."""
        return self._figures.number(value)

    def money(self, money: Money, places: int = 2) -> str:
        """Write "$0.52"; an amount that two places would show as nothing gets four."""
        return self._figures.money(money, places)

    def agreed(self, money: Money) -> str:
        """Write an amount that was agreed: exactly, with two places or as many as it has."""
        return self.money(money, len(money.exact().partition(".")[2]))

    def rate(self, money: Money) -> str:
        """Write "$0.0140": four places, or as many as the rate has."""
        return self._figures.rate(money)

    def day(self, value: date) -> str:
        """Write "1 Dec"."""
        return dates.day(self.language.code, value)

    def weekday_day(self, value: date) -> str:
        """Write "Tue 24 Nov"."""
        return dates.weekday_day(self.language.code, value)

    def full_day(self, value: date) -> str:
        """Write "11 Jan 2019"."""
        return dates.full_day(self.language.code, value)

    def days(self, first: date, last: date) -> str:
        """Write "23 – 24 Nov"; both days belong to it."""
        return dates.days(self.language.code, first, last)

    def time(self, at: Instant, zone: str) -> str:
        """Write "14:05" as clocks in the zone show it."""
        return f"{dates.local(at, zone):%H:%M}"

    def time_seconds(self, at: Instant, zone: str) -> str:
        """Write "14:05:09" as clocks in the zone show it."""
        return f"{dates.local(at, zone):%H:%M:%S}"

    def day_time(self, at: Instant, zone: str) -> str:
        """Write "21 Nov 14:05"."""
        return f"{self.day(dates.local(at, zone))} {self.time(at, zone)}"

    def duration(self, talk_us: int) -> str:
        """Write "3:05" or "1:02:03"; a part of a second is dropped, as phones do."""
        minutes, seconds = divmod(talk_us // SECOND, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

    def duration_words(self, talk_us: int, turn: int = 60) -> str:
        """Write "3 min 05 s", "2 min", "42 s" or "< 1 s".

        A fraction is told where it starts a minute, up to its first digit: at whole seconds that
        are a multiple of ``turn``. Elsewhere it is dropped, as phones do.
        """
        whole, fraction_us = divmod(talk_us, SECOND)
        if fraction_us and not whole:
            return "< 1 s"
        minutes, seconds = divmod(whole, 60)
        fraction = _fraction(fraction_us) if whole % turn == 0 else ""
        if minutes and not seconds and not fraction:
            return f"{self.number(minutes)} min"
        width = "02" if minutes else ""
        told = f"{seconds:{width}}{self._decimal(fraction)} s"
        return f"{self.number(minutes)} min {told}" if minutes else told

    def phone(self, number: str) -> str:
        """Write a number like :meth:`whole_phone`, or "+1 415 ··· ··88" where they are masked."""
        written = self.whole_phone(number)
        if not self.masked or number.startswith("erased:"):
            return written
        # Here because most people never mask a number.
        from app.wording.masking import mask

        return mask(written)

    def contact(self, name: str) -> str:
        """Write a contact's name; records write a number there too, and that may be masked."""
        if not self.masked or not name:
            return name
        # Here because most people never mask a number.
        from app.wording.masking import is_like_a_number, mask

        return mask(name) if is_like_a_number(name) else name

    def whole_phone(self, number: str) -> str:
        """Space a number internationally, "+1 415 555 0188"; anything else stays as it is.

        Of an erased number it says so, with its country where that is known.
        """
        if number.startswith("erased:"):
            return self._erased(number)
        if not number.startswith("+"):
            return number
        # Here because its tables cost 60 ms and a status shows no number.
        from phonenumbers import (
            NumberParseException,
            PhoneNumberFormat,
            format_number,
            parse,
        )

        try:
            parsed = parse(number)
        except NumberParseException:
            return number
        return format_number(parsed, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")

    def region(self, iso2: str) -> str:
        """Name a country by its ISO-2 code; a code without a name stays as it is."""
        return str(self._figures.cldr.territories.get(iso2, iso2))

    def weekday(self, day: int, *, short: bool = False) -> str:
        """Name a day of the week, Monday is 0: "Monday" or "Mon"."""
        width = "abbreviated" if short else "wide"
        return str(self._figures.cldr.days["stand-alone"][width][day])

    def _erased(self, number: str) -> str:
        # Here because few ledgers have such a number, and every start says something.
        from app.domain.erased import read_erased

        erased = read_erased(number)
        said = self.say("Erased number") if erased else number
        return f"{said} ({erased.region})" if erased and erased.region else said

    def _decimal(self, fraction: str) -> str:
        return fraction.replace(".", ",") if self.language.code == "de" else fraction

    def _filled(self, template: str, places: dict[str, object]) -> str:
        written = {
            name: self.number(value) if type(value) is int else str(value)
            for name, value in places.items()
        }
        for name, value in written.items():
            if value.endswith("."):  # "1. Dez." at the end of a sentence needs no second full stop
                template = template.replace(f"{{{name}}}.", f"{{{name}}}")
        return template.format(**written)


def _fraction(fraction_us: int) -> str:
    """Write a part of a second up to its first digit, ".004", "" for none."""
    digits = f"{fraction_us:06}"
    zeros = len(digits) - len(digits.lstrip("0"))
    return f".{digits[: zeros + 1]}" if fraction_us else ""
