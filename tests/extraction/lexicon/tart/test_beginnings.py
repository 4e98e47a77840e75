"""Specification of what a finding of palpation or motion begins with."""

from collections.abc import Iterable
from types import ModuleType

import pytest

from scribe.extraction.lexicon.context.scene import Scene, scenes
from scribe.extraction.lexicon.tart import (
    components,
    leg_length,
    listed_ranges,
    motion,
    paired,
    pressed_joints,
    sided_ranges,
    spoken_ranges,
    tenderness,
    tissue,
    turned_parts,
    unable_to_move,
    unbothered,
)
from scribe.extraction.lexicon.tart.beginnings import beginnings
from scribe.extraction.lexicon.view.view import View

RULES: tuple[tuple[ModuleType, str], ...] = (
    (motion, "may_move"),
    (paired, "may_pair"),
    (leg_length, "may_compare_legs"),
    (turned_parts, "may_deviate"),
    (listed_ranges, "may_list_ranges"),
    (pressed_joints, "may_push"),
    (unable_to_move, "may_be_unable"),
    (sided_ranges, "may_range_to_sides"),
    (spoken_ranges, "may_command"),
    (spoken_ranges, "may_tell_each_way"),
    (tenderness, "may_touch"),
    (tenderness, "may_volunteer"),
    (tissue, "may_feel_soft"),
    (unbothered, "may_be_unbothered"),
)
"""What those rules of the family first ask that would find out by themselves."""


def everywhere(view: View) -> frozenset[int]:
    """Where the statements of a document start that say anything."""
    return frozenset(statement.start for statement in view.statements if statement.chunks)


def may_be_examined(scene: Scene) -> bool:
    """Whether a statement may tell what an examiner finds, whatever it does in the document."""
    return scene.by_clinician and not scene.pictured


def test_what_holds_no_beginning_holds_no_finding(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be found in a statement that has nothing which a finding begins with."""
    views = [*labelled]
    refused = [scene for view in views for scene in scenes(view) if scene.statement.start not in beginnings(view)]
    monkeypatch.setattr(components, "beginnings", everywhere)
    monkeypatch.setattr(components, "may_examine", may_be_examined)
    assert refused
    assert [scene.words() for scene in refused if [*components.read_tart(scene)]] == []
    for module, gate in RULES:
        monkeypatch.setattr(module, gate, everywhere)
    assert [scene.words() for scene in refused if [*components.read_tart(scene)]] == []
