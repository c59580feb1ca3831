"""Which provider has which reader: the one place that opens an account with its key."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from app.domain.connection import Connection, Key
from app.remote.pages import Reader, Wait

#: Opens the account of a connection for the length of a block; nothing is asked yet. A connection
#: that is only just being added has the id 0 and may have no account yet.
Opener = Callable[[Connection, Key, Wait], AbstractContextManager[Reader]]
