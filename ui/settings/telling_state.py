"""The rows about warnings, notices, quiet hours and working days; Qt-free."""

from app.domain.quiet import QuietHours
from app.wording.words import Words
from ui.settings.rows import Acts, Choice, Days, Row, Section, Span, Switch, Written
from ui.settings.seen import Place, Seen


def warnings(words: Words, seen: Seen) -> Section:
    """Make the rows of my own thresholds, with the plan's word beside them."""
    own, plan = seen.settings.warnings, seen.known.plan
    kinds = (
        ("minutes", words.say("Minutes left"), own.minutes, plan.minutes, words.say("minutes")),
        ("calls", words.say("Calls left"), own.calls, plan.calls, words.say("calls")),
        ("pool", words.say("Pool used"), own.pool_percent, plan.pool_percent, "%"),
    )
    rows = tuple(
        _threshold(words, name, label, mine, (word, unit))
        for name, label, mine, word, unit in kinds
    )
    return Section("warnings", words.say("Warnings"), rows)


def _threshold(words: Words, name: str, label: str, own: int | None, plan: tuple[int, str]) -> Row:
    word, unit = plan
    note = words.say("Empty: as the plan says.")
    if word:
        note = words.say("Empty: as the plan says, at {n}.", n=word)
    control = Written("" if own is None else words.number(own), unit=unit, most=9, narrow=True,
                      hint=words.number(word) if word else "")  # fmt: skip
    return Row(f"warnings.{name}", label, control, note=note)


def notices(words: Words, seen: Seen) -> Section:
    """Make the rows of the kinds of notices."""
    wanted = seen.settings.notices
    kinds = (
        ("near", words.say("Close to the limit"), wanted.near, ""),
        ("limit", words.say("Nothing left"), wanted.limit, ""),
        ("billed", words.say("Calls or texts are billed"), wanted.billed, ""),
        ("ahead", words.say("It will not last"), wanted.ahead,
         words.say("The forecast ends before the reset.")),
        ("stale", words.say("Figures are old"), wanted.stale,
         words.say("Syncing fails for so long that the figures are old.")),
    )  # fmt: skip
    rows = tuple(
        Row(f"notices.{key}", label, Switch(on), note=note) for key, label, on, note in kinds
    )
    sample = Acts((("sample", words.say("Show a sample")),))
    if seen.samples:
        rows = (*rows, Row("notices.sample", words.say("How a notice looks"), sample))
    return Section("notices", words.say("Notices"), rows)


def quiet_hours(words: Words, seen: Seen) -> Section:
    """Make the rows of when notices wait."""
    quiet = seen.settings.quiet
    on = quiet.from_minute != quiet.until_minute
    note = words.say("Notices wait, and come as one when the quiet is over.")
    rows = [Row("quiet.on", words.say("Quiet every day"), Switch(on), note=note)]
    if on or "quiet.hours" in seen.problems:
        rows.append(Row("quiet.hours", words.say("Hours"), _hours(words, quiet)))
    days = Days(weekdays(words), quiet.days)
    note = words.say("Quiet from midnight to midnight.")
    rows.append(Row("quiet.days", words.say("Whole quiet days"), days, note=note))
    return Section("quiet", words.say("Quiet hours"), tuple(rows))


def working_days(words: Words, seen: Seen) -> Section:
    """Make the rows of when I work: the forecast and the daily pace count these days."""
    note = words.say("The forecast and the daily pace count these days.")
    days = Days(weekdays(words), seen.settings.working_weekdays)
    rows = (
        Row("working.days", words.say("Working days"), days, note=note),
        _holidays(words, seen),
    )
    return Section("working", words.say("Working days and holidays"), rows)


def weekdays(words: Words) -> tuple[tuple[str, str], ...]:
    """Name the days of the week, short and whole."""
    return tuple((words.weekday(day, short=True), words.weekday(day)) for day in range(7))


def _hours(words: Words, quiet: QuietHours) -> Span:
    return Span(quiet.from_minute, quiet.until_minute, words.say("From"), words.say("until"))


def _holidays(words: Words, seen: Seen) -> Row:
    chosen = seen.settings.holidays
    named = sorted(
        ((each.code, _place(words, each)) for each in seen.known.places),
        key=lambda each: each[1].casefold(),
    )
    options = (("", words.say("No holidays")), *named)
    if chosen not in dict(options):
        options = (*options, (chosen, chosen))
    note = ""
    if chosen and seen.known.next_holiday:
        day = words.full_day(seen.known.next_holiday)
        note = words.say("The next one is on {day}.", day=day)
    elif chosen and seen.known.places:
        note = words.say("None is known for the year to come.")
    control = Choice(options, chosen, search=True)
    return Row("working.holidays", words.say("Public holidays"), control, note=note)


def _place(words: Words, place: Place) -> str:
    country = words.region(place.country)
    return f"{country}, {place.part}" if place.part else country
