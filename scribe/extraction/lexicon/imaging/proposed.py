"""What is only proposed to be done, and what may go wrong in it: no picture shows it.

`I open the canal and put a screw on each side.`, `Bleeding, infection, a leak of spinal fluid.`
"""

from collections.abc import Sequence
from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.in_general import tells_in_general
from scribe.extraction.lexicon.imaging.showing import gives_reason, is_of_operation
from scribe.extraction.lexicon.words.vocabulary import words

_DOERS = frozenset({
    "i", "we", "i'd", "we'd", "i'll", "we'll", "he'd", "he'll", "she'd", "she'll", "they'd", "they'll", "to", "and",
    "then", "they", "he", "she", "or", "surgeon", "just", "would", "could",
})  # fmt: skip
_OPERATING = frozenset({
    "put", "place", "insert", "take", "open", "remove", "fuse", "trim", "shave", "drill", "clean", "widen", "unroof",
    "decompress", "bolt", "scoop", "replace", "puts", "takes", "opens", "fuses", "removes", "places", "bite", "cut",
    "carve", "grind", "unpinch", "free", "implant",
})  # fmt: skip
"""Verbs of who operates, in the forms of what is yet to come."""
_OPERATED = frozenset({
    "disc", "disk", "discs", "disks", "canal", "spur", "spurs", "bone", "fragment", "piece", "foramen", "hole",
    "lamina", "roof", "ligament", "cushion", "spacer", "vertebra", "vertebrae", "nerve", "facet", "joint", "tunnel",
})  # fmt: skip
"""What is operated, beside what is implanted."""
_PAST = frozenset(
    {"ago", "last", "was", "were", "did", "had", "back", "where", "since", "years", "year", "looks", "look"}
)
"""Words of an operation of days past."""
_LEADING = (["take", "out"], ["put", "in"], ["drill", "it"], ["drill", "that"], ["drill", "off"], ["shave", "it"])
"""Words with which somebody goes through the steps of an operation: `from the back, take out the disc, ...`."""
_REACH = 7
_MORE = frozenset({"more", "another", "new", "additional"})
_RISKS = frozenset({"downside", "downsides", "risk", "risks", "wrong", "risky", "complication", "complications"})
_HARM = frozenset({
    "bleeding", "infection", "infections", "leak", "clot", "clots", "stroke", "anesthesia", "anaesthesia", "hoarse",
    "hoarseness", "swallowing", "paralysis", "death", "nonunion", "hemorrhage", "haemorrhage", "pneumonia",
})  # fmt: skip
"""What may go wrong in an operation or with a needle."""
_SEVERAL = 2


def tells_of_none(scene: Scene) -> bool:
    """Tell whether a statement in a talk or report of pictures tells of none: of their reason, or of an operation.

    Args:
        scene: The statement.
    """
    if tells_in_general(scene):
        return True
    return gives_reason(scene) or is_of_operation(scene) or proposes_operation(scene) or lists_risks(scene)


def proposes_operation(scene: Scene) -> bool:
    """Tell whether a clinician says what is to be operated: `we take out the disc and put in a cage`, `more screws`.

    Args:
        scene: The statement.
    """
    if scene.statement.turn < 0 or scene.terms("imaging", "modality"):
        return False
    said = scene.words()
    implanted = words("implanted")
    if any(one in _MORE and other in implanted for one, other in pairwise(said)):
        return True
    if scene.said.isdisjoint(_OPERATING) or not scene.said.isdisjoint(_PAST):
        return False
    if any(scene.view.norms[part.start : part.start + 2] in _LEADING for part in scene.statement.chunks):
        return True
    return any(_operates(said, at, implanted) for at in range(1, len(said)))


def _operates(said: Sequence[str], at: int, implanted: frozenset[str]) -> bool:
    """Tell whether a word is what a surgeon does to something named behind it."""
    behind = said[at + 1 : at + _REACH]
    done = said[at] in _OPERATING and said[at - 1] in _DOERS
    return done and not (implanted | _OPERATED).isdisjoint(behind)


def lists_risks(scene: Scene) -> bool:
    """Tell whether a statement lists what may go wrong: `Infection, a clot, a leak.`, or answers who asks for it.

    Args:
        scene: The statement.
    """
    harm = scene.said & _HARM
    if scene.statement.turn < 0 or not harm:
        return False
    return len(harm) >= _SEVERAL or not _RISKS.isdisjoint(scene.said) or _is_asked_for_risks(scene)


def _is_asked_for_risks(scene: Scene) -> bool:
    asked = (one for one in scene.view.statements_before(scene.statement) if one.asks)
    return any(not _RISKS.isdisjoint(scene.view.norms[one.start : one.end]) for one in asked)
