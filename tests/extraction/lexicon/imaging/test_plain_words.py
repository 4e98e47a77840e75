"""Specification of findings in plain words."""

from collections.abc import Callable, Iterable

import pytest

from scribe.extraction.lexicon.context.scene import scenes
from scribe.extraction.lexicon.imaging import plain_words
from scribe.extraction.lexicon.imaging.plain_words import described
from scribe.extraction.lexicon.view.view import View

Read = Callable[..., list[str]]


def test_nothing_is_described_without_its_words(labelled: Iterable[View], monkeypatch: pytest.MonkeyPatch) -> None:
    """A part tells nothing that is read for words of which its statement says none."""
    readers = plain_words.readers()
    told = [(scene, [*described(scene)]) for view in labelled for scene in scenes(view)]
    assert any(found for _, found in told)
    for scene, found in told:
        everything = [(read, scene.said, scene.said) for read, *_ in readers]
        monkeypatch.setattr(plain_words, "readers", lambda everything=everything: everything)
        assert [*described(scene)] == found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("flavum thin", "mri ligament_hypertrophy lumbar absent"),
        ("facets nl", "mri bony_overgrowth lumbar absent"),
        ("disc heights maintained", "mri disc_degeneration lumbar absent"),
        ("conus normal", "mri other lumbar absent"),
        ("L2-3 ok", "mri unremarkable lumbar"),
        ("remaining levels clean", "mri unremarkable lumbar"),
        ("the ligament is folded and fat", "mri ligament_hypertrophy lumbar"),
    ],
)
def test_healthy_and_sick_parts(read: Read, text: str, line: str) -> None:
    """A part of the spine is sick or healthy by the word behind it."""
    assert line in read(f"MRI lumbar spine: {text}.", "imaging")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("that disc is pooching out", "mri disc_herniation lumbar"),
        ("the disc's kissing the nerve", "mri disc_herniation lumbar"),
        ("there's no leftover disc, no disc in there", "mri disc_herniation lumbar absent"),
        ("the joints are big and knobby", "mri bony_overgrowth lumbar"),
        ("you've lost the curve", "mri other lumbar"),
        ("that bone has slid forward", "mri malalignment lumbar"),
        ("L5 is tipped", "mri malalignment lumbar"),
        ("this facet joint slides up", "mri malalignment lumbar"),
        ("the left facet has ridden up on the one below", "mri malalignment lumbar left"),
        ("the facet is riding over the other", "mri malalignment lumbar"),
        ("my bike ride went up the hill past the joint", ""),
        ("the discs are nice and tall", "mri disc_degeneration lumbar absent"),
        ("the cord isn't squashed", "mri other lumbar absent"),
        ("the cord is dented", "mri other lumbar"),
        ("the hip joints are knobby", ""),
    ],
)
def test_spoken_pairs(read: Read, text: str, line: str) -> None:
    """A part and what is said of it make a finding, in whatever words."""
    found = read(f"Doctor: Here's your lumbar MRI, look. {text.capitalize()}.", "imaging", "transcript")
    assert found == ([line] if line else [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L5 posterior", ["xray malalignment lumbar"]),
        ("C1 laterality to the right", ["xray malalignment cervical right"]),
        ("atlas lateral left", ["xray malalignment cervical left"]),
        ("C5 posterior 3 mm", ["xray malalignment cervical"]),
        ("L4 anterior and inferior", ["xray malalignment lumbar"]),
        ("L5 posterior elements intact", []),
        ("L3 lateral view", []),
        ("L4 posterior osteophyte", ["xray bony_overgrowth lumbar"]),
        ("T4 superior endplate fracture", ["xray fracture thoracic"]),
    ],
)
def test_a_listing(read: Read, text: str, lines: list[str]) -> None:
    """A report lists a vertebra with the way it lies and no more; else the way is that of one of its parts."""
    assert read(f"X-ray: {text}. Nothing else.", "imaging") == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("No films indicated today.", ""),
        ("I don't need an x-ray for this.", ""),
        ("If the leg weakens, MRI of the lumbar spine.", "mri other lumbar hypothetical"),
        ("He will bring the MRI next time.", ""),
    ],
)
def test_studies_to_come(read: Read, text: str, line: str) -> None:
    """A study is planned where it is wanted, and of what its own words name."""
    assert read(f"Plan: {text}", "imaging") == ([line] if line else [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nothing has crept forward.", ["xray malalignment lumbar absent"]),
        ("None of the bones is out of place.", ["xray malalignment lumbar absent"]),
        ("The vertebrae are nicely stacked.", ["xray malalignment lumbar absent"]),
        ("There's a claw of bone off the front.", ["xray bony_overgrowth lumbar"]),
        ("The spaces are all equal.", ["xray disc_degeneration lumbar absent"]),
        ("The space is down by a third.", ["xray disc_degeneration lumbar"]),
        ("L3-4 is dark.", ["xray disc_degeneration lumbar"]),
        ("It should have a curve. Yours is flat.", ["xray other lumbar"]),
        ("L4 has crept a hair forward on L5.", ["xray malalignment lumbar"]),
    ],
)
def test_films_in_plain_words(read: Read, text: str, lines: list[str]) -> None:
    """What is or is not out of place, worn or grown is told without a term of it."""
    assert read(f"Doctor: This is your lumbar x-ray. {text}", "imaging", "transcript") == lines


def test_a_disc_that_has_moved_is_not_worn(read: Read) -> None:
    """A disc that has gone up or shrunk back has lost no height."""
    text = "Doctor: On the lumbar MRI a chunk of the disc has broken off and gone up on the right."
    assert read(text, "imaging", "transcript") == ["mri disc_herniation lumbar right"]
    assert not read("Doctor: Lumbar MRI. The disc has shrunk back.", "imaging", "transcript")


@pytest.mark.parametrize(
    ("turns", "lines"),
    [
        ("Doctor: On the MRI, L3-4, one floor up, looks fine.", ["mri unremarkable lumbar"]),
        (
            "Doctor: The MRI. Discs are worn. None of them has slipped.",
            ["mri disc_degeneration", "mri disc_herniation absent"],
        ),
        (
            "Doctor: The MRI of the mid back. T10 is sitting a few millimeters back on T11.",
            ["mri malalignment thoracic"],
        ),
    ],
)
def test_a_level_is_called_well_after_a_pause(read: Read, turns: str, lines: list[str]) -> None:
    """A level that stands alone has what the next part says of it."""
    assert read(turns, "imaging", kind="transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("X-ray standing: sacral base 6 mm lower on the right", ["xray malalignment sacral right"]),
        ("XR: iliac crests level", ["xray malalignment pelvic absent"]),
        ("XR: sacral base unlevel, low left", ["xray malalignment sacral left"]),
        (
            "XR neck: C4-5 disc space narrowed, C6-7 preserved",
            ["xray disc_degeneration cervical", "xray disc_degeneration cervical absent"],
        ),
    ],
)
def test_how_bones_stand(read: Read, text: str, lines: list[str]) -> None:
    """A landmark of the pelvis that is uneven is out of line; a disc whose height is kept is well."""
    assert sorted(read(f"Imaging: {text}.", "imaging")) == sorted(lines)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Nothing is poking out.", []),
        ("Nothing's sticking out anywhere.", []),
        ("Nothing is out of place.", ["xray malalignment lumbar absent"]),
    ],
)
def test_what_sticks_out_is_no_bone(read: Read, text: str, lines: list[str]) -> None:
    """Discs stick out, and bones move out of place."""
    assert read(f"Doctor: Here's the lumbar x-ray. {text}", "imaging", "transcript") == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("The discs are dark, but nothing's poking out of them.",
         ["mri disc_degeneration lumbar", "mri disc_herniation lumbar absent"]),
        ("L4 hangs over L5 a bit.", ["mri malalignment lumbar"]),
        ("L5 sticks out past the sacrum.", ["mri malalignment lumbar"]),
        ("The ligament at L4-5 bunches up.", ["mri ligament_hypertrophy lumbar"]),
        ("This gap at L4-5 is half as tall as the next one.", ["mri disc_degeneration lumbar"]),
        ("There's white fluid along the cord.", []),
        ("You look great, and nothing's coming out of that.", []),
    ],
)  # fmt: skip
def test_what_pictures_show_in_plain_words(read: Read, text: str, lines: list[str]) -> None:
    """Discs out of which nothing comes, a bone over the edge of the next, a gap that no nerve leaves by."""
    assert sorted(read(f"Doctor: Here's the MRI of the lumbar spine. {text}", "imaging", "transcript")) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("L4 on L5, gr 1.", ["xray malalignment lumbar"]),
        ("L5 forward 4 mm.", ["xray malalignment lumbar"]),
        ("L4 on L5 normal.", ["xray unremarkable lumbar"]),
        ("L4 forward on L5, canal tight behind the slip.", ["xray canal_narrowing lumbar", "xray malalignment lumbar"]),
        ("Vertebral bodies line up normally.", ["xray malalignment lumbar absent"]),
        ("Nothing of note.", ["xray unremarkable lumbar"]),
        ("Fluid in the facet joints.", ["xray other lumbar"]),
    ],
)
def test_what_a_report_lists(read: Read, text: str, lines: list[str]) -> None:
    """A report tells by its measure that a vertebra has slid, and names the slip again."""
    assert sorted(read(f"IMAGING: X-ray lumbar: {text}", "imaging")) == lines


def test_a_slip_named_again(read: Read) -> None:
    """A slip that one study has shown is only named again behind another."""
    text = "IMAGING: X-ray lumbar: L4 forward on L5. MRI lumbar shows a tight canal at L4/5 behind the slip."
    assert read(text, "imaging") == ["xray malalignment lumbar", "mri canal_narrowing lumbar"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("X-ray of the tailbone. Your tailbone is hooked forward.", ["xray malalignment sacral"]),
        ("X-ray of the tailbone. Your tailbone isn't kinked.", ["xray malalignment sacral absent"]),
        ("X-ray of the lumbar spine. L4 is starting to slide on L5.", ["xray malalignment lumbar"]),
        ("MRI of the lumbar spine. L4-5 is worn but nothing's pushed out.", ["mri disc_degeneration lumbar"]),
        ("MRI of the lumbar spine. The facets at L4-5 are huge.", ["mri bony_overgrowth lumbar"]),
        (
            "MRI of the lumbar spine. What it shows is a degeneration of the last disc.",
            ["mri disc_degeneration lumbar"],
        ),
        ("CT of the thoracic spine. Your T9 vertebra, it's lost a third of its height.", ["ct fracture thoracic"]),
    ],
)
def test_bones_and_discs_in_the_flow(read: Read, text: str, lines: list[str]) -> None:
    """Tailbones are bent, vertebrae slide, and the height that is lost is that of what was named."""
    assert read(f"Doctor: {text}", "imaging", "transcript") == lines
