"""What hands only look for, or a treatment or exercise is to do: `I'll feel for tight bands.`, `until it feels tight`.

What muscles do in general is no finding either: `They get tight when we sit.`.
"""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.vocabulary import Hit

_CHECKING = frozenset({
    "check", "checking", "feel", "feeling", "look", "looking", "search", "searching", "palpate", "palpating", "test",
    "testing", "hunt", "hunting", "screen", "screening", "watch", "watching", "listen",
})  # fmt: skip
_TO_COME = frozenset({"i'll", "we'll", "will", "gonna", "you'll", "they'll", "she'll", "he'll"})
_UNTIL = frozenset({"until", "till"})
_EASING = frozenset({
    "take", "ease", "reduce", "settle", "relieve", "loosen", "release", "calm", "prevent", "stop", "soften", "improve",
    "decrease", "help", "helps", "lessen", "lower",
})  # fmt: skip
_COMPLAINTS = frozenset({"soreness", "tenderness", "tightness", "tension", "stiffness", "swelling", "spasm", "spasms"})
_AIMING = frozenset(
    {"should", "will", "to", "i'll", "we'll", "can", "help", "helps", "gonna", "that'll", "this'll", "may"}
)
_GENERAL = frozenset({
    ("when", "we"), ("when", "people"), ("when", "someone"), ("when", "somebody"), ("when", "one"), ("common", "in"),
    ("usually", "means"), ("usually", "mean"), ("tend", "to"), ("tends", "to"), ("in", "general"), ("most", "people"),
    ("everybody", "gets"), ("everyone", "gets"), ("we", "all"), ("often", "means"),
})  # fmt: skip
_BEDDING = frozenset(
    {"pillow", "pillows", "mattress", "mattresses", "bed", "chair", "cushion", "sofa", "couch", "insole"}
)
_REACH = 8


def is_looked_for(scene: Scene, hit: Hit) -> bool:
    """Tell whether speech only looks for what a term tells, aims at it, or tells how things are in general.

    Args:
        scene: The statement.
        hit: The words that may tell a finding.
    """
    if scene.statement.turn < 0 or hit.term.value not in {"tenderness", "tissue_texture"}:
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _REACH) : hit.start]
    if not _UNTIL.isdisjoint(before) or not _GENERAL.isdisjoint(pairwise(scene.words())):
        return True
    return _is_checked(before) or _is_eased(hit, before) or not _BEDDING.isdisjoint(scene.words(scene.chunk(hit)))


def _is_checked(before: list[str]) -> bool:
    """Tell whether a term is what is looked for, or what is only to be checked: `We'll check the tenderness.`."""
    sought = "for" in before and not _CHECKING.isdisjoint(before[: before.index("for")])
    planned = not _TO_COME.isdisjoint(before) or ("going", "to") in pairwise(before)
    return sought or (planned and not _CHECKING.isdisjoint(before))


def _is_eased(hit: Hit, before: list[str]) -> bool:
    """Tell whether a complaint is what a treatment is to ease, as in `This should take the soreness out.`."""
    complained = not _COMPLAINTS.isdisjoint(hit.term.text.split())
    return complained and not _EASING.isdisjoint(before) and not _AIMING.isdisjoint(before)
