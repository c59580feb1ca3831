"""The softphones that are listened to: begun, changed and closed away from the main thread."""

from collections.abc import Callable, Mapping
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.beat import Beat
from app.domain.call_report import Contact, Heard, SourceNews
from app.domain.phone_choice import PhoneChoice
from app.domain.problem import Problem
from ui.background.lane import Lane

if TYPE_CHECKING:
    from app.softphone.source import LiveSource, Tell

Make = Callable[[str, "Tell"], "LiveSource"]
#: How long a program that ends waits for a source; a keyring may ask its person for a password.
_PATIENCE_SECONDS = 2.0


def wanted_places(choice: PhoneChoice) -> Mapping[str, str]:
    """Name the sources that are wanted, each with the place where it is sought."""
    places = {}
    if choice.baresip:
        places["baresip"] = choice.baresip_at
    if choice.hook:
        places["hook"] = f"127.0.0.1:{choice.hook_port}"
    return places


class Sources(QObject):
    """Listens to what is wanted.

    ``heard`` carries a :class:`CallReport` or a :class:`CallList`; ``turned`` a
    :class:`SourceNews`, which :attr:`news` holds by then; ``broke`` a fault of the program.
    ``makes``: by source, what makes it for a place; called on a worker, may raise Problem.
    """

    heard = Signal(object)
    turned = Signal(object)
    broke = Signal(object)

    def __init__(
        self, makes: Mapping[str, Make], look: Callable[[], Beat], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._makes, self._look = makes, look
        self._posts: dict[str, Post] = {}
        #: How each source stands that is wanted.
        self.news: dict[str, SourceNews] = {}
        #: Why one could not even be begun.
        self.problems: dict[str, Problem] = {}

    @property
    def listening(self) -> frozenset[str]:
        """The sources whose word is heard now."""
        news = self.news.items()
        return frozenset(name for name, each in news if each.contact is Contact.LISTENING)

    def choose(self, choice: PhoneChoice) -> None:
        """Listen to what is wanted, where it is wanted, and to nothing else."""
        places = wanted_places(choice)
        for name in [*self._posts]:
            if self._posts[name].place != places.get(name):
                self._drop(name)
        for name, place in places.items():
            if name not in self._posts:
                self._begin(name, place)

    def renew(self, name: str) -> None:
        """Begin with a source anew, so that it tells of every call there is."""
        if name in self._posts:
            before = self._drop(name)
            self._begin(name, before.place, before.ended)

    def take_back(self, name: str) -> None:
        """Seek a source at once: its person wants the line, or another try."""
        if name not in self._posts:
            return
        # One that was refused may have ended with a fault of its own, and hears nobody.
        if self.news[name].contact is Contact.REFUSED:
            self.renew(name)
        else:
            self._posts[name].take_back()

    def close(self) -> None:
        """Listen to nothing; what was heard before is told first."""
        for name in [*self._posts]:
            self._drop(name)
        for post in self.findChildren(Post):
            post.wait()

    def _begin(self, name: str, place: str, after: Event | None = None) -> None:
        post = self._posts[name] = Post(name, place, self)
        post.came.connect(self.heard)
        post.turned.connect(self._on_turned)
        post.failed.connect(self._on_failed)
        post.lane.broke.connect(self.broke)
        self.news[name] = SourceNews(name, Contact.SEEKING, self._look(), place)
        post.begin(self._makes[name], after)
        self.turned.emit(self.news[name])

    def _drop(self, name: str) -> "Post":
        post = self._posts.pop(name)
        self.problems.pop(name, None)
        self.news.pop(name, None)
        post.turned.disconnect(self._on_turned)
        post.failed.disconnect(self._on_failed)
        post.close()
        self.turned.emit(SourceNews(name, Contact.OFF, self._look(), post.place))
        return post

    def _on_turned(self, news: SourceNews) -> None:
        self.news[news.source] = news
        self.turned.emit(news)

    def _on_failed(self, name: str, problem: Problem) -> None:
        self.problems[name] = problem
        place = self._posts[name].place
        self._on_turned(SourceNews(name, Contact.REFUSED, self._look(), place))


class Post(QObject):
    """One source and the worker that begins and ends it, for both may take a while.

    ``came``: what it said of calls; ``turned``: of itself; ``failed``: why it could not begin.
    """

    came = Signal(object)
    turned = Signal(object)
    failed = Signal(str, object)
    _heard = Signal(object)

    def __init__(self, name: str, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self.name, self.place = name, place
        self.lane = Lane(self, name=f"{name}-post", patience_seconds=_PATIENCE_SECONDS)
        self._source: LiveSource | None = None
        #: Set once it listens no more and its place is free.
        self.ended = Event()
        # Told on the source's thread, handed on here.
        self._heard.connect(self._on_heard)

    def begin(self, make: Make, after: Event | None) -> None:
        """Make the source and let it listen, once another one has left the place."""

        def work() -> None:
            if after is not None:
                after.wait(_PATIENCE_SECONDS)
            self._source = make(self.place, self._heard.emit)
            self._source.start()

        self.lane.run(work, lambda _: None, self._on_failed)

    def take_back(self) -> None:
        """Seek at once."""
        self.lane.run(self._take_back, _ignore, _ignore)

    def close(self) -> None:
        """Listen no longer, as soon as what is under way allows."""
        self.lane.run(self._end, self._on_ended, _ignore)

    def wait(self) -> None:
        """Wait until it is closed, and hand on what it heard until then."""
        self.lane.close(self._end)
        QCoreApplication.sendPostedEvents(self)

    def _take_back(self) -> None:
        if self._source is not None:
            self._source.take_back()

    def _end(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            source.close()
        self.ended.set()

    def _on_ended(self, _: object) -> None:
        self.wait()
        self.deleteLater()

    def _on_heard(self, heard: Heard) -> None:
        (self.turned if isinstance(heard, SourceNews) else self.came).emit(heard)

    def _on_failed(self, problem: Problem) -> None:
        self.failed.emit(self.name, problem)


def _ignore(_: object) -> None:
    """Nobody waits for this."""
