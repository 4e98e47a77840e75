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
from scribe.extraction.lexicon.neuro.beginnings import beginnings
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
    """Nothing would be found in a statement that has nothing which a finding begins with."""
    begun = [(view, beginnings(view)) for view in labelled]
    refused = [scene for view, starts in begun for scene in scenes(view) if scene.statement.start not in starts]
    for module, gate in GATES:
        monkeypatch.setattr(module, gate, everywhere)
    assert refused
    assert [scene.words() for scene in refused if [*findings.read_neuro(scene)]] == []
