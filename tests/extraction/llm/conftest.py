"""A running provider, and an environment that names neither key nor server."""

from collections.abc import Iterator

import pytest

from scribe.evaluation.provider import Provider


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Serve on the loopback while a test runs."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    with Provider() as server:
        yield server
