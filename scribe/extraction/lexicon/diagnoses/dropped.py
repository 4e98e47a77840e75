"""Diagnoses that a clinician takes off the list: `I'd drop the disc.`, `Take sciatica off.`."""

from collections.abc import Iterable, Iterator

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.diagnoses.culprits import PARTS
from scribe.extraction.lexicon.lesions.struck_off import is_struck, may_strike
from scribe.extraction.lexicon.quoted import first_span, last_span
from scribe.extraction.lexicon.view.view import Chunk
from scribe.schema import Diagnosis

_STATED = frozenset({"present", "possible"})


def listed(scenes: Iterable[Scene], diagnoses: Iterable[Diagnosis]) -> Iterator[Diagnosis]:
    """Leave out the diagnoses that are dropped after they were named.

    Args:
        scenes: The statements of the document.
        diagnoses: What was read in them.
    """
    dropped = [one for scene in scenes if may_strike(scene) for one in _dropped(scene)]
    diagnoses = list(diagnoses)
    for diagnosis in diagnoses:
        start = last_span(diagnosis)[0]
        ends = (end for condition, end in dropped if condition == diagnosis.condition)
        if diagnosis.assertion not in _STATED or not (
            any(start < end for end in ends) or _is_ruled_out(diagnosis, diagnoses)
        ):
            yield diagnosis


def _is_ruled_out(diagnosis: Diagnosis, diagnoses: Iterable[Diagnosis]) -> bool:
    """Tell whether what talk holds possible is denied later on: `Sacroiliitis?`, `Sacroiliitis I don't buy.`."""
    if diagnosis.assertion != "possible" or diagnosis.evidence[0].speaker is None:
        return False
    start = last_span(diagnosis)[0]
    same = (one for one in diagnoses if (one.condition, one.region) == (diagnosis.condition, diagnosis.region))
    denied = (one for one in same if one.assertion == "absent" and one.laterality in {diagnosis.laterality, None})
    return any(first_span(one)[0] > start for one in denied)


def _dropped(scene: Scene) -> Iterator[tuple[str, int]]:
    """Yield the conditions that a statement drops, and the index after its last character."""
    at = scene.view.tokens.spans[scene.statement.end - 1][1]
    parts = [index for index in range(scene.statement.start, scene.statement.end) if scene.view.norms[index] in PARTS]
    named = [(PARTS[scene.view.norms[index]][0], Chunk(index, index + 1)) for index in parts]
    named += [(hit.term.value, Chunk(hit.start, hit.end)) for hit in scene.terms("conditions", "condition")]  # type: ignore[misc]  # the table holds the schema's words
    # What cannot be excluded yet is on the list.
    struck = ((condition, part) for condition, part in named if is_struck(scene, part))
    yield from ((condition, at) for condition, part in struck if scene.assertion(part) != "possible")
