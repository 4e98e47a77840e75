"""Specification of what begins the reading of a study."""

from collections.abc import Iterable

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.imaging import studies
from scribe.extraction.lexicon.imaging.beginnings import may_show
from scribe.extraction.lexicon.view.view import View


def test_what_names_and_shows_no_study_holds_no_finding(
    labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing would be found in a statement that neither tells of a study nor names one."""
    monkeypatch.setattr(studies, "may_show", lambda _: True)
    found, refused = [], 0
    for view in labelled:
        reader = studies.ImagingReader()
        for scene in scenes(view):
            read = [*reader.read(scene)]
            found += [] if may_show(scene) else read
            refused += not may_show(scene)
    assert refused
    assert found == []
