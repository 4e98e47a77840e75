"""Specification of what a finding of palpation or motion begins with."""

from collections.abc import Iterable

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.tart import components
from scribe.extraction.lexicon.tart.beginnings import may_find
from scribe.extraction.lexicon.view.view import View


def test_what_holds_no_beginning_holds_no_finding(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be found in a statement that has nothing which a finding begins with."""
    monkeypatch.setattr(components, "may_find", lambda _: True)
    refused = [scene for view in labelled for scene in scenes(view) if not may_find(scene)]
    assert refused
    assert [scene.words() for scene in refused if [*components.read_tart(scene)]] == []
