"""What each statement is about before it says so: the heading that it stands under, or the place named last."""

from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.context.attachment import REGION_LETTERS, Topic, carry
from scribe.extraction.lexicon.context.commands import may_move_head, place_commanded
from scribe.extraction.lexicon.context.denials import is_not
from scribe.extraction.lexicon.context.lists import heads_pair
from scribe.extraction.lexicon.context.place_told_next import place_told_next
from scribe.extraction.lexicon.context.side_of_mention import is_side_of_heading, side_of_heading
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.saying import holding, placing, saying, siding, whole
from scribe.extraction.lexicon.view.view import Statement, View
from scribe.extraction.lexicon.words.vocabulary import words
from scribe.schema import Laterality
from scribe.terminology.regions import LIMBS

_HEADED = frozenset({":", "colon", "-"})
_BULLETS = frozenset({"-", "*", "•", "·", ".", ")", "[", "]", "x", "("})
_LEADING = 3
"""Words in which the place that heads a statement begins."""
_GRID_GAP = 2
_TURNS_KEPT = 2
_WHOLE_BODY = frozenset({
    ("stand", "up"), ("face", "down"), ("the", "table"), ("the", "couch"), ("the", "bench"),
    *((verb, way) for verb in ("bend", "lean") for way in ("forward", "back")),
})  # fmt: skip
_ALONG_HERE = frozenset((way, "here") for way in ("along", "around", "through", "up", "down", "back"))
_ON_THE_MOVE = frozenset(last for _, last in _WHOLE_BODY | _ALONG_HERE)
_AXIAL = frozenset({"head", "cervical", "thoracic", "lumbar", "sacral", "pelvic", "rib_cage"})


def topics(view: View) -> list[Topic]:
    """Find what each statement of a document is about, in their order."""
    found: list[Topic] = []
    topic, previous, examined = Topic(), None, False
    fixed, naming, moving, headed = _fixing(view), _naming(view), _on_the_move(view), _may_be_headed(view)
    for statement in view.statements:
        start = statement.start
        if previous is not None and (_breaks(previous, statement) or (start in moving and _moves_on(view, statement))):
            topic = Topic()
        heading = heading_of(view, statement) if start in headed else None
        if heading is not None:
            topic = Topic(heading, heading, side_of_heading(view, statement, heading))
        elif topic.heading and previous and not _under(view, topic.heading, previous, statement):
            topic = topic._replace(heading=None)
        named_next = place_told_next(view, statement) if heading is None else None
        found.append(carry(view, named_next, Topic(), named_next.end) if named_next else topic)
        # What the patient tells meanwhile moves no hand from where the clinician has laid it.
        if statement.speaker != "patient" or not examined:
            topic = _named(view, statement, topic) if start in naming else topic
            examined = start in fixed and statement.speaker == "clinician" and not statement.asks
        previous = statement
    return found


def _fixing(view: View) -> frozenset[int]:
    """Return where the statements start that name a place of one region."""
    return holding(view, (place.start for place in view.fixing(whole(view))))


def _naming(view: View) -> frozenset[int]:
    """Return where the statements start that may name what the next ones are about."""
    answered = (one.start for one in view.statements if one.asks and _side_answered(one))
    return (placing(view) | siding(view) | may_move_head(view)).union(answered)


def _named(view: View, statement: Statement, topic: Topic) -> Topic:
    """Return what the statement after one is about, knowing what the one itself is."""
    named = _answered(statement, _moved(view, statement) or carry(view, statement, topic, statement.end))
    kept = topic.region in _AXIAL and _only_asks_of_nerves(view, statement, named)
    return topic if kept else named


def _only_asks_of_nerves(view: View, statement: Statement, named: Topic) -> bool:
    """Tell whether a limb is only where feeling or strength is asked of, as in `Any tingling in the hands?`, `No.`.

    The hands of an examiner who goes on with `Rotation is half` do not lie there.
    """
    if statement.turn < 0 or named.region not in LIMBS:
        return False
    asked = [statement] if statement.asks else []
    if statement.speaker == "patient":
        asked += [one for one in view.statements_before(statement) if one.asks and statement.turn - one.turn == 1]
    return any(hit.term.role == "symptom" for one in asked for hit in view.terms("neuro", one))


def _moved(view: View, statement: Statement) -> Topic | None:
    place = place_commanded(view, statement)
    return Topic(place=place) if place else None


def _answered(statement: Statement, topic: Topic) -> Topic:
    """Return the topic with the side that the answer to a question names, as in `The right ankle?`, `Left.`."""
    named = _side_answered(statement) if statement.asks else None
    return topic._replace(side=named) if named and topic.side else topic


def _side_answered(question: Statement) -> Laterality | None:
    return question.reply.remark.side if question.reply else None


@lru_cache(maxsize=1)
def _may_be_headed(view: View) -> frozenset[int]:
    """Return where the statements start that have a place, or a colon, before which a letter may stand for one."""
    return placing(view) | saying(view, frozenset({":"}))


def heading_of(view: View, statement: Statement) -> Place | None:
    """Return the place that heads a statement, if one does."""
    if statement.start not in _may_be_headed(view):
        return None
    start = statement.start
    while start < statement.end and (view.norms[start] in _BULLETS or view.norms[start].isdecimal()):
        start += 1
    if start + 1 >= statement.end:
        return None
    letter = REGION_LETTERS.get(view.norms[start])
    lettered = letter and view.norms[start + 1 : start + 2] == [":"] and view.is_capital(start)
    if letter and lettered and not _is_of_grid(view, statement):
        return Place(start, start + 1, letter[0], letter[1], "", ())
    places = [place for place in view.places(statement) if start <= place.start < start + _LEADING]
    if not places or not places[0].fixes:
        return None
    place, end = places[0], places[0].end
    while end < statement.end and (view.norms[end] in words("heading_nouns") or is_side_of_heading(view, end)):
        end += 1
    if end >= statement.end or view.norms[end] in _HEADED or _is_grid(view, end):
        return place
    return None


def _is_of_grid(view: View, statement: Statement) -> bool:
    """Tell whether a letter is one of P.A.R.T. below each other, as the T behind the lines of `A: ...` and `R: ...`."""
    around = (*view.statements_before(statement), *view.statements_after(statement))
    opening = {view.norms[one.start] for one in around if view.norms[one.start + 1 : one.start + 2] == [":"]}
    return opening >= {"a", "r"} and opening.isdisjoint({"c", "l"})


def _breaks(previous: Statement, statement: Statement) -> bool:
    """Tell whether a statement starts a new topic: another section, or in a note a new paragraph."""
    if previous.section != statement.section:
        return True
    if statement.turn >= 0:
        return statement.turn - previous.turn > _TURNS_KEPT
    return statement.line - previous.line > 1


@lru_cache(maxsize=1)
def _on_the_move(view: View) -> frozenset[int]:
    """Return where the statements start that have two words of which hands or bodies are on the move."""
    norms, pairs = view.norms, _WHOLE_BODY | _ALONG_HERE
    return holding(view, (at for at in view.indices(_ON_THE_MOVE) if (norms[at - 1], norms[at]) in pairs))


def _moves_on(view: View, statement: Statement) -> bool:
    """Tell whether an examiner's hands move to where no word says, as in `Let me press along here`."""
    if statement.turn < 0 or statement.asks or statement.speaker == "patient" or view.places(statement):
        return False
    said = view.norms[statement.start : statement.end]
    pairs = frozenset(pairwise(said))
    moves = not pairs.isdisjoint(_ALONG_HERE)
    touches = moves and not (words("pressing") | {"feel", "check", "poke", "palpate"}).isdisjoint(said)
    # What will not bend back is no patient who is told to.
    return touches or not (pairs.isdisjoint(_WHOLE_BODY) or any(map(is_not, said)))


def _under(view: View, heading: Place, previous: Statement, statement: Statement) -> bool:
    """Tell whether a statement still stands under the heading of the one before."""
    if statement.line == previous.line or statement.turn >= 0:
        return True
    if heads_pair(view, statement):
        return False
    alone = previous.end - heading.end <= _GRID_GAP and heading.start >= previous.start
    start = view.tokens.spans[statement.start][0]
    line = view.lines[statement.line - 1][0]
    return alone or view.text[line : start + 1].strip(" \t")[:1] in {"-", "*", "•"}


def _is_grid(view: View, end: int) -> bool:
    """Tell whether a wide gap or a box follows a heading, as in a template."""
    after = view.text[view.tokens.spans[end - 1][1] : view.tokens.spans[end][0]]
    return "\t" in after or len(after) > _GRID_GAP
