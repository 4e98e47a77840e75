"""Radiculopathy and myelopathy belong to the disc or spondylosis of their site."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.coding.conftest import Chart


def test_radiculopathy_merges_with_the_disc(chart: "Chart") -> None:
    """A herniation with radiculopathy of its region is one code, and M54.1 is rejected."""
    disc = chart.diagnosis("disc_herniation", "cervical", "C5-6 disc herniation")
    root = chart.diagnosis("radiculopathy", "cervical", "right C6 radiculopathy", laterality="right")
    assert (chart.assigned(disc, root), chart.rejected(disc, root)) == (["M50.122"], ["M54.12"])


def test_root_names_the_level_of_the_disc(chart: "Chart") -> None:
    """Where the disc has no level, the root that it reaches gives it."""
    disc = chart.diagnosis("disc_herniation", "lumbar", "lumbar disc herniation")
    root = chart.diagnosis("radiculopathy", "sacral", "left S1 radiculopathy")
    assert chart.assigned(disc, root) == ["M51.17"]


def test_root_chooses_between_two_discs(chart: "Chart") -> None:
    """Only the disc that reaches the named root takes the radiculopathy."""
    discs = chart.diagnosis("disc_herniation", "lumbar", "herniations at L4-5 and L5-S1")
    root = chart.diagnosis("radiculopathy", "lumbar", "S1 radiculopathy")
    assert chart.assigned(discs, root) == ["M51.26", "M51.17"]


def test_root_of_another_disc_stays_with_the_named_one(chart: "Chart") -> None:
    """A disc that names its level keeps it, though the root is usually that of its neighbour."""
    disc = chart.diagnosis("disc_herniation", "lumbar", "foraminal L5-S1 disc herniation")
    root = chart.diagnosis("radiculopathy", "lumbar", "L5 radiculopathy")
    assert chart.assigned(disc, root) == ["M51.17"]


def test_radiculopathy_elsewhere_stays_apart(chart: "Chart") -> None:
    """A lumbar radiculopathy is not that of a cervical disc."""
    disc = chart.diagnosis("disc_herniation", "cervical", "C5-6 disc herniation")
    root = chart.diagnosis("radiculopathy", "lumbar", "L5 radiculopathy")
    assert chart.assigned(disc, root) == ["M50.222", "M54.16"]


def test_herniation_takes_it_before_spondylosis(chart: "Chart") -> None:
    """Of two diagnoses in one region the herniation takes the radiculopathy."""
    spondylosis = chart.diagnosis("spondylosis", "lumbar", "lumbar spondylosis")
    disc = chart.diagnosis("disc_herniation", "lumbar", "L4-5 disc herniation")
    root = chart.diagnosis("radiculopathy", "lumbar", "L5 radiculopathy")
    assert chart.assigned(spondylosis, disc, root) == ["M47.816", "M51.16"]


def test_spondylosis_with_radiculopathy(chart: "Chart") -> None:
    """Spondylosis has a code with radiculopathy too."""
    spondylosis = chart.diagnosis("spondylosis", "cervical", "cervical spondylosis")
    root = chart.diagnosis("radiculopathy", "cervical", "C6 radiculopathy")
    assert chart.assigned(spondylosis, root) == ["M47.22"]


def test_radiculopathy_beside_listhesis_is_coded(chart: "Chart") -> None:
    """A diagnosis that has no code with radiculopathy leaves it its own."""
    slip = chart.diagnosis("spondylolisthesis", "lumbar", "L5-S1 spondylolisthesis")
    root = chart.diagnosis("radiculopathy", "lumbar", "lumbosacral radiculopathy")
    assert chart.assigned(root, slip) == ["M43.17", "M54.17"]


def test_sciatica_of_a_disc(chart: "Chart") -> None:
    """Sciatica with a herniated lumbar disc is an inclusion term of M51.1; with a cervical one it is not."""
    sciatica = chart.diagnosis("sciatica", None, "left sciatica", laterality="left")
    lumbar = chart.diagnosis("disc_herniation", "lumbar", "L5-S1 disc herniation")
    cervical = chart.diagnosis("disc_herniation", "cervical", "C5-6 disc herniation")
    assert (chart.assigned(lumbar, sciatica), chart.assigned(cervical, sciatica)) == (["M51.17"], ["M50.222", "M54.32"])


def test_pain_axis_of_disc_degeneration(chart: "Chart") -> None:
    """Lumbar disc degeneration says which pain is documented with it."""
    disc = chart.diagnosis("disc_degeneration", "lumbar", "degenerative disc disease")
    back, leg = chart.diagnosis("low_back_pain", None), chart.diagnosis("sciatica", None)
    derived = [chart.assigned(disc, *pains) for pains in ([], [back], [leg], [back, leg])]
    assert derived == [["M51.369"], ["M51.360"], ["M51.361"], ["M51.362"]]


def test_myelopathy(chart: "Chart") -> None:
    """Myelopathy belongs to the spondylosis, follows a stenosis, and stands alone otherwise."""
    myelopathy = chart.diagnosis("myelopathy", "cervical", "cervical myelopathy")
    spondylosis = chart.diagnosis("spondylosis", "cervical", "cervical spondylosis")
    canal = chart.lesion("canal_stenosis", "cervical", "canal narrowed by spurs", mechanisms=["osseous"])
    derived = [chart.assigned(myelopathy, *others) for others in ([spondylosis], [canal], [])]
    assert derived == [["M47.12"], ["M99.31", "G99.2"], ["G95.9"]]
