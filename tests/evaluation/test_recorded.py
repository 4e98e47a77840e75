"""Specification of the cassettes that stand in the repository: all current, and the same report from them each time."""

import socket
from collections.abc import Callable, Iterator
from typing import NoReturn

import pytest

from scribe.evaluation.dataset import Case
from scribe.evaluation.invariants import violations
from scribe.evaluation.recordings import faults, recorded_cases, recorded_reader, replay, untimed
from scribe.extraction.double import DoubleReader
from scribe.extraction.lexicon import LexiconReader
from scribe.extraction.reader import Reader
from scribe.pipeline import process
from scribe.schema import Report

READERS: dict[str, Callable[[], Reader]] = {"model": recorded_reader, "double": lambda: DoubleReader(recorded_reader())}


@pytest.fixture(scope="module")
def no_sockets() -> Iterator[None]:
    """Refuse every connection and every look-up of a name."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a replay reaches for the network")

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex"):
            patch.setattr(socket.socket, name, refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        yield


@pytest.fixture(scope="module")
def cases() -> tuple[Case, ...]:
    """The recorded cases."""
    return recorded_cases()


@pytest.mark.usefixtures("no_sockets")
def test_the_cassettes_are_current(cases: tuple[Case, ...]) -> None:
    """None is missing, stale, half played or orphaned; where one is, the sentence says what renews it."""
    assert list(faults(cases)) == []


@pytest.mark.usefixtures("no_sockets")
@pytest.mark.parametrize("reader", READERS)
def test_the_same_bytes_twice(cases: tuple[Case, ...], reader: str) -> None:
    """A replay needs no network and depends on no clock; its reports hold to what every report does."""
    first, second = ([replay(case, reader=READERS[reader]()) for case in cases] for _ in range(2))
    assert list(map(Report.model_dump_json, first)) == list(map(Report.model_dump_json, second))
    assert not [broken for report in first for broken in violations(report)]
    assert all(report.provenance.usage and report.provenance.usage.requests for report in first)


def test_a_report_without_usage_has_no_time_to_lose(cases: tuple[Case, ...]) -> None:
    """That of the lexicon stays as it is."""
    report = process(cases[0].text, kind=cases[0].kind, reader=LexiconReader())
    assert untimed(report) is report
