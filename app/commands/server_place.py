"""What the commands of the plan server share: where its database is, and its optional parts."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from app.assembly import Workplace
from app.commands.arguments import file_path
from app.domain.problem import EnvironmentProblem, UsageProblem, mark
from app.machine.paths import make_folder

if TYPE_CHECKING:
    from app.server.store.database import Database

_DATABASE = "TALKTALLY_DATABASE_URL"
_PUBLIC = "TALKTALLY_PUBLIC_URL"
_FILE = "server.db"
_LONGEST_URL = 4096
_PARTS = ("alembic", "fastapi", "psycopg", "starlette", "uvicorn")
_MISSING = mark(
    "The plan server's parts are not installed ({part} is missing). Install them with: "
    'pip install "talktally[server]"'
)
#: What a build for desktops leaves out.
_ROOM = "app.server"
_NO_SERVER = mark(
    "This build is for desktops and has no plan server in it. Where Python 3.11 or newer is, "
    'install one with: pip install "talktally[server]"'
)
_UNREADABLE = mark(
    "The file {file} with the database URL cannot be read: {reason}. Check its name and your "
    "permissions."
)
_NOT_THERE = mark(
    "There is no plan server's database {file}. Say where it is with --data-dir or "
    "--database-file, as the user the server runs as."
)
_NO_TEXT = mark("The file {file} holds no database URL. Write the URL into it, on one line.")


def add_database(parser: argparse.ArgumentParser) -> None:
    """Declare where the URL of the database is; itself it may hold a password."""
    parser.add_argument(
        "--database-file",
        metavar="FILE",
        type=file_path,
        help="a file with the database URL; else TALKTALLY_DATABASE_URL; else server.db in the "
        "data folder",
    )


def add_public_url(parser: argparse.ArgumentParser) -> None:
    """Declare how desktops reach the server."""
    parser.add_argument(
        "--public-url",
        metavar="URL",
        help="the server's address for desktops; else TALKTALLY_PUBLIC_URL",
    )


def told_public_url(arguments: argparse.Namespace, workplace: Workplace) -> str | None:
    """Return the address for desktops as somebody stated it, checked."""
    # Here because only the server's own commands may load its parts.
    from app.server.web.public_url import public_url

    told = arguments.public_url or workplace.environ.get(_PUBLIC)
    return public_url(told) if told else None


@contextmanager
def with_server_parts() -> Iterator[None]:
    """Say in a sentence that the optional parts are missing."""
    try:
        yield
    except ModuleNotFoundError as error:
        part = (error.name or "").partition(".")[0]
        if part in _PARTS:
            raise EnvironmentProblem(_MISSING, part=part) from error
        if (error.name or "").startswith(_ROOM):
            raise EnvironmentProblem(_NO_SERVER) from error
        raise


@contextmanager
def open_database(
    arguments: argparse.Namespace, workplace: Workplace, *, is_there: bool = False
) -> Iterator["Database"]:
    """Open the server's database with its tables brought to this version, and close it again.

    ``is_there``: EnvironmentProblem instead of a new SQLite file, which would be empty: whoever
    named the wrong folder must not be told that all is well with it.
    """
    # Here because only the server's own commands may load its parts.
    from app.server.store.database import Database
    from app.server.store.preparing import prepare

    database = Database(_url(arguments, workplace))
    try:
        if is_there and database.file is not None and not database.file.exists():
            raise EnvironmentProblem(_NOT_THERE, file=database.file)
        prepare(database)
        yield database
    finally:
        database.close()


def _url(arguments: argparse.Namespace, workplace: Workplace) -> str:
    if arguments.database_file is not None:
        return _read(arguments.database_file)
    told = workplace.environ.get(_DATABASE, "").strip()
    if told:
        return told
    make_folder(workplace.folder)
    return f"sqlite:///{_escaped(workplace.folder / _FILE)}"


def _escaped(path: Path) -> str:
    """Write a path into a URL, where these characters would begin something else."""
    text = os.fspath(path)
    return text.replace("%", "%25").replace("?", "%3F").replace("#", "%23")


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as stream:
            text = stream.read(_LONGEST_URL).strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise EnvironmentProblem(_UNREADABLE, file=file, reason=reason) from error
    if not text:
        raise UsageProblem(_NO_TEXT, file=file)
    return text
