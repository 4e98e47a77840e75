"""Who speaks: roles named by labels, or inferred from what is said."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import cast

from scribe.documents.tables import read_rows
from scribe.schema import Speaker

_KEPT = 1 << 10
"""Labels that are remembered from line to line."""
_READ_AT_MOST = 20_000
"""Characters of one voice that are read to infer its role."""


@lru_cache(maxsize=_KEPT)
def voice_of(label: str) -> str:
    """The label without case, marks and spare space, so that one voice has one name.

    Of `Speaker 2 (patient)` the role is kept, and of `PT (video)` what stands before the brackets; of
    `Dr. Vance, pain medicine` and `Patient, Mr. Ott` what stands before the comma.
    """
    before, comma, _ = label.partition(", ")
    if comma and named_speaker(plain := _plain(before.casefold())):
        return plain
    parts = [plain for part in _asides().split(label.casefold()) if (plain := _plain(part))]
    return next(filter(named_speaker, parts), parts[0] if parts else "")


def _plain(label: str) -> str:
    spelled = re.sub(r"(?<![^\W_])([^\W\d_])\.(?=[^\W\d_](?![^\W_]))", r"\1", label)  # D.O. and M.D.
    return " ".join(re.sub(r"[^\w'/-]+", " ", spelled).split()).strip("-/ ")


@cache
def _asides() -> re.Pattern[str]:
    return re.compile(r"[()]|\s[-\u2013|/]\s")


@lru_cache(maxsize=_KEPT)
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
    if len(plain) == 1 and plain != voice:  # One of a series, such as P1 and P2.
        return None
    if plain in roles or not words:
        return roles.get(plain)
    if words[0] in _TITLES or words[-1] in _DEGREES or words[-1].endswith(_CALLINGS):
        return "clinician"
    first, *rest = (roles.get(word) for word in words)
    if rest and rest[-1] == "clinician" and first is None:  # A kind of clinician: osteopathic physician, spine surgeon.
        return "clinician"
    if first == "patient" and rest == ["other"]:  # The patient's mother is not the patient.
        return "other"
    return first if rest == [first] else None


_TITLES = frozenset({"dr", "doctor", "doctora", "nurse"})
_DEGREES = frozenset({
    "md", "do", "dc", "np", "pa-c", "rn", "fnp", "dnp", "crnp", "arnp", "aprn", "dpt", "mbbs", "mbchb", "frcs", "frcp",
})  # fmt: skip
_CALLINGS = ("ologist", "iatrist", "surgeon", "practor", "practitioner", "physician", "therapist")


def is_known(voice: str) -> bool:
    """Whether a label is one of the table."""
    return voice in _roles()


@lru_cache(maxsize=_KEPT)
def is_numbered(voice: str) -> bool:
    """Whether a label numbers its speakers, as `Speaker 1` and `SPEAKER_00` do."""
    return _number().fullmatch(voice) is not None


@cache
def _number() -> re.Pattern[str]:
    unknown = "unknown|unidentified|male|female"
    who = "speaker|spkr?|person|participant|voice|channel|chan|ch|mic|track|user|talker"
    number = r"\d{1,3}|[a-h]|one|two|three|four"
    return re.compile(rf"(?:(?:{unknown}) )?(?:{who})[\s_#-]*(?:{number})|(?:{unknown}) (?:speaker|voice)")


def infer_speakers(words: Mapping[str, str]) -> dict[str, Speaker]:
    """Roles of voices, from their labels or else from what they say.

    The clinician asks about symptoms and speaks of examination; the patient
    speaks of his or her own body.

    Args:
        words: All words of each voice; the voice without a name stays unknown.

    Returns:
        A role for every voice; `unknown` where neither label nor words tell.
    """
    named = {voice: named_speaker(voice) for voice in words}
    if "clinician" not in named.values() and named.get(_PT) and _sounds_clinical(_PT, words):
        named[_PT] = "clinician"
    speakers: dict[str, Speaker] = {voice: role or "unknown" for voice, role in named.items()}
    leanings = {voice: _leaning(words[voice]) for voice in words if voice and named[voice] is None}
    if "patient" not in speakers.values() and len(speakers) == len(_INTERPRETED):
        spoken_for = _INTERPRETERS.intersection(speakers) if "clinician" in speakers.values() or leanings else set()
        speakers |= dict.fromkeys(spoken_for, "patient")
    if "clinician" not in speakers.values() and (clinician := _clinician_among(leanings)):
        speakers[clinician] = "clinician"
        del leanings[clinician]
    if leanings and "patient" not in speakers.values() and "clinician" in speakers.values():
        least = min(leanings, key=leanings.__getitem__)
        clear = leanings[least] <= -_CLEAR or len(speakers) == len(("clinician", "patient"))
        others = {voice: words[voice] for voice in leanings if leanings[voice] < _ANOTHER}
        if patient := least if clear else _patient_among(others):
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


_PT = "pt"
"""The patient, or the physical therapist."""
_INTERPRETED = ("clinician", "interpreter")
"""Voices of a talk in which the interpreter alone speaks for the patient."""
_INTERPRETERS = frozenset({"interpreter", "interp", "translator", "intérprete", "interprete", "guest"})
_OPPOSITE: dict[Speaker, Speaker] = {"clinician": "patient", "patient": "clinician"}


def _sounds_clinical(voice: str, words: Mapping[str, str]) -> bool:
    """Whether a voice clearly speaks more like a clinician than every other."""
    return _clinician_among({other: _leaning(said) for other, said in words.items()}) == voice


def _clinician_among(leanings: Mapping[str, int]) -> str | None:
    """The voice that speaks more like a clinician than every other, if one clearly does."""
    ranked = sorted(leanings.items(), key=itemgetter(1), reverse=True)
    if not ranked:
        return None
    (first, most), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    return first if most >= _LEAST and most - second >= _CLEAR else None


def _patient_among(words: Mapping[str, str]) -> str | None:
    """The voice that speaks of itself, where every other speaks of somebody else or of nobody."""
    ranked = sorted(((_selfhood(said), voice) for voice, said in words.items()), reverse=True)
    if not ranked:
        return None
    (most, first), second = ranked[0], ranked[1][0] if len(ranked) > 1 else 0
    return first if most >= _CLEAR and most - second >= _CLEAR else None


def _selfhood(said: str) -> int:
    """How much more often the words name the one who speaks than anybody else."""
    read = said[:_READ_AT_MOST].lower()
    own, others = _persons()
    return len(own.findall(read)) - len(others.findall(read))


@cache
def _persons() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"\b(?:i|i'm|i've|my|me|mine|myself)\b"),
        re.compile(r"\b(?:he|she|his|her|hers|him|he's|she's|you|your)\b"),
    )


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
    tells = (
        r"i don't think you|i looked at (?:your|the|his|her) (?:x-?rays?|mri|films?|scans?|ct|pictures)"
        r"|i suspect|i(?:'m| am) (?:concerned|worried) about (?:your|the|a|an)"
    )
    judges = r"tell (?:you|which|those|them|if|whether)|say (?:which|whether|if|for)|rule|promise|exclude|find"
    supposes = r"probably|likely|most likely|coming|more|be|both"
    own = (
        r"my (?:back|neck|hip|legs?|arms?|shoulder|knee|foot|feet|toes?|head|hands?|butt|job|work|wife|husband|kids?"
        r"|doctor)"
    )
    answers = (
        r"it (?:hurts|still hurts|aches)|hurts|i (?:feel|felt|have|had|tried|took|take|was|got|woke)"
        rf"|i (?:can't|cannot)(?! (?:{judges}))|i think it(?!(?:'s| is| could| may| might) (?:{supposes}))"
        r"|doc|doctor|yes,? sir|yeah|no,? ma'am"
    )
    return (
        re.compile(rf"\b(?:{asks}|{examines}|{tells})\b"),
        re.compile(rf"\b(?:{own}|{answers})\b"),
    )
