"""The rows about privacy, the data, connections and diagnostics; Qt-free."""

from app.wording.words import Words
from ui.settings.rows import Acts, Choice, Row, Section, Switch, Told, Written
from ui.settings.seen import Seen

_DAYS = (1, 2, 3, 7, 14, 30)
_COPIES = (3, 7, 14, 30)


def privacy(words: Words, seen: Seen) -> Section:
    """Make the rows about numbers and who sees them."""
    masked = words.say(
        "Everywhere in the window and in notices. What you copy or export, and what you write "
        "yourself, stays whole."
    )
    months = seen.settings.keep_numbers_months
    kept = words.say("Numbers are kept for ever.")
    if months:
        kept = words.say_many(
            "Numbers are kept for {n} month.", "Numbers are kept for {n} months.", months
        )
    rows = (
        Row("privacy.mask", words.say("Hide the middle of numbers"),
            Switch(seen.settings.mask_numbers), note=masked),
        Row("privacy.keep", words.say("Old entries"),
            Acts((("erase.keep", words.say("Keep numbers for…")),)), note=kept),
        Row("privacy.erase", words.say("A contact"),
            Acts((("erase.contact", words.say("Erase a contact…")),)),
            note=words.say("Number and name go from every entry; what was counted stays.")),
    )  # fmt: skip
    return Section("privacy", words.say("Privacy"), rows)


def data(words: Words, seen: Seen) -> Section:
    """Make the rows about the data folder and its backups."""
    folder = Acts((("open_folder", words.say("Open")), ("keep.move", words.say("Move…"))))
    rows = (
        Row("data.folder", words.say("Data folder"), folder, note=seen.folder),
        _every(words, seen.settings.backup_every_days),
        _copies(words, seen.settings.backups_kept),
        _backup(words, seen),
    )
    return Section("data", words.say("Data"), rows)


def connection(words: Words, seen: Seen) -> Section:
    """Make the rows about the way to providers."""
    settings = seen.settings
    proxy = words.say(
        'Address of a proxy, such as http://proxy.example:8080, or "none" for the direct way. '
        "Empty: as the system says."
    )
    certificates = words.say("A file of certificates to believe beside those of the system.")
    hint = words.say("Like the system")
    rows = (
        Row("connection.proxy", words.say("Proxy"), Written(settings.proxy, hint=hint, most=300),
            note=proxy),
        Row("connection.certificates", words.say("Certificates"),
            Written(settings.ca_file, hint=hint, most=1_000), note=certificates),
        Row("connection.accounts", words.say("Accounts at providers"),
            Acts((("page.accounts", words.say("Show accounts")),))),
    )  # fmt: skip
    return Section("connection", words.say("Connection"), rows)


def diagnostics(words: Words, seen: Seen) -> Section:
    """Make the rows for when something is wrong."""
    rows = (
        Row("diagnostics.doctor", words.say("Check everything"),
            Acts((("keep.doctor", words.say("Doctor…")),)),
            note=words.say("A report without numbers and names, to look at or to send.")),
        Row("diagnostics.log", words.say("Log"), Acts((("open_log", words.say("Open")),)),
            note=words.say("What the program wrote down about faults.")),
        Row("diagnostics.version", words.say("Version"), Told(seen.version)),
    )  # fmt: skip
    return Section("diagnostics", words.say("Diagnostics"), rows)


def _every(words: Words, chosen: int) -> Row:
    named = (
        (str(n), words.say_many("Every day", "Every {n} days", n))
        for n in sorted({*_DAYS, chosen} - {0})
    )
    control = Choice((("0", words.say("Never by itself")), *named), str(chosen))
    note = words.say("Made when something was written since the last one.")
    return Row("data.every", words.say("Backups"), control, note=note)


def _copies(words: Words, chosen: int) -> Row:
    options = tuple(
        (str(n), words.say_many("The last one", "The last {n}", n))
        for n in sorted({*_COPIES, chosen})
    )
    note = words.say("Older backups that were made by themselves are removed.")
    return Row("data.kept", words.say("Backups that stay"), Choice(options, str(chosen)), note=note)


def _backup(words: Words, seen: Seen) -> Row:
    acts = Acts(
        (
            ("keep.backup", words.say("Back up now")),
            ("keep.restore", words.say("Restore…")),
        )
    )
    made = seen.known.last_backup
    note = words.say("There is no backup yet.")
    if made is not None:
        note = words.say("The last one was made {when}.", when=words.day_time(made, seen.zone))
    return Row("data.backup", words.say("Last backup"), acts, note=note)
