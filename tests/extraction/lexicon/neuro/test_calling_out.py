"""Specification of where results may be called out."""

from collections.abc import Iterable

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.neuro import calling_out
from scribe.extraction.lexicon.neuro.calling_out import may_call_out
from scribe.extraction.lexicon.neuro.grades import called_out
from scribe.extraction.lexicon.view.view import View


def test_a_part_that_holds_more_calls_out_nothing(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is called out in a part that says more than a result with its side and muscle."""
    told = [[*called_out(scene, set())] for view in labelled for scene in scenes(view)]
    monkeypatch.setattr(calling_out, "_calls", lambda *_: True)
    may_call_out.cache_clear()
    assert any(told)
    assert [[*called_out(scene, set())] for view in labelled for scene in scenes(view)] == told
