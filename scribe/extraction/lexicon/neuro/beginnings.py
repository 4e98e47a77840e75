"""What a neurological finding begins with, so that the many statements which hold nothing of it are not read on."""

from functools import cache

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.complaint_questions import ASKED_HEALTH
from scribe.extraction.lexicon.neuro.grades import calls_out
from scribe.extraction.lexicon.neuro.radiation import way_words
from scribe.extraction.lexicon.neuro.reflexes import TOES
from scribe.extraction.lexicon.neuro.sensory_test import BIDDING, LESS, testing_words
from scribe.extraction.lexicon.neuro.tension_tests import LEGS, after_tests
from scribe.extraction.lexicon.neuro.values import is_grade
from scribe.extraction.lexicon.neuro.weakness_and_numbness import lacking_words, strange_words
from scribe.extraction.lexicon.words.vocabulary import Hit, words

ACCOMPANYING = frozenset({"with radiation", "with leg pain", "with arm pain"})
"""Values that name a pain which comes with another."""


def may_find(scene: Scene) -> bool:
    """Tell whether a statement has a term or a word that a finding begins with, or follows what is tested."""
    telling = _words_of_questions() if scene.statement.asks else _words_of_statements()
    if not telling.isdisjoint(scene.said) or has_term(scene):
        return True
    return scene.statement.start in after_tests(scene.view) or calls_out(scene)


def has_term(scene: Scene) -> bool:
    """Tell whether a statement has a term that a finding begins with."""
    return "neuro" in scene.named and any(map(_begins, scene.named["neuro"]))


def _begins(hit: Hit) -> bool:
    """Tell whether a term begins a finding; a value does so only if it is one by itself."""
    return hit.term.role != "value" or hit.term.text in ACCOMPANYING or is_grade(hit)


@cache
def _words_of_statements() -> frozenset[str]:
    return _words_of_both() | words("failing_parts") | TOES | LESS


@cache
def _words_of_questions() -> frozenset[str]:
    return _words_of_both() | testing_words() | ASKED_HEALTH | words("pressing")


def _words_of_both() -> frozenset[str]:
    return lacking_words() | strange_words() | way_words() | LEGS | BIDDING
