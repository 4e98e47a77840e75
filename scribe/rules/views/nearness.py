"""Which lesion a code comes nearest to that codes none."""

from collections.abc import Iterable

from scribe.rules.chart import STENOSES
from scribe.rules.views.matrix import Cell, codes_of
from scribe.schema import Lesion


def nearest(lesions: Iterable[tuple[str, Lesion]], code: str, place: Cell) -> tuple[str, Lesion] | None:
    """The lesion that shares most with a code; None where each differs in kind and region.

    Region and kind weigh the same, both stenoses half a kind. Of lesions of one kind, the one of the nearest region
    counts, and of others the first.

    Args:
        lesions: The lesions with their paths.
        code: A code of M99.
        place: The same, read.
    """
    shared = [(_nearness(placed[1], place), placed) for placed in lesions]
    most = max((near for near, _ in shared), default=0)
    nearest_ones = [placed for near, placed in shared if near == most and near]
    alike = [placed for placed in nearest_ones if placed[1].kind == nearest_ones[0][1].kind]
    return min(alike, key=lambda placed: regions_apart(placed[1], code), default=None)


def regions_apart(lesion: Lesion, code: str) -> int:
    """How far the region of a code is from that of a lesion, from the head (0) to the abdomen (9) as M99 counts."""
    return min(abs(int(code[-1]) - int(own[-1])) for own in codes_of(lesion))


def _nearness(lesion: Lesion, place: Cell) -> int:
    """How much of a code a lesion shares: its region, its kind; both stenoses are half a kind."""
    family = place.family
    kind = 2 if lesion.kind == family.kind else int(lesion.kind in STENOSES and family.kind in STENOSES)
    return kind + 2 * (lesion.region == place.region)
