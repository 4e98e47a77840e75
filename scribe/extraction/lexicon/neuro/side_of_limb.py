"""The side of the limb that a visit is about, for what is found in it without one: `Which leg?`, `The left.`.

History, examination and asides all speak of the same limb; it is named with its side once: `pain down the right leg`
and later `the toes are numb` are of one side.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import attrgetter
from typing import NamedTuple

from scribe.extraction.lexicon.quoted import first_token, last_span
from scribe.extraction.lexicon.view.view import Chunk, View
from scribe.extraction.lexicon.words.tokens import covered_by
from scribe.extraction.lexicon.words.vocabulary import limb_words, words
from scribe.schema import Laterality, Neuro

_SIDED = frozenset({"sensory_deficit", "motor_deficit", "radicular_pain", "reflex_deficit"})
"""Kinds of what is wrong in a limb, which is on one side or on both."""
_ELSEWHERE = frozenset({"face", "facial", "scalp", "tongue", "lip", "lips", "jaw", "cheek", "groin"})
_NAMES = frozenset({"sciatica", "radiculopathy", "radiculitis", "radicular", "brachialgia", "hemiparesis"})
_ONE_OF = frozenset({"one", "side", "is", "it", "that", "on"})
_BESIDE = 3
_AROUND = 8
_TURNED = 30
_CHOICE = 9
_FEW = 50
_LIMBS = tuple(map(frozenset, ((), ("arm",), ("leg",), ("arm", "leg"))))


class _Mention(NamedTuple):
    """A place in the text where a limb and its side are named."""

    start: int
    """Index of its first token."""
    side: Laterality
    """The side."""
    limbs: frozenset[str]
    """Which limbs are named: `arm`, `leg`, both, or neither."""


class _Told(NamedTuple):
    """What the text tells of sides."""

    findings: list[_Mention]
    """Findings with a side, in order."""
    named: dict[frozenset[str], Laterality | None]
    """The one side that is named for some limbs, if it is one."""


def with_side_of_limb(view: View, findings: Sequence[Neuro]) -> list[Neuro]:
    """Give what is wrong in a limb the side that the text names for this limb elsewhere.

    Args:
        view: The document's words.
        findings: What was read, mention by mention.

    Returns:
        The findings; one whose side is not said anywhere has none.
    """
    findings = [_tested_side(view, finding, findings) for finding in findings]
    findings = _without_bare_tests(_of_one_limb(findings)) if view.document.turns else findings
    if not any(_lacks_side(view, finding) for finding in findings):
        return list(findings)
    sided = sorted((_mention(view, one) for one in findings if _is_sided(one)), key=attrgetter("start"))
    said = _said(view)
    named = {limbs: _only([mention for mention in said if _is_of(mention, limbs)]) for limbs in _LIMBS}
    told = _Told(sided, named)
    return [_with_side(view, finding, told) if _lacks_side(view, finding) else finding for finding in findings]


def _of_one_limb(findings: list[Neuro]) -> list[Neuro]:
    """Give a test that speech calls positive the side of all that is wrong, where that is one."""
    sides = {one.laterality for one in findings if _is_sided(one)}
    if len(sides) != 1 or not sides <= {"left", "right"}:
        return findings
    side = next(iter(sides))
    return [
        one.model_copy(update={"laterality": side})
        if (one.kind, one.assertion, one.laterality) == ("tension_sign", "present", None)
        else one
        for one in findings
    ]


def _without_bare_tests(findings: list[Neuro]) -> list[Neuro]:
    """Leave out a test told without a side where its side is told too: `Leg up, no. Leg raise negative left.`."""
    told = {one.assertion for one in findings if one.kind == "tension_sign" and one.laterality}
    return [one for one in findings if one.kind != "tension_sign" or one.laterality or one.assertion not in told]


def _tested_side(view: View, finding: Neuro, findings: Sequence[Neuro]) -> Neuro:
    """Give a test that speech calls positive the side just turned to, as in `look over to the left`.

    The side of another test is its own: after `Left leg raise negative.` a positive slump is of no side.
    """
    told = finding.kind == "tension_sign" and finding.assertion == "present" and bool(view.document.turns)
    if not told or finding.laterality:
        return finding
    at = first_token(view.tokens, finding)
    tested = (one for one in findings if one.kind == "tension_sign" and one.laterality)
    ended = max((end for one in tested if (end := view.tokens.between(last_span(one)).stop) <= at), default=0)
    sides = view.sides(Chunk(max(0, at - _TURNED, ended), at))
    return finding.model_copy(update={"laterality": sides[-1].value}) if sides else finding


def _lacks_side(view: View, finding: Neuro) -> bool:
    """Tell whether a side is to be looked for; a reflex that a note writes without one is that of both sides."""
    if finding.kind == "reflex_deficit" and not view.document.turns:
        return False
    return finding.assertion == "present" and finding.laterality is None and finding.kind in _SIDED


def _is_sided(finding: Neuro) -> bool:
    return finding.assertion == "present" and finding.laterality is not None and finding.kind in _SIDED


def _mention(view: View, finding: Neuro) -> _Mention:
    at = first_token(view.tokens, finding)
    return _Mention(at, finding.laterality or "bilateral", _limbs(view, at))


def _limbs(view: View, at: int) -> frozenset[str]:
    """Return which limbs the statement of a token names: `arm`, `leg`, both, or neither."""
    statement = view.statements[max(0, bisect_right(view.statements, at, key=attrgetter("start")) - 1)]
    near = Chunk(max(statement.start, at - _AROUND), min(statement.end, at + _AROUND))
    return _named(view, near)


def _named(view: View, part: Chunk) -> frozenset[str]:
    said = (limb_words() | _ELSEWHERE).intersection(view.norms[part.start : part.end])
    return frozenset("other" if word in _ELSEWHERE else "arm" if word in words("arm_parts") else "leg" for word in said)


def _with_side(view: View, finding: Neuro, told: _Told) -> Neuro:
    at = first_token(view.tokens, finding)
    limbs = _limbs(view, at)
    if "other" in limbs:
        return finding
    side = _nearest(told.findings, at, limbs) or told.named[limbs]
    return finding.model_copy(update={"laterality": side}) if side else finding


def _is_of(mention: _Mention, limbs: frozenset[str]) -> bool:
    """Tell whether two mentions may be of one limb: neither names it, or both the same."""
    return not limbs or not mention.limbs or bool(limbs & mention.limbs)


def _nearest(mentions: list[_Mention], at: int, limbs: frozenset[str]) -> Laterality | None:
    """Return the side that was told of a limb last before a token, or else first after it."""
    split = bisect_right(mentions, at, key=attrgetter("start"))
    nearby = chain(reversed(mentions[max(0, split - _FEW) : split]), mentions[split : split + _FEW])
    return next((mention.side for mention in nearby if _is_of(mention, limbs)), None)


def _only(mentions: list[_Mention]) -> Laterality | None:
    sides = {mention.side for mention in mentions}
    return sides.pop() if len(sides) == 1 else None


def _said(view: View) -> list[_Mention]:
    """Return where the text names a limb right beside its side, as in `left arm` and `right sciatica`."""
    said = []
    asked = (statement for statement in view.statements if statement.asks)
    questions = covered_by(asked)
    for side in view.sides(Chunk(0, len(view.norms))):
        if side.start in questions:
            continue
        beside = Chunk(side.end, min(len(view.norms), side.end + _BESIDE))
        limbs = _named(view, beside)
        near = view.norms[beside.start : beside.end]
        if limbs or not _NAMES.isdisjoint(near) or ("one" in near and not _is_well(view, beside)):
            said.append(_Mention(side.start, side.value, limbs))
    return said + _chosen(view)


def _chosen(view: View) -> list[_Mention]:
    """Return the sides that answer which limb a complaint is of, as in `Which foot? The left.`."""
    chosen = []
    for asked, reply in pairwise(view.statements):
        said = view.norms[asked.start : asked.end]
        chooses = _is_choice(said) or _asks_side(said)
        if asked.asks and (said[:1] == ["which"] or chooses) and reply.turn != asked.turn:
            rest = [word for word in said[1:] if word[0].isalnum()]
            alone = chooses or all(word in words("side_fillers") or word in _ONE_OF for word in rest)
            sides = view.sides(Chunk(reply.start, reply.end))
            limbs = _named(view, Chunk(asked.start, asked.end))
            if len(sides) == 1 and (limbs or alone):
                chosen.append(_Mention(sides[0].start, sides[0].value, limbs))
    return chosen


def _asks_side(said: Sequence[str]) -> bool:
    """Tell whether a question only asks for the side, as in `Same side?` and `What side is that?`."""
    return len(said) <= _CHOICE // 2 and not {"side", "sided"}.isdisjoint(said)


def _is_choice(said: Sequence[str]) -> bool:
    """Tell whether a question only has two sides to choose from, as in `Left or right?`."""
    return len(said) <= _CHOICE and {"left", "right", "or"}.issubset(said)


def _is_well(view: View, part: Chunk) -> bool:
    """Tell whether nothing is wrong with what a part names, as in `the left one moves fine`."""
    after = view.norms[part.start : part.end + _BESIDE]
    sentence = after[: after.index(".")] if "." in after else after
    return not words("contrary").isdisjoint(sentence)
