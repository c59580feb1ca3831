"""The rows about call logs of softphones: a switch for each, and how it was read; Qt-free."""

from pathlib import PurePath

from app.domain.event import Source
from app.wording.duplicates import source_name
from app.wording.words import Words
from ui.settings.rows import Acts, Row, Section, Switch
from ui.settings.seen import LogSeen, Seen

#: What the key of a log's row begins with; the path follows.
KEY = "logs."
#: Asks for another log.
ADD = "logs.add"


def call_logs(words: Words, seen: Seen) -> Section:
    """Make the rows of the logs that are read, of those found here, and of adding another one."""
    wanted = seen.settings.phone.logs
    known = {log.path: log for log in seen.logs}
    logs = [known.get(path, LogSeen(path)) for path in wanted]
    found = [log for log in seen.logs if log.path not in wanted and log.softphone]
    rows = [_row(words, seen, log) for log in (*logs, *found)]
    note = words.say(
        "Logs of Linphone, MicroSIP and Twinkle are read whenever they change. They fill in calls "
        "that nothing else told of."
    )
    add = Acts(((ADD, words.say("Add a file…")),))
    label = words.say("Another call log") if rows else words.say("A call log")
    rows.append(Row(ADD, label, add, note=note))
    return Section("logs", words.say("Call logs"), tuple(rows))


def _row(words: Words, seen: Seen, log: LogSeen) -> Row:
    wanted = log.path in seen.settings.phone.logs
    name = source_name(words, Source(log.softphone)) if log.softphone else PurePath(log.path).name
    problem = words.problem(log.problem) if wanted and log.problem is not None else ""
    parts = [log.path, *_read(words, seen, log)] if wanted else [log.path]
    return Row(KEY + log.path, name, Switch(wanted), note=" · ".join(parts), problem=problem)


def _read(words: Words, seen: Seen, log: LogSeen) -> list[str]:
    if log.at is None:
        return [words.say("not read yet")]
    parts = [
        words.say("read {when}", when=words.day_time(log.at, seen.zone)),
        words.say_many("{n} call", "{n} calls", log.calls),
    ]
    if log.refused:
        parts.append(words.say_many("{n} line refused", "{n} lines refused", log.refused))
    return parts
