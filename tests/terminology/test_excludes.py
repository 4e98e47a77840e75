"""Code patterns in notes, and what they cover."""

import pytest

from scribe.terminology.excludes import covers, patterns


@pytest.mark.parametrize(
    ("note", "codes"),
    [
        ("biomechanical lesions NEC (M99.-)", ("M99.-",)),
        ("spondylolisthesis (M43.1)", ("M43.1",)),
        ("discitis NOS (M46.4-)", ("M46.4-",)),
        ("disc disorders (M50.-, M51.-)", ("M50.-", "M51.-")),
        ("neoplasms (C00-D49)", ("C00-D49",)),
        ("complications of pregnancy (O00-O9A)", ("O00-O9A",)),
        ("vertebral subluxation (M43.3-M43.5X9)", ("M43.3-M43.5X9",)),
        ("traumatic fracture (S12.0-S12.3-, S22.0-, S32.0-)", ("S12.0-S12.3", "S22.0-", "S32.0-")),
        ("compartment syndrome (traumatic) (T79.A-)", ("T79.A-",)),
        ("nerve root compression (due to) in disc disorders (M50.1.-, M51.1.-)", ("M50.1-", "M51.1-")),
        ("pneumoconiosis with tuberculosis, any type in A15 (J65)", ("J65",)),
        ("torticollis NOS M43.6", ("M43.6",)),
        ("diabetic cataract (E08-E13 with .36)", ()),
        ("sequelae (I69. with final characters -93)", ()),
        ("deficiency (G6PD)", ()),
        ("current injury - see injury of spine by body region", ()),
    ],
)
def test_patterns_are_read_as_printed(note: str, codes: tuple[str, ...]) -> None:
    """Single codes, families, lists and ranges are read; codes that words narrow are left out."""
    assert patterns(note) == codes


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("M99.-", "M99.03"),
        ("M43.1-", "M43.16"),
        ("M43.1", "M43.16"),
        ("M54.16", "M54.16"),
        ("S13.1-", "S13.150A"),
        ("C00-D49", "C79.51"),
        ("C00-D49", "D49.2"),
        ("O00-O9A", "O9A.11"),
        ("M43.3-M43.5X9", "M43.5X2"),
        ("S12.0-S12.3", "S12.390A"),
        ("B20", "B20"),
    ],
)
def test_a_pattern_covers_what_stands_below_it_or_between_its_ends(pattern: str, code: str) -> None:
    """A code covers everything below it, a range everything between."""
    assert covers(pattern, code)


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("M99.-", "M96.1"),
        ("M43.1-", "M43.06"),
        ("M54.16", "M54.1"),
        ("C00-D49", "D50.0"),
        ("M43.3-M43.5X9", "M43.6"),
        ("S12.0-S12.3", "S12.400A"),
    ],
)
def test_a_pattern_covers_nothing_else(pattern: str, code: str) -> None:
    """Neighbours, and what stands above a pattern, are not covered."""
    assert not covers(pattern, code)
