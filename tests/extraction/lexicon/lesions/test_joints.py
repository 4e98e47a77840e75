"""Specification of joint lesions."""

from collections.abc import Callable, Iterable
from inspect import cleandoc

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.lesions import conclusions, named_before
from scribe.extraction.lexicon.lesions.joints import beginnings, read_lesions
from scribe.extraction.lexicon.view.saying import placing, siding
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]
SD = "somatic_dysfunction"
VSC = "subluxation_complex"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lumbar somatic dysfunction", [f"{SD} lumbar"]),
        ("Somatic dysfunction of the lumbar spine", [f"{SD} lumbar"]),
        ("L5-S1 segmental dysfunction", [f"{SD} lumbar L5 S1"]),
        ("C7-T1 segmental dysfunction", [f"{SD} cervical C7 T1"]),
        ("Right L4-5 segmental dysfunction", [f"{SD} lumbar L4 L5 right"]),
        ("Joint fixation at T4-6", [f"{SD} thoracic T4 T5 T6"]),
        ("Left SI joint dysfunction", [f"{SD} sacral left"]),
        ("SI joint dysfunction R", [f"{SD} sacral right"]),
        ("SI joint dysfunction, right", [f"{SD} sacral right"]),
        ("Bilateral SI joint dysfunction", [f"{SD} sacral bilateral"]),
        ("Lumbar subluxation", [f"{VSC} lumbar"]),
        ("Vertebral subluxation complex C5", [f"{VSC} cervical C5"]),
        ("VSC of the sacrum", [f"{VSC} sacral"]),
        ("Segmental dysfunction (subluxation) of L4", [f"{SD} lumbar L4"]),
        ("Subluxation/segmental dysfunction of L4", [f"{SD} lumbar L4"]),
        ("Biomechanical lesion of the sacrum", ["other_biomechanical_lesion sacral"]),
        ("Cranial somatic dysfunction", [f"{SD} head"]),
        ("Somatic dysfunction of ribs 4 and 5 on the left", [f"{SD} rib_cage rib 4 rib 5 left"]),
        ("Right knee joint dysfunction", [f"{SD} lower_extremity right"]),
        ("Left shoulder somatic dysfunction", [f"{SD} upper_extremity left"]),
        ("Somatic dysfunction of the diaphragm", [f"{SD} abdomen_other"]),
        ("Low back dysfunction", [SD]),
        ("Somatic dysfunction", [SD]),
    ],
)
def test_heads(read: Read, text: str, lines: list[str]) -> None:
    """A named dysfunction or subluxation is a lesion of the place beside it, without region where that is vague."""
    assert read(f"Assessment: {text}.", "lesions") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Somatic dysfunction: cervical, thoracic, lumbar", [f"{SD} cervical", f"{SD} thoracic", f"{SD} lumbar"]),
        ("Cervical, thoracic and lumbar somatic dysfunction", [f"{SD} cervical", f"{SD} thoracic", f"{SD} lumbar"]),
        ("Segmental dysfunction C5, T4, L3", [f"{SD} cervical C5", f"{SD} thoracic T4", f"{SD} lumbar L3"]),
        ("SD head, cervical, ribs", [f"{SD} head", f"{SD} cervical", f"{SD} rib_cage"]),
        ("SD C, T, L", [f"{SD} cervical", f"{SD} thoracic", f"{SD} lumbar"]),
        ("Sprain of the neck; lumbar somatic dysfunction", [f"{SD} lumbar"]),
        (
            "Lumbar somatic dysfunction ruled out, sacral somatic dysfunction",
            [f"{SD} lumbar absent", f"{SD} sacral"],
        ),
        ("L4-L5 segmental dysfunction with radiating pain to right knee", [f"{SD} lumbar L4 L5"]),
        ("SD C, T, P", [f"{SD} cervical", f"{SD} thoracic", f"{SD} pelvic"]),
        ("SD C/T/R", [f"{SD} cervical", f"{SD} thoracic", f"{SD} rib_cage"]),
        ("SD C, T, R SI joint", [f"{SD} cervical", f"{SD} thoracic", f"{SD} sacral right"]),
        ("Somatic dysfunctions x5 as above", []),
        ("A - Asymmetry: right ilium posterior", []),
        ("Somatic dysfunction: lumbar, possibly sacral", [f"{SD} lumbar", f"{SD} sacral possible"]),
        ("Subluxation complex, cervical and lumbar", [f"{VSC} cervical", f"{VSC} lumbar"]),
        (
            "Lumbar segmental dysfunction on the right; thoracic segmental dysfunction on the left",
            [f"{SD} lumbar right", f"{SD} thoracic left"],
        ),
        ("Lumbar somatic dysfunction contributing to knee pain", [f"{SD} lumbar"]),
        ("Somatic dysfunction of the lumbar spine with neck pain", [f"{SD} lumbar"]),
        ("Somatic dysfunction of the lumbar spine, cervical sprain", [f"{SD} lumbar"]),
        ("Cervical sprain, lumbar somatic dysfunction", [f"{SD} lumbar"]),
    ],
)
def test_lists_of_regions(read: Read, text: str, lines: list[str]) -> None:
    """Every region of the list before or after a head is a lesion, up to words that begin another thought."""
    assert read(f"Assessment: {text}.", "lesions") == lines


def test_a_numbered_list(read: Read) -> None:
    """Items of a list are lesions in their order."""
    text = cleandoc("""
        Assessment:
        1. Lumbar somatic dysfunction
        2. Somatic dysfunction of the cervical spine
        3. Lumbar sprain
    """)
    assert read(text, "lesions") == [f"{SD} lumbar", f"{SD} cervical"]


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("This is a rib dysfunction, the seventh on the left, it's stuck down.", f"{SD} rib_cage rib 7 left"),
        ("It's a rib subluxation, the fourth one, on the right.", f"{SD} rib_cage rib 4 right"),
        ("We've got a rib dysfunction, number five on the left.", f"{SD} rib_cage rib 5 left"),
        ("There's a rib dysfunction from the spring, right six and seven.", f"{SD} rib_cage rib 6 rib 7 right"),
        ("I'd call it a rib dysfunction, the second visit in a row.", f"{SD} rib_cage"),
        ("It's a rib dysfunction. My number one concern is sleep.", f"{SD} rib_cage"),
    ],
)
def test_the_number_of_a_rib_behind_its_dysfunction(read: Read, said: str, line: str) -> None:
    """Speech names the rib in the next breath, without its noun."""
    assert read(f"DR: {said}", "lesions", "transcript") == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Right anterior innominate", f"{SD} pelvic right"),
        ("R ant innominate", f"{SD} pelvic right"),
        ("Innominate is posteriorly rotated on the left", f"{SD} pelvic left"),
        ("Left upslip", f"{SD} pelvic left"),
        ("Superior pubic shear on the right", f"{SD} pelvic right"),
        ("PI ilium on the right", f"{SD} pelvic right"),
        ("AS ilium left", f"{SD} pelvic left"),
        ("Left unilateral sacral flexion", f"{SD} sacral left"),
        ("Rib 5 exhalation dysfunction on the left", f"{SD} rib_cage rib 5 left"),
        ("Left ribs 3-5 inhalation dysfunction", f"{SD} rib_cage rib 3 rib 4 rib 5 left"),
        ("SBS right torsion", f"{SD} head right"),
        ("SBS: right torsion", f"{SD} head right"),
    ],
)
def test_positional_terms(read: Read, text: str, line: str) -> None:
    """A position of pelvis, sacrum, rib or skull in words is a somatic dysfunction with its side and segments."""
    assert read(f"Assessment: {text}.", "lesions") == [line]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            "Lumbar and sacral somatic dysfunction",
            ["Lumbar and sacral somatic dysfunction", "sacral somatic dysfunction"],
        ),
        ("Somatic dysfunction of the left SI joint", ["Somatic dysfunction of the left SI joint"]),
        ("Right anterior innominate", ["Right anterior innominate"]),
    ],
)
def test_the_quote(quotes: Callable[..., list[list[str]]], text: str, quoted: list[str]) -> None:
    """A lesion is quoted from its head to its place."""
    assert quotes(f"Assessment: {text}", "lesions") == [[quote] for quote in quoted]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SD: C (C3 FRS L), T (T5 N SL RR), L", ["cervical C3 left", "lumbar", "thoracic T5 right"]),
        ("L2 F R(l)S(l)", ["lumbar L2 left"]),
        ("T9 FRSright", ["thoracic T9 right"]),
        ("L/R torsion of the sacrum", ["sacral left"]),
        ("sacrum: R/R", ["sacral right"]),
        ("Restriction of T3 and left rib 4", ["rib_cage rib 4 left", "thoracic T3"]),
        ("T/L junction SD", ["thoracic"]),
        ("SD lumbar, L3 ERS L\n2 SD ribs", ["lumbar L3 left", "rib_cage"]),
    ],
)
def test_terse_lists(read: Read, text: str, lines: list[str]) -> None:
    """Each place keeps its own side, whatever brackets, slashes and letters stand about it."""
    found = [line.removesuffix(" present") for line in read(f"Assessment:\n{text}", "lesions")]
    assert sorted(found) == [f"somatic_dysfunction {line}" for line in lines]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("SD UE - R AC joint, R radial head", ["somatic_dysfunction upper_extremity right"]),
        ("SI joint dysfunction R, hip arthritis", ["somatic_dysfunction sacral right"]),
        ("SI joint dysfunction L, knee OA", ["somatic_dysfunction sacral left"]),
        ("Sacroiliac joint dysfunction, right > left", ["somatic_dysfunction sacral bilateral"]),
        ("Somatic dysfunction of the ribs L > R", ["somatic_dysfunction rib_cage bilateral"]),
        ("Somatic dysfunction at L4 and problems", ["somatic_dysfunction lumbar L4"]),
        ("VSC: C2 PLI  T5 P  L4 PR-m", ["subluxation_complex cervical C2 left", "subluxation_complex lumbar L4 right",
                                        "subluxation_complex thoracic T5"]),
        ("I looked for sacral somatic dysfunction and found none.", ["somatic_dysfunction sacral absent"]),
        ("I looked for sacral somatic dysfunction and did not find it.", ["somatic_dysfunction sacral absent"]),
        ("Considered and not present: rib somatic dysfunction, lumbar subluxation complex.",
         ["somatic_dysfunction rib_cage absent", "subluxation_complex lumbar absent"]),
    ],
)  # fmt: skip
def test_places_in_a_conclusion(read: Read, text: str, lines: list[str]) -> None:
    """A dash, a shared word, another disease or a label of denial leaves each lesion its own place and assertion."""
    assert read(f"Assessment: {text}", "lesions") == lines


def test_a_listing_has_the_name_of_the_conclusion(read: Read) -> None:
    """An ilium that is listed and then called subluxated is one lesion."""
    text = "Listings\nL ilium  PIEx\nAssessment: Left ilium subluxation."
    assert read(text, "lesions") == ["subluxation_complex pelvic left"]


@pytest.mark.parametrize(
    ("said", "lines"),
    [
        ("Your tailbone has a flexion dysfunction.", [f"{SD} sacral"]),
        ("T4 has got an extension dysfunction.", [f"{SD} thoracic T4"]),
        ("The knee is fine. It's a dysfunction, as we call it, at C2 on the right.", [f"{SD} cervical C2 right"]),
        ("Leave the ankle. It's a segmental dysfunction we'd say, of T6.", [f"{SD} thoracic T6"]),
        ("That's a C4 segmental dysfunction and nothing in the pelvis.", [f"{SD} cervical C4"]),
        (
            "The cuboid is a somatic dysfunction, and the fibular head has gone posterior on the left.",
            [f"{SD} lower_extremity left"],
        ),
    ],
)
def test_what_a_part_has(read: Read, said: str, lines: list[str]) -> None:
    """A part may have a lesion; one with nothing has none, and one gone out of place is not gone."""
    assert read(f"DR: {said}\nPT: Okay.", "lesions", "transcript") == lines


def test_what_names_no_joint_has_no_lesion(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing would be read of a place or a side where no lesion is named, and no joint that can be positioned."""
    refused = [scene for view in labelled for scene in scenes(view) if scene.statement.start not in beginnings(view)]
    monkeypatch.setattr(conclusions, "noting", lambda view: placing(view) | siding(view))
    monkeypatch.setattr(named_before, "may_confirm", lambda view: {one.start for one in view.statements})
    assert refused
    assert [scene.words() for scene in refused if [*read_lesions(scene)]] == []
