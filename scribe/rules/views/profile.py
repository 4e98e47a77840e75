"""Whose measure the record of a visit has to meet: the general one, chiropractic under Medicare, osteopathic."""

from scribe.rules.chart import Chart, manipulations, once
from scribe.rules.tables import Profile, tiers


@once
def profile(chart: Chart) -> Profile:
    """Tell the profile of a chart by its payer, its discipline and the manipulation claimed or recorded for today.

    A manipulation code tells the discipline better than the text does; without one, a manipulation of today is
    that of the clinician's own field.
    """
    claimed = {tier.system for claim in chart.claims if (tier := tiers().get(claim.code)) is not None}
    field = chart.encounter.discipline if any(manipulations(chart)) else None
    chiropractic = "cmt" in claimed or (field == "chiropractic" and "omt" not in claimed)
    if chiropractic and chart.encounter.payer == "medicare":
        return "medicare_cmt"
    return "omt" if "omt" in claimed or (field == "osteopathic" and not claimed) else "general"
