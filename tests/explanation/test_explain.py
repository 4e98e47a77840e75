"""What `scribe explain` says: whole pages, and that every term of the tables has one."""

from datetime import date
from pathlib import Path
from time import process_time
from typing import get_args

import pytest

import scribe
from scribe.coding import DECISIONS
from scribe.coding.tables import competitors
from scribe.errors import InputError
from scribe.explanation import explain
from scribe.reports.explanation import Explanation, Part, PartName, Point, explanation_text
from scribe.rules import RULES
from scribe.rules.page import summary
from scribe.rules.tables import code_facts, companions, condition_facts, families, tiers
from scribe.schema import REGIONS, Mechanism
from scribe.terminology import code_set
from scribe.terminology.regions import m99_digit
from scribe.terminology.sources import citations

PAGES = Path(__file__).parent
CODES = code_set(None)
LESIONS = [*(family.code + m99_digit(region) for family in families() for region in REGIONS), "M99.9"]
PROCEDURES = [*tiers(), *companions()]
IDS = [*(rule.id for rule in RULES), *DECISIONS]


def part(explanation: Explanation, title: str) -> Part:
    """The part with a title."""
    return next(it for it in explanation.parts if it.title == title)


def points(explanation: Explanation, *names: PartName) -> dict[str, str]:
    """The points of the parts of these names, by label."""
    return {point.label: point.text for it in explanation.parts if it.name in names for point in it.points}


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.txt")), ids=lambda page: page.stem)
def test_a_whole_page(page: Path) -> None:
    """The page is what `scribe explain TERM > FILE` writes; write it anew so after a rule has changed."""
    assert explanation_text(explain(page.stem), width=80, color=False) == page.read_text(encoding="utf-8")


def test_there_is_a_page_of_each_kind() -> None:
    """The whole pages show a code, a heading, a procedure and a rule."""
    kinds = {explain(page.stem).kind for page in PAGES.glob("*.txt")}
    assert kinds == {"code", "heading", "procedure", "rule"}


@pytest.mark.parametrize("term", [*LESIONS, *code_facts(), *PROCEDURES, *IDS])
def test_every_term_is_explained_fast(term: str) -> None:
    """Every code of M99 and every term of our tables has a page with a title and sources, in 50 ms once loaded."""
    explain(term)
    start = process_time()
    explanation = explain(term)
    assert process_time() - start < 0.05
    assert explanation.term == term
    assert explanation.title
    assert explanation.sources
    assert len(set(explanation.sources)) == len(explanation.sources)
    assert {it.name for it in explanation.parts} <= {*get_args(PartName)}
    assert all(it.points and all(point.text for point in it.points) for it in explanation.parts)
    for width in (40, 80):
        lines = explanation_text(explanation, width=width, color=False).splitlines()
        assert [line for line in lines if len(line) > width and "http" not in line] == []


@pytest.mark.parametrize("code", LESIONS)
def test_a_code_shows_the_rules_in_their_own_words(code: str) -> None:
    """What a rule says of a code is its first sentence, and what it rests on stands among the sources."""
    explanation = explain(code)
    weighed = points(explanation, "errors", "warnings", "information")
    sources = {source.key for source in explanation.sources}
    for rule in RULES:
        if rule.id in weighed:
            words = summary(rule).removeprefix("Flag ")
            assert weighed[rule.id].casefold() == words.casefold()
            assert {*rule.cites} <= sources
    decided = {identity for identity in points(explanation, "needs") if identity in DECISIONS}
    assert "CD01" in decided
    assert {DECISIONS[identity].source for identity in decided} <= sources


@pytest.mark.parametrize("code", LESIONS[:-1])
def test_a_code_of_m99_is_told_from_its_row_and_its_column(code: str) -> None:
    """Every other lesion of the region and every other region of the lesion stand among the near misses."""
    near = points(explain(code), "near")
    own = {family.code + code[-1] for family in families()} | {code[:-1] + digit for digit in "0123456789"}
    assert own - {code} <= near.keys()
    assert code not in near


def test_needs_follow_the_region_the_mechanism_and_the_space() -> None:
    """The statement says what the title says; the codes one word away say which word."""
    foraminal = explain("M99.63")
    assert part(foraminal, "What it needs").points[0] == Point(
        "statement",
        "Foraminal stenosis of the lumbar region by bone or subluxation, as the clinician states it at this visit",
    )
    near = points(foraminal, "near")
    assert near["M99.33"] == "the canal, not the foramina"
    assert near["M99.53"] == "the canal, not the foramina; disc, not bone or subluxation"
    assert near["M99.73"] == "connective tissue or disc, not bone or subluxation"
    assert near["M99.03"] == "somatic dysfunction, not foraminal stenosis"
    assert near["M99.64"].startswith("sacral region: coccyx, ")
    assert near["M99.67"] == "upper extremity"


@pytest.mark.parametrize(
    ("code", "label", "text"),
    [
        ("M99.24", "digit", "4 in M99; 8 in M40 to M54, where 4 is thoracic"),
        ("M99.28", "digit", "8 in M99; none in M40 to M54, where 8 is sacral"),
        ("M99.01", "digit", "1 in M99; 2 in M40 to M54, where 1 is occipito atlanto axial"),
        ("M99.24", "CMT", "sacral; pelvic for sacroiliac joint"),
        ("M99.05", "OMT", "pelvic; lower extremity for hip"),
        ("M48.08", "digit", "8 is sacral in M48.0; in M99 the sacral region is 4 and 8 is the rib cage"),
        ("M54.14", "digit", "4 is thoracic in M54.1; in M99 the thoracic region is 2 and 4 is the sacral region"),
        ("M48.061", "digit", "6 is lumbar in M48.0; in M99 the lumbar region is 3 and 6 is the lower extremity"),
        ("M51.17", "digit", "7 is lumbosacral in M51.1; in M99 the lumbar region is 3 and 7 is the upper extremity"),
        ("M50.021", "digit", "21 is c4 c5 in M50.0"),
        ("M45.8", "digit", "8 is sacral in M45; in M99 the sacral region is 4 and 8 is the rib cage"),
        ("M53.2X8", "digit", "8 is sacral in M53.2X; in M99 the sacral region is 4 and 8 is the rib cage"),
    ],
)
def test_the_systems_of_regions_are_told_apart(code: str, label: str, text: str) -> None:
    """The same digit and the same joint mean different regions elsewhere."""
    assert points(explain(code), "region")[label] == text


def test_a_code_without_a_site_has_no_site() -> None:
    """Sides, causes and injuries have digits of their own meaning."""
    for code in ("M54.31", "M46.1", "M96.1", "S33.2XXA", "M51.9"):
        assert points(explain(code), "region") == {}


def test_what_classifies_a_lesion_elsewhere_has_the_codes_of_its_region() -> None:
    """A competing diagnosis is named with the codes that its region has; a limb has none of the spine."""
    sacral = part(explain("M99.24"), "Classified elsewhere, not in M99").points
    assert Point("spondylolisthesis", "M43.18 or Q76.2") in sacral
    assert Point("spinal stenosis", "M48.08 or Q76.49, where no mechanism is stated") in sacral
    assert Point("traumatic subluxation", "S33.2XX-") in sacral
    cervical = points(explain("M99.51"), "near")
    assert cervical["disc herniation"] == "M50.0-, M50.1- or M50.2-"
    assert "spondylolisthesis" not in cervical
    assert "spinal stenosis" not in points(explain("M99.26"), "near")
    assert "spondylolisthesis" not in points(explain("M99.03"), "near")


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        (
            "M51.17",
            "Disc herniation with radiculopathy or disc degeneration with radiculopathy, a definitive diagnosis",
        ),
        ("M48.062", "Spinal stenosis with claudication, a definitive diagnosis"),
        ("M48.061", "Spinal stenosis, a definitive diagnosis"),
        ("M54.41", "Sciatica with back pain, a symptom"),
        ("M54.16", "Radiculopathy, a symptom"),
        ("S33.110A", "Traumatic subluxation, a definitive diagnosis"),
    ],
)
def test_a_code_outside_m99_says_what_it_stands_for(code: str, statement: str) -> None:
    """The condition, with what it must be documented with, and of what nature it is."""
    assert points(explain(code), "needs")["statement"] == f"{statement}, as the clinician states it at this visit"


def test_a_code_outside_m99_names_the_codes_that_give_way_to_it() -> None:
    """A listhesis explains the narrowing by subluxation, an instability the subluxation complex too."""
    assert [*points(explain("M43.16"), "near")] == ["M99.23", "M99.33", "M99.63"]
    assert [*points(explain("M53.2X6"), "near")] == ["M99.13", "M99.23", "M99.63"]
    assert [*points(explain("M96.1"), "near")] == ["M99.4-", "M99.7-"]
    assert points(explain("M54.16"), "near") == {}
    plain = part(explain("M48.061"), "In M99, where a mechanism is stated")
    assert [point.label for point in plain.points] == ["M99.23", "M99.33", "M99.43", "M99.53", "M99.63", "M99.73"]


def test_coder_and_rules_agree_on_what_classifies_a_stenosis_elsewhere() -> None:
    """The diagnoses that coding lets take the place of a stenosis are those that the rules let explain it."""
    coded = {
        (row.condition, mechanism)
        for row in competitors()
        if row.kind == "canal_stenosis"
        for mechanism in (get_args(Mechanism) if row.mechanism == "any" else [row.mechanism])
    }
    ruled = {(condition, mechanism) for condition, facts in condition_facts().items() for mechanism in facts.explains}
    assert coded == ruled


def test_what_gives_way_or_competes_has_its_source() -> None:
    """The category that a diagnosis is classified in stands among the sources, and no other."""
    places = {"tabular-m43-1", "tabular-m46-1", "tabular-m47", "tabular-m51", "tabular-m53-2", "tabular-m96-1"}
    for code, cited in (("M43.16", {"tabular-m43-1"}), ("M46.1", {"tabular-m46-1", "tabular-m47"})):
        assert {source.key for source in explain(code).sources} & places == cited
    assert {source.key for source in explain("M99.13").sources} & {*places, "tabular-m47"} >= {"tabular-m53-2"}


def test_the_neighbours_of_a_region_show_what_they_hold() -> None:
    """Along the spine, and where procedure codes count a structure in the other region."""
    for code, neighbours in (("M99.05", "46"), ("M99.02", "138"), ("M99.08", "2"), ("M99.07", ""), ("M99.00", "1")):
        same_lesion = part(explain(code), "Same lesion, another region").points[1:]
        assert "".join(point.label[-1] for point in same_lesion if ": " in point.text) == neighbours


def test_excludes_notes_stand_with_their_place() -> None:
    """Own and inherited notes, and those elsewhere that name the code; whole chapters are no such note."""
    lesion, disc = explain("M99.04"), explain("M51.17")
    assert part(lesion, "Excludes1 elsewhere, which keeps it away").points == (
        Point("M43.5", "biomechanical lesions NEC (M99.-)"),
    )
    assert part(disc, "Excludes1: never beside it").points[0] == Point(
        "M51.1", "lumbar radiculitis NOS (M54.16); sciatica NOS (M54.3)"
    )
    assert "M54.3" in {point.label for point in part(disc, "Excludes1 elsewhere, which keeps it away").points}
    injury = part(explain("S33.110A"), "Code also").points[0]
    assert injury.text.startswith("any associated: open wound of abdomen")


def test_a_heading_asks_for_a_code_below_it() -> None:
    """It shows the codes below and the one rule about headings."""
    heading = explain("m992")
    assert heading.kind == "heading"
    assert heading.remark == f"ICD-10-CM {CODES.label}, a heading and not a complete code"
    assert [*points(heading, "errors", "warnings", "information")] == ["DX02"]
    assert [point.label for point in part(heading, "Codes below M99.2").points] == [f"M99.2{i}" for i in range(10)]


def test_a_code_of_another_field_has_its_notes_and_its_kin_alone() -> None:
    """Nothing is claimed of codes that the tables do not know."""
    assert {it.name for it in explain("E11.9").parts} == {"kin", "notes"}
    assert "E11.8" in points(explain("E11.9"), "kin")


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("98926", "Osteopathic manipulation, 3 to 4 body regions"),
        ("98942", "Chiropractic manipulation of the spine, 5 spinal regions"),
        ("98943", "Chiropractic manipulation away from the spine, 1 to 5 extraspinal regions"),
        ("97140", "Another service on the day of a manipulation"),
        ("99213", "An evaluation on the day of a manipulation"),
    ],
)
def test_a_procedure_code_is_told_in_our_own_words(code: str, title: str) -> None:
    """How many regions of which system, or what it is beside a manipulation; and the rules that check it."""
    explanation = explain(code)
    assert (explanation.kind, explanation.title) == ("procedure", title)
    assert {"PX01", "PX02", "PX03", "PX06", "PX07"} & {*points(explanation, "errors")}


def test_the_regions_of_a_procedure_code_name_what_m99_has_elsewhere() -> None:
    """The sacroiliac joint is pelvic, the rib joints are thoracic and the hip is a limb's."""
    spinal = points(explain("98941"), "region")
    assert [*spinal] == ["cervical", "lumbar", "pelvic", "sacral", "thoracic"]
    assert spinal["pelvic"] == "pelvic region; sacroiliac joint (sacral region in M99)"
    assert spinal["sacral"] == "sacral region"
    osteopathic = points(explain("98925"), "region")
    assert len(osteopathic) == 10
    assert osteopathic["lower extremity"] == "lower extremity; hip (pelvic region in M99)"
    assert points(explain("97140"), "scope")["59"] == "a distinct service"


@pytest.mark.parametrize(
    ("term", "about"),
    [
        ("RG04", "M99.0 to M99.8."),
        ("dx02", "Headings of the tabular list."),
        ("EL03", "Whatever code is chosen."),
        ("CD05", "M99.6 to M99.7."),
    ],
)
def test_a_rule_and_a_decision_say_what_they_are_about(term: str, about: str) -> None:
    """An id shows its text, its scope and its own sources only."""
    explanation = explain(term)
    assert explanation.text
    assert points(explanation, "scope") == {"": about}
    known = {rule.id: rule.cites for rule in RULES} | {it.id: (it.source,) for it in DECISIONS.values()}
    assert explanation.sources == tuple(citations()[key] for key in known[term.upper()])


@pytest.mark.parametrize(
    ("term", "message"),
    [
        ("M99.04X", "the nearest is M99.04 (Segmental and somatic dysfunction of sacral region)."),
        ("M99.99", "the nearest is M99.9 (Biomechanical lesion, unspecified)."),
        ("98944", "a code looks like M99.24, a procedure code like 98941, a rule like RG04."),
        ("DX99", "'DX99' is no rule or coding decision; there are DX01, DX02, "),
        ("ZZ01", "there are CD01, DX01, "),
        ("", "a code looks like M99.24"),
    ],
)
def test_what_is_unknown_is_refused_with_what_is_nearest(term: str, message: str) -> None:
    """The message names the nearest entry above, the ids of the family, or what a term looks like."""
    with pytest.raises(InputError) as refused:
        explain(term)
    assert message in str(refused.value)


def test_the_day_decides_the_code_set() -> None:
    """The label is that of the set in force, and the sources are those of its table."""
    before, after = scribe.explain("M99.04", date(2026, 3, 11)), scribe.explain("M99.04", date(2026, 10, 2))
    assert (before.remark, after.remark) == ("ICD-10-CM FY2026, may be reported", "ICD-10-CM FY2027, may be reported")
    assert {it.key for it in after.sources} - {it.key for it in before.sources} == {"fy2027-changes"}
