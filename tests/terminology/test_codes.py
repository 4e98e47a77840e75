"""The code sets: what exists, what stands above and below it, which notes govern it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe.schema import REGIONS
from scribe.terminology import Code, CodeSet, Note, code_set

FY2026 = code_set(date(2026, 3, 11))
FY2027 = code_set(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("on", "label"),
    [
        (None, "FY2027"),
        (date(2025, 9, 30), "FY2026 (oldest held; the visit is earlier)"),
        (date(2025, 10, 1), "FY2026"),
        (date(2026, 9, 30), "FY2026"),
        (date(2026, 10, 1), "FY2027"),
        (date(2027, 9, 30), "FY2027"),
        (date(2027, 10, 1), "FY2027 (newest held; the visit is later)"),
    ],
)
def test_the_date_of_service_chooses_the_code_set(on: date | None, label: str) -> None:
    """The set in force on the day is used; a day outside both gets the nearer one, and the label says so."""
    assert code_set(on).label == label


@pytest.mark.parametrize("codes", [FY2026, FY2027], ids=["FY2026", "FY2027"])
def test_the_whole_m99_matrix_exists(codes: CodeSet) -> None:
    """M99 has 91 billable codes: nine kinds by ten regions, and M99.9."""
    regions = {  # the words of the titles, in the order of the digits
        "head": "head region",
        "cervical": "cervical region",
        "thoracic": "thoracic region",
        "lumbar": "lumbar region",
        "sacral": "sacral region",
        "pelvic": "pelvic region",
        "lower_extremity": "lower extremity",
        "upper_extremity": "upper extremity",
        "rib_cage": "rib cage",
        "abdomen_other": "abdomen and other regions",
    }
    kinds = {
        "M99.0": "Segmental and somatic dysfunction",
        "M99.1": "Subluxation complex (vertebral)",
        "M99.2": "Subluxation stenosis of neural canal",
        "M99.3": "Osseous stenosis of neural canal",
        "M99.4": "Connective tissue stenosis of neural canal",
        "M99.5": "Intervertebral disc stenosis of neural canal",
        "M99.6": "Osseous and subluxation stenosis of intervertebral foramina",
        "M99.7": "Connective tissue and disc stenosis of intervertebral foramina",
        "M99.8": "Other biomechanical lesions",
    }
    headers = tuple(Code(code, title, billable=False) for code, title in kinds.items())
    assert codes.children("M99") == (*headers, Code("M99.9", "Biomechanical lesion, unspecified", billable=True))
    assert tuple(regions) == REGIONS
    for header in headers:
        assert codes.children(header.code) == tuple(
            Code(f"{header.code}{digit}", f"{header.title} of {words}", billable=True)
            for digit, words in enumerate(regions.values())
        )


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("S13.4XXA", "Sprain of ligaments of cervical spine, initial encounter"),
        ("S13.150A", "Subluxation of C4/C5 cervical vertebrae, initial encounter"),
        ("S33.6XXA", "Sprain of sacroiliac joint, initial encounter"),
        ("S93.401A", "Sprain of unspecified ligament of right ankle, initial encounter"),
        (
            "M48.58XA",
            (
                "Collapsed vertebra, not elsewhere classified, sacral and sacrococcygeal region, "
                "initial encounter for fracture"
            ),
        ),
        (
            "M80.08XA",
            "Age-related osteoporosis with current pathological fracture, vertebra(e), initial encounter for fracture",
        ),
        ("H34.8112", "Central retinal vein occlusion, right eye, stable"),
    ],
)
def test_codes_with_a_7th_character_are_billable(code: str, title: str) -> None:
    """A 7th character, after placeholders where needed, makes the code that can be reported."""
    assert FY2026.find(code) == Code(code, title, billable=True)


@pytest.mark.parametrize("code", ["M99", "M99.0", "M48.06", "M51.36", "M54.5", "M48.58", "S13.4", "M50.12"])
def test_headers_are_found_but_cannot_be_reported(code: str) -> None:
    """A header exists, is not billable and has children."""
    header = FY2026.find(code)
    assert header is not None
    assert not header.billable
    assert FY2026.children(code)


@pytest.mark.parametrize(
    "code", ["M99.90", "M99.030", "M99.03XA", "M51.07", "M48.28", "M54.19", "M53.2X0", "98941", "M", "", "\ud800", "Ä"]
)
def test_codes_that_do_not_exist_are_none(code: str) -> None:
    """What the list does not hold has neither entry nor children, ancestors or notes."""
    found = FY2026.find(code), FY2026.children(code), FY2026.ancestors(code), FY2026.notes(code)
    assert found == (None, (), (), ())


@pytest.mark.parametrize("written", ["M99.03", "m99.03", " M9903 ", "m9903\n"])
def test_case_space_and_a_missing_dot_do_not_matter(written: str) -> None:
    """A code as people and claims write it finds the entry as printed."""
    assert FY2026.find(written) == Code("M99.03", "Segmental and somatic dysfunction of lumbar region", billable=True)


def test_a_billable_code_has_no_children() -> None:
    """Nothing stands below a code that can be reported."""
    assert FY2026.children("M99.03") == ()


def test_children_are_one_level_below() -> None:
    """Children are the next entries down, whether one or several characters longer."""
    assert [child.code for child in FY2026.children("M48.0")] == [f"M48.0{digit}" for digit in range(9)]
    assert [child.code for child in FY2026.children("S13.4")] == ["S13.4XXA", "S13.4XXD", "S13.4XXS"]
    assert [child.code for child in FY2026.children("M43.5")] == ["M43.5X"]


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("M99.03", ("M99.0", "M99", "M00-M99")),  # block M99 holds the category alone
        ("M54.16", ("M54.1", "M54", "M50-M54", "M00-M99")),
        ("S13.4XXA", ("S13.4", "S13", "S10-S19", "S00-T88")),
        ("C4A.0", ("C4A", "C43-C44", "C00-D49")),
    ],
)
def test_ancestors_reach_from_the_stem_to_the_chapter(code: str, above: tuple[str, ...]) -> None:
    """What stands above a code is named nearest first, up to its chapter."""
    assert FY2026.ancestors(code) == above


def test_the_category_note_governs_every_m99_code() -> None:
    """The note at M99 is inherited; the chapter's notes come after it."""
    first, *rest = FY2026.notes("M99.24")
    assert first == Note(
        "note", "M99", "This category should not be used if the condition can be classified elsewhere.", ()
    )
    assert {note.at for note in rest} == {"M00-M99"}


def test_notes_are_read_nearest_first() -> None:
    """Own notes come before those of category, block and chapter, each with the codes it names."""
    notes = [note for note in FY2026.notes("M51.17") if note.kind.startswith("excludes")]
    assert [note for note in notes if note.at != "M00-M99"] == [
        Note("excludes1", "M51.1", "lumbar radiculitis NOS (M54.16)", ("M54.16",)),
        Note("excludes1", "M51.1", "sciatica NOS (M54.3)", ("M54.3",)),
        Note("excludes2", "M51", "cervical and cervicothoracic disc disorders (M50.-)", ("M50.-",)),
        Note("excludes2", "M51", "sacral and sacrococcygeal disorders (M53.3)", ("M53.3",)),
        Note("excludes1", "M50-M54", "current injury - see injury of spine by body region", ()),
        Note("excludes1", "M50-M54", "discitis NOS (M46.4-)", ("M46.4-",)),
    ]


@pytest.mark.parametrize(
    ("a", "b", "at"),
    [
        ("M43.5X2", "M99.03", "M43.5"),
        ("M54.31", "M51.17", "M54.3"),
        ("M54.50", "M51.360", "M54.5"),
        ("M54.16", "M51.16", "M54.1"),
        ("M54.2", "M50.30", "M54.2"),
        ("M54.41", "M54.31", "M54.3"),
        ("M48.58XA", "S32.10XA", "M48.5"),
        ("G55", "M51.17", "G55"),
        ("M54.89", "M54.50", "M54.8"),
        ("M51.26", "M46.46", "M50-M54"),
    ],
)
def test_excludes1_is_found_either_way_round(a: str, b: str, at: str) -> None:
    """An Excludes1 note at either code, or above it, forbids the pair."""
    note = FY2026.excluding(a, b)
    assert note is not None
    assert (note.kind, note.at) == ("excludes1", at)
    assert FY2026.excluding(b, a) is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("M54.31", "M99.04"),
        ("M99.03", "M99.13"),
        ("M51.17", "M53.3"),  # Excludes2 at M51
        ("M99.04", "S33.6XXA"),  # Excludes2 at chapter 13
        ("D72.824", "d72824"),  # its category excludes it, but not from itself
        ("M99.03", "M99.0A"),  # no such code
    ],
)
def test_other_pairs_are_not_excluded(a: str, b: str) -> None:
    """Excludes2, unrelated codes and codes that do not exist forbid nothing."""
    assert (FY2026.excluding(a, b), FY2026.excluding(b, a)) == (None, None)


def test_fy2027_adds_deletes_renames_and_splits() -> None:
    """A change counts from its set on, and not before."""
    assert (FY2026.find("M67.A01"), FY2027.find("M67.A01")) == (
        None,
        Code("M67.A01", "Plantar fasciitis, right foot", billable=True),
    )
    assert (FY2026.find("S23.420A"), FY2027.find("S23.420A")) == (
        Code("S23.420A", "Sprain of sternoclavicular (joint) (ligament), initial encounter", billable=True),
        None,
    )
    assert (FY2026.find("Z29.14"), FY2027.find("Z29.14")) == (
        Code("Z29.14", "Encounter for prophylactic rabies immune globin", billable=True),
        Code("Z29.14", "Encounter for prophylactic rabies immune globulin", billable=True),
    )
    assert (FY2026.find("M72.2"), FY2027.find("M72.2")) == (
        Code("M72.2", "Plantar fascial fibromatosis", billable=True),
        Code("M72.2", "Plantar fascial fibromatosis", billable=False),
    )


def test_fy2027_children_are_those_of_its_own_year() -> None:
    """Added entries stand among the older ones, deleted ones are gone."""
    assert [child.code for child in FY2026.children("S23.42")] == ["S23.420", "S23.421", "S23.428", "S23.429"]
    assert [child.code for child in FY2027.children("S23.42")] == ["S23.421", "S23.428", "S23.429"]
    assert [child.code for child in FY2027.children("M72.2")] == ["M72.20", "M72.21", "M72.22"]
    assert [child.code for child in FY2027.children("T52.8")] == ["T52.81", "T52.82", "T52.89"]
    assert [child.code for child in FY2027.children("K6A")] == ["K6A.0", "K6A.8"]


def test_a_category_of_fy2027_inherits_from_its_chapter() -> None:
    """The lists of changes name no block, so a new category stands right below its chapter."""
    assert FY2027.ancestors("J4B") == ("J00-J99",)
    assert FY2027.ancestors("QA1.790") == ("QA1.79", "QA1.7", "QA1", "Q00-QA0")


@given(st.text(max_size=9), st.sampled_from(["M99.03", "M43.5X2", "M54.31"]))
def test_no_text_raises(text: str, code: str) -> None:
    """A look-up is total: any text is a code or none."""
    assert FY2027.find(text) is None or FY2027.notes(text) is not None
    FY2027.children(text)
    FY2027.excluding(text, code)
