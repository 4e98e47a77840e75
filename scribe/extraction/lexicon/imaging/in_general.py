"""What pictures show of anybody, and no picture of the patient: `An x-ray wouldn't show a disc`, `a normal MRI`."""

from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.words.tokens import Item

_ARTICLES = frozenset({"a", "an", "any"})
_MAY = frozenset({"would", "will", "can", "could", "might", "may", "won't", "wouldn't", "can't", "cannot", "couldn't"})
_SHOW = frozenset({"show", "see", "tell", "pick", "reveal", "miss", "find", "prove", "catch", "explain"})
_NEAR = 4
_PEOPLE = frozenset(
    {"everybody", "everyone", "anybody", "anyone", "people", "folks", "population", "somebody", "someone"}
)
_EXAMPLES = frozenset({"textbook", "poster", "brochure", "diagram", "cartoon", "book", "pamphlet"})
_OUT_OF = frozenset({"from", "in", "on", "of", "out"})
_LOOKING = (["looks", "like"], ["look", "like"])


def tells_in_general(scene: Scene) -> bool:
    """Tell whether speech says what studies show or miss at all: `a film won't show that`, `what an MRI looks like`.

    Args:
        scene: The statement.
    """
    if scene.statement.turn < 0:
        return False
    studied = scene.terms("imaging", "modality")
    return _is_example(scene) or any(may_show(scene, one) or _of_people(scene, one) for one in studied)


def _is_example(scene: Scene) -> bool:
    """Tell whether a picture is one of a book or a wall: `this one's from a textbook`."""
    said = scene.words()
    shown = (at for at, word in enumerate(said) if word in _EXAMPLES)
    return not scene.said.isdisjoint(_EXAMPLES) and any(
        not _OUT_OF.isdisjoint(said[max(0, at - 2) : at]) for at in shown
    )


def may_show(scene: Scene, study: Item) -> bool:
    """Tell whether a study of any kind may show something, or not: `an MRI would show it`.

    Args:
        scene: The statement.
        study: The name of the study.
    """
    norms, end = scene.view.norms, scene.statement.end
    before = norms[max(scene.statement.start, study.start - 2) : study.start]
    after = norms[study.end : min(end, study.end + _NEAR)]
    general = not _ARTICLES.isdisjoint(before)
    if before[:1] and before[0] in _MAY and general and not _SHOW.isdisjoint(after[:1]):
        return True
    may = _MAY if general else _MAY - {"will", "won't"}  # What the MRI will tell is awaited.
    if after[:1] and after[0] in may and (not _SHOW.isdisjoint(after[1:]) or study.end + 2 >= end):
        return True
    if general and any(map(is_not, after[:1])) and not _SHOW.isdisjoint(after[1:]):
        return True
    led = norms[scene.chunk(study).start : study.start]
    seen = not _SHOW.isdisjoint(led) and any(map(is_not, led)) and "on" in before
    return (general and seen) or norms[study.end : study.end + 2] in _LOOKING


def _of_people(scene: Scene, study: Item) -> bool:
    """Tell whether a study is one of anybody: `if I took an MRI of everybody your age`, `x-ray a hundred people`."""
    near = scene.view.norms[study.end : min(scene.statement.end, study.end + _NEAR)]
    return not _PEOPLE.isdisjoint(near) and not _ARTICLES.union({"of"}).isdisjoint(near + scene.words()[:_NEAR])
