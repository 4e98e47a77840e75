"""Specification of failures: whether to try again, when, and that no word of a server gets through."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from scribe.extraction.llm.failures import Policy, RequestError, asked_wait

POLICY = Policy(tries=4, first_wait=1.0, longest_wait=10.0)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({}, None),
        ({"retry-after": "2"}, 2.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "9"}, 9.0),
        ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0),
    ],
)
def test_the_wait_that_a_server_asks_for(headers: dict[str, str], wait: float | None) -> None:
    """In seconds, in milliseconds, or not at all."""
    assert asked_wait(headers) == wait


def test_a_wait_until_a_day() -> None:
    """A date is as good as a number."""
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert asked_wait({"retry-after": later}) == pytest.approx(90, abs=2)


def test_waits_double_to_their_longest() -> None:
    """Each is at least half of itself and never more."""
    waits = [RequestError("connection").wait(POLICY, tries) for tries in range(1, 9)]
    for wait, most in zip(waits, [1, 2, 4, 8, 10, 10, 10, 10], strict=True):
        assert most / 2 <= wait <= most
    assert RequestError("status", 429, asked_wait=3.0).wait(POLICY, 5) == 3.0


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (RequestError("timeout"), True),
        (RequestError("connection"), True),
        (RequestError("garbled"), True),
        (RequestError("foreign"), False),
        *((RequestError("status", status), True) for status in (408, 409, 429, 500, 502, 503, 529)),
        *((RequestError("status", status), False) for status in (400, 401, 403, 404, 413, 422)),
        (RequestError("status", 429, code="insufficient_quota"), False),
        (RequestError("status", 429, asked_wait=10.0), True),
        (RequestError("status", 429, asked_wait=10.1), False),
    ],
)
def test_what_may_pass(error: RequestError, passes: bool) -> None:  # noqa: FBT001  # what is stated
    """Within the wait that is allowed."""
    assert error.is_passing(POLICY) is passes
