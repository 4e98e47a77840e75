"""Specification of the answer cache."""

import asyncio
import json
import logging
import multiprocessing
import os
import sqlite3
import stat
import threading
from pathlib import Path
from typing import Any

import openai
import pytest

from scribe.errors import InputError
from scribe.evaluation.provider import Provider, Reaction, answer, findings, lesion
from scribe.extraction.llm.budget import Budget
from scribe.extraction.llm.cache import AnswerCache, Kept, key_of
from scribe.extraction.llm.completion import Tokens
from scribe.extraction.llm.events import AnswerCached, AnswerReceived, Event, RequestSent
from scribe.extraction.llm.reader import LlmReader
from scribe.pipeline import aprocess, process
from scribe.schema import Report

NOTE = "A: L5 FRS right in Zanzibar."
LESION = lesion()
WRONG = LESION | {"evidence": [{"line": 1, "quote": "L4 FRS right"}]}
KEPT = Kept("an answer", Tokens(3, 2, 1))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where answers are kept."""
    return tmp_path / "answers.db"


def read(provider: Provider, file: Path, way: str = "sync", **options: Any) -> Report:  # noqa: ANN401  # of the reader
    """Make a report through a cache."""
    given: dict[str, Any] = {"model": "m", "base_url": provider.url, "cache": file} | options
    reader = LlmReader(**given)
    return process(NOTE, reader=reader) if way == "sync" else asyncio.run(aprocess(NOTE, reader=reader))


@pytest.mark.parametrize("way", ["sync", "async"])
def test_the_same_question_is_asked_once(provider: Provider, file: Path, way: str) -> None:
    """Findings and codes are the same, nothing is sent, and the usage says so."""
    provider.script = [findings(lesions=[LESION])]
    first, second = read(provider, file, way), read(provider, file, way)
    assert len(provider.requests) == 1
    assert (second.extraction, second.suggestions) == (first.extraction, first.suggestions)
    usage = second.provenance.usage
    assert usage is not None
    assert (usage.requests, usage.cached_requests, usage.input_tokens, usage.output_tokens) == (0, 1, 0, 0)
    assert usage.cost is None
    assert [one.usage.cached_requests for one in second.provenance.segments] == [1]


def test_a_cached_answer_costs_nothing(provider: Provider, priced: openai.OpenAI, file: Path) -> None:
    """It fits every budget, and a listener hears what it saved."""
    provider.script = [findings()]
    events: list[Event] = []
    read(provider, file, model="gpt-4o-mini", base_url=None, client=priced)
    budget = Budget(max_tokens=1, max_cost=0.0)
    options: dict[str, Any] = {"model": "gpt-4o-mini", "base_url": None, "client": priced, "budget": budget}
    usage = read(provider, file, on_event=events.append, **options).provenance.usage
    assert usage is not None
    assert (usage.cost, len(provider.requests)) == (0.0, 1)
    assert AnswerCached((0, len(NOTE)), 1100) in events
    assert not any(isinstance(event, RequestSent | AnswerReceived) for event in events)


def test_re_asks_are_kept_as_well(provider: Provider, file: Path) -> None:
    """A whole dialogue is replayed."""
    provider.script = [findings(lesions=[WRONG]), findings(lesions=[LESION])]
    first, second = read(provider, file), read(provider, file)
    assert first.extraction == second.extraction
    assert len(provider.requests) == 2
    assert second.provenance.usage is not None
    assert (second.provenance.usage.cached_requests, second.provenance.usage.reasks) == (2, 1)


@pytest.mark.parametrize("useless", [answer("no JSON"), answer("{}"), answer("{", finish="length"), answer(None)])
def test_what_cannot_be_used_is_not_kept(provider: Provider, file: Path, useless: Reaction) -> None:
    """The next reading asks again."""
    provider.script = [useless]
    assert read(provider, file).provenance.unread
    sent = len(provider.requests)
    provider.script = [findings(lesions=[LESION])]
    assert read(provider, file).provenance.unread == ()
    assert len(provider.requests) == sent + 1


@pytest.mark.parametrize("other", [{"model": "n"}, {"mode": "json"}, {"mode": "tools"}, {"base_url": None}])
def test_another_question_has_another_answer(provider: Provider, file: Path, other: dict[str, Any]) -> None:
    """Another model, form or server is asked itself."""
    provider.script = [findings()]
    read(provider, file)
    with openai.OpenAI(api_key="x", base_url=f"{provider.url}/") as elsewhere:
        client: dict[str, Any] = {"client": elsewhere} if "base_url" in other else {}
        read(provider, file, **other, **client)
    assert len(provider.requests) == 2


def test_a_key_tells_nothing_and_depends_on_everything() -> None:
    """A digest: of the server and of all that is sent."""
    request = {"model": "m", "messages": [{"role": "user", "content": NOTE}], "response_format": {"a": 1}}
    keys = {
        key_of("http://a/v1", request),
        key_of("http://b/v1", request),
        key_of("http://a/v1", request | {"model": "n"}),
        key_of("http://a/v1", request | {"response_format": {"a": 2}}),
        key_of("http://a/v1", request | {"messages": [{"role": "user", "content": f"{NOTE} "}]}),
        key_of("http://a/v1", request | {"messages": [{"role": "user", "content": "\ud800"}]}),
    }
    assert len(keys) == 6
    assert all(len(key) == 64 and int(key, 16) for key in keys)
    assert key_of("http://a/v1", dict(reversed(request.items()))) in keys


def test_only_the_owner_may_read(file: Path) -> None:
    """A new file, one that lay open before, and the files that SQLite puts beside it."""
    before = os.umask(0)
    try:
        cache = AnswerCache(file)
        with sqlite3.connect(file) as held:
            cache.put("k", KEPT)
            held.execute("SELECT * FROM answers").fetchall()
            files = [*file.parent.iterdir()]
            assert len(files) == 3
            assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
        held.close()
        file.chmod(0o644)
        AnswerCache(file)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    finally:
        os.umask(before)


def _foreign(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE patients (name TEXT)")
    connection.close()


def _marked(file: Path) -> None:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA application_id = 7")
    connection.close()


def _damaged(file: Path) -> None:
    cache = AnswerCache(file)
    for number in range(50):
        cache.put(f"{number}", Kept("x" * 1000, Tokens(1, 1, 1)))
    content = bytearray(file.read_bytes())
    content[8192:16384] = b"\x7f" * 8192
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda file: file.write_text("S: Sore."), "is no cache of answers: file is not a database"),
        (lambda file: file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000), "is no cache of answers: "),
        (_foreign, "is a database of something else; choose another file for the cache."),
        (_marked, "is a database of something else"),
        (_damaged, "is no cache of answers: "),
        (lambda file: file.mkdir(), "is no cache of answers: unable to open database file"),
    ],
)
@pytest.mark.usefixtures("provider")
def test_a_file_that_is_no_cache(file: Path, make: Any, message: str) -> None:  # noqa: ANN401  # makes the file
    """It is refused by name when the reader is made, and left as it is."""
    make(file)
    before = file.read_bytes() if file.is_file() else b""
    with pytest.raises(InputError) as raised:
        LlmReader(model="m", base_url="http://localhost:9/v1", cache=file)
    assert message in str(raised.value)
    assert str(file) in str(raised.value)
    assert (file.read_bytes() if file.is_file() else b"") == before


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    """It is named too."""
    with pytest.raises(InputError, match=r"no/answers\.db: no such file or directory; choose another file"):
        AnswerCache(tmp_path / "no" / "answers.db")


def test_trouble_after_the_opening_costs_no_reading(
    provider: Provider, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It is logged without a word of the document, and the model is asked."""
    provider.script = [findings(lesions=[LESION])]
    reader = LlmReader(model="m", base_url=provider.url, cache=file)
    file.write_text("no longer a database, but long enough to be looked at as one" * 100)
    with caplog.at_level(logging.WARNING):
        report = process(NOTE, reader=reader)
    assert len(report.extraction.lesions) == 1
    assert len([one for one in caplog.records if one.name.startswith("scribe")]) == 2
    assert f"The cache of answers {file} is not used: file is not a database." in caplog.text
    assert "Zanzibar" not in caplog.text


def test_the_first_answer_stays(file: Path) -> None:
    """Two who asked at the same time get one answer from then on."""
    cache = AnswerCache(file)
    cache.put("k", KEPT)
    cache.put("k", KEPT._replace(text="another"))
    assert (cache.get("k"), cache.get("l")) == (KEPT, None)
    assert AnswerCache(file).get("k") == KEPT


def test_nothing_is_pickled(file: Path) -> None:
    """Text and numbers, as any program reads them."""
    AnswerCache(file).put("k", KEPT)
    connection = sqlite3.connect(file)
    assert connection.execute("SELECT * FROM answers").fetchall() == [("k", "an answer", 3, 2, 1)]
    connection.close()


def _use(file: Path, name: str) -> None:
    cache = AnswerCache(file)
    for number in range(25):
        cache.put(f"{name}-{number}", Kept(json.dumps([name, number]), Tokens(number, 0, 0)))
        assert cache.get(f"{name}-{number}") is not None


def test_threads_and_processes_share_a_file(file: Path) -> None:
    """All open it anew at the same time, and no answer is lost."""
    processes = [multiprocessing.get_context("spawn").Process(target=_use, args=(file, f"p{n}")) for n in range(2)]
    threads = [threading.Thread(target=_use, args=(file, f"t{n}")) for n in range(3)]
    workers: list[Any] = [*processes, *threads]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [process.exitcode for process in processes] == [0, 0]
    cache = AnswerCache(file)
    for name in ("p0", "p1", "t0", "t1", "t2"):
        for number in range(25):
            assert cache.get(f"{name}-{number}") == Kept(json.dumps([name, number]), Tokens(number, 0, 0))


def test_tasks_share_a_file(provider: Provider, file: Path) -> None:
    """Many readings at once, each document once."""
    provider.script = [findings()]

    async def use(numbers: range) -> None:
        reader = LlmReader(model="m", base_url=provider.url, cache=file)
        await asyncio.gather(*(aprocess(f"A: L5 FRS right, visit {number}.", reader=reader) for number in numbers))

    asyncio.run(use(range(12)))
    asyncio.run(use(range(12)))
    assert len(provider.requests) == 12
