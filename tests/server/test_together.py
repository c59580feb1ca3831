"""Small writes are done together; each is told how its own went."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial

from sqlalchemy import Connection, insert, select

from app.server.people.tokens import new_id
from app.server.store.database import Database
from app.server.store.tables import company
from app.server.store.together import Together


def added(name: str, connection: Connection) -> str:
    row = {"id": new_id(), "name": name, "revision": 1, "usage_revision": 1, "created_us": 1}
    connection.execute(insert(company), row)
    if name == "bad":
        message = "this one fails"
        raise LookupError(message)
    return name


async def write(database: Database, *names: str) -> list[str | BaseException]:
    def of(name: str) -> "asyncio.Future[str]":
        return asyncio.ensure_future(database.write_soon(lambda c: added(name, c)))

    return await asyncio.gather(*map(of, names), return_exceptions=True)


def names_in(database: Database) -> list[str]:
    with database.reading() as connection:
        return list(connection.execute(select(company.c.name).order_by(company.c.name)).scalars())


def test_each_write_is_kept_and_answered(database: Database) -> None:
    assert asyncio.run(write(database, "b", "a", "c")) == ["b", "a", "c"]
    assert names_in(database) == ["a", "b", "c"]


def test_one_that_fails_is_undone_without_the_others(database: Database) -> None:
    first, bad, last = asyncio.run(write(database, "a", "bad", "c"))
    assert (first, last) == ("a", "c")
    assert isinstance(bad, LookupError)
    assert names_in(database) == ["a", "c"]


def test_somebody_who_gave_up_disturbs_nobody(database: Database) -> None:
    async def give_up() -> str:
        hopeless = asyncio.ensure_future(database.write_soon(lambda c: added("a", c)))
        await asyncio.sleep(0)
        hopeless.cancel()
        return await database.write_soon(lambda c: added("b", c))

    assert asyncio.run(give_up()) == "b"
    assert "b" in names_in(database)


def test_a_transaction_that_fails_is_told_to_each() -> None:
    def full() -> AbstractContextManager[Connection]:
        message = "the disk is full"
        raise OSError(message)

    async def write_all(together: Together) -> list[str | BaseException]:
        works = (together.write(partial(added, name)) for name in ("a", "b"))
        return await asyncio.gather(*works, return_exceptions=True)

    together = Together(full)
    told = asyncio.run(write_all(together))
    together.close()
    assert list(map(str, told)) == ["the disk is full"] * 2


def test_what_was_begun_is_kept_when_the_server_ends(database: Database) -> None:
    ended = threading.Event()

    @contextmanager
    def late() -> Iterator[Connection]:
        ended.wait()
        with database.writing() as connection:
            yield connection

    async def begin(together: Together) -> None:
        begun = [asyncio.ensure_future(together.write(partial(added, "a")))]
        await asyncio.wait(begun, timeout=0)

    together = Together(late)
    asyncio.run(begin(together))
    ended.set()
    together.close()
    assert names_in(database) == ["a"]
