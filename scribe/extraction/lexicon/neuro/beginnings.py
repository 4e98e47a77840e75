"""What a neurological finding begins with, so that the many statements which hold nothing of it are not read on."""

from functools import lru_cache

from scribe.extraction.lexicon.neuro.complaint_questions import ASKED_HEALTH
from scribe.extraction.lexicon.neuro.grades import may_call_out
from scribe.extraction.lexicon.neuro.radiation import may_run
from scribe.extraction.lexicon.neuro.reflexes import may_answer
from scribe.extraction.lexicon.neuro.sensory_test import may_bid, may_lessen, testing_words
from scribe.extraction.lexicon.neuro.tension_tests import after_tests, may_bend, may_raise, may_tell
from scribe.extraction.lexicon.neuro.values import is_grade
from scribe.extraction.lexicon.neuro.weakness_and_numbness import may_feel_strange, may_give_out, may_lack
from scribe.extraction.lexicon.view.saying import asking, naming, saying
from scribe.extraction.lexicon.view.view import View
from scribe.extraction.lexicon.words.vocabulary import Hit

ACCOMPANYING = frozenset({"with radiation", "with leg pain", "with arm pain"})
"""Values that name a pain which comes with another."""


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that have what a finding begins with, or follow what is tested."""
    asks = asking(view)
    told = may_call_out(view) | may_give_out(view) | may_answer(view) | may_lessen(view)
    asked = saying(view, testing_words() | ASKED_HEALTH) | may_bend(view)
    either = may_lack(view) | may_feel_strange(view) | may_run(view) | may_raise(view) | may_bid(view)
    tested = after_tests(view) & (asks | may_tell(view))
    return termed(view) | either | (told - asks) | (asked & asks) | tested


@lru_cache(maxsize=1)
def termed(view: View) -> frozenset[int]:
    """Return where the statements start that have a term which a finding begins with."""
    return naming(view, "neuro", _begins)


def _begins(hit: Hit) -> bool:
    """Tell whether a term begins a finding; a value does so only if it is one by itself."""
    return hit.term.role != "value" or hit.term.text in ACCOMPANYING or is_grade(hit)
