"""Findings that a note tells where none are looked for: below its pictures, and in its assessment.

An assessment repeats what was found, and pictures show no strength. What a sentence of its own tells there counts all
the same: `Strength 5/5 both legs. No clonus.` behind the impression.
"""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.cauda_equina import ALARMS
from scribe.extraction.lexicon.neuro.finding_kinds import Found
from scribe.extraction.lexicon.words.vocabulary import Hit

_ODD = frozenset({"assessment", "imaging"})
_OF_NERVES = frozenset({
    "motor_deficit", "sensory_deficit", "reflex_deficit", "upper_motor_neuron", "tension_sign", "bowel_bladder",
    "saddle_anesthesia",
})  # fmt: skip
"""Kinds that are told for themselves; pain and a walk also tell of a diagnosis."""
_CONCLUDING = ("conditions", "lesions", "imaging")
"""Tables of what an assessment or a study concludes."""


def stands_here(scene: Scene, found: Found, *, grows: bool) -> bool:
    """Tell whether a finding counts where it stands.

    Args:
        scene: The statement.
        found: What it tells.
        grows: Whether it says that a weakness grows, which alarms.
    """
    section = scene.statement.section
    if section not in _ODD:
        return True
    alarms = found.kind in ALARMS or grows
    if section == "assessment" and alarms and found.assertion == "present":
        return True  # An alarm may stand nowhere else.
    return scene.statement.turn < 0 and _is_told(scene, found)


def _is_told(scene: Scene, found: Found) -> bool:
    """Tell whether a sentence of its own gives a result, a denial or a warning, and concludes nothing."""
    valued = any(isinstance(part, Hit) and part.term.role == "value" for part in found.parts)
    alone = all(table not in scene.named for table in _CONCLUDING)
    return found.kind in _OF_NERVES and alone and (valued or found.assertion in {"absent", "hypothetical"})
