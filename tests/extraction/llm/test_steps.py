"""Specification of steps: both ways of waiting do the same."""

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from scribe.extraction.llm.steps import Hear, Pause, Send, Steps, Work, acarry_out, carry_out


class Line:
    """Answers a request with itself, or fails."""

    def send(self, request: Mapping[str, Any], _: Hear | None = None) -> object:
        """Return the request."""
        if "fail" in request:
            raise OSError("the line is down")
        return request

    async def asend(self, request: Mapping[str, Any], _: Hear | None = None) -> object:
        """Do the same."""
        return self.send(request)


Carry = Callable[[Steps[Any]], Any]


@pytest.fixture(params=[lambda steps: carry_out(steps, Line()), lambda steps: asyncio.run(acarry_out(steps, Line()))])
def carry(request: pytest.FixtureRequest) -> Carry:
    """Carry steps out in either way."""
    way: Carry = request.param
    return way


def test_each_step_gets_what_came_of_it(carry: Carry) -> None:
    """A completion, nothing, a result; and the course has a result of its own."""

    def course() -> Steps[list[object]]:
        return [(yield Send({"a": 1})), (yield Pause(0.0)), (yield Work(lambda: 7)), (yield Send({"b": 2}))]

    assert carry(course()) == [{"a": 1}, None, 7, {"b": 2}]


def test_a_course_without_steps(carry: Carry) -> None:
    """It has its result at once."""

    def course() -> Steps[str]:
        yield from ()
        return "done"

    assert carry(course()) == "done"


def test_an_error_is_the_steps_to_judge(carry: Carry) -> None:
    """It comes where the step stands; handled there, the course goes on."""

    def course() -> Steps[object]:
        try:
            return (yield Send({"fail": True}))
        except OSError:
            return (yield Send({"again": True}))

    assert carry(course()) == {"again": True}


def test_an_error_raised_for_another_holds_nothing_of_it(carry: Carry) -> None:
    """Neither as cause nor as context: the other one may hold a request."""

    def course() -> Steps[None]:
        failed = False
        try:
            yield Send({"fail": True})
        except OSError:
            failed = True
        if failed:
            raise KeyError("another")

    with pytest.raises(KeyError) as raised:
        carry(course())
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


def test_an_error_that_nobody_handles_comes_out(carry: Carry) -> None:
    """As it was."""

    def course() -> Steps[None]:
        yield Send({"fail": True})

    with pytest.raises(OSError, match="the line is down"):
        carry(course())


@pytest.mark.parametrize("step", [Pause(60), Work(lambda: threading.Event().wait(0.3))])
def test_the_steps_hear_of_a_cancellation(step: Pause | Work) -> None:
    """So that they can give back what they hold."""
    heard: list[type[BaseException]] = []

    def course() -> Steps[None]:
        try:
            yield step
        except BaseException as error:
            heard.append(type(error))
            raise

    async def use() -> None:
        task = asyncio.create_task(acarry_out(course(), Line()))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(use())
    assert heard == [asyncio.CancelledError]


def test_the_steps_hear_of_an_interrupt() -> None:
    """Of one in a thread as well."""
    heard: list[type[BaseException]] = []

    def interrupt() -> None:
        raise KeyboardInterrupt

    def course() -> Steps[None]:
        try:
            yield Work(interrupt)
        except BaseException as error:
            heard.append(type(error))
            raise

    with pytest.raises(KeyboardInterrupt):
        carry_out(course(), Line())
    assert heard == [KeyboardInterrupt]


def test_files_do_not_hold_up_the_others() -> None:
    """Work that takes a moment is done beside the event loop."""
    there = threading.Event()

    def course() -> Steps[object]:
        return (yield Work(lambda: there.wait(5)))

    async def use() -> object:
        task = asyncio.create_task(acarry_out(course(), Line()))
        await asyncio.sleep(0.05)
        there.set()
        return await task

    assert asyncio.run(use()) is True
