"""Lesions that a clinician is asked for by who writes them down: `Dysfunctions?` / `C2 and the left SI.`."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.lesions.kinds import heads_in
from scribe.extraction.lexicon.lesions.places_elsewhere import only_lists
from scribe.extraction.lexicon.view.places import Place
from scribe.schema import LesionKind

_LONGEST = 8
_NEAR = 2
_FURTHER = frozenset({"else", "other", "others", "more"})
"""Words that ask for more of what was named before."""


def asked_for(scene: Scene) -> list[tuple[LesionKind, Place]]:
    """Return the places of a statement that only lists them in answer to a question, with the lesion asked for.

    Args:
        scene: The statement.
    """
    view, statement = scene.view, scene.statement
    if statement.turn < 1 or statement.speaker != "clinician" or statement.asks or "lesions" in scene.named:
        return []
    asked = next(iter(view.statements_before(statement)[-1:]), None)
    if asked is None or not asked.asks or statement.turn - asked.turn > 1 or asked.speaker == "patient":
        return []
    further = not _FURTHER.isdisjoint(view.norms[asked.start : asked.end])
    named = (asked, *(reversed(view.statements_before(asked)[-_NEAR:]) if further else ()))
    heads = [hit for one in named for hit in heads_in(view, one)]
    if not heads or view.fixing(asked) or asked.end - asked.start > _LONGEST or not only_lists(scene):
        return []
    kind: LesionKind = heads[0].term.value  # type: ignore[assignment]  # the table holds the schema's words
    return [(kind, place) for place in view.fixing(statement)]
