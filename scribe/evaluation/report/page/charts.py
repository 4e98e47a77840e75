"""The charts of the page: SVG that takes its colours from the page, so that it is light or dark as that is."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from scribe.evaluation.metrics.calibration import Prediction, bins, risk_coverage
from scribe.evaluation.report.slices import FEW
from scribe.evaluation.report.summary import Group
from scribe.evaluation.scores import Figure

if TYPE_CHECKING:
    from altair import FacetChart, LayerChart

WIDTH = 230
"""Width of what is drawn, without the axes: with them, a chart fits on a telephone."""

POINTS = 100
"""Points of a curve, about."""

_HEIGHT = 180
_ROW = 22

_INK, _LINE, _FAINT, _ACCENT, _WARN = (f"var(--{name})" for name in ("soft", "line", "faint", "accent", "differ"))


def groups(found: Sequence[Group]) -> str:
    """Draw F1 of each group of findings with its interval, and F1 of what is found at all."""
    import altair as alt  # noqa: PLC0415  # a second, and only the page needs it

    rows = [
        {
            "group": group.name.replace("_", " "),
            "exact": figure.value,
            "low": _bounds(figure)[0],
            "high": _bounds(figure)[1],
            "relaxed": group.relaxed,
            "colour": _FAINT if group.documents < FEW else _ACCENT,
        }
        for group in found
        for figure in [group.figures["f1"]]
    ]
    lowest = min(_bounds(group.figures["f1"])[0] for group in found)
    scale = alt.Scale(domain=[max(0, lowest // 0.1 / 10), 1], nice=False, clamp=True)
    base = alt.Chart(alt.InlineData(values=rows)).encode(
        y=alt.Y("group:N", sort=None, title=None), color=alt.Color("colour:N", scale=None)
    )
    interval = base.mark_rule(strokeWidth=2).encode(x=alt.X("low:Q", scale=scale, title="F1"), x2="high:Q")
    exact = base.mark_point(filled=True, size=70, opacity=1).encode(x="exact:Q")
    relaxed = base.mark_tick(thickness=2, size=12).encode(x="relaxed:Q", color=alt.value(_WARN))
    return _svg(alt.layer(interval, relaxed, exact), height=_ROW * len(rows))


def reliability(predicted: Sequence[Prediction]) -> str:
    """Draw how often findings of like confidence are right; on the diagonal, as often as they say."""
    import altair as alt  # noqa: PLC0415  # as above

    rows = [{"confidence": one.confidence, "right": one.right, "size": one.size} for one in bins(predicted)]
    start = max(0, min(min(row["confidence"], row["right"]) for row in rows) // 0.1 / 10)
    scale = alt.Scale(domain=[start, 1], nice=False)
    ends: list[dict[str, float]] = [{"at": start}, {"at": 1}]
    diagonal = alt.Chart(alt.InlineData(values=ends)).mark_line(strokeDash=[4, 4], color=_INK)
    points = alt.Chart(alt.InlineData(values=rows)).mark_point(filled=True, color=_ACCENT, opacity=1)
    x = alt.X("at:Q", scale=scale, title="mean confidence")
    y = alt.Y("at:Q", scale=scale, title="share right")
    size = alt.Size("size:Q", legend=None, scale=alt.Scale(range=[30, 200]))
    layers = alt.layer(diagonal.encode(x=x, y=y), points.encode(x="confidence:Q", y="right:Q", size=size))
    return _svg(layers, height=_HEIGHT)


def coverage(predicted: Sequence[Prediction]) -> str:
    """Draw the share of wrong findings among the surest ones."""
    import altair as alt  # noqa: PLC0415  # as above

    curve = risk_coverage(predicted)
    kept = curve[:: max(1, len(curve) // POINTS)]
    rows = [one._asdict() for one in dict.fromkeys([*kept, *curve[-1:]])]
    chart = alt.Chart(alt.InlineData(values=rows)).mark_line(color=_ACCENT, strokeWidth=2)
    x = alt.X("coverage:Q", title="share kept, the surest first")
    return _svg(alt.layer(chart.encode(x=x, y=alt.Y("risk:Q", title="share wrong"))), height=_HEIGHT)


def _bounds(figure: Figure) -> tuple[float, float]:
    """Return where a figure lies; where that cannot be told, the figure itself."""
    value = figure.value or 0.0
    return (figure.interval.low, figure.interval.high) if figure.interval else (value, value)


def _svg(chart: "LayerChart | FacetChart", height: float) -> str:
    import vl_convert  # noqa: PLC0415  # as above

    styled = (
        chart.properties(width=WIDTH, height=height, background="transparent")
        .configure(font="inherit")
        .configure_view(stroke=None)
        .configure_axis(
            labelColor=_INK,
            titleColor=_INK,
            tickColor=_LINE,
            domainColor=_LINE,
            gridColor=_LINE,
            labelFontSize=12,
            titleFontSize=12,
            titleFontWeight="normal",
            tickCount=5,
        )
    )
    specification: dict[str, Any] = json.loads(styled.to_json(validate=False))
    return vl_convert.vegalite_to_svg(specification)
