"""A `left` that is no side: what remains, who is left with something, what was left as it was."""

from scribe.extraction.lexicon.words.tokens import Tokens
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_AMOUNTS = frozenset({"much", "anything", "nothing", "plenty", "enough"})
_USED_UP = frozenset({
    "room", "space", "disc", "disk", "cushion", "cartilage", "white", "fluid", "height", "gap", "fat", "curve", "bone",
    "padding", "jelly",
})  # fmt: skip
_USED_AT = frozenset({"at", "for", "between", "around", "here"})
_HOW_MUCH = frozenset({"no", "any", "some", "much", "little", "enough", "hardly", "barely", "less", "more"})
"""Words around what is used up of a spine, as in `there's no room left` and `hardly any white left`."""
_STILL_FELT = frozenset({"spasm", "tension", "pain", "swelling", "tingling", "restriction", "guarding", "heat"})
_A_REST = frozenset({"still", "bit", "only", "tiny", "touch", "trace"})
_LEFT_AT = frozenset({"in", "at", "there", "here", "over", "around", "now", "today", "through", "up", "down", "?"})
"""Words around what is left of a finding: `still some tightness left in the neck`."""
_AMOUNT = 5
_GOING_ON = frozenset({"and", "or", "in", "before", "there", "that", "but", "maybe"})
_LEFT_BEHIND = frozenset({"him", "her", "me", "them", "us", "you", "behind", "alone", "untreated", "unchanged"})
"""Words behind a `left` that is a verb: who was left with something, and what was left as it was."""
_TURNING_LEFT = frozenset({"turning", "looking", "rotating", "bending", "tilting", "leaning", "sidebending"})
"""Words before a `left` that is a side also where a `you` follows, as in `turning left you stop early`."""
_REST = frozenset({"nothing", "what", "what's", "whatever", "little", "much", "anything", "none"})
_BEHIND_REST = frozenset({"of", "to", "over"})
"""Words around a `left` that tells of a rest, as in `nothing is left of it` and `much left to do`."""
_BEHIND_WHAT = frozenset({
    "is", "was", "are", "now", "here", "there", "over", "in", "the", "that", "this", "your", "looks", "today", "after",
})  # fmt: skip
"""Words behind a `what's left`, and behind a `what left` that tells what made something so."""
_ASKED_BACK = 4


def remains(tokens: Tokens, left: Hit, following: list[str]) -> bool:
    """Tell whether a left is what remains, as in `isn't much disc left`.

    Args:
        tokens: The words.
        left: The word.
        following: The word behind it, if any.
    """
    before = tokens.norms[max(0, left.start - 2) : left.start]
    if following and following[0] in _LEFT_BEHIND:
        # `Left you have eighty.` opens with a side: who leaves somebody is named before.
        opens = following == ["you"] and (before[-1:] == [] or before[-1] in {".", "?", "!", ":"})
        opens = opens or before == ["to", "the"]
        return not opens and (before[-1:] == [] or before[-1] not in _TURNING_LEFT)
    if following and following[0] in _BEHIND_REST and not _REST.isdisjoint(before):
        return True
    if following == ["with"]:
        return not words("be_forms").isdisjoint(before[-1:])
    if before[-1:] == ["what"] and not _BEHIND_WHAT.isdisjoint(following):
        return True
    ends = not following or not following[0][0].isalnum() or following[0] in _GOING_ON
    used_up = before[-1:] != [] and before[-1] in _USED_UP and before[0] in _HOW_MUCH
    ends = ends or (used_up and following[0] in _USED_AT)
    if _is_left_over(tokens, left, before, following) or (following == ["?"] and _asks_for_rest(tokens, left)):
        return True
    return ends and (used_up or (not _AMOUNTS.isdisjoint(before) and before[-1] != "the"))


def _is_left_over(tokens: Tokens, left: Hit, before: list[str], following: list[str]) -> bool:
    """Tell whether a left tells of what is still felt, as in `a bit of spasm left in the neck`."""
    felt = before[-1:] != [] and (before[-1].endswith("ness") or before[-1] in _STILL_FELT)
    ahead = tokens.norms[max(0, left.start - _AMOUNT) : left.start - 1]
    return felt and not _HOW_MUCH.union(_A_REST).isdisjoint(ahead) and not _LEFT_AT.isdisjoint(following)


def _asks_for_rest(tokens: Tokens, left: Hit) -> bool:
    """Tell whether a question asks whether anything remains, as in `Any numb spots left?`, unlike `Any pain, left?`."""
    before = tokens.norms[max(0, left.start - _ASKED_BACK) : left.start]
    return "any" in before and before[-1][0].isalnum() and before[-1] not in {"the", "your", "on", "or", "his", "her"}
