"""Who speaks: roles named by labels, or inferred from what is said."""

import re
from collections.abc import Mapping
from functools import cache

from scribe.documents.tables import read_rows
from scribe.schema import Speaker

_READ_AT_MOST = 20_000
"""Characters of one voice that are read to infer its role."""


def voice_of(label: str) -> str:
    """The label without case, marks and spare space, so that one voice has one name."""
    return " ".join(re.sub(r"[^\w'/-]+", " ", label.casefold()).split())


def named_speaker(voice: str) -> Speaker | None:
    """The role that a label states.

    Args:
        voice: A label as given by `voice_of`.

    Returns:
        The role; None where the label is a name or a number.
    """
    roles = _roles()
    if voice in roles:
        return roles[voice]
    plain = re.sub(r"[\s_#-]*\d+$", "", voice)
    if plain in roles:
        return roles[plain]
    words = plain.replace("'s ", " ").split()
    if not words:
        return None
    if words[0] in {"dr", "doctor", "doctora", "nurse"} or words[-1] in {"md", "do", "dc", "np", "pa-c", "rn"}:
        return "clinician"
    if len(words) == 2 and words[0] in {"patient", "pt"} and roles.get(words[1]) == "other":
        return "other"
    if len(words) == 2 and roles.get(words[0], roles.get(words[1])) == roles.get(words[1]):
        return roles.get(words[1])
    return None


def is_known(voice: str) -> bool:
    """Whether a label is one of the table."""
    return voice in _roles()


def is_numbered(voice: str) -> bool:
    """Whether a label numbers its speakers, as `Speaker 1` and `SPEAKER_00` do."""
    return re.fullmatch(r"(?:speaker|spk|person|participant|voice|channel)[\s_#-]*(?:\d{1,3}|[a-h])", voice) is not None


def infer_speakers(words: Mapping[str, str]) -> dict[str, Speaker]:
    """Roles of voices, where a label states none, from what they say.

    The clinician asks about symptoms and speaks of examination; the patient
    speaks of his or her own body.

    Args:
        words: All words of each voice.

    Returns:
        A role for every voice; `unknown` where the words do not tell.
    """
    speakers: dict[str, Speaker] = {}
    leaning: dict[str, int] = {}
    for voice, said in words.items():
        role = named_speaker(voice) if voice else "unknown"
        if role is None:
            leaning[voice] = _leaning(said[:_READ_AT_MOST])
            role = "unknown"
        speakers[voice] = role
    named = set(speakers.values())
    if leaning and "clinician" not in named:
        voice = max(leaning, key=leaning.__getitem__)
        others = [leaning[other] for other in leaning if other != voice]
        if leaning[voice] >= _LEAST and leaning[voice] - max(others, default=0) >= _CLEAR:
            speakers[voice] = "clinician"
            del leaning[voice]
    if leaning and "patient" not in named and "clinician" in speakers.values():
        voice = min(leaning, key=leaning.__getitem__)
        if leaning[voice] <= -_CLEAR or len(speakers) == 2:
            speakers[voice] = "patient"
    return speakers


_LEAST = 1
"""Cues that a clinician's words must hold beyond the patient's."""
_CLEAR = 2
"""Cues by which one voice must stand out from the others."""


def _leaning(said: str) -> int:
    """How much more the words are a clinician's (positive) than a patient's (negative)."""
    clinician, patient = _cues()
    return len(clinician.findall(said)) + said.count("?") // 2 - len(patient.findall(said))


@cache
def _roles() -> dict[str, Speaker]:
    return {label: speaker for label, speaker in read_rows("speakers.csv")}  # type: ignore[misc]


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    clinician = re.compile(
        r"\b(?:any (?:numbness|tingling|weakness|pain|trouble|changes?|fevers?|falls?|other|history|allergies)"
        r"|(?:do|did|does|are|have|has|can|could) you\b|(?:how|what|when|where)(?:'s| is| are| did| does| do)? (?:your|you|the|it)\b"
        r"|your (?:back|neck|pain|hip|leg|arm|shoulder|knee|head|mri|x-?rays?|reflexes|symptoms|blood pressure)"
        r"|let me|i'm going to|i am going to|i'd like|lie (?:down|back|on)|sit up|bend|push|squeeze|turn over|roll over"
        r"|deep breath|tender|rotat(?:ed|ion)|flexion|extension|dysfunction|restrict(?:ed|ion)|hypertonic|positive|negative"
        r"|reflexes|strength|palpat\w+|range of motion|we'll|follow[- ]up|prescri\w+)\b",
        re.IGNORECASE,
    )
    patient = re.compile(
        r"\b(?:my (?:back|neck|hip|leg|legs|arm|arms|shoulder|knee|foot|feet|toes?|head|hand|hands|butt|job|work|wife|husband|kids?|doctor)"
        r"|it (?:hurts|still hurts|aches)|i (?:can't|cannot|feel|felt|have|had|tried|took|take|was|got|woke|think it)|hurts|doc|doctor|yes,? sir|yeah|no,? ma'am)\b",
        re.IGNORECASE,
    )
    return clinician, patient
