"""Which part of the body a study is of: its region, its side, several regions, or a limb."""

from itertools import pairwise
from typing import NamedTuple

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.imaging.beginnings import with_heading
from scribe.extraction.lexicon.imaging.kinds import DEEP
from scribe.extraction.lexicon.imaging.level_and_side import OUTSIDE, is_of_posture, joint_region
from scribe.extraction.lexicon.imaging.soft_parts import limb_of
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality, Modality, Region

_AXIAL: frozenset[Region | None] = frozenset({"head", "cervical", "thoracic", "lumbar", "sacral", "pelvic"})
_NEXT = 5
_STUDIED = 8
_BESIDE_STUDY = 3
_LETTERS = frozenset({"c", "t", "l"})
_JOINTS = frozenset({"/", "&", "+", "and"})
_JOINED = 3
_SUMMED = frozenset({"and", "&", "+", "/", ",", "spine", "the", "spines"})
"""Words between the regions that one study is of."""
_WHOLE = frozenset({"full", "whole", "entire", "total", "complete"})
_SPINES = frozenset({"spine", "spinal"})
_SERIES = frozenset({"series", "survey", "films", "film", "views"})


class Where(NamedTuple):
    """Region and side of what a study shows."""

    region: Region | None
    """The region."""
    laterality: Laterality | None
    """The side."""


class Studied(NamedTuple):
    """What a study is of."""

    region: Region | None
    """Its region; None where it is of several or nobody says."""
    limb: Region | None
    """The limb that a tendon names, where no place does."""
    outside: bool
    """Whether it is of a part outside the spine and pelvis."""
    many: bool
    """Whether it is of several regions."""
    side: Laterality | None
    """The side of the part."""


UNKNOWN = Studied(None, None, outside=False, many=False, side=None)
"""What a study is of that nobody has named."""


def studied(scene: Scene, study: Hit, before: Region | None) -> Studied:
    """Return what a study is of, as in `MRI of the left knee` and `cervical and thoracic films`.

    Args:
        scene: The statement that names the study.
        study: Its name.
        before: What the study spoken of before in the same turn is of.
    """
    heading = with_heading(scene)
    named_there = (place for place in scene.view.fixing(heading) if not is_of_posture(scene, place))
    places = [place for place in named_there if joint_region(scene, place) is None and not _lies(scene, study, place)]
    regions = {place.region for place in places if study.start - _NEXT <= place.start <= study.end + _NEXT}
    named = lettered(scene, study) or next((place.region for place in places), None)
    if named is None and "chest" in scene.words(heading):
        named = "rib_cage"
    limb = None if named else limb_of(scene, heading)
    named = named or limb
    brains = (one for one in scene.said_words(heading, words("brains")) if not is_of_posture(scene, one))
    outside = any(brains) or named in OUTSIDE
    many = len(regions) > 1 or is_of_whole_spine(scene, heading) or _is_lettered_twice(scene, study)
    if named and _names_only_findings(scene, study, places):
        many = True
    if (head := _head_of(scene, heading)) != heading:
        many = many or len({place.region for place in scene.view.fixing(head)}) > 1
    # What holds for no one region of several is told where it is found.
    region = None if many else named or ("head" if outside else before)
    beside, only = sides_of_study(scene, heading, places)
    side = beside if beside and (outside or region == "pelvic") else None
    return Studied(region, limb, outside, many, side or (only if outside else None))


def _head_of(scene: Scene, heading: Chunk) -> Chunk:
    """Return the words before the colon of a note, which say what a study is of, or all."""
    said = scene.words(heading) if scene.statement.turn < 0 else []
    return Chunk(heading.start, heading.start + said.index(":")) if ":" in said else heading


def _lies(scene: Scene, study: Hit, place: Place) -> bool:
    """Tell whether speech only says how somebody lies on a picture, as in `on the MRI, tummy this way, back that`."""
    far = place.start - study.end > _NEXT or study.start - place.end > _NEXT
    return scene.statement.turn >= 0 and far and place.region == "abdomen_other"


def lettered(scene: Scene, study: Hit) -> Region | None:
    """Return the region whose letter stands behind a study, as in `MRI L 3/2: ...`."""
    letter = REGION_LETTERS.get(scene.view.norms[study.end]) if study.end < len(scene.view.norms) else None
    sides_place = any(place.start == study.end + 1 for place in scene.view.fixing(Chunk(study.end, study.end + 2)))
    return letter[0] if letter and scene.view.is_capital(study.end) and not sides_place else None


def _is_lettered_twice(scene: Scene, study: Hit) -> bool:
    """Tell whether a study is of two parts of the spine that are named by letters, as in `CT T/L spine`."""
    near = Chunk(study.start, min(scene.statement.end, study.end + _STUDIED))
    said = scene.words(near)
    for at in range(len(said) - _JOINED):
        one, joint, other = said[at : at + 3]
        letters = one in _LETTERS and other in _LETTERS and joint in _JOINTS and one != other
        if letters and not _SPINES.isdisjoint(said[at + 3 : at + _NEXT]) and scene.view.is_capital(near.start + at):
            return True
    return False


def _names_only_findings(scene: Scene, study: Hit, places: list[Place]) -> bool:
    """Tell whether a note names no part for a study, but several that it shows: `Old films: C5-6 thin, L4 slipped`."""
    if scene.statement.turn >= 0 or ":" not in scene.words(Chunk(study.end, scene.statement.end)):
        return False
    colon = next(at for at in range(study.end, scene.statement.end) if scene.view.norms[at] == ":")
    behind = {place.region for place in places if place.start > colon and place.region in _AXIAL}
    return len(behind) > 1 and all(place.start > colon for place in places)


def is_of_whole_spine(scene: Scene, heading: Chunk) -> bool:
    """Tell whether a study is of no one region: `AP and lateral full spine`, `scoliosis series`.

    Args:
        scene: The statement that names the study.
        heading: The words that may say what it is of.
    """
    said = scene.words(heading)
    if not _SPINES.isdisjoint(said):
        joined = pairwise(word for word in said if word != "-")
        if any(word in _WHOLE and after in _SPINES for word, after in joined):
            return True
    return "scoliosis" in said and any(word == "scoliosis" and after in _SERIES for word, after in pairwise(said))


def sides_of_study(scene: Scene, heading: Chunk, places: list[Place]) -> tuple[Laterality | None, Laterality | None]:
    """Return the side beside the part that is studied, and the only side named: `XR L elbow`, `films of the left knee`.

    Args:
        scene: The statement that names the study.
        heading: Its words, with what stands before them.
        places: What it names as studied.
    """
    head = _head_of(scene, heading)
    sides = scene.view.sides(head if scene.view.fixing(head) else heading)
    beside = [side for side in sides if places and 0 <= places[0].start - side.end <= 1]
    beside += [side for side in sides if places and side.start == places[0].end]
    named = {side.value for side in sides}
    return beside[0].value if beside else None, named.pop() if len(named) == 1 else None


def joined_regions(scene: Scene, study: Hit) -> list[Place]:
    """Return the regions that a study is of where it names several: `cervical and thoracic films`, `CT of neck/chest`.

    Args:
        scene: The statement.
        study: The name of the study.
    """
    near = Chunk(max(scene.statement.start, study.start - _STUDIED), min(scene.statement.end, study.end + _STUDIED))
    places = [place for place in scene.view.fixing(near) if place.region in _AXIAL and not place.segments]
    joined: list[Place] = []
    for place, other in pairwise(places):
        between = scene.view.norms[place.end : other.start]
        if place.region != other.region and between and _SUMMED.issuperset(between):
            joined = [*joined, other] if joined and joined[-1] == place else [place, other]
    beside = joined and -1 <= study.start - joined[-1].end <= _BESIDE_STUDY
    within = joined and 0 <= joined[0].start - study.end <= _BESIDE_STUDY
    return joined if beside or within else []


def is_of_skin(modality: Modality | None, region: Region | None) -> bool:
    """Tell whether a scar is one that is seen without a study of what lies deep.

    Args:
        modality: The study.
        region: Where the scar is.
    """
    shallow = modality not in {*DEEP, "unspecified"} or (region is None and modality not in DEEP)
    return shallow or region in OUTSIDE
