"""What a neurological finding begins with, so that the many statements which hold nothing of it are not read on."""

from functools import lru_cache

from scribe.extraction.lexicon.neuro.calling_out import may_call_out
from scribe.extraction.lexicon.neuro.cauda_equina import may_be_meant
from scribe.extraction.lexicon.neuro.complaint_questions import ASKED_HEALTH
from scribe.extraction.lexicon.neuro.good_strength import may_be_good
from scribe.extraction.lexicon.neuro.hammer import told_in_turn
from scribe.extraction.lexicon.neuro.headed import headings
from scribe.extraction.lexicon.neuro.jerks import may_strike
from scribe.extraction.lexicon.neuro.radiation import may_run
from scribe.extraction.lexicon.neuro.reflexes import may_answer, may_flick
from scribe.extraction.lexicon.neuro.sensory_test import may_bid, may_lessen, testing_words
from scribe.extraction.lexicon.neuro.tension_tests import after_tests, may_tell
from scribe.extraction.lexicon.neuro.tests_done import may_bend, may_raise, named_tests
from scribe.extraction.lexicon.neuro.tests_over_turns import courses
from scribe.extraction.lexicon.neuro.tiptoes import may_rise
from scribe.extraction.lexicon.neuro.touched_next import touched_next
from scribe.extraction.lexicon.neuro.tried import tried
from scribe.extraction.lexicon.neuro.values import is_grade, valuing
from scribe.extraction.lexicon.neuro.walks import may_walk
from scribe.extraction.lexicon.neuro.ways_told import may_ask_way, may_list_way
from scribe.extraction.lexicon.neuro.weakness_and_numbness import may_feel_strange, may_give_out, may_lack
from scribe.extraction.lexicon.view.saying import asking, holding, naming, saying, statements_at, whole
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import Hit

ACCOMPANYING = frozenset({"with radiation", "with leg pain", "with arm pain"})
"""Values that name a pain which comes with another."""
FULL_STRENGTH = frozenset({"full strength", "full power"})
"""Values that name what they are of."""


_TOLD = (
    may_call_out,
    may_be_good,
    may_give_out,
    may_answer,
    may_flick,
    may_lessen,
    may_list_way,
    may_rise,
    may_strike,
    may_walk,
)
"""What tells where the statements start that may tell of a finding and ask nothing."""


@lru_cache(maxsize=1)
def beginnings(view: View) -> frozenset[int]:
    """Return where the statements start that have what a finding begins with, or follow what is tested."""
    asks = asking(view)
    told = frozenset[int]().union(*(may_tell_of(view) for may_tell_of in _TOLD))
    asked = saying(view, testing_words() | ASKED_HEALTH) | touched_next(view) | may_bend(view) | may_ask_way(view)
    either = may_lack(view) | may_feel_strange(view) | may_run(view) | may_raise(view) | may_bid(view)
    tested = after_tests(view) & (asks | may_tell(view))
    either |= frozenset(courses(view)) | told_in_turn(view).keys() | tried(view).keys() | headings(view).keys()
    return termed(view) | either | (told - asks) | (asked & asks) | tested


@lru_cache(maxsize=1)
def termed(view: View) -> frozenset[int]:
    """Return where the statements start that have a term which a finding begins with."""
    hits = view.terms("neuro", whole(view))
    begun = holding(view, (hit.start for hit in hits if _begins(view, hit)))
    organs = [hit for hit in hits if hit.term.role == "organ"]
    return begun | named_tests(view) | _examined(view) | may_be_meant(view, organs)


def _begins(view: View, hit: Hit) -> bool:
    """Tell whether a term begins a finding: a complaint, a boxed sign, a value that is one by itself."""
    match hit.term.role:
        case "value":
            return hit.term.text in ACCOMPANYING | FULL_STRENGTH or is_grade(hit)
        case "sign":
            return hit.start in view.signed
        case role:
            return role != "organ"


def _examined(view: View) -> frozenset[int]:
    """Return where the statements start that may tell of a sign: with a value, by denying it, or as a note does."""
    signs = naming(view, "neuro", lambda hit: hit.term.role == "sign") - asking(view)
    told = statements_at(view, signs)
    return frozenset(one.start for one in told if one.turn < 0 or one.start in valuing(view) or _may_deny(view, one))


def _may_deny(view: View, statement: Statement) -> bool:
    """Tell whether a statement of speech has words that may deny a sign, or a lesion whose search had no result."""
    named = view.named[statement.start]
    return "lesions" in named or any(map(_denies, named.get("cues", ())))


def _denies(hit: Hit) -> bool:
    """Tell whether a cue denies, or what stands beside it may make it do so."""
    return hit.term.value == "absent" or hit.term.role == "pseudo" or hit.term.text.startswith("to be ")
