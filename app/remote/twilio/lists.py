"""One page of a list of Twilio's: asked for, and taken apart as far as every list is alike."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from app.remote.asking import Asking
from app.remote.failures import nonsense
from app.remote.twilio.links import next_query

#: The most that Twilio gives at once.
PAGE_SIZE = 1000
_MOST_PAGES = 20


class Listed(NamedTuple):
    """A page; ``query``: of the next one, "" on the last."""

    records: list[object]
    query: str


class Lists:
    """Asks for lists of records."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        #: As people know the server.
        self.server = asking.peer.name

    def one(self, path: str) -> Mapping[str, Any]:
        """Return a single object; Failure."""
        return self._object(self._asking.get(path))

    def first(self, path: str, key: str, query: Mapping[str, str | int]) -> Listed:
        """Return the first page of a list that its answers keep under a key; Failure."""
        return self._listed(self._asking.get(path, query), path, key)

    def next(self, path: str, key: str, query: str) -> Listed:
        """Return a page by the query that the page before it named; Failure."""
        return self._listed(self._asking.get(f"{path}?{query}"), path, key)

    def whole(self, path: str, key: str, query: Mapping[str, str | int]) -> list[object]:
        """Return a short list with all its pages; Failure."""
        page = self.first(path, key, {"PageSize": PAGE_SIZE, **query})
        records = page.records
        for _ in range(_MOST_PAGES):
            if not page.query:
                return records
            page = self.next(path, key, page.query)
            records += page.records
        raise nonsense(self.server)

    def _listed(self, document: object, path: str, key: str) -> Listed:
        page = self._object(document)
        records, link = page.get(key), page.get("next_page_uri", ...)
        # Without a word about the next page nobody knows whether this is the last one.
        if not isinstance(records, list) or link is ...:
            raise nonsense(self.server)
        peer = self._asking.peer
        return Listed(records, next_query(link, path, address=peer.address, name=peer.name))

    def _object(self, document: object) -> Mapping[str, Any]:
        if not isinstance(document, dict):
            raise nonsense(self.server)
        return document
