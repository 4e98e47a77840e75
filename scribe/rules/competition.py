"""Which diagnosis classifies a narrowing elsewhere, so that M99 does not."""

from scribe.rules.chart import STENOSES, Chart, diagnoses
from scribe.rules.tables import condition_facts
from scribe.schema import Diagnosis, Lesion


def competitor(chart: Chart, lesion: Lesion) -> Diagnosis | None:
    """The definitive diagnosis of the same region that accounts for what narrows the space.

    Args:
        chart: The encounter.
        lesion: A lesion; only stenoses have competitors, because a dysfunction stands in its own right.

    Returns:
        The first such diagnosis, or None.
    """
    if lesion.kind not in STENOSES:
        return None
    for _, diagnosis in diagnoses(chart):
        explained = condition_facts()[diagnosis.condition].explains
        if diagnosis.region in (lesion.region, None) and any(item in explained for item in lesion.mechanisms):
            return diagnosis
    return None
