"""A checkup as lines for a person and as a document for programs; both tell the same."""

from app.actions.call_logs import LogShown
from app.actions.doctor import Checkup, last_made
from app.assembly import Workplace
from app.domain.accounts import AccountShown
from app.domain.instant import iso
from app.ledger.imports import ImportShown
from app.wording.accounts import health_word, provider_name
from app.wording.sizes import size, when
from app.wording.units import joined
from app.wording.words import Words


def document(found: Checkup, words: Words) -> dict[str, object]:
    """Make the document of ``--json``."""
    last = last_made(found)
    ledger = None
    if found.ledger is not None:
        ledger = {"version": found.ledger[0], "entries": found.ledger[1]}
    return {
        "ok": not found.wrong,
        "wrong": [found.struck(words.problem(each)) for each in found.wrong],
        "mended": found.mended,
        "versions": dict(found.versions),
        "folder": found.struck(str(found.folder)),
        "free": found.free,
        "sizes": dict(found.sizes),
        "settings": _settings(found),
        "rollout": None if found.rollout is None else found.struck(str(found.rollout)),
        "ledger": ledger,
        "backups": len(found.backups),
        "last_backup": None if last is None else iso(last),
        "connections": [_connection(each, found, words) for each in found.connections],
        "softphones": [each._asdict() for each in found.phones],
        "call_logs": [_log(each) for each in found.logs],
        "imports": [_import(each) for each in found.imports],
        "log": found.log.split("\n") if found.log else [],
    }


def lines(found: Checkup, workplace: Workplace) -> list[str]:
    """Make the lines, what is wrong first."""
    words = workplace.words
    told = [words.say("Nothing is wrong.")] if not found.wrong else []
    told += [found.struck(words.problem(each)) for each in found.wrong]
    if found.mended:
        told.append(words.say_many("{n} file mended.", "{n} files mended.", found.mended))
    told += ["", *(f"{name} {version}" for name, version in found.versions.items())]
    told += [
        "",
        *_places(found, workplace),
        *_ledger(found, workplace),
        *_connections(found, workplace),
        *_phones(found, words),
        *_logs(found, workplace),
        "",
        *_imports(found, words),
    ]
    if found.log:
        told += [words.say("The end of the log:"), *found.log.split("\n")]
    return told


def _places(found: Checkup, workplace: Workplace) -> list[str]:
    words = workplace.words
    folder = found.struck(str(found.folder))
    told = [
        words.say("Data folder: {folder}", folder=folder),
        words.say("Free space: {size}", size=size(words, found.free)),
    ]
    told += [f"  {name}  {size(words, number)}" for name, number in found.sizes.items()]
    chosen = ", ".join(f"{name} {value}" for name, value in _settings(found).items())
    told.append(words.say("Settings: {settings}", settings=chosen))
    if found.rollout is not None:
        file = found.struck(str(found.rollout))
        told.append(words.say("Roll-out file: {file}", file=file))
    return told


def _ledger(found: Checkup, workplace: Workplace) -> list[str]:
    words = workplace.words
    told = []
    if found.ledger is not None:
        version, entries = found.ledger
        checked = words.say_many("{n} entry checked", "{n} entries checked", entries)
        told.append(
            words.say("Ledger: version {version}, {checked}", version=version, checked=checked)
        )
    elif not found.wrong:
        told.append(words.say("There is no ledger yet."))
    last = last_made(found)
    made = words.say("none") if last is None else when(words, last, workplace.zone())
    told.append(words.say("Last backup: {made}", made=made))
    return told


def _imports(found: Checkup, words: Words) -> list[str]:
    """Tell what was read lately; the names of files may tell names of people, so they stay out."""
    told = []
    for each in found.imports:
        said = words.say(
            "{file} ({format}): {read} read, {new} new, {known} already known, {refused} refused",
            file="***",
            format=each.format,
            **each.tally._asdict(),
        )
        told.append(said if each.finished else f"{said} {words.say('(broken off)')}")
    return [words.say("Read lately:"), *told, ""] if told else []


def _connections(found: Checkup, workplace: Workplace) -> list[str]:
    """Tell how connections fare; what they are called may tell whose they are, so it stays out."""
    words = workplace.words
    told = []
    for each in found.connections:
        entries = sum(part.entries for part in each.parts)
        synced = when(words, each.synced, workplace.zone()) if each.synced else words.say("none")
        said = joined(
            provider_name(each.connection.provider),
            health_word(words, each.health),
            words.say_many("{n} entry", "{n} entries", entries),
            words.say("last good sync: {time}", time=synced),
        )
        told.append(f"  {said}")
    return [words.say("Connections:"), *told] if told else []


def _phones(found: Checkup, words: Words) -> list[str]:
    """Tell which softphones are listened to, and whether anybody is at their place."""
    said = {
        True: words.say("somebody listens there"),
        False: words.say("nobody listens there"),
        None: "",
    }
    told = [f"  {joined(each.source, _at(words, each.port), said[each.listened])}"
            for each in found.phones]  # fmt: skip
    return [words.say("Softphones:"), *told] if told else []


def _at(words: Words, port: int) -> str:
    return words.say("port {port}", port=str(port)) if port else ""


def _logs(found: Checkup, workplace: Workplace) -> list[str]:
    """Tell how call logs were read; their names and folders may tell whose they are."""
    words = workplace.words
    told = []
    for each in found.logs:
        said = words.say("not read yet")
        if each.read is not None:
            said = words.say("read {when}", when=when(words, each.read.at, workplace.zone()))
            said += f", {words.say_many('{n} call', '{n} calls', each.read.calls)}"
        told.append(f"  {each.softphone or '***'}  {said}")
    return [words.say("Call logs:"), *told] if told else []


def _log(each: LogShown) -> dict[str, object]:
    read = each.read
    return {
        "softphone": each.softphone or None,
        "read": iso(read.at) if read else None,
        "calls": read.calls if read else None,
        "refused": read.tally.refused if read else None,
    }


def _connection(each: AccountShown, found: Checkup, words: Words) -> dict[str, object]:
    trouble = each.trouble
    return {
        "provider": each.connection.provider.value,
        "health": each.health.value,
        "problem": None if trouble is None else found.struck(words.problem(trouble)),
        "synced": None if each.synced is None else iso(each.synced),
        "lacking": [right.value for right in each.lacking],
        "entries": sum(part.entries for part in each.parts),
        "unfinished": sum(part.unfinished for part in each.parts),
        "refused": sum(part.refused for part in each.parts),
        "kept_for_run": each.connection.kept_for_run,
    }


def _settings(found: Checkup) -> dict[str, object]:
    chosen = found.settings
    return {
        "language": chosen.language or "system",
        "theme": chosen.theme,
        "backup_every_days": chosen.backup_every_days,
        "backups_kept": chosen.backups_kept,
    }


def _import(each: ImportShown) -> dict[str, object]:
    return {
        "format": each.format,
        "started": iso(each.started),
        "finished": each.finished,
        **each.tally._asdict(),
    }
