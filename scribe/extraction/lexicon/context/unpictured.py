"""What no picture tells alone: a syndrome, a dysfunction felt by hand, a slip told by its kind, an illness supposed."""

from scribe.extraction.lexicon.context.study_mentions import names_space
from scribe.extraction.lexicon.view.view import Chunk, Statement, View
from scribe.extraction.lexicon.words.vocabulary import words

_KINDS_OF_SLIP = frozenset({"degenerative", "isthmic", "lytic", "spondylolytic", "dysplastic"})
_PRESENTING = frozenset({"it", "it's", "that", "that's", "this", "have", "you've", "got", "is"})
_SYNDROMES = frozenset({"radiculopathy", "myelopathy", "sciatica", "cauda_equina"})
_ILLNESSES = _SYNDROMES | {
    "facet_syndrome", "sacroiliitis", "hip_pathology", "low_back_pain", "neck_pain", "thoracic_pain", "headache",
    "sprain_strain", "muscle_spasm", "postlaminectomy_syndrome", "coccydynia", "ankylosing_spondylitis",
}  # fmt: skip
_SUPPOSING = ("i think", "i suspect", "my guess", "i'm worried", "i'm concerned", "i'd say", "this looks", "looks like")
_CLAUDICATION = "claudication"
_READ_OUT = frozenset({"reads", "correlate", "correlation"})
"""Words of a report, which may name for whom it is written what a picture leaves to others."""
_SEVERAL = 2


def names_syndrome(view: View, statement: Statement) -> bool:
    """Tell whether a stenosis is named with what it does to somebody, which no picture shows.

    `Foraminal stenosis at C5-6 from a spur, and a C6 radiculopathy`.
    """
    if not any(hit.term.text.startswith("steno") for hit in view.terms("lesions", statement)):
        return False
    if not (words("reporting") | _READ_OUT).isdisjoint(view.norms[statement.start : statement.end]):
        return False
    named = (hit.term for hit in view.terms("conditions", statement))
    return any(term.value in _SYNDROMES or _CLAUDICATION in term.text for term in named)


def names_kind_of_slip(view: View, statement: Statement) -> bool:
    """Tell whether a slip is named with what it comes from, as who only looks does not: `It's an isthmic listhesis`."""
    said = view.norms[statement.start : statement.end]
    kinds = [at for at, word in enumerate(said[1:], 1) if word in _KINDS_OF_SLIP and said[at - 1] in {"a", "an"}]
    slips = {hit.start - statement.start for hit in view.terms("conditions", statement)}
    return any(at in slips and not _PRESENTING.isdisjoint(said[max(0, at - 3) : at]) for at in kinds)


def supposes_illness(view: View, statement: Statement) -> bool:
    """Tell whether somebody supposes what no picture shows: `I think it's probably a facet syndrome`."""
    if "conditions" not in view.named[statement.start] or names_space(view, statement):
        return False
    cues = [hit for hit in view.terms("stances", statement) if hit.term.text.startswith(_SUPPOSING)]
    if not cues:
        return False
    behind = Chunk(cues[0].end, statement.end)
    return any(hit.term.value in _ILLNESSES for hit in view.terms("conditions", behind))


def names_subluxation(view: View, statement: Statement) -> bool:
    """Tell whether a chiropractic subluxation is named, which is no slip that a study shows."""
    return any(hit.term.value.startswith("sublux") for hit in view.terms("lesions", statement))


def names_subluxations(view: View, statement: Statement) -> bool:
    """Tell whether a clinician sums up several joints: `L5 subluxation, sacral subluxation, and the pelvis`."""
    if statement.speaker != "clinician":
        return False
    heads = [hit for hit in view.terms("lesions", statement) if hit.term.role == "head"]
    told = [hit for hit in heads if hit.term.value == "subluxation_complex"]
    seen = words("demonstrating")
    return len(told) >= _SEVERAL and seen.isdisjoint(view.norms[statement.start : statement.end])


def names_dysfunction(view: View, statement: Statement) -> bool:
    """Tell whether a clinician names a dysfunction, which no study shows."""
    if statement.speaker == "patient":
        return False
    found = (hit for hit in view.terms("lesions", statement) if hit.term.value == "somatic_dysfunction")
    return any(hit.term.role == "head" or "dysfunction" in hit.term.text for hit in found)
