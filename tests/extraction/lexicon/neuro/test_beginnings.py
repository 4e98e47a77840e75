"""Specification of what a neurological finding begins with."""

from collections.abc import Iterable
from types import ModuleType

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.neuro import (
    findings,
    later_results,
    radiation,
    reflexes,
    sensory_test,
    tension_tests,
    tests_done,
    weakness_and_numbness,
)
from scribe.extraction.lexicon.view.view import View

GATES: tuple[tuple[ModuleType, str], ...] = (
    (findings, "beginnings"),
    (findings, "termed"),
    (later_results, "may_test"),
    (radiation, "may_run"),
    (reflexes, "may_answer"),
    (sensory_test, "may_lessen"),
    (tension_tests, "after_tests"),
    (tension_tests, "may_tell"),
    (tension_tests, "may_test"),
    (tests_done, "may_raise"),
    (weakness_and_numbness, "may_feel_strange"),
    (weakness_and_numbness, "may_give_out"),
    (weakness_and_numbness, "may_lack"),
)
"""What the family, and those of its rules that would find out by themselves, first ask."""


def everywhere(view: View) -> frozenset[int]:
    """Where the statements of a document start."""
    return frozenset(statement.start for statement in view.statements)


def test_what_holds_no_beginning_holds_no_finding(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else would be found if no rule asked first for what a finding begins with."""
    read = [(scene, [*findings.read_neuro(scene)]) for view in labelled for scene in scenes(view)]
    for module, gate in GATES:
        monkeypatch.setattr(module, gate, everywhere)
    assert any(found for _, found in read)
    assert [scene.words() for scene, found in read if [*findings.read_neuro(scene)] != found] == []
