"""Who speaks: roles named by labels, or inferred from what is said."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import cast

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
    plain = re.sub(r"[\s_#-]*\d+$", "", voice) if voice[-1:].isdigit() and voice not in roles else voice
    words = plain.replace("'s ", " ").split()
    if plain in roles or not words:
        return roles.get(plain)
    if words[0] in _TITLES or words[-1] in _DEGREES:
        return "clinician"
    first, *rest = (roles.get(word) for word in words)
    if rest and rest[-1] == "clinician" and first is None:  # A kind of clinician: osteopathic physician, spine surgeon.
        return "clinician"
    if first == "patient" and rest == ["other"]:  # The patient's mother is not the patient.
        return "other"
    return first if rest == [first] else None


_TITLES = frozenset({"dr", "doctor", "doctora", "nurse"})
_DEGREES = frozenset({"md", "do", "dc", "np", "pa-c", "rn"})


def is_known(voice: str) -> bool:
    """Whether a label is one of the table."""
    return voice in _roles()


def is_numbered(voice: str) -> bool:
    """Whether a label numbers its speakers, as `Speaker 1` and `SPEAKER_00` do."""
    return re.fullmatch(r"(?:speaker|spk|person|participant|voice|channel)[\s_#-]*(?:\d{1,3}|[a-h])", voice) is not None


def infer_speakers(words: Mapping[str, str]) -> dict[str, Speaker]:
    """Roles of voices, from their labels or else from what they say.

    The clinician asks about symptoms and speaks of examination; the patient
    speaks of his or her own body.

    Args:
        words: All words of each voice; the voice without a name stays unknown.

    Returns:
        A role for every voice; `unknown` where neither label nor words tell.
    """
    speakers: dict[str, Speaker] = {voice: named_speaker(voice) or "unknown" for voice in words}
    leanings = {voice: _leaning(words[voice]) for voice in words if voice and named_speaker(voice) is None}
    if "clinician" not in speakers.values() and (clinician := _clinician_among(leanings)):
        speakers[clinician] = "clinician"
        del leanings[clinician]
    if leanings and "patient" not in speakers.values() and "clinician" in speakers.values():
        patient = min(leanings, key=leanings.__getitem__)
        if leanings[patient] <= -_CLEAR or len(speakers) == len(("clinician", "patient")):
            speakers[patient] = "patient"
            del leanings[patient]
    return speakers | {voice: "clinician" for voice, leaning in leanings.items() if leaning >= _ANOTHER}


def infer_alternating(said: Sequence[str], expected: Sequence[Speaker]) -> list[Speaker]:
    """Roles of turns whose speakers only a dash parts.

    Two people take turns until the words of a turn tell that a third has spoken in between.

    Args:
        said: The words of each turn.
        expected: The role of each turn if two people speak in turn.

    Returns:
        The role of each turn.
    """
    roles: list[Speaker] = []
    shifted = False
    for words, role in zip(said, expected, strict=True):
        if role not in _OPPOSITE:
            roles.append(role)
            continue
        here = _OPPOSITE[role] if shifted else role
        leaning = _leaning(words)
        if abs(leaning) >= _CLEAR and (leaning > 0) != (here == "clinician"):
            shifted = not shifted
            here = _OPPOSITE[here]
        roles.append(here)
    return roles


_OPPOSITE: dict[Speaker, Speaker] = {"clinician": "patient", "patient": "clinician"}


def _clinician_among(leanings: Mapping[str, int]) -> str | None:
    """The voice that speaks more like a clinician than every other, if one clearly does."""
    ranked = sorted(leanings.items(), key=itemgetter(1), reverse=True)
    if not ranked:
        return None
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return first if most >= _LEAST and most - second >= _CLEAR else None


_LEAST = 1
"""Cues that a clinician's words must hold beyond the patient's."""
_ANOTHER = 3
"""Cues that the words of another clinician must hold beyond a patient's, where one is named already."""
_CLEAR = 2
"""Cues by which one voice must stand out from the others."""


def _leaning(said: str) -> int:
    """How many more cues of a clinician than of a patient the words hold."""
    read = said[:_READ_AT_MOST].lower()
    clinician, patient = _cues()
    return len(clinician.findall(read)) + read.count("?") // 2 - len(patient.findall(read))


@cache
def _roles() -> dict[str, Speaker]:
    return {label: cast("Speaker", speaker) for label, speaker in read_rows("speakers.csv")}


@cache
def _cues() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a clinician says, and what a patient says, in lower case: to look for either takes four times as long."""
    asks = (
        r"any (?:numbness|tingling|weakness|pain|trouble|changes?|fevers?|falls?|other|history|allergies)"
        r"|(?:do|did|does|are|have|has|can|could) you"
        r"|(?:how|what|when|where)(?:'s| is| are| did| does| do)? (?:your|you|the|it)"
        r"|your (?:back|neck|pain|hip|leg|arm|shoulder|knee|head|mri|x-?rays?|reflexes|symptoms|blood pressure)"
    )
    examines = (
        r"let me|i'm going to|i am going to|i'd like|lie (?:down|back|on)|sit up|bend|push|squeeze|turn over|roll over"
        r"|deep breath|tender|rotat(?:ed|ion)|flexion|extension|dysfunction|restrict(?:ed|ion)|hypertonic|positive"
        r"|negative|reflexes|strength|palpat\w+|range of motion|we'll|follow[- ]up|prescri\w+|lesion|subluxation"
        r"|adjust(?:ing|ment)?|stenosis|torsion|fixat(?:ed|ion)|innominate"
        r"|i'll (?:treat|order|write|put)|i(?:'d| would) (?:call|put) (?:it|that|this)"
    )
    own = (
        r"my (?:back|neck|hip|legs?|arms?|shoulder|knee|foot|feet|toes?|head|hands?|butt|job|work|wife|husband|kids?"
        r"|doctor)"
    )
    answers = (
        r"it (?:hurts|still hurts|aches)|hurts|i (?:can't|cannot|feel|felt|have|had|tried|took|take|was|got|woke"
        r"|think it)|doc|doctor|yes,? sir|yeah|no,? ma'am"
    )
    return (
        re.compile(rf"\b(?:{asks}|{examines})\b"),
        re.compile(rf"\b(?:{own}|{answers})\b"),
    )
