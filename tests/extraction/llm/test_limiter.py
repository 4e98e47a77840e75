"""Specification of the rate limit."""

import asyncio
import threading
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.evaluation.provider import Provider, findings
from scribe.extraction.llm import limiter as module
from scribe.extraction.llm.events import Event, RequestHeld
from scribe.extraction.llm.limiter import Limiter
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process

NOTE = "A: L5 FRS right."


class Clock:
    """A clock that stands until it is set."""

    now = 1000.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The limiter's clock."""
    clock = Clock()
    monkeypatch.setattr(module, "monotonic", clock)
    return clock


def turns(limiter: Limiter, *tokens: int) -> list[float]:
    """Return after how many seconds requests have their turn."""
    return [limiter.queue(count).time - Clock.now for count in tokens]


@pytest.mark.usefixtures("clock")
def test_requests_a_minute() -> None:
    """As many as allowed go at once, the next ones a minute after those."""
    assert turns(Limiter(requests=2), 1, 1, 1, 1, 1) == [0, 0, 60, 60, 120]


@pytest.mark.usefixtures("clock")
def test_tokens_a_minute() -> None:
    """The tokens of a minute are shared; a request that needs more than all has a minute of its own."""
    assert turns(Limiter(tokens=100), 60, 40, 1, 99, 500, 1) == [0, 0, 60, 60, 120, 180]


@pytest.mark.usefixtures("clock")
def test_nobody_overtakes() -> None:
    """A small request waits behind a large one that came first."""
    assert turns(Limiter(tokens=100), 90, 20, 10) == [0, 60, 60]


def test_no_limit_no_wait() -> None:
    """What is not limited goes at once."""
    limiter = Limiter(requests=1000)
    before = monotonic()
    assert all(limiter.queue(10**9).time - before < 1 for _ in range(1000))


def test_time_passes(clock: Clock) -> None:
    """A minute later the minute is free again."""
    limiter = Limiter(requests=1)
    limiter.queue(1)
    clock.now += 61
    assert limiter.queue(1).time == clock.now


@pytest.mark.usefixtures("clock")
def test_what_a_request_really_took_counts() -> None:
    """An estimate that was too high makes room, one too low takes it."""
    limiter = Limiter(tokens=100)
    limiter.settle(limiter.queue(90), 10)
    assert turns(limiter, 90) == [0]
    limiter = Limiter(tokens=100)
    limiter.settle(limiter.queue(10), 90)
    assert turns(limiter, 20) == [60]


@pytest.mark.usefixtures("clock")
def test_a_place_given_back() -> None:
    """Who leaves counts for nothing: the next one comes in its place, and no earlier."""
    limiter = Limiter(requests=1)
    limiter.queue(1)
    limiter.leave(limiter.queue(1))
    assert turns(limiter, 1, 1) == [60, 120]
    limiter = Limiter(tokens=100)
    limiter.queue(90)
    limiter.leave(limiter.queue(90))
    assert turns(limiter, 500) == [60]


@pytest.mark.parametrize("limits", [{"requests": 0}, {"tokens": 0}, {"requests": 5, "tokens": -1}])
def test_a_limit_of_nothing_is_none(limits: dict[str, int]) -> None:
    """It would hold everybody for ever."""
    with pytest.raises(ValueError, match="at least 1 a minute"):
        Limiter(**limits)


@given(
    st.lists(st.tuples(st.floats(0, 40), st.integers(0, 150), st.sampled_from(["keep", "leave"])), max_size=40),
    st.integers(1, 5),
    st.integers(1, 100),
)
def test_no_minute_has_more_than_allowed(asked: list[tuple[float, int, str]], requests: int, tokens: int) -> None:
    """Whatever comes and whoever leaves; a request above the limit stands alone."""
    clock = Clock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "monotonic", clock)
        limiter, kept = Limiter(requests=requests, tokens=tokens), []
        for later, count, what in asked:
            clock.now += later
            place = limiter.queue(count)
            assert place.time >= clock.now
            if what == "leave" and place.time > clock.now:
                limiter.leave(place)
            else:
                kept.append(place)
    assert all(one.time <= other.time for one, other in pairwise(kept))
    for first in kept:
        # A hair less than a minute: the clock adds up fractions.
        minute = [place for place in kept if first.time <= place.time < first.time + 59.999]
        assert len(minute) <= requests
        assert sum(place.tokens for place in minute) <= tokens or len(minute) == 1


def test_threads_share_a_limit() -> None:
    """No two of them get one place."""
    limiter = Limiter(requests=10)
    times: list[float] = []

    def ask() -> None:
        times.extend(limiter.queue(1).time for _ in range(25))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    first = min(times)
    assert sorted(round((time - first) // 59) for time in times) == [minute for minute in range(10) for _ in range(10)]


def test_readers_share_a_limit(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """Synchronous and asynchronous ones; who has to wait is told so, and waits."""
    monkeypatch.setattr(module, "_WINDOW", 0.8)
    provider.script = [findings()]
    limiter, held = Limiter(requests=2), []

    def note(event: Event) -> None:
        if isinstance(event, RequestHeld):
            held.append(event.seconds)

    def reader() -> LlmReader:
        return LlmReader(model="m", base_url=provider.url, limiter=limiter, on_event=note)

    async def use() -> None:
        await asyncio.gather(*(aprocess(NOTE, reader=reader()) for _ in range(3)))

    start = monotonic()
    asyncio.run(use())
    process(NOTE, reader=reader())
    process(NOTE, reader=reader())
    assert monotonic() - start >= 2 * 0.8
    assert len(held) == 2
    assert all(0 < seconds <= 0.8 for seconds in held)


def test_the_tokens_of_an_answer_are_counted(provider: Provider) -> None:
    """The estimate of a request, about 7,000 tokens, gives way to the 1,100 that the server counts."""
    provider.script = [findings()]
    limiter = Limiter(tokens=8_000)
    for _ in range(2):
        process(NOTE, reader=LlmReader(model="m", base_url=provider.url, limiter=limiter, on_event=_never_held))


def _never_held(event: Event) -> None:
    assert not isinstance(event, RequestHeld)


def test_who_is_cancelled_while_waiting_leaves_the_queue(provider: Provider) -> None:
    """The next in line gets the place, and nothing is sent."""
    provider.script = [findings()]
    limiter = Limiter(requests=1)
    held = asyncio.Event()

    def note(event: Event) -> None:
        if isinstance(event, RequestHeld):
            held.set()

    async def use() -> None:
        reader = LlmReader(model="m", base_url=provider.url, limiter=limiter, on_event=note)
        await aprocess(NOTE, reader=reader)
        waiting = asyncio.create_task(aprocess(NOTE, reader=reader))
        await held.wait()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting

    asyncio.run(use())
    assert len(provider.requests) == 1
    assert limiter.queue(1).time - monotonic() < 61
