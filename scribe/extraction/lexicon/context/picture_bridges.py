"""What stands within a talk about pictures and tells of nothing else: it is told of the pictures as well.

`Here's the fluid. At the top there's plenty. Down here it's gone, and the disc bulges.`
"""

from functools import cache
from itertools import pairwise

from scribe.extraction.lexicon.context.stance import Stance
from scribe.extraction.lexicon.context.study_mentions import names_matter
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

SHORT = 7
"""Words of what is only thrown in, or assented with."""
HAVING = ("you've got", "you have", "you got", "you do have", "we have", "we've got", "so we have", "so you",
          "what's new", "what is new", "the new finding", "the new thing")  # fmt: skip
"""Cues with which a clinician tells a patient what is seen as well as what it comes to."""
PASSING = frozenset({
    "is coming from", "are coming from", "coming from your", "explains", "responsible for", "because of the",
    "what we call", "we call it", "we call that", "we call this", "in other words", "in plain words", "what i see",
    "what i'm seeing", "what we have", "is what is narrowing", "is what's narrowing",
})  # fmt: skip
"""Cues that explain a picture, and end no talk about it."""
_TAKING_UP = frozenset(
    {"it", "it's", "they", "they're", "that", "that's", "this", "those", "these", "yours", "one", "which", "white"}
)
_SEEN_OF_WHITE = frozenset({"no", "around", "nearly", "almost", "hardly", "barely", "disappears", "left"})
"""Words beside the white of a picture that tell how much of it there is."""
_FLUID = frozenset({"white", "fluid", "csf"})
_PRAISE = frozenset({
    "good", "fine", "okay", "ok", "alright", "great", "normal", "beautiful", "clean", "nl", "wnl", "patent",
})  # fmt: skip
"""What is said of much else as well."""
_MEASURED = frozenset(
    {"thicker", "bigger", "half", "third", "twice", "double", "gone", "supposed", "ought", "yours", "plenty"}
)
_COMMON = frozenset({"closed", "closing", "shut", "beat", "loss", "lost", "losing", "tear", "wear", "settled", "down"})
_BETWEEN = 5
"""Statements within a talk about pictures that need not tell of them."""
_OTHER_TALK = ("conditions", "care")
"""Tables of the terms of what no picture shows."""
TESTED = frozenset({"sign", "test", "symptom", "organ"})
"""Roles of the terms for what is asked and tested of nerves."""
FELT_ROLES = frozenset({"finding", "test", "normal", "motion"})
"""Roles of the terms for what hands find."""


@cache
def telling_of_part() -> frozenset[str]:
    """Return the words that tell of a part named before, which hands and patients hardly say."""
    told = words("small") | words("worn") | words("thickened") | words("effaced") | words("worn_levels")
    return (told | (words("open") - _PRAISE) | _MEASURED) - _COMMON


def takes_up_part(view: View, statement: Statement) -> bool:
    """Tell whether a clinician goes on with a part that was shown: `That's a disc.`, `Okay.`, `It's gone black.`.

    Args:
        view: The document's words.
        statement: A statement in a talk about pictures.
    """
    said = view.norms[statement.start : statement.end]
    if not statement.asks and not _FLUID.isdisjoint(said) and not _SEEN_OF_WHITE.isdisjoint(said):
        return not _turns_away(view, statement)
    if statement.asks or _TAKING_UP.isdisjoint(said) or telling_of_part().isdisjoint(said):
        return False
    return not _turns_away(view, statement)


def bridged(view: View, stances: list[Stance]) -> list[Stance]:
    """Let a talk about pictures go on over the few statements within it that tell of nothing else.

    `Here's the fluid. At the top there's plenty. Down here the disc bulges.`
    """
    told = [*stances]
    shown = [at for at, stance in enumerate(stances) if stance == "imaging"]
    for start, end in pairwise(shown):
        between = [at for at in range(start + 1, end) if not _only_listens(view.statements[at])]
        if 0 < len(between) <= _BETWEEN and not any(_turns_away(view, view.statements[at]) for at in between):
            for at in between:
                told[at] = "imaging"
    return told


def _only_listens(statement: Statement) -> bool:
    """Tell whether somebody only throws in a few words, as in `Okay.`, `That's me?`."""
    return statement.speaker == "patient" and statement.end - statement.start <= SHORT


def _turns_away(view: View, statement: Statement) -> bool:
    """Tell whether a statement in a talk about pictures tells of something else: a name for it, a symptom, care."""
    if statement.turn < 0 or statement.section or statement.speaker == "patient":
        return True
    cues = (hit.term for hit in view.terms("stances", statement) if names_matter(view, hit))
    if any(cue.text not in PASSING and not cue.text.startswith(HAVING) for cue in cues):
        return True
    heads = any(hit.term.role == "head" for hit in view.terms("lesions", statement))
    tested = any(hit.term.role in TESTED for hit in view.terms("neuro", statement))
    felt = any(hit.term.role in FELT_ROLES for hit in view.terms("tart", statement))
    return heads or tested or felt or any(view.terms(table, statement) for table in _OTHER_TALK)
