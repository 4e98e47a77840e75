"""A provider whose completions a language model writes into files, outside any provider.

A request without a completion becomes a file to be read, and is answered with
503; whoever answers it puts the completion beside that file, and sends the
request again. Completions are served as they were written, right or wrong.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from time import time
from typing import Any

from scribe.evaluation.provider import Step, failure

MODEL = "offline-lm"
"""The name of the model, whichever language model wrote the completions."""

_PENDING = "completion_pending"
_DIGITS = 16
_BYTES_PER_TOKEN = 4


def request_key(body: Mapping[str, Any]) -> str:
    """Name a request by what a model sees of it: the messages, and the schema of the answer.

    Args:
        body: The request.
    """
    seen = json.dumps([body["messages"], _schema(body)], sort_keys=True)
    return sha256(seen.encode()).hexdigest()[:_DIGITS]


class Completions:
    """Completions of a folder: `KEY.md` asks, `KEY.json` answers.

    Attributes:
        pending: The requests that had no completion, as files, in the order in which they came.
    """

    def __init__(self, folder: Path, known: Iterable[tuple[Mapping[str, Any], str]] = ()) -> None:
        """Serve a folder.

        Args:
            folder: Where requests are written out, and completions are looked for.
            known: Requests with their completions from elsewhere; those of the folder go first.
        """
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._known = {request_key(body): text for body, text in known}
        self.pending: list[Path] = []

    def react(self, body: dict[str, Any]) -> Step:
        """Answer a request with its completion, or ask for one."""
        if body.get("model") != MODEL:
            return failure(404, "model_not_found")
        key = request_key(body)
        completion = self._completion(key)
        if completion is None:
            asked = self._folder / f"{key}.md"
            asked.write_text(_shown(key, body), "utf-8")
            self.pending.append(asked)
            return failure(503, _PENDING)
        return _answer(key, body, completion)

    def _completion(self, key: str) -> str | None:
        try:
            return (self._folder / f"{key}.json").read_bytes().decode()
        except FileNotFoundError:
            return self._known.get(key)


def _answer(key: str, body: Mapping[str, Any], completion: str) -> Step:
    """Put a completion into the form of a chat server.

    Nobody counted tokens: they are taken to be four bytes long, those of the schema included.
    """
    asked = _tokens(*(message["content"] for message in body["messages"]), json.dumps(_schema(body) or ""))
    usage = {"prompt_tokens": asked, "completion_tokens": _tokens(completion)}
    message = {"role": "assistant", "content": completion, "refusal": None}
    data = {
        "id": f"chatcmpl-{key}",
        "object": "chat.completion",
        "created": int(time()),
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": "stop"}],
        "usage": {**usage, "total_tokens": sum(usage.values())},
    }
    return Step(json.dumps(data))


def _tokens(*texts: str) -> int:
    return -(-sum(len(text.encode()) for text in texts) // _BYTES_PER_TOKEN)


def _schema(body: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
    """Return the schema that an answer is held to, if one is sent."""
    if tools := body.get("tools"):
        return tools[0]["function"]["parameters"]
    return body.get("response_format", {}).get("json_schema", {}).get("schema")


def _shown(key: str, body: Mapping[str, Any]) -> str:
    """Show a request to whoever answers it, word for word."""
    what_to_do = (
        f"A language model answers these messages. Its completion goes into `{key}.json` beside this file, as it is: "
        "the JSON object that is asked for, and nothing before or after it."
    )
    parts = [f"# Request {key}", what_to_do]
    for message in body["messages"]:
        parts += [f"## Message of role {message['role']}", _fenced(message["content"], "text")]
    if schema := _schema(body):
        parts += ["## Schema of the completion", _fenced(json.dumps(schema, ensure_ascii=False), "json")]
    return "\n\n".join(parts) + "\n"


def _fenced(text: str, kind: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{kind}\n{text}\n{fence}"
