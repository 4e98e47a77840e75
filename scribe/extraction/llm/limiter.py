"""A limit on requests and tokens a minute, for all readers of a process together."""

from collections import deque
from dataclasses import dataclass
from threading import Lock
from time import monotonic

_WINDOW = 60.0


@dataclass(eq=False)
class Place:
    """A request's place in the queue."""

    time: float
    """When its turn comes, by the monotonic clock."""
    tokens: int
    """The tokens that it counts."""
    requests: int = 1
    """The requests that it counts; none when it was given back."""


class Limiter:
    """Lets no more requests start, nor tokens go, than a provider allows in any 60 seconds.

    One limiter may serve any number of readers, threads and tasks. It never waits itself: it tells each request when
    its turn comes, first come, first served.

    A request counts both as one request and with its tokens; until its answer has come they are estimated. General
    limiters take one weight, wait by themselves in one way or the other, and neither correct a weight nor give back the
    place of a request that is cancelled; so this one is ours.
    """

    def __init__(self, *, requests: int | None = None, tokens: int | None = None) -> None:
        """Take the limits.

        Args:
            requests: Requests a minute.
            tokens: Tokens a minute, sent and received. A request that needs more has a minute of its own.

        Raises:
            ValueError: A limit is below 1.
        """
        if any(limit is not None and limit < 1 for limit in (requests, tokens)):
            raise ValueError("A limit is at least 1 a minute; leave it out for none.")
        self._most_requests = requests
        self._most_tokens = tokens
        self._places: deque[Place] = deque()
        self._requests = self._tokens = 0
        self._lock = Lock()

    def queue(self, tokens: int) -> Place:
        """Take a place behind those who came before.

        Args:
            tokens: What the request may take.
        """
        with self._lock:
            place = Place(max(monotonic(), self._places[-1].time if self._places else 0.0), tokens)
            # Nobody who comes later has a turn earlier than this one: what is out of its minute is out of theirs.
            while self._places and (self._places[0].time <= place.time - _WINDOW or self._is_full(tokens)):
                oldest = self._places.popleft()
                if oldest.requests:
                    place.time = max(place.time, oldest.time + _WINDOW)
                self._count(oldest, -1)
            self._places.append(place)
            self._count(place, 1)
            return place

    def settle(self, place: Place, tokens: int) -> None:
        """Count what a request really took."""
        with self._lock:
            if place in self._places:
                self._tokens += tokens - place.tokens
                place.tokens = tokens

    def leave(self, place: Place) -> None:
        """Give back the place of a request that was not sent."""
        with self._lock:
            if place in self._places:
                self._count(place, -1)
                # It stays as a mark: those who made room for it are forgotten, so nobody may come earlier.
                place.requests = place.tokens = 0

    def _count(self, place: Place, sign: int) -> None:
        self._requests += sign * place.requests
        self._tokens += sign * place.tokens

    def _is_full(self, tokens: int) -> bool:
        return (self._most_requests is not None and self._requests >= self._most_requests) or (
            self._most_tokens is not None and self._tokens + tokens > self._most_tokens
        )
