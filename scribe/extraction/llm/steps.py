"""Who waits: the steps of a reading, carried out with or without holding a thread.

What is said to a model, and what follows from its answers, is written once, as
generators of steps. A generator is sent what became of each step, or gets the
error thrown in; it ends with its result. The two functions here differ in
nothing but how they wait.
"""

import time
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar

T = TypeVar("T")

Hear = Callable[[str], None]
"""Takes the pieces of an answer as they come."""


class Send(NamedTuple):
    """Send a request to the model's server; what comes of it is a completion."""

    request: Mapping[str, Any]
    """What a chat endpoint takes."""
    hear: Hear | None = None
    """Who hears the answer while it is written; it comes whole where nobody does."""


class Pause(NamedTuple):
    """Wait."""

    seconds: float
    """How long."""


class Work(NamedTuple):
    """Do something that may take a moment, as writing to a file does; what comes of it is its result."""

    function: Callable[[], object]
    """What to do."""


Steps = Generator[Send | Pause | Work, Any, T]
"""A course of steps with its result."""


class Sender(Protocol):
    """Sends requests."""

    def send(self, request: Mapping[str, Any], hear: Hear | None, /) -> object:
        """Return the completion, its pieces told to who hears them."""


class AsyncSender(Protocol):
    """Sends requests without holding a thread."""

    async def asend(self, request: Mapping[str, Any], hear: Hear | None, /) -> object:
        """Return the completion, its pieces told to who hears them."""


def carry_out(steps: Steps[T], sender: Sender) -> T:
    """Take steps to their end, and return the result.

    Args:
        steps: The steps.
        sender: Who sends their requests.
    """
    came, failure = None, None
    try:
        while True:
            # Thrown outside the handler: an error raised in there would keep hold of the one that was handled.
            step = steps.throw(failure) if failure else steps.send(came)
            came, failure = None, None
            try:
                match step:
                    case Send():
                        came = sender.send(step.request, step.hear)
                    case Pause():
                        time.sleep(step.seconds)
                    case Work():
                        came = step.function()
            except BaseException as error:  # noqa: BLE001  # the steps decide what an error means, an interrupt too
                failure = error
    except StopIteration as end:
        result: T = end.value
        return result


async def acarry_out(steps: Steps[T], sender: AsyncSender) -> T:
    """Do what `carry_out` does without holding a thread; cancelled, the steps are told."""
    import asyncio  # noqa: PLC0415  # costs 15 ms at start-up, and few wait

    came, failure = None, None
    try:
        while True:
            step = steps.throw(failure) if failure else steps.send(came)
            came, failure = None, None
            try:
                match step:
                    case Send():
                        came = await sender.asend(step.request, step.hear)
                    case Pause():
                        await asyncio.sleep(step.seconds)
                    case Work():
                        came = await asyncio.to_thread(step.function)
            except BaseException as error:  # noqa: BLE001  # as above, cancellation too
                failure = error
    except StopIteration as end:
        result: T = end.value
        return result
