"""Facts about lesions of M99 that coding and rules share."""

from scribe.schema import ImagingKind, Mechanism

SHOWN_MECHANISMS: dict[ImagingKind, Mechanism] = {
    "malalignment": "subluxation",
    "bony_overgrowth": "osseous",
    "ligament_hypertrophy": "connective_tissue",
    "fibrosis": "connective_tissue",
    "disc_herniation": "disc",
}
"""The mechanism of a narrowing that an imaging finding may be."""

MEDICARE_DYSFUNCTIONS = frozenset(f"M99.0{digit}" for digit in range(6))
"""The dysfunctions that a chiropractic manipulation under Medicare is for: head to pelvis."""
