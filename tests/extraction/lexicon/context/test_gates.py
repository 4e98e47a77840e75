"""Specification of the gates of context: where nothing of a kind is said, none of it is asked for."""

from collections.abc import Iterable

import pytest

from scribe.extraction.lexicon.context import (
    afterthoughts,
    attachment,
    commands,
    hypotheticals,
    picture_talk,
    stance,
    templates,
    topics,
)
from scribe.extraction.lexicon.context.assertions import Context
from scribe.extraction.lexicon.context.picture_talk import pictured
from scribe.extraction.lexicon.context.stance import stances
from scribe.extraction.lexicon.context.subjects import findings
from scribe.extraction.lexicon.context.templates import headed
from scribe.extraction.lexicon.view.saying import asking
from scribe.extraction.lexicon.view.view import View

GATES = (
    (commands, "may_move_head"),
    (picture_talk, "_going_on"),
    (picture_talk, "_pointing"),
    (stance, "may_take_up_hands"),
    (templates, "may_list_rivals"),
    (templates, "may_send"),
    (topics, "_may_be_headed"),
    (topics, "_naming"),
    (topics, "_on_the_move"),
)


def test_what_may_turn_nothing_turns_nothing(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """No talk, no talk about pictures, no topic and no list turns at a statement that is held to turn none."""
    views = [*labelled]
    followed = [_followed(view) for view in views]
    for module, gate in GATES:
        monkeypatch.setattr(module, gate, everywhere)
    turning = ("neutral", "exam", "conclusion", "imaging")
    monkeypatch.setattr(stance, "_turning", lambda view: dict.fromkeys(turning, everywhere(view)))
    assert [_followed(view) for view in views] == followed


def test_what_denies_nothing_is_no_afterthought(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word of denial nothing that was named is denied, and behind no question of warnings nothing is one."""
    views = [*labelled]
    asserted = [_asserted(view) for view in views]
    monkeypatch.setattr(afterthoughts, "may_deny", lambda *_: True)
    monkeypatch.setattr(hypotheticals, "_asking_when", asking)
    assert [_asserted(view) for view in views] == asserted


def test_a_statement_without_a_side_tells_none(labelled: Iterable[View]) -> None:
    """What a statement says of a part or a place has a side only where it names one."""
    unsided = [(view, one) for view in labelled for one in view.statements if not view.sides(one)]
    parts = [attachment._own_side(view, one, part, part) for view, one in unsided for part in one.chunks]  # noqa: SLF001
    places = [attachment._side_told(view, one, place) for view, one in unsided for place in view.fixing(one)]  # noqa: SLF001
    assert {*parts, *places} == {None}


def everywhere(view: View) -> frozenset[int]:
    """Return where all statements of a document start."""
    return frozenset(statement.start for statement in view.statements)


def _followed(view: View) -> tuple[object, ...]:
    return pictured(view, stances(view)), topics.topics(view), dict(headed(view))


def _asserted(view: View) -> list[str]:
    return [Context(view, one).assertion(hit) for one in view.statements for hit in findings(view, one)]
