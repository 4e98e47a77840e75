"""A running provider, an environment that names neither key nor server, and a client that takes it for OpenAI's."""

from collections.abc import Iterator

import httpx2
import openai
import pytest

from scribe.evaluation.provider import Provider
from scribe.extraction.llm import reader as module
from scribe.extraction.llm.chunking import segments


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Serve on the loopback while a test runs."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with Provider() as server:
        yield server


class _Rerouted(httpx2.HTTPTransport):
    """Sends every request to a port of the loopback, whatever its host."""

    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return super().handle_request(request)


@pytest.fixture
def priced(provider: Provider) -> Iterator[openai.OpenAI]:
    """A client of the server with published prices; the provider answers in its place."""
    http = httpx2.Client(transport=_Rerouted(provider.server_port))
    with openai.OpenAI(api_key="x", base_url="https://api.openai.com/v1", http_client=http) as client:
        yield client


@pytest.fixture
def _short_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a segment of each line of a short note."""
    monkeypatch.setattr(module, "segments", lambda document: segments(document, 40))
