"""Whether the words for a lesion name a joint that stands elsewhere: `T4 won't turn, that's a dysfunction`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit

_DETERMINERS = frozenset({"a", "one", "another", "the", "your", "our", "my", "his", "her"})
_BEFORE_NAME = frozenset({
    "there", "here", "that", "it", "this", "there's", "here's", "that's", "it's", "where", "is", "still", "remains",
    "find", "found", "feel", "felt", "have", "call", "that'd", "that'll", "be", "got", "them", "those", "these", "one",
})  # fmt: skip
_QUALIFIERS = frozenset({
    "real", "proper", "true", "clear", "definite", "genuine", "small", "little", "mild", "minor", "slight", "big",
    "nice", "good", "old", "new", "simple", "plain", "separate", "second", "bona-fide", "honest-to-god", "textbook",
})  # fmt: skip
"""Words that may stand before the name, as in `now that's a proper dysfunction`."""
_BEHIND_NAME = frozenset({
    ".", ",", ";", "-", "!", "is", "sits", "lives", "here", "there", "today", "now", "not", "right", "and", "we", "i",
    "that", "comes", "but", "then", "stays", "hides", "too", "also", "as",
})  # fmt: skip
_ANCHORS = frozenset({
    "there", "here", "that", "this", "it", "there's", "here's", "that's", "it's", "where", "them", "those", "these",
    "both", "all",
})  # fmt: skip
_POINTING = frozenset({"that", "this", "it"})
_ALL = frozenset({"both", "all"})
_CALLING = frozenset({"call", "calling", "called"})
GENERAL = frozenset({
    "people", "patients", "happen", "happens", "occur", "occurs", "usually", "often", "sometimes", "generally",
    "everybody", "everyone", "folks", "kinds", "types", "means", "mean", "get", "gets", "someone", "somebody",
    "exercises",
})  # fmt: skip
"""Words of who explains what lesions are."""
_BEHIND_PREDICATE = frozenset({"so", "on", "again", "one", "segment", "joint", "because", "still", "for"})
_ADVERBS = frozenset(
    {"still", "also", "really", "clearly", "definitely", "just", "quite", "pretty", "very", "truly", "too"}
)
_REACH = 6
_REFERRING = frozenset({"above", "below", "listed"})
_REFERRING_REACH = 4
_PAYERS = frozenset({"medicare", "insurance", "insurer", "insurers", "payer", "payers", "they"})
_NAMED_BY_PAYER = frozenset({"say", "says", "call", "calls", "prefers", "prefer", "wants", "want", "likes"})
_SUPPOSING = frozenset({"suppose", "supposing", "imagine", "pretend"})


def is_name(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion's words can name a joint that stands elsewhere: a full term, or one that is pointed with.

    Args:
        scene: The statement.
        head: The lesion.
    """
    if head.term.role == "head":
        return True
    norms, statement = scene.view.norms, scene.statement
    if head.term.text == "dysfunctional":
        return _is_predicate(scene, head)
    start = head.start - (norms[head.start - 1] in _QUALIFIERS | {"in"})
    if statement.turn < 0 or statement.asks or start == statement.start:
        return False
    before = norms[max(statement.start, start - _REACH) : start]
    behind = norms[head.end] if head.end < statement.end else "."
    pointed = not _ANCHORS.isdisjoint(before) and GENERAL.isdisjoint(before)
    named = before[-1] in _DETERMINERS and before[-2:-1] != [] and before[-2] in _BEFORE_NAME
    stated = (named or _is_said_to_be(scene, head)) and pointed and not _is_supposed(scene)
    return stated and behind in _BEHIND_NAME and "dysfunction" in head.term.text


def _is_predicate(scene: Scene, head: Hit) -> bool:
    """Tell whether speech says what a joint named before is: `C4, that one's dysfunctional`, `C4. Dysfunctional.`."""
    view, statement = scene.view, scene.statement
    said = [at for at in range(statement.start, head.start) if view.norms[at] not in _ADVERBS]
    behind = view.norms[head.end] if head.end < statement.end else "."
    if statement.turn < 0 or statement.asks or behind not in _BEHIND_NAME | _BEHIND_PREDICATE or _is_supposed(scene):
        return False
    if not said:
        return behind == "."
    named = view.norms[said[-1]] == "the" and behind in {"one", "segment", "joint"}
    subject = said[:-1] if view.norms[said[-1]] in {"is", "the"} else said
    pointed = bool(subject) and view.norms[subject[-1]] in _POINTING | {"one", "there", "here"}
    contracted = pointed and view.is_contracted(subject[-1])
    return pointed and (contracted or view.norms[said[-1]] == "is" or named)


def _is_said_to_be(scene: Scene, head: Hit) -> bool:
    """Tell whether a name follows without an article, as in `that's dysfunction` and `I call it dysfunction`."""
    at = head.start - 1 - (scene.view.norms[head.start - 1] == "in")
    word, before = scene.view.norms[at], scene.view.norms[at - 1 : at] if at > scene.statement.start else []
    if word in {"is", "are"}:
        return before != [] and before[0] in _POINTING | _ALL
    if word in _ALL:
        return True
    return word in _POINTING and (scene.view.is_contracted(at) or _CALLING.issuperset(before or ["."]))


def _is_supposed(scene: Scene) -> bool:
    """Tell whether what is pointed to is only imagined, as in `Suppose it doesn't spring. That's a dysfunction.`."""
    before = scene.view.statements_before(scene.statement)[-1:]
    return any(not _SUPPOSING.isdisjoint(scene.view.norms[one.start : one.end]) for one in (*before, scene.statement))


def is_only_word(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion's words refer to others, are explained, or are what somebody else calls it.

    Args:
        scene: The statement.
        head: The lesion.
    """
    return _refers(scene, head) or _is_explained(scene, head) or _is_of_payer(scene, head)


def _refers(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion without a place refers to others, as in `Somatic dysfunctions x5 as above`."""
    return not _REFERRING.isdisjoint(scene.view.norms[head.end : min(scene.statement.end, head.end + _REFERRING_REACH)])


def _is_of_payer(scene: Scene, head: Hit) -> bool:
    """Tell whether a name is only that of who pays, as in `Medicare prefers to say subluxation`."""
    before = scene.view.norms[scene.statement.start : head.start]
    return scene.statement.turn >= 0 and not _PAYERS.isdisjoint(before) and not _NAMED_BY_PAYER.isdisjoint(before)


def _is_explained(scene: Scene, head: Hit) -> bool:
    """Tell whether a lesion is only a word that is explained, as in `what somatic dysfunction is`, `means`."""
    norms, statement = scene.view.norms, scene.statement
    after = norms[head.end] if head.end < statement.end else "."
    asked = after == "is" and "what" in scene.said and norms[head.start - 1] in {"what", "a"}
    return asked or after in {"means", "mean"}
