"""Does it follow from a quote that a finding is present?"""

import re
from collections.abc import Iterator, Sequence

from scribe.extraction.bearing.instructions import is_instruction
from scribe.extraction.bearing.source import Passage, Source, is_inside, kind_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.conclusions import is_confirmed, is_tagged
from scribe.extraction.lexicon.lesions.persisting import tells_of_lasting
from scribe.extraction.lexicon.neuro.values import WELL
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import Item, ItemT
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.extraction.quotes.cue_lists import GRAMMAR
from scribe.schema import Diagnosis, Finding, Imaging, Lesion, Neuro, Tart

_CONTRARY = frozenset({"absent", "possible", "hypothetical", "historical", "other_person"})
_TABLES: dict[type[Finding], tuple[str, ...]] = {
    Lesion: ("lesions",),
    Tart: ("tart",),
    Neuro: ("neuro",),
    Imaging: ("imaging",),
    Diagnosis: ("conditions", "lesions"),
}
_NAMING = frozenset({"motion", "compartment", "test", "sign", "organ", "value"})
"""Roles of terms that name what is examined, and say nothing of it."""
_POSITIVE = frozenset({"positive", "pos", "+", "(+)", "+ve", "is positive"})
_VAGUE = frozenset({"-", "nothing", "present", "is present", "are present"})
_TALK = frozenset({"ok", "okay", "good", "great", "fine", "clear", "strong", "full"})
_BEFORE_WELL = frozenset(
    {
        "is", "are", "was", "were", "look", "looks", "looked", "feel", "felt", "move", "moved", "spring", "seem",
        "seemed", "it", "that", "its", "they", "these", "those", "all", "pretty", "still", "just", "both", "one",
        "side", "sides", "tests", "test",
    }
)  # fmt: skip
_VERBAL = ("ing", "ves", "ngs", "els", "ems")
_TAGS = frozenset({"huh", "right", "yeah", "yes", "okay", "ok", "eh", "see", "no", "feel", "isn't", "doesn't"})
_TAG = 4
_NAMED = 6
_CONCLUDING = frozenset({"conclusion", "neutral"})
_NOTATION = re.compile(r"[nfe]?(?:rs|sr|rl|rr|sl|fr|er)[lrs]{0,3}|unilateral")
"""What stands for a position, as in `L5 FRS right`, `T2-5 N SR RL` and `unilateral flexion left`."""


def bears_presence(source: Source, passage: Passage, finding: Finding) -> bool:
    """Tell whether a finding is stated as present, by the one who may state it."""
    scene = passage.scene
    if isinstance(finding, Lesion | Diagnosis) and not scene.by_clinician:
        return False
    if is_instruction(source.view, passage):
        return False
    if isinstance(finding, Lesion) and tells_of_lasting(source.view, passage.quote):
        return True
    if scene.statement.asks and not _is_tagged(scene):
        return _is_answered(source, passage, finding)
    taken_back = _is_taken_back(passage.scenes[-1], passage.quote) and not isinstance(finding, Neuro)
    return not taken_back and _is_present(source, passage, finding)


def _is_present(source: Source, passage: Passage, finding: Finding) -> bool:
    """Tell whether a quote states a finding.

    What the reader reads in it decides, then a value that it gives a sign, then
    its own words for such a finding, then its cues.
    """
    read = _of_side(source.readings(passage, finding), finding)
    if inside := [one for one in read if is_inside(one, passage)]:
        return _any_present(inside)
    if values := _values(source.view, passage, finding):
        return any(hit.term.value == "abnormal" or hit.term.text in _POSITIVE for hit in values)
    own = _own(source.view, passage.quote, finding)
    if read or own:
        return _any_present(read) or any(_stands(one, hit) for one, hit in _in_scenes(passage, own))
    return _is_unread(source.view, passage, finding)


def _is_taken_back(scene: Scene, quote: Chunk) -> bool:
    """Tell whether the words right after a quote take all of it back, as in `L5 dysfunction, left, was ruled out`."""
    end, norms = scene.statement.end, scene.view.norms
    cues = scene.terms("cues", "after", part=Chunk(quote.end, min(quote.end + 1, end)))
    return any(hit.term.value in _CONTRARY and (hit.end >= end or not norms[hit.end].isalnum()) for hit in cues)


def _is_answered(source: Source, passage: Passage, finding: Finding) -> bool:
    """Tell whether an answer states what a question names.

    A lesion needs a second clinician's yes; of a complaint the reader knows whether a no denies it, or denies health:
    `Can you feel it when you wipe?`, `No.`.
    """
    scene = passage.scene
    if isinstance(finding, Lesion):
        return is_confirmed(scene) or is_tagged(scene)
    read = source.readings(passage, finding) if isinstance(finding, Neuro) else []
    if inside := [one for one in read if is_inside(one, passage)]:
        return _any_present(inside)
    reply = scene.statement.reply
    return reply is not None and reply.answer in {"yes", "same"}


def _is_tagged(scene: Scene) -> bool:
    """Tell whether a question only asks for assent to what it states, as in `It's tight there, huh?`."""
    chunks, reply = scene.statement.chunks, scene.statement.reply
    if len(chunks) <= 1 or (reply is not None and reply.answer == "no"):
        return False
    opening, tag = scene.words(chunks[0]), scene.words(chunks[-1])
    return opening[0] not in words("question_verbs") and len(tag) <= _TAG and tag[0] in _TAGS


def _of_side(read: list[Finding], finding: Finding) -> list[Finding]:
    """Keep the readings of the claimed side, where there are any."""
    side = getattr(finding, "laterality", None)
    return [one for one in read if side and getattr(one, "laterality", None) == side] or read


def _any_present(read: list[Finding]) -> bool:
    return any(getattr(one, "assertion", "") == "present" for one in read)


def _values(view: View, passage: Passage, finding: Finding) -> list[Hit]:
    """Return the values that a quote gives a sign or a test which it names itself."""
    kind = kind_of(finding)
    named = [hit for table in ("neuro", "tart") for hit in view.terms(table, passage.quote) if hit.term.value == kind]
    if not any(hit.term.role in {"sign", "test"} for hit in named):
        return []
    return [hit for hit in view.terms("neuro", passage.quote) if hit.term.role == "value" and hit.term.text != "-"]


def _own(view: View, quote: Chunk, finding: Finding) -> list[Hit]:
    """Return the words of a quote that state such a finding, or its denial."""
    kind = kind_of(finding)
    hits = [hit for table in _TABLES[type(finding)] for hit in view.terms(table, quote)]
    return [hit for hit in hits if hit.term.value == kind and hit.term.role not in _NAMING]


def _stands(scene: Scene, hit: Hit) -> bool:
    """Tell whether a term states a finding that no cue takes back."""
    denies = hit.term.role == "normal" or hit.term.assertion == "absent"
    return not denies and scene.assertion(hit) not in _CONTRARY


def _is_unread(view: View, passage: Passage, finding: Finding) -> bool:
    """Tell whether a quote in words that the vocabulary does not know may state a finding."""
    if not _may_conclude(view, passage, finding):
        return False
    if any(_stands(one, hit) for one, hit in _in_scenes(passage, _others(view, passage.quote, finding))):
        return True
    return not _is_well(view, passage) and not _is_cued(view, passage, finding)


def _may_conclude(view: View, passage: Passage, finding: Finding) -> bool:
    """Tell whether a quote that nobody reads so may state what codes rest on: a lesion, or a known diagnosis."""
    match finding:
        case Lesion():
            return _names_lesion(view, passage)
        case Diagnosis():
            is_concluded = passage.scene.stance == "conclusion" and _has_own_words(view, passage.quote)
            return is_concluded or finding.condition == "other"
        case _:
            return True


def _names_lesion(view: View, passage: Passage) -> bool:
    """Tell whether a quote has a word of lesions, a position, a lack of motion that is concluded, or words of its own.

    What the vocabulary knows as a finding of an examination is no lesion, and neither is a place without more.
    """
    quote, stance = passage.quote, passage.scene.stance
    if view.terms("lesions", quote) or any(map(_NOTATION.fullmatch, view.norms[quote.start : quote.end])):
        return True
    if palpated := view.terms("tart", quote):
        is_lack = any(hit.term.value == "restriction" for hit in palpated) and stance != "exam"
        return is_lack or any(hit.term.role == "position" for hit in palpated)
    return stance in _CONCLUDING and _has_own_words(view, quote)


def _has_own_words(view: View, quote: Chunk) -> bool:
    """Tell whether a quote has a word that is neither of a place or side nor of grammar."""
    located: list[Item] = [*view.places(quote), *view.sides(quote)]
    known = {index for item in located for index in range(item.start, item.end)}
    own = (view.norms[index] for index in range(*quote) if index not in known)
    return any(norm.isalpha() and norm not in GRAMMAR for norm in own)


def _others(view: View, quote: Chunk, finding: Finding) -> list[Hit]:
    """Return other findings of the same study: it may name one thing in the words of another."""
    hits = view.terms("imaging", quote) if isinstance(finding, Imaging) else []
    return [hit for hit in hits if hit.term.role == "finding" and hit.term.value != "unremarkable"]


def _is_cued(view: View, passage: Passage, finding: Finding) -> bool:
    """Tell whether a cue before or in a quote takes it back; of motion, a negation is a finding."""
    quote = passage.quote
    last = Chunk(quote.end - 1, quote.end)
    for scene, part in _in_scenes(passage, [quote, last]):
        found = scene.assertion(part)
        if found in _CONTRARY and (found != "absent" or part == quote):
            return True
    opening = view.terms("cues", Chunk(quote.start, min(quote.end, quote.start + 2)))
    denied = any(hit.term.value == "absent" and hit.term.role == "before" for hit in opening)
    return denied and kind_of(finding) != "restriction"


def _is_well(view: View, passage: Passage) -> bool:
    """Tell whether a quote says that all is well, in words that nothing before them denies."""
    quote = passage.quote
    values = [
        *(hit for hit in view.terms("neuro", quote) if hit.term.value in WELL and hit.term.text not in _VAGUE),
        *(hit for hit in view.terms("tart", quote) if hit.term.role == "normal"),
    ]
    return any(
        scene.assertion(hit) != "absent" and not _is_remark(view, hit) for scene, hit in _in_scenes(passage, values)
    )


def _is_remark(view: View, hit: Hit) -> bool:
    """Tell whether a good word says nothing of the finding, as in `okay, that's tight` and `less than normal`."""
    before = view.norms[hit.start - 1] if hit.start else ""
    if before == "than":
        return True
    if view.norms[hit.start] not in _TALK:
        return False
    named = any(place.end == hit.start for place in view.places(Chunk(max(0, hit.start - _NAMED), hit.start)))
    return not (named or before in _BEFORE_WELL or before.endswith(_VERBAL))


def _in_scenes(passage: Passage, items: Sequence[ItemT]) -> Iterator[tuple[Scene, ItemT]]:
    """Pair each item with its statement."""
    for item in items:
        inside = (one for one in passage.scenes if one.statement.start <= item.start < one.statement.end)
        yield next(inside, passage.scene), item
