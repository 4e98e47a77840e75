"""A provider for tests and benchmarks: an OpenAI-compatible server that answers and fails as a script says.

It needs no network but the loopback and no key, and it keeps every request,
so that a test can count them and read what was sent.
"""

import json
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from gzip import compress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from typing import Any, NamedTuple, Self

_LISTS = ("lesions", "tart", "neuro", "imaging", "diagnoses", "care", "function")
_POLL = 0.01
_JSON = "application/json"
_STREAM = "text/event-stream"
_EVENT_END = "\n\n"
_PIECE = 16
"""Characters of an answer that an event of a stream holds."""


class Step(NamedTuple):
    """One reaction of the server."""

    body: str = ""
    """What it sends."""
    status: int = 200
    """HTTP status."""
    headers: Mapping[str, str] = {}
    """Headers beside type and length; by `Content-Encoding: gzip` the body is compressed."""
    sent: float = 1.0
    """Share of the body after which the connection drops; below 0 it drops before the head."""
    delay: float = 0.0
    """Seconds before the reaction."""
    pause: float = 0.0
    """Seconds between the events of a stream."""


Reaction = Step | Callable[[dict[str, Any]], Step]
"""A step, or what makes one of a request."""


def answer(content: str | None, *, finish: str = "stop", refusal: str | None = None) -> Step:
    """Answer with a text.

    Args:
        content: The text; in tools mode the arguments of the tool.
        finish: Finish reason.
        refusal: What the model says instead, where it refuses.
    """
    message = {"role": "assistant", "content": content, "refusal": refusal}
    usage = {
        "prompt_tokens": 1000,
        "completion_tokens": 100,
        "total_tokens": 1100,
        "prompt_tokens_details": {"cached_tokens": 800},
    }
    choice = {"index": 0, "message": message, "finish_reason": finish}
    body = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return Step(json.dumps(body))


def lesion(quote: str = "L5 FRS right", line: int = 1, **changed: object) -> dict[str, Any]:
    """Return a dysfunction of L5 on the right as a model writes it; keywords replace its fields."""
    return _quoted(quote, line) | {
        "kind": "somatic_dysfunction",
        "region": "lumbar",
        "mechanisms": [],
        "segments": ["L5"],
        "laterality": "right",
        "assertion": "present",
        **changed,
    }


def tenderness(quote: str = "L5 tender on the right", line: int = 1, **changed: object) -> dict[str, Any]:
    """Return tenderness of L5 on the right as a model writes it; keywords replace its fields."""
    return _quoted(quote, line) | {
        "component": "tenderness",
        "region": "lumbar",
        "laterality": "right",
        "assertion": "present",
        **changed,
    }


def _quoted(quote: str, line: int) -> dict[str, Any]:
    return {"evidence": [{"line": line, "quote": quote}]}


def findings(**lists: Iterable[Any]) -> Step:
    """Answer with findings; lists not given are empty."""
    return answer(json.dumps({**{name: [] for name in _LISTS}, **lists}))


def failure(status: int, code: str | None = None, **headers: str) -> Step:
    """Fail with a status, a code and headers such as `retry_after`."""
    body = {"error": {"message": "what a server says, in sentences", "code": code}}
    return Step(json.dumps(body), status, {name.replace("_", "-"): value for name, value in headers.items()})


def events(*data: object) -> Step:
    """Answer with a stream of server-sent events, whatever was asked for.

    Args:
        data: What each event holds; text stands as it is, anything else as JSON.
    """
    texts = (one if isinstance(one, str) else json.dumps(one) for one in data)
    return Step("".join(f"data: {text}{_EVENT_END}" for text in texts), headers={"Content-Type": _STREAM})


def chunk(content: str | None = None, *, finish: str | None = None, **delta: object) -> dict[str, Any]:
    """Return a piece of an answer, as the events of a stream hold them.

    Args:
        content: Its text.
        finish: Finish reason, in the last piece.
        delta: What else it adds to the message.
    """
    choice = {"index": 0, "delta": {"content": content, **delta}, "finish_reason": finish}
    return {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}


class Provider(ThreadingHTTPServer):
    """The server. It goes through its script, request by request, and repeats the last step.

    A request for a stream is answered by one, unless a step names the type of its body.
    """

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, *script: Reaction, port: int = 0) -> None:
        """Listen on a port of the loopback, a free one where none is given."""
        super().__init__(("127.0.0.1", port), _Handler)
        self.script: list[Reaction] = list(script)
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self.serve_forever, args=(_POLL,), daemon=True)

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def asked(self) -> list[str]:
        """The last message of each request."""
        return [request["messages"][-1]["content"] for request in self.requests]

    def __enter__(self) -> Self:
        """Start to serve."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.shutdown()
        self.server_close()
        self._thread.join()

    def react(self, body: dict[str, Any], key: str | None) -> Step:
        """Note a request and return the reaction to it."""
        with self._lock:
            self.requests.append(body)
            self.keys.append(key)
            reaction = self.script[min(len(self.requests), len(self.script)) - 1]
        return reaction if isinstance(reaction, Step) else reaction(body)

    def handle_error(self, request: object, client_address: object) -> None:
        """Keep quiet about clients that leave."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    server: Provider

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        step = self.server.react(body, self.headers["Authorization"])
        sleep(step.delay)
        if step.sent >= 0:
            self._send(_as_asked(step, body))
        if step.sent != 1:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

    def _send(self, step: Step) -> None:
        body = step.body.encode()
        if step.headers.get("Content-Encoding") == "gzip":
            body = compress(body)
        self.send_response(step.status)
        for name, value in {"Content-Type": _JSON, **step.headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        sent = body[: int(len(body) * step.sent)]
        for part in sent.splitlines(keepends=True) if step.pause else [sent]:
            self.wfile.write(part)
            self.wfile.flush()
            sleep(step.pause if part.strip() else 0.0)

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def _as_asked(step: Step, request: Mapping[str, Any]) -> Step:
    """Return a step with its answer in the form that a request asks for: as a tool call, as a stream."""
    body = _as_tool_call(step.body) if "tools" in request else step.body
    if not request.get("stream") or step.status != HTTPStatus.OK or "Content-Type" in step.headers:
        return step._replace(body=body)
    try:
        completion = json.loads(body)
        choice = completion["choices"][0]
    except (ValueError, KeyError, IndexError, TypeError):
        return step._replace(body=body)
    pieces = list(_pieces(choice["message"]))
    counted = (request.get("stream_options") or {}).get("include_usage")
    usage = [{**chunk(), "choices": [], "usage": completion["usage"]}] if counted else []
    streamed = events(chunk(role="assistant"), *pieces, chunk(finish=choice["finish_reason"]), *usage, "[DONE]")
    return step._replace(body=streamed.body, headers={**step.headers, **streamed.headers})


def _pieces(message: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    if refusal := message.get("refusal"):
        yield chunk(refusal=refusal)
    calls = message.get("tool_calls")
    text = (calls[0]["function"]["arguments"] if calls else message["content"]) or ""
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        yield chunk(tool_calls=[{"index": 0, "function": {"arguments": piece}}]) if calls else chunk(piece)


def _as_tool_call(body: str) -> str:
    """Move what a message says into the arguments of its tool."""
    try:
        data = json.loads(body)
        message = data["choices"][0]["message"]
    except (ValueError, KeyError, IndexError, TypeError):
        return body
    if message["content"] is not None:
        function = {"name": "Findings", "arguments": message["content"]}
        message |= {"content": None, "tool_calls": [{"id": "1", "type": "function", "function": function}]}
    return json.dumps(data)
