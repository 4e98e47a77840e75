"""Recorded answers of a model: one cassette a case, replayed without a network.

A cassette answers a request only where method, path and every value of the
JSON body are those recorded. A request that it does not hold ends the block
at once, whatever retries surround it, and the error says what renews it.

This is the only module that imports vcrpy, which takes most of a second:
import it where it is used. vcrpy patches the process, so one cassette is open
at a time.
"""

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, NoReturn
from urllib.parse import urlsplit

import yaml  # type: ignore[import-untyped]  # its stubs are a package of their own
from vcr import VCR  # type: ignore[import-untyped]  # it ships no types
from vcr.cassette import Cassette  # type: ignore[import-untyped]  # as above
from vcr.persisters.filesystem import CassetteNotFoundError  # type: ignore[import-untyped]  # as above
from vcr.request import Request  # type: ignore[import-untyped]  # as above
from vcr.serialize import deserialize, serialize  # type: ignore[import-untyped]  # as above
from vcr.serializers import yamlserializer  # type: ignore[import-untyped]  # as above

from scribe.errors import InputError

SERVER = "http://recorded.invalid/v1"
"""The base URL for replays: no such host can exist."""
RENEWAL = "make record"
"""The command that renews cassettes."""

_KEPT = "content-type"
_FAILED = 400
_ONE_LINE = 10**9
_BREAKS = frozenset("\x85\u2028\u2029")
_open = Lock()

# Below a warning, vcrpy logs whole answers, quotes of the document among them.
logging.getLogger("vcr").setLevel(logging.WARNING)


@contextmanager
def replayed(path: Path) -> Iterator[None]:
    """Answer every request of a block from a cassette, and no other way.

    Args:
        path: The cassette.

    Raises:
        InputError: The cassette is missing or unreadable, lacks an answer, or holds one that nobody asked for.
    """
    if not path.is_file():
        raise InputError(f"{path} is missing: renew it with `{RENEWAL}`.")
    with _alone(path), _Replay.use(**_vcr(_File()).get_merged_config(path=path, record_mode="none")) as cassette:
        try:
            yield
        except BaseException:
            # A miss may come back in a group, or as the cause of another error.
            if not cassette.is_missed:
                raise
    if cassette.is_missed:
        raise InputError(
            f"{path} is stale, a request is not in it (prompt, schema, parameters or document changed): "
            f"renew it with `{RENEWAL}`."
        ) from None
    if unplayed := len(cassette) - cassette.play_count:
        raise InputError(f"{path} is half played, {unplayed} of {len(cassette)} answers: renew it with `{RENEWAL}`.")


@contextmanager
def recorded(path: Path) -> Iterator[None]:
    """Send the requests of a block, and put them with their answers in place of a cassette.

    Failures are not kept. Where the block raises, the cassette stays as it was.

    Args:
        path: The cassette.
    """
    tape = _Tape()
    with _alone(path), _vcr(tape).use_cassette(path, record_mode="all"):
        yield
    if tape.cassette:
        _write_whole(path, serialize(tape.cassette, _Readable))


def answers(path: Path) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the requests of a cassette, each with the text of its answer.

    Args:
        path: The cassette.

    Raises:
        InputError: The cassette cannot be read.
    """
    requests, responses = _File().load_cassette(path, _Readable)[:2]
    for request, response in zip(requests, responses, strict=True):
        message = json.loads(response["body"]["string"])["choices"][0]["message"]
        calls = message.get("tool_calls")
        yield json.loads(request.body), calls[0]["function"]["arguments"] if calls else message["content"]


class _Miss(BaseException):
    """A request without an answer; no `except Exception` of a client takes it for a failure that may pass."""


class _Replay(Cassette):  # type: ignore[misc]  # vcrpy ships no types
    """A cassette that refuses at once what it does not hold."""

    is_missed = False

    def can_play_response_for(self, request: Request) -> bool:
        if not super().can_play_response_for(request):
            self.is_missed = True
            raise _Miss
        return True


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]  # as above
    """Writes texts of several lines as such."""


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    # PyYAML writes these as line ends, and reads them as spaces.
    style = '"' if _BREAKS.intersection(text) else style
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _as_text)


class _Readable:
    """YAML with the JSON of bodies unfolded, so that people can review what was sent and what came."""

    @staticmethod
    def serialize(cassette: dict[str, Any]) -> str:
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = _unfolded(request["body"])
            response["body"] = {"string": _unfolded(response["body"]["string"])}
        text: str = yaml.dump(cassette, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ONE_LINE)
        return text

    @staticmethod
    def deserialize(text: str) -> dict[str, Any]:
        cassette: dict[str, Any] = yamlserializer.deserialize(text)
        for interaction in cassette["interactions"]:
            request, response = interaction["request"], interaction["response"]
            request["body"] = _folded(request["body"])
            response["body"] = {"string": _folded(response["body"]["string"])}
        return cassette


def _unfolded(body: str) -> Any:  # noqa: ANN401  # JSON
    try:
        data = json.loads(body)
    except ValueError:
        return body
    return data if isinstance(data, dict) else body


def _folded(body: Any) -> str:  # noqa: ANN401  # as above
    return json.dumps(body, ensure_ascii=False) if isinstance(body, dict) else body


class _File:
    """Where a cassette is replayed from."""

    def load_cassette(self, path: Path, serializer: Any) -> tuple[Any, ...]:  # noqa: ANN401  # as vcrpy calls it
        try:
            loaded: tuple[Any, ...] = deserialize(path.read_text("utf-8"), serializer)
        except (OSError, ValueError, TypeError, KeyError, yaml.YAMLError) as error:
            raise InputError(f"{path} cannot be read ({type(error).__name__}): renew it with `{RENEWAL}`.") from None
        return loaded


class _Tape:
    """Where a recording is put until vcrpy has left: an error while it saves would leave the process patched."""

    cassette: dict[str, Any] | None = None

    def load_cassette(self, *_: object, **__: object) -> NoReturn:
        raise CassetteNotFoundError

    def save_cassette(self, _: Path, cassette: dict[str, Any], **__: object) -> None:
        self.cassette = cassette


def _write_whole(path: Path, text: str) -> None:
    """Write a file so that, whatever happens, it stands there as a whole or as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Refuse a second cassette, which would take answers of the first."""
    if not _open.acquire(blocking=False):
        raise InputError(f"{path} cannot be opened beside another cassette: use one at a time.")
    try:
        yield
    finally:
        _open.release()


def _vcr(persister: _File | _Tape) -> VCR:
    vcr = VCR(
        match_on=("method", "path", "same_body"),
        serializer="readable",
        decode_compressed_response=True,
        before_record_request=_scrubbed_request,
        before_record_response=_scrubbed_response,
    )
    vcr.register_matcher("same_body", _same_body)
    vcr.register_serializer("readable", _Readable)
    vcr.register_persister(persister)
    return vcr


def _scrubbed_request(request: Request) -> Request:
    """Leave out keys, cookies, organisations, versions and the server's name."""
    request.headers = {name: value for name, value in request.headers.items() if name.lower() == _KEPT}
    request.uri = f"http://{urlsplit(SERVER).hostname}{request.path}"
    return request


def _scrubbed_response(response: dict[str, Any]) -> dict[str, Any] | None:
    if response["status"]["code"] >= _FAILED:
        return None
    headers = {name: values for name, values in response["headers"].items() if name.lower() == _KEPT}
    return {**response, "headers": headers}


def _same_body(one: Request, other: Request) -> bool:
    return _digest(one.body) == _digest(other.body)


@lru_cache(maxsize=1024)
def _digest(body: bytes) -> str:
    """Return what tells bodies apart, whatever the order of their keys."""
    with suppress(ValueError):
        body = json.dumps(json.loads(body), sort_keys=True).encode()
    return sha256(body).hexdigest()
