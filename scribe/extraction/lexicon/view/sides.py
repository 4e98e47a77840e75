"""Words of side → the sides of a text: a `right` that only says `just so` is none, nor is the `L` of a level."""

from collections.abc import Iterator
from itertools import pairwise

from scribe.extraction.lexicon.view.layout import is_torn
from scribe.extraction.lexicon.view.left_over import remains
from scribe.extraction.lexicon.view.levels import NUMBERS, ORDINALS, SIDED
from scribe.extraction.lexicon.view.places import Place, Side
from scribe.extraction.lexicon.words.tokens import SENTENCE_ENDS, Tokens, covered_by
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import Laterality

OPPOSITE: dict[Laterality, Laterality] = {"left": "right", "right": "left"}
"""The other of two sides."""
_BEGINNING = frozenset({"the", "there", "there's", "they", "it", "it's", "we", "you", "i"})
_SHORTEST_LIST = 3
_JOINTS = frozenset({"+", "/"})
_JOINED = 3
_RESULTS = frozenset({"neg", "negative", "pos", "positive", "normal", "nl", "wnl", ")", "intact", "equal"})
_SIGNED = (["-"], ["+"], ["neg"], ["negative"], ["pos"], ["positive"], ["("])
_LETTERS = {"l": "left", "r": "right"}
_SUMMED = frozenset({"and", "&", "+"})
_ALONG_A_WAY = frozenset({"down", "up", "in", "out", "over", "back", "together", "through"})
_GOING = frozenset({"come", "comes", "coming", "go", "goes", "going", "drop", "drops", "line", "lines", "lining"})
"""Verbs that say with a way and a right that something is as it should be: `it's not coming down right`."""
_SECOND = (2, 3, 4)
"""Words of `and PSIS`, `and the PSIS`, `and the other joint`."""
_POINTING = frozenset({"that", "that's", "thats", "it's", "its", "there's", "theres"})
_AT = frozenset({"over", "on", "at", "in", "by", "around", "along", "through", "across", "where", "beside"})
_BEFORE_SPOKEN = SENTENCE_ENDS | {"and", "here", "then", ":"}
_NEXT_TO = frozenset({"below", "above", "under", "underneath", "behind", "beside", "between", "beneath", "next"})
_OVER = frozenset({"over", "on", "in", "under", "at", "across", "above", "below", "up", "off"})
_JUST = frozenset({
    "tender", "sore", "hurt", "hurts", "pain", "painful", "just", "knot", "spot", "boggy", "tight", "ropy",
    "tenderness",
    "soreness", "spasm", "swelling", "swollen", "puffy", "press", "pressing", "push", "pushing", "presses",
    "pushes", "sits", "sit", "sitting", "lies", "lying", ".", "?", "!",
})  # fmt: skip
"""Words before a `right` with which it says `just so` of where something is."""
_SENSES = frozenset({"sensation", "sens", "sensory", "sensate", "hypoesthesia"})
_DIGITS = frozenset({"finger", "fingers", "digit", "digits", "toe", "toes", "ring", "index"})
"""Words behind a `middle` that is one of several and no midline."""
_WHERE = frozenset({"in", "over", "on", "at", "along"})
_ALONG = frozenset({"the", "my", "your", "his", "her", "into", "to", "that", "this", "it"})
_INTO = (["into"], ["onto"], ["through"])
"""What follows a right that says how far something goes: `it grows right into the hole`."""
_DEFINITE = (["the"], ["that"], ["this"], ["your"], ["it"])
_CENTRAL = (["in", "the"], ["down", "the"], ["at", "the"], ["through", "the"])
_MIDDLES = frozenset({"middle", "center", "centre", "midline"})
"""Words behind a right with which it says `just so` of the middle: `it bulges right in the middle`."""
_AGREEING = frozenset({"you're", "they're", "we're"})
_AGREED = frozenset({",", ".", "!", "?", "and", "about", "it", "it's", "there's", "i", "that"})
"""Words around a right that agrees with somebody: `and you're right, it bulges`."""
_BOTH_OF_US = 5
"""Words of `both my colleague and I`."""
_WAYS_TO = (["out"], ["up"], ["over"], ["down"], ["in"])
_POINTED = (["here"], ["there"])
_WHOSE = frozenset({"your", "his", "her"})
_BEFORE_THE_RIGHT = frozenset({"to", "on", "toward", "towards", "along", "down", "up"})
_DOING = frozenset({"feel", "feels", "do", "does", "doing", "did", "hold", "get", "work", "move", "use"})
_AXES = (["left"], ["right"])
"""What may follow an `on` behind the side to which a sacrum is turned: `Right on left.`."""
_OWNED = frozenset({"the", "your", "my", "his", "her", "that", "this", "on"})
_TREATING = frozenset({
    "treated", "treat", "treating", "adjusted", "adjust", "adjusting", "mobilized", "mobilised", "manipulated",
    "corrected",
})  # fmt: skip
"""Words behind which a both sums up what was treated, as in `C3 and L4, adjusted both`."""
_ACROSS = 5
_SWAPS = frozenset({"from", "change", "changed", "correct", "corrected", "amend", "amended", "switch", "switched"})
"""Words of who sets a side right, or of what has gone over to the other one."""
_PAIR = 2
_COUNTED_OF = frozenset({"of", "the", "these", "those", "them", "lower", "upper", "lumbar", "cervical", "thoracic"})
"""Words between a both and what it counts."""
_UNPAIRED = frozenset({
    "levels", "level", "discs", "disks", "disc", "disk", "segments", "vertebrae", "interspaces", "regions", "areas",
    "spots", "curves", "studies", "scans", "films", "views", "visits", "occasions", "times", "surgeries", "shots",
    "injections",
})  # fmt: skip
"""What there are two of without one being left and the other right."""
_TURNING_TO = frozenset({
    "so", "okay", "ok", "well", "let's", "let", "lets", "now", "then", "your", "what", "i'll", "i'm", "we'll", "you've",
    "that's", "hop", "pop", "lie", "sit", "stand", "come", "up",
})  # fmt: skip
"""Words to which a right at the beginning of a sentence turns the talk."""
_MIRRORED = 10
_MIRRORING = frozenset(
    {",", ".", "so", "i", "mean", "sorry", "well", "that", "is", "that's", "and", "no", "wait", "which"}
)
"""Words between an examiner's own side and the patient's."""
_REGIONS = frozenset({"c", "t", "l", "s", "p"})
_CODED = {"c": "1", "t": "2", "l": "3", "s": "4", "p": "5", "r": "8"}
"""Letters of regions, with the last digit of their M99 codes."""
_MARKS = frozenset({",", "/", "&"})
_LIMB = 4
"""Words that name a limb with its side, as `dorsum of R foot`."""
_LETTERS_OF_LIST = 4
"""Two letters with the marks behind them."""
_PAIRS = frozenset({("b", "/", "b"), ("b", "&", "b"), ("t", "/", "l"), ("c", "/", "l")})
"""Bowel and bladder, and the junctions of the spine, whose letters are no sides."""
_TALKING_ON = frozenset({"that", "you", "we", "i", "he", "she", "they", "so", "okay", "yeah"})
"""Words with which speech goes on behind a right that names no side."""


def find_sides(text: str, tokens: Tokens, sides: list[Hit], places: list[Place]) -> list[Side]:
    """Find the sides of a text in order; a single letter counts only as a capital outside a level."""
    covered = covered_by(place for place in places if place.segments)
    covered |= {place.start for place in places if tokens.norms[place.start] == "l"}
    starts, ends = {place.start for place in places}, {place.end for place in places}
    return [
        _of_digit(tokens, hit) or _mirrored(tokens.norms, hit) or Side(hit.start, hit.end, hit.term.value)  # type: ignore[arg-type]  # the table holds the schema's words
        for found in sides
        for hit in _apart(text, tokens, found, starts)
        if hit.start not in covered
        and not _goes_across(tokens, hit)
        and not _stray_letter(text, tokens, hit)
        and not _sums_up(tokens, hit, covered, ends)
        and not _is_equal(tokens.norms, hit)
    ]


def _goes_across(tokens: Tokens, hit: Hit) -> bool:
    """Tell whether a side is only where a motion to and fro begins or ends, as in `when I rock it left to right`."""
    norms, one = tokens.norms, tokens.norms[hit.start]
    if hit.end - hit.start > 1 or one not in {"left", "right"}:
        return False
    other = "right" if one == "left" else "left"
    back, ahead = norms[max(0, hit.start - _ACROSS) : hit.start], norms[hit.end : hit.end + _ACROSS]
    return (ahead[:2] == ["to", other] and not _SWAPS.intersection(back)) or (
        back[-2:] == [other, "to"] and not _SWAPS.intersection(back)
    )


def _apart(text: str, tokens: Tokens, hit: Hit, starts: set[int]) -> Iterator[Hit]:
    """Yield both sides that a plus or slash joins, as in `(-) R + L` and `R + L SI`; else each by itself.

    In `SLR R + L -` the plus is a result, and in `SB L     + R` it opens the next cell.
    """
    joint = tokens.norms[hit.start + 1] if hit.end - hit.start == _JOINED else ""
    after = tokens.norms[hit.end : hit.end + 2]
    behind = tokens.norms[hit.start - 1] in _RESULTS and after[:1] not in _SIGNED
    before = joint == "/" and after[:1] in _SIGNED and after[1:] not in (["/"], [","])
    named = joint == "+" and hit.end in starts
    joins = joint in _JOINTS and tokens.norms[hit.start][0] in _LETTERS
    if not joins or ((behind or before or named) and not is_torn(text, tokens, hit)):
        yield hit
    else:
        for at in (hit.start, hit.end - 1):
            word = tokens.norms[at]
            yield Hit(at, at + 1, hit.term._replace(text=word, value=_LETTERS[word[0]]))


def _of_digit(tokens: Tokens, hit: Hit) -> Side | None:
    """Return the side of one of several fingers, as in `in the right middle finger`, which is no midline."""
    if not hit.term.text.endswith("the middle") or _DIGITS.isdisjoint(tokens.norms[hit.end : hit.end + 3]):
        return None
    named = [at for at in range(hit.start, hit.end) if tokens.norms[at] in {"left", "right"}]
    return Side(named[0], named[0] + 1, tokens.norms[named[0]]) if named else None  # type: ignore[arg-type]  # it is one


def _sums_up(tokens: Tokens, hit: Hit, leveled: set[int], ends: set[int]) -> bool:
    """Tell whether a both sums up two levels, landmarks or joints: `T4 and T5 both lag`, `AC and SC joint both`."""
    if hit.term.text != "both":
        return False
    if ("and", "i") in pairwise(tokens.norms[hit.end : hit.end + _BOTH_OF_US]) or _counts(tokens, hit, leveled):
        return True
    if hit.start < _SHORTEST_LIST:
        return False
    if tokens.norms[hit.start - 1] in _TREATING:
        return True
    end = hit.start - 1 if tokens.norms[hit.start - 1] in words("be_forms") else hit.start
    named = end in ends or tokens.norms[end - 1] == "joint"
    if named and any(end - size in ends and tokens.norms[end - size] in _SUMMED for size in _SECOND):
        return True
    numbered = hit.start - 1 in leveled or tokens.norms[hit.start - 1] in ORDINALS.keys() | NUMBERS.keys()
    return numbered and "and" in tokens.norms[hit.start - _SHORTEST_LIST : hit.start - 1]


def _counts(tokens: Tokens, both: Hit, leveled: set[int]) -> bool:
    """Tell whether a both counts what has no sides: `at both levels`, `both of those discs`, `both L3-4 and L4-5`.

    Nor has what was counted before: `spurs at C5-6 and C6-7, and the discs are thin at both of those`.
    """
    at = both.end
    while at < len(tokens.norms) and tokens.norms[at] in _COUNTED_OF:
        at += 1
    if tokens.norms[at : at + 1] and tokens.norms[at] in _UNPAIRED:
        return True
    pointed = tokens.norms[both.end : at] in (["of", "those"], ["of", "these"], ["of", "them"])
    ends = at == len(tokens.norms) or not tokens.norms[at][0].isalnum() or tokens.norms[at] in _BEGINNING
    if pointed and ends and tokens.norms[both.start - 1] == "at" and leveled:
        return True
    end = at
    while end in leveled:
        end += 1
    # Both roots of a level are a pair: `both L5 roots`.
    return end > at and tokens.norms[end : end + 1] in (["and"], ["&"]) and end + 1 in leveled


def _stray_letter(text: str, tokens: Tokens, hit: Hit) -> bool:
    if len(term := tokens.norms[hit.start]) > 1 or hit.end - hit.start > 1:
        if term == "lt" and _is_touch(tokens, hit):
            return True
        following = tokens.norms[hit.end : hit.end + 1]
        if term == "left" and remains(tokens, hit, following):
            return True
        return hit.term.text == "right" and (_is_adverb(tokens, hit, following) or _asks_assent(tokens, hit))
    before = tokens.norms[hit.start - 1] if hit.start else ""
    after = tokens.norms[hit.end] if hit.end < len(tokens.norms) else ""
    if (term == "r" and names_ribs(tokens.norms, hit.start)) or follows_code(tokens.norms, hit.start):
        return True
    on = "on" in {before, after}
    joins = (after == "/" and not before.isdecimal()) or (after == "&" and term == "b")
    listed = joins and (tokens.norms[hit.end + 1 : hit.end + 2] or [""])[0] not in {"l", "r"}
    paired = (*tokens.norms[max(0, hit.start - 2) : hit.start], term) in _PAIRS
    return listed or paired or not (on or text[tokens.spans[hit.start][0]].isupper()) or term not in {"l", "r", "b"}


def _is_equal(norms: list[str], hit: Hit) -> bool:
    """Tell whether a side only equals the other one, as in `pinprick dull, R = L`."""
    equals, other = norms[hit.end : hit.end + 1], norms[hit.end + 1 : hit.end + _PAIR]
    if equals == ["="] and not SIDED.isdisjoint(other):
        return True
    before = norms[max(0, hit.start - _PAIR) : hit.start]
    return before[1:] == ["="] and before[0] in SIDED


def _mirrored(norms: list[str], hit: Hit) -> Side | None:
    """Return the patient's side where an examiner tells the own one with it: `on my left, so your right`.

    So is one told right before, as in `on the left, I mean my left, your right`.
    """
    other = OPPOSITE.get(norms[hit.end - 1])  # type: ignore[call-overload]
    if other is None:
        return None
    behind = [word for word in norms[hit.end : hit.end + _MIRRORED] if word not in _MIRRORING]
    before = [word for word in norms[max(0, hit.start - _MIRRORED) : hit.start] if word not in _MIRRORING]
    owned = norms[hit.end - 2] == "my" and (behind[:2] == ["your", other] or before[-3:-1] == ["your", other])
    again = behind[:4] == ["my", norms[hit.end - 1], "your", other]
    return Side(hit.start, hit.end, other) if owned or again else None


def names_ribs(norms: list[str], index: int) -> bool:
    """Tell whether an R ends a list of regions named by letters, as in `SD C, T, L, R`."""
    before, after = norms[max(0, index - _LETTERS_OF_LIST) : index], norms[index + 1 : index + 2]
    if after and after[0][0].isalnum():
        return False
    return len(before) == _LETTERS_OF_LIST and _REGIONS.issuperset(before[::2]) and _MARKS.issuperset(before[1::2])


def follows_code(norms: list[str], index: int) -> bool:
    """Tell whether a letter names the region of the code before it, as the L of `M99.03 L`."""
    code = norms[max(0, index - 3) : index]
    return code[:2] == ["m99", "."] and _CODED.get(norms[index]) == code[2][1:]


def without_left(text: str, tokens: Tokens, hits: dict[str, list[Hit]]) -> dict[str, list[Hit]]:
    """Drop the light touches that are left sides: an `Lt` as in `Lt. SLR positive`, an LT where RT is right.

    Args:
        text: The text.
        tokens: Its words.
        hits: Its terms, by their tables.
    """
    if "lt" not in tokens.said:
        return hits
    signs = hits["neuro"]
    return hits | {"neuro": [hit for hit in signs if hit.term.text != "lt" or not _is_side(text, tokens, hit)]}


def _is_side(text: str, tokens: Tokens, lt: Hit) -> bool:
    """Tell whether an LT is written or told as the other side of an RT, and no touch stands beside it."""
    written = "rt" in tokens.said or text[slice(*tokens.spans[lt.start])] == "Lt"
    return written and not _is_touch(tokens, lt)


def _is_touch(tokens: Tokens, lt: Hit) -> bool:
    """Tell whether an LT is light touch, as in `decreased to LT in the right L5`, `dec LT R S1` and `LT/PP intact`."""
    before, after = tokens.norms[max(0, lt.start - 2) : lt.start], tokens.norms[lt.end : lt.end + 2]
    if words("touched").intersection(after[:1]) or not SIDED.isdisjoint(after[:1]):
        return True
    if after in (["/", "pp"], ["and", "pp"], ["&", "pp"]) or after[:1] == ["pp"]:
        return True
    lessened = words("touched") | _SENSES
    felt = not _SENSES.isdisjoint(tokens.norms[max(0, lt.start - 4) : lt.start])
    if felt and before[-1:] != [] and before[-1] in lessened | {"intact"}:
        # A limb behind it has a side: `Sens intact LT arm`, unless it has its own: `dec'd LT dorsum R foot`.
        ends = not after[:1] or not after[0].isalpha() or not _WHERE.isdisjoint(after[:1])
        return ends or _sided_behind(tokens, lt.end)
    if before[-1:] == ["to"]:
        return before[0] in lessened
    leveled = after[:1] != [] and after[0][1:].isdecimal()
    return before[-1:] != [] and before[-1] in lessened and (leveled or not _WHERE.isdisjoint(after[:1]))


def _sided_behind(tokens: Tokens, start: int) -> bool:
    """Tell whether another side follows before the next mark."""
    for word in tokens.norms[start : start + _LIMB]:
        if not word[0].isalnum():
            return False
        if word in SIDED:
            return True
    return False


def _is_adverb(tokens: Tokens, right: Hit, following: list[str]) -> bool:
    """Tell whether a right only says that something is just so, as in `right here`, `spots right at T6`."""
    before = tokens.norms[right.start - 1]
    turned = following == ["on"] and tokens.norms[right.end + 1 : right.end + 2] in _AXES
    if turned or before in _WHOSE or (before == "the" and tokens.norms[right.start - 2] in _BEFORE_THE_RIGHT):
        return False
    opens = right.start < _PAIR or not tokens.norms[right.start - _PAIR][0].isalnum()
    if (before == "too" and opens) or _agrees(before, following) or _centers(tokens, right):
        return True
    if following in _WAYS_TO and tokens.norms[right.end + 1 : right.end + 2] in _POINTED:
        return before not in _OWNED
    spot = following == ["at"] and before in words("before_spot")
    spot = spot or (before in _JUST and following[0:1] != [] and following[0] in _OVER)
    spot = spot or (before == "," and following[:1] != [] and following[0] in _OVER and _is_definite(tokens, right))
    spot = spot or (_opens_sentence(tokens, right) and bool(_NEXT_TO.intersection(following)))
    spot = spot or (before in _BEFORE_SPOKEN and bool(_AT.intersection(following)))
    spot = spot or (before == "," and following == ["over"])
    spot = spot or (before in _POINTING and bool(_AT.intersection(following)))
    enters = following in _INTO and tokens.norms[right.end + 1 : right.end + 2] in _DEFINITE
    spot = spot or (enters and before not in _OWNED | _BEFORE_THE_RIGHT | {"far", "and", "or"})
    spot = spot or (before in _ALONG_A_WAY and tokens.norms[right.start - 2] in _GOING)
    ends = not following or not following[0][0].isalnum()
    if (before in _POINTING or _is_done_right(tokens, right)) and ends:
        return True
    if following == ["down"] and not _ALONG.isdisjoint(tokens.norms[right.end + 1 : right.end + 2]):
        return True
    return spot or before == "all" or before in words("before_right") or not words("after_adverb").isdisjoint(following)


def _is_done_right(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right says how something is done, as in `I can't feel it right`."""
    before = tokens.norms[max(0, right.start - _PAIR) : right.start]
    return before[1:] == ["it"] and before[0] in _DOING


def _agrees(before: str, following: list[str]) -> bool:
    """Tell whether a right only agrees with somebody: `You're right, I missed it.`."""
    return before in _AGREEING and not _AGREED.isdisjoint(following)


def _centers(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right only says that something lies just in the middle or above: `right in the middle`."""
    ahead = tokens.norms[right.end : right.end + 3]
    if ahead[:2] == ["on", "top"]:
        return True
    return ahead[:2] in _CENTRAL and not _MIDDLES.isdisjoint(ahead) and tokens.norms[right.start - 1] not in _OWNED


def _opens_sentence(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right opens what is said, alone or behind an `and`: `And right below the breastbone`."""
    before = tokens.norms[right.start - 1] if right.start else "."
    return not before[0].isalnum() or before in {"and", "then", "here"}


def _is_definite(tokens: Tokens, right: Hit) -> bool:
    return not {"the", "that", "this", "it", "your"}.isdisjoint(tokens.norms[right.end + 1 : right.end + 2])


def _opens_talk(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right opens what is said next, as in `Right, so your talus is stuck` and `Right, let's see`."""
    opens = right.start == 0 or not tokens.norms[right.start - 1][0].isalnum()
    behind = tokens.norms[right.end : right.end + 2]
    return opens and behind[:1] == [","] and not _TURNING_TO.isdisjoint(behind[1:])


def _asks_assent(tokens: Tokens, right: Hit) -> bool:
    """Tell whether a right only asks for assent or gives it: `It's a disc, right?`, `The disc, right, that one.`."""
    if _opens_talk(tokens, right):
        return True
    pauses = right.start > 0 and tokens.norms[right.start - 1] in {",", "comma"}
    after = tokens.norms[right.end : right.end + 2]
    return pauses and (after[:1] == ["?"] or (after[:1] == [","] and not _TALKING_ON.isdisjoint(after[1:])))
