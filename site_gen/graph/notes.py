"""The build graph: what was made, what each of it read, and what of that stands since the last build.

A node is a leaf (a part of the model), or something made: the value of a query, a view, an output. Of each
thing made the nodes that it read are noted, in their order. What has a digest of its value stops a change
that leaves it equal; what has none changes with whatever it read. What reads the graph's own model before
`begin` is not noted: the model is being put together.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

from site_gen.graph.columns import Marked
from site_gen.graph.leaves import Leaves, Parts
from site_gen.graph.nodes import CachedGraph, Delta, Key, Nodes, Reads, Worth, digest_of

T = TypeVar("T")

_LATEST_VIEWS = 64


class Graph:
    """The graph of one project.

    It `is_noting` when the model is whole; `frame` are the reads of what is being made, None where nobody
    notes. `values` are those of queries by number, `places` their numbers by name and key.
    """

    def __init__(self) -> None:
        """An empty graph, of a model that is being put together."""
        self._nodes = Nodes()
        self._parts = Parts()
        self.is_noting = False
        self._remake: Callable[[str, Key], object] = lambda _name, _key: None
        self.is_of_before = False
        self.places: defaultdict[str, dict[Key, int]] = defaultdict(dict)
        self.values: dict[int, Any] = {}
        self.frame: dict[int, None] | None = None
        self._views: dict[int, Any] = {}
        self._carried: dict[int, Any] = {}
        self._making: dict[int, None] = {}
        self._clear()

    def _clear(self) -> None:
        """What is known of one build: what a change reaches, which of that may have changed, and of which it
        is known whether; what was made, what of that no other process heard; the open reads of views;
        others' numbers."""
        self._reached: set[int] = set()
        self._doubtful: set[int] = set()
        self._changed: dict[int, bool] = {}
        self._made = Marked()
        self._unsent: dict[int, None] = {}
        self._open: dict[int, dict[int, None]] = {}
        self._sent, self._owner = len(self._nodes.names), os.getpid()
        self._of_others: dict[int, dict[int, int]] = {}

    def join(self, name: str, leaves: Leaves) -> None:
        """Take a part of the model in, in the place of what had its name."""
        self._parts.join(name, leaves)

    def leaf(self, name: str) -> int:
        """The number of a leaf."""
        return self._nodes.leaf(name)

    def place(self, name: str, key: Key) -> int:
        """The number of a query's value, or of a view."""
        places = self.places[name]
        if key not in places:
            places[key] = self._nodes.value(name, key)
        return places[key]

    # Making

    def evaluate(self, number: int, make: Callable[[], Any], worth: Worth) -> Any:
        """The value of a query: as it was cached, else made, noting what it reads."""
        if not self.is_noting:
            self.values[number] = value = make()
            return value
        if number in self._carried or self._nodes.texts.holds(number):
            stands = not self.has_changed(number)
            if number in self.values:  # to know that it may be made
                return self.values[number]
            if stands or number in self._made:
                value = self._carried[number] if number in self._carried else self._nodes.value_of(number)
                if self._nodes.stays(worth):
                    self.values[number] = value
                return value
        if number in self._making:
            chain = " reads ".join(self._nodes.names[each] for each in (*self._making, number))
            raise RecursionError(f"a query reads itself: {chain}")
        outer, self.frame = self.frame, {}
        self._making[number] = None
        try:
            value = make()
            frame = self.frame
        finally:
            self.frame = outer
            del self._making[number]
        digest = self._nodes.digests[number]
        if number in self._doubtful or not digest:
            digest = digest_of(value) if worth else b""
        self._nodes.keep(number, value, worth)
        self._note(number, tuple(frame), digest)
        if self._nodes.stays(worth):
            self.values[number] = value
        return value

    def output(self, name: str, make: Callable[[], T], seal: Callable[[T], str]) -> T:
        """Make an output, noting what it reads; `seal` gives the digest of its bytes."""
        with self._framed({}) as frame:
            made = make()
        self._note(self._nodes.made(name), tuple(frame), seal(made).encode())
        return made

    def aside(self, make: Callable[[], T]) -> tuple[T, Reads]:
        """Make a part that several outputs share: it, and what it read, which is for each of them to note."""
        with self._framed({}) as frame:
            return make(), tuple(frame)

    def also(self, reads: Reads) -> None:
        """Note what a shared part read."""
        if self.frame is not None:
            self.frame.update(dict.fromkeys(reads))

    def view(self, number: int, make: Callable[[], T]) -> T:
        """A view, which whoever asks for it reads; the latest ones are kept."""
        if self.frame is not None:
            self.frame[number] = None
        if number not in self._views:
            if len(self._views) >= _LATEST_VIEWS:
                self._views.clear()
                self._close_views()
            self._views[number] = self.reading(number, make)
        view: T = self._views[number]
        return view

    def reading(self, number: int, make: Callable[[], T]) -> T:
        """Make a part of a view, whose facts are made one after the other: it notes what all of them read."""
        if not self.is_noting:
            return make()
        frame = self._open.get(number)
        if frame is None:
            # Where it is the same as before, what its other facts read stands for what is not made again.
            stands = (
                () if number not in self._made and self.has_changed(number) else self._nodes.reads(number)
            )
            frame = self._open[number] = dict.fromkeys(stands)
        self._made.add(number)
        self._unsent[number] = None
        outer, self.frame = self.frame, frame
        try:
            return make()
        finally:
            self.frame = outer

    @contextmanager
    def _framed(self, frame: dict[int, None]) -> Iterator[dict[int, None]]:
        outer, self.frame = self.frame, frame
        try:
            yield frame
        finally:
            self.frame = outer

    def _note(self, number: int, reads: tuple[int, ...], digest: bytes) -> None:
        if number in self._doubtful and number not in self._changed:
            self._changed[number] = not digest or digest != self._nodes.digests[number]
        self._nodes.note(number, reads, digest)
        self._made.add(number)
        self._unsent[number] = None

    # What stands

    def begin(self, remake: Callable[[str, Key], object], cached: CachedGraph | None = None) -> None:
        """Begin a build of the model, which is whole now, with what the last one cached.

        `remake` makes a query's value by its name and key.
        """
        nodes = self._nodes = Nodes(cached)
        self._begin(remake, nodes, self._parts.news(nodes))
        self.is_of_before = cached is not None and cached.numbered > 0

    def follow(self, remake: Callable[[str, Key], object], before: Graph) -> None:
        """Begin the same with all that stands of a build in this process, which takes no more part in it."""
        before._forget()
        now = self._parts.changes(before._parts, before._nodes)
        values, names = before._carried | before.values, before._nodes.names
        self._begin(remake, before._nodes, now)
        self._carried = {number: value for number, value in values.items() if names[number]}
        self.is_of_before = True

    def _begin(self, remake: Callable[[str, Key], object], nodes: Nodes, now: Mapping[int, bytes]) -> None:
        """Begin with these nodes, of which these leaves may have changed."""
        self._nodes, self._remake, self.is_noting = nodes, remake, True
        self.places.clear()
        self.values, self._views, self._carried = {}, {}, {}
        self._clear()
        for number, digest in now.items():
            if nodes.digests[number] != digest:
                nodes.mark(number, digest)
                self._changed[number] = True
        self._reached = nodes.reached(self._changed)
        self._doubtful = self._reached - self._changed.keys()

    def standing(self, output: str) -> str:
        """The digest of an output's bytes where these would be made of the same as before; else empty."""
        number = self._nodes.numbers.get(output)
        return "" if number is None or self.has_changed(number) else self._nodes.digests[number].decode()

    def has_changed(self, number: int) -> bool:
        """Whether a node is another one than in the last build, as far as it has a digest."""
        if number not in self._doubtful or number in self._changed:
            return self._changed.get(number, False)
        changed = any(map(self.has_changed, filter(self._reached.__contains__, self._nodes.reads(number))))
        call = self._nodes.call(number) if changed else None
        if call:
            self._nodes.drop(number)
            self._carried.pop(number, None)
            changed = self._is_another(number, *call)
        return self._changed.setdefault(number, changed)

    def _is_another(self, number: int, name: str, key: Key) -> bool:
        """Whether a query has another value now; one that can no longer be made has."""
        outer, self.frame = self.frame, None
        self.places[name].setdefault(key, number)
        try:
            self._remake(name, key)
        except Exception:  # of what is gone; whoever still needs it makes it again, and meets this there
            return True
        finally:
            self.frame = outer
        return self._changed.get(number, True)

    # From one process to another, and from one build to the next

    def delta(self) -> Delta | None:
        """What was noted since this was asked last, plain; None in the process that began the build."""
        if os.getpid() == self._owner:
            self._unsent = {}
            return None
        first, self._sent = self._sent, len(self._nodes.names)
        self._close_views()
        made, self._unsent = [self._nodes.plain(number) for number in self._unsent], {}
        new = [(self._nodes.names[each], self._nodes.is_leaf(each)) for each in range(first, self._sent)]
        return os.getpid(), first, new, made

    def merge(self, delta: Delta) -> None:
        """Take over what another process noted, which began with the same graph."""
        process, first, new, made = delta
        ours, nodes = self._of_others.setdefault(process, {}), self._nodes
        for number, (name, is_leaf) in enumerate(new, start=first):
            ours[number] = nodes.leaf(name) if is_leaf else nodes.made(name)
        for node in made:
            number = ours.get(node[0], node[0])
            others = {} if node[2] else self._open.get(number) or dict.fromkeys(nodes.reads(number))
            nodes.take(number, node, ours)
            if others:  # of a view each process may have made other facts
                self._open[number] = others | dict.fromkeys(nodes.reads(number))
            self._made.add(number)

    def _close_views(self) -> None:
        for number, reads in self._open.items():
            self._nodes.note(number, reads, b"")
        self._open = {}

    @property
    def is_worn(self) -> bool:
        """Whether most of it was forgotten: then it is time for one that is numbered anew."""
        return self._nodes.is_worn

    @property
    def has_news(self) -> bool:
        """Whether it is another one than was cached."""
        return bool(self._made or self._changed)

    def end(self, outputs: Iterable[str]) -> CachedGraph:
        """What is to be stored of these outputs, as far as they stand: what was doubtful and nobody asked for
        is forgotten. It ends the build: all values go."""
        self._forget()
        self.values, self._views = {}, {}
        found = map(self._nodes.numbers.get, outputs)
        self._parts.mark(self._nodes)
        return self._nodes.cached([number for number in found if number is not None])

    def _forget(self) -> None:
        """Forget what was doubtful and nobody asked for."""
        self._close_views()
        for number in self._doubtful:
            if number not in self._made and self._changed.get(number, True):
                self._nodes.forget(number)
