"""PX: procedure codes against the treatment recorded today, each in its own system of regions."""

from collections.abc import Iterable, Iterator
from itertools import islice

from scribe.rules.chart import DYSFUNCTIONS, Chart, Claim, grounded, is_found, lesions, title_of
from scribe.rules.engine import Problem, rule
from scribe.rules.tables import Companion, System, Tier, companions, modifiers, tiers
from scribe.rules.views.claims import spelled
from scribe.rules.views.phase import maintenance
from scribe.rules.views.profile import profile
from scribe.rules.views.services import (
    Treated,
    claim_lists,
    counts,
    differences,
    listed_diagnoses,
    manipulation_claims,
    system_of,
    treated,
    undiagnosed,
    with_modifiers,
)
from scribe.rules.words import listed
from scribe.schema import Care, Region
from scribe.terminology.regions import m99_region, region_words

_ALL = 10
"""Regions in the largest of the systems."""
_ANOTHER_REGION = ("59", "XS")
"""Modifiers by which a service is said to be of a region that was not manipulated."""
_NOT_COVERED = ("GA", "GX", "GY", "GZ")
"""Modifiers by which a service is said not to be covered, so that active treatment is not claimed."""
_UNITS: dict[System, str] = {"omt": "body regions", "cmt": "spinal regions"}


@rule("PX01", "error", topic="procedure_region_mismatch", cites=("omt-regions", "inference-omt-regions", "a56954"))
def osteopathic_tier_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag an osteopathic manipulation code whose number of regions was not treated.

    98925 to 98929 step by two body regions of ten. The note says which regions
    were treated; the code says how many.
    """
    yield from _unlike(chart, "omt")


@rule("PX02", "error", topic="procedure_region_mismatch", cites=("cmt-regions", "mbpm-15-240-1-4"))
def chiropractic_tier_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag a chiropractic manipulation code whose number of spinal regions was not treated.

    98940 to 98942 count five spinal regions, which are not those of M99: the
    sacroiliac joint counts as pelvic, the occiput as cervical and the
    costovertebral joints as thoracic. Where the record admits several
    readings, any that fits the code is accepted.
    """
    yield from _unlike(chart, "cmt")


@rule("PX03", "error", topic="procedure_region_mismatch", cites=("cmt-regions",))
def extraspinal_code_unlike_regions(chart: Chart) -> Iterator[Problem]:
    """Flag the extraspinal manipulation code where no extraspinal region was treated.

    98943 is for the head with the jaw, the limbs, the ribs away from the spine
    and the abdomen. What lies in the spine belongs to 98940 to 98942.
    """
    yield from _unlike(chart, "extraspinal")


@rule("PX04", "warning", topic="modifier_mismatch", cites=("mln-se1602",))
def active_treatment_unmarked(chart: Chart) -> Iterator[Problem]:
    """Flag a spinal manipulation under Medicare without modifier AT where nothing speaks of maintenance.

    AT says that the treatment is active: that improvement, or the arrest of a
    decline, is expected. Without it 98940 to 98942 count as maintenance. A
    document that writes no modifier beside any code leaves them to the claim
    and is not flagged.
    """
    if profile(chart) != "medicare_cmt" or maintenance(chart):
        return
    for claim in _spinal(chart):
        if not {*claim.modifiers} & {"AT", *_NOT_COVERED}:
            message = (
                f"{claim.code} has no modifier AT, and nothing says that the care is maintenance; under Medicare it "
                "stands with AT where the record shows active treatment: a goal, and progress towards it."
            )
            yield Problem(claim.at, message, claim.evidence)


@rule("PX05", "warning", topic="modifier_mismatch", cites=("mln-se1602", "mbpm-15-240-1-3"))
def maintenance_marked_active(chart: Chart) -> Iterator[Problem]:
    """Flag modifier AT beside a statement that the care is maintenance.

    Care of a stable condition, to keep it as it is, is not active treatment.
    One of the two is wrong: the modifier, or the word for the phase of care.
    """
    if profile(chart) != "medicare_cmt":
        return
    for claim in _spinal(chart):
        said = maintenance(chart) if "AT" in claim.modifiers else ()
        if said:
            message = (
                f"{claim.code} has modifier AT ({modifiers()['AT']}), but the document speaks of maintenance; AT "
                "stands where further functional improvement is expected and the record says which."
            )
            yield Problem(claim.at, message, (*claim.evidence, *said))


@rule("PX06", "error", topic="modifier_mismatch", cites=("a56954", "cmt-regions", "em-2021"))
def visit_code_unmarked(chart: Chart) -> Iterator[Problem]:
    """Flag an evaluation code beside a manipulation of the same day without modifier 25.

    A manipulation includes the assessment before it. A visit code stands
    beside it only for an evaluation that is significant and separately
    identifiable, and 25 says so; another diagnosis is not needed. Whether the
    evaluation is a separate one is for a reader to judge, not for this rule.
    """
    for claim, companion, beside in _unmarked(chart):
        if not companion.care:
            message = (
                f"{claim.code} stands beside {beside.code} without modifier {companion.modifiers[0]}; it stands with "
                "it where the note shows an evaluation of its own, beyond the one that manipulation includes."
            )
            yield Problem(claim.at, message, (*claim.evidence, *beside.evidence))


@rule("PX07", "error", topic="modifier_mismatch", cites=("ncci-manipulation",))
def therapy_unmarked(chart: Chart) -> Iterator[Problem]:
    """Flag 97112, 97124 or 97140 beside a spinal manipulation without the modifier for a distinct service.

    Manual therapy, massage and neuromuscular re-education are part of a
    chiropractic manipulation of the same region. They stand beside it only
    for another region, and 59 or XS says so.
    """
    for claim, companion, beside in _unmarked(chart):
        if companion.care:
            message = (
                f"{claim.code} stands beside {beside.code} without modifier {listed(_ANOTHER_REGION, 'or')}; it stands "
                "with one where it treats a region that is not manipulated, and the note names that region and why."
            )
            yield Problem(claim.at, message, (*claim.evidence, *beside.evidence))


@rule("PX08", "warning", topic="region_not_diagnosed", cites=("lcd-l33616", "stedi-2025-12"))
def manipulation_without_dysfunction(chart: Chart) -> Iterator[Problem]:
    """Flag a region manipulated by a coded service whose only code of M99 is no dysfunction.

    Manipulation is for a dysfunction of the region, M99.0-. A stenosis or
    another lesion, M99.2- to M99.8-, may stand in the same region; it is not
    what the hands treat. Under Medicare and in osteopathic work both are asked for.
    """
    if profile(chart) == "general" or not any(manipulation_claims(chart, "cmt", "omt")):
        return
    for region in treated(chart).regions:
        claims = [claim for claim in listed_diagnoses(chart) if _region_of(claim) == region]
        stated = any(lesion.region == region and lesion.kind in DYSFUNCTIONS for _, lesion in lesions(chart))
        if claims and not stated and not any(_is_dysfunction(claim) for claim in claims):
            code = spelled(claims[0].code)
            message = (
                f"The {region_words(region)} is manipulated today under {code} ({title_of(chart, code)}) alone; it "
                "stands where the clinician also states a dysfunction of that region."
            )
            yield Problem(claims[0].at, message, (*claims[0].evidence, *treated(chart).evidence))


@rule("PX09", "error", topic="procedure_region_mismatch", cites=("mbpm-15-240",))
def extraspinal_code_under_medicare(chart: Chart) -> Iterator[Problem]:
    """Flag the extraspinal manipulation code under Medicare without a modifier that says it is not covered.

    The Medicare benefit is manual manipulation of the spine to correct a
    subluxation. A shoulder or a knee may be treated; it is not part of that benefit.
    """
    if chart.encounter.payer != "medicare":
        return
    for claim in (it for several in with_modifiers(chart) for it in several if system_of(it) == "extraspinal"):
        if not {*claim.modifiers} & {*_NOT_COVERED}:
            message = (
                f"{claim.code} is manipulation away from the spine, and the Medicare benefit is manipulation of the "
                f"spine; it stands only with GY ({modifiers()['GY']})."
            )
            yield Problem(claim.at, message, claim.evidence)


@rule("PX10", "error", topic="duplicate_code", cites=("cmt-regions", "omt-regions"))
def manipulation_coded_twice(chart: Chart) -> Iterator[Problem]:
    """Flag a second code of the same row of manipulation codes for one visit.

    One code stands for all spinal regions, or for all body regions, that were
    treated that day. Two of them count some regions twice.
    """
    for claims in claim_lists(chart):
        first: dict[System, Claim] = {}
        for claim in claims:
            system = system_of(claim)
            if system not in ("cmt", "omt"):
                continue
            before = first.setdefault(system, claim)
            if before.code != claim.code and _together(chart, before, claim):
                fitting = _fitting(treated(chart), system) or "The number of treated regions decides which."
                message = (
                    f"{before.code} and {claim.code} are codes of one row: one alone stands for all {_UNITS[system]} "
                    f"treated that day. {fitting}"
                )
                yield Problem(claim.at, message, (*before.evidence, *claim.evidence))


@rule("PX11", "error", topic="region_not_diagnosed", cites=("a56954", "lcd-l33616", "mbpm-15-240-1-2"))
def tier_beyond_diagnosed_regions(chart: Chart) -> Iterator[Problem]:
    """Flag a manipulation code that reaches its number only with regions for which no lesion is stated.

    A region counts where it was affected and treated. Treatment alone, without
    a stated lesion of the region, does not carry the code to the next step.
    Where the examination shows what was affected, only the statement is open,
    and that is asked about.
    """
    found, bare = treated(chart), undiagnosed(chart)
    if found.open_ended or not bare or any(is_found(chart, region) for region in bare):
        return
    affected = {region: words for region, words in found.regions.items() if region not in bare}
    for claim, tier in manipulation_claims(chart, "cmt", "extraspinal", "omt"):
        carried = counts(affected, tier.system)
        if carried[-1] < tier.least and _fits(tier, counts(found.regions, tier.system)):
            message = (
                f"{claim.code} stands for {_regions(tier)}; {_number(carried)} of those treated today {_have(carried)} "
                f"a stated lesion. It stands where the clinician states what was found in the {_named(bare)}."
            )
            yield Problem(claim.at, message, (*claim.evidence, *found.evidence))


@rule("PX12", "error", topic="procedure_region_mismatch", cites=("ncci-manipulation",))
def therapy_of_manipulated_region(chart: Chart) -> Iterator[Problem]:
    """Flag 97112, 97124 or 97140 marked as distinct where the record has it in a region manipulated today.

    59 and XS say that the therapy was given to another region than the
    manipulation. The record names its regions, and all of them were manipulated.
    """
    for claim, companion, _ in _companions(chart):
        given = _given(chart, companion) if {*claim.modifiers} & {*_ANOTHER_REGION} else []
        regions = {region: "" for care in given for region in care.regions}
        if regions and regions.keys() <= treated(chart).regions.keys():
            message = (
                f"{claim.code} is marked as distinct, but what is recorded for it today ({_named(regions)}) is "
                "manipulated too; it stands where another region is treated and named."
            )
            quotes = (quote for care in given for quote in care.evidence)
            yield Problem(claim.at, message, (*claim.evidence, *quotes))


def _unlike(chart: Chart, system: System) -> Iterator[Problem]:
    """The codes of a system whose number of regions is none that the treatments may amount to."""
    found = treated(chart)
    for claim, tier in manipulation_claims(chart, system):
        if not _fits(tier, _possible(found, system)):
            message = (
                f"{claim.code} stands for {_regions(tier)}; {_recorded(found, system)}. "
                f"{_fitting(found, system) or f'It stands where {_regions(tier)} are treated today and recorded.'}"
            )
            yield Problem(claim.at, message, (*claim.evidence, *found.evidence))


def _possible(found: Treated, system: System) -> tuple[int, ...]:
    """Every number of regions of a system that the treatments may amount to; one without a region leaves it open."""
    numbers = counts(found.regions, system)
    return tuple(range(numbers[0], _ALL + 1)) if found.open_ended else numbers


def _fits(tier: Tier, numbers: tuple[int, ...]) -> bool:
    return any(tier.least <= number <= tier.most for number in numbers)


def _fitting(found: Treated, system: System) -> str:
    """The one code that what is recorded amounts to, as a sentence; empty where it may be several or none."""
    numbers = _possible(found, system)
    fitting = [code for code, tier in tiers().items() if tier.system == system and _fits(tier, numbers)]
    return f"The code for what is recorded is {fitting[0]}." if len(fitting) == 1 else ""


def _recorded(found: Treated, system: System) -> str:
    """What is recorded: `treated today are the cervical region and pelvic region, which count as 2`."""
    if not found.regions:
        return "no region is recorded as treated today"
    numbers = _possible(found, system)
    number = f"at least {numbers[0]}" if found.open_ended else _number(numbers)
    counted = "none of which counts" if numbers == (0,) else f"which makes {number}"
    apart = "; ".join(differences(found.regions, system))
    return f"treated today: {_named(found.regions)}, {counted}" + (f" ({apart})" if apart else "")


def _number(numbers: tuple[int, ...]) -> str:
    return listed((str(number) if number else "none" for number in numbers), "or")


def _have(numbers: tuple[int, ...]) -> str:
    return "has" if numbers[-1] == 1 else "have"


def _named(regions: Iterable[Region]) -> str:
    return listed(map(region_words, regions))


def _regions(tier: Tier) -> str:
    """How many regions a code stands for: `3 to 4 body regions`."""
    if tier.system == "extraspinal":
        return "one or more extraspinal regions"
    number = str(tier.least) if tier.least == tier.most else f"{tier.least} to {tier.most}"
    return f"{number} {_UNITS[tier.system]}"


def _spinal(chart: Chart) -> Iterator[Claim]:
    """The claimed codes of spinal manipulation whose modifiers are known."""
    return (claim for claims in with_modifiers(chart) for claim in claims if system_of(claim) == "cmt")


def _companions(chart: Chart) -> Iterator[tuple[Claim, Companion, Claim]]:
    """The claimed services that a manipulation of the same list includes, each with that manipulation."""
    for claims in with_modifiers(chart):
        for claim in claims:
            companion = companions().get(claim.code)
            if companion is not None:
                beside = (each for each in claims if system_of(each) in companion.beside)
                yield from ((claim, companion, manipulation) for manipulation in islice(beside, 1))


def _unmarked(chart: Chart) -> Iterator[tuple[Claim, Companion, Claim]]:
    """Those of them that no modifier sets apart."""
    return (found for found in _companions(chart) if not {*found[0].modifiers} & {*found[1].modifiers})


def _given(chart: Chart, companion: Companion) -> list[Care]:
    """The care of today that a service may stand for and that has regions."""
    return [
        care
        for care in chart.extraction.care
        if care.kind in companion.care and care.timing == "today" and care.regions and grounded(care)
    ]


def _together(chart: Chart, one: Claim, other: Claim) -> bool:
    """Whether two codes are of one list: given for audit, or written in one paragraph."""
    spans = [quote.span for claim in (one, other) for quote in claim.evidence]
    places = sorted(span for span in spans if span is not None)
    if len(places) < len(spans):
        return False
    return not places or "\n\n" not in chart.document.text[places[0][1] : places[-1][0]]


def _region_of(claim: Claim) -> Region | None:
    return m99_region(spelled(claim.code))


def _is_dysfunction(claim: Claim) -> bool:
    """Whether a code of M99 names a dysfunction or a subluxation complex."""
    return spelled(claim.code).startswith(("M99.0", "M99.1"))
