"""How words of care may speak of something else: of a person, a test, a question, a belt."""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from scribe.extraction.lexicon.care.everyday_words import (
    is_asked_or_had,
    is_bidden_pose,
    is_bone,
    is_food,
    is_held_tight,
    is_length,
    is_no_plural,
    is_of_giver,
    is_slept_on,
    is_weather,
    is_while,
)
from scribe.extraction.lexicon.care.talked_of import INVASIVE, is_only_talked_of
from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.tokens import KEPT
from scribe.extraction.lexicon.words.vocabulary import Hit, words

_WITH = frozenset({"with", "w", "on", "during"})
_TRIED = frozenset({"stance", "squat", "squats", "lunge", "hop", "hopping"})
"""Words of exercises that are tests as well."""
_QUITTING = frozenset({"quit", "stopped", "missed", "skipped"})
"""Words before what somebody does no more for pain, as in `I've quit the evening walks`."""
_RESULTS = frozenset({
    "weak", "weaker", "strong", "painful", "normal", "intact", "equal", "symmetric", "symmetrical", "full",
    "reproduces", "provokes", "hurts", "aggravates", "worsens", "increases", "causes",
})  # fmt: skip
"""Words that tell how a test went."""
GIVERS = frozenset({
    "chiropractor", "chiropractors", "my chiropractor", "chiro", "osteopath", "osteopaths", "osteopath's",
    "physical therapist", "physiotherapist", "massage therapist", "yoga",
})  # fmt: skip
"""Words of care that name who gives it."""
_SPEAKING = frozenset({
    "offered", "called", "calls", "thinks", "thought", "suggested", "wrote", "suspected", "referred", "reckons",
})  # fmt: skip
_RELATED = frozenset({"friend", "buddy", "cousin", "brother", "sister", "neighbor", "neighbour", "husband", "wife"})
_SET_REACH = 5
_ASKED_REACH = 3
_COMING = frozenset({"presents", "presenting", "here", "in", "returns", "comes", "referred", "consulted", "evaluation"})
_REQUESTING = frozenset({"requesting", "requests", "requested", "wants", "wanting", "desires"})
_REFERRED = frozenset({("referral", "for"), ("refer", "for"), ("referred", "for"), ("referral", "to"), ("refer", "to")})
_SOON = 4
_STORY = 24
"""Words before, in which a street was told of, or what a drug is for."""
_COUNTS_OF_THERAPY = frozenset({"wk", "wks", "week", "weeks", "visits", "sessions", "mo", "months", "x"})
_OF_THERAPY = frozenset({"exercise", "exercises", "program", "visits", "sessions", "records", "notes", "once", "twice"})
_HAVING = frozenset({
    "had", "tried", "failed", "finish", "finished", "completed", "start", "started", "begin", "resume", "cont",
    "continue", "continued", "order", "ordered", "inpatient", "outpatient", "outpt", "treatment", "tx", "date",
})  # fmt: skip
"""Words before a physical therapy that is had."""
_KINDS_OF_PATIENTS = frozenset(
    {"established", "est", "estab", "new", "this", "our", "returning", "female", "male", "f", "m"}
)
_REFUSED = frozenset({"contraindicated", "deferred", "withheld", "declined", "declines", "refused", "refuses"})
_NOT_NOW = frozenset(
    {("not", word) for word in ("now", "today", "indicated", "performed", "done", "given", "appropriate")}
)
_SKIPPING = frozenset({"skip", "skipping", "hold", "avoid", "avoiding"})
_COLLEAGUES = frozenset({"colleague", "colleagues", "surgeon", "surgeons", "team", "partner"})
_DENYING_WORTH = frozenset({"don't", "not", "isn't", "doesn't", "wouldn't", "never"})
_USELESS = frozenset({"wouldn't", "won't"})
_FAILING = frozenset(
    {(word, "better") for word in ("no", "not", "isn't", "doesn't", "gets")}
    | {("no", "improvement"), ("no", "change"), ("no", "relief"), ("not", "improving"), ("not", "improved")}
    | {(word, "worse") for word in ("is", "gets", "it's", "it")}
    | {("it", "fails"), ("that", "fails"), ("this", "fails"), ("symptoms", "persist"), ("pain", "persists")}
)
_AS_NEEDED = frozenset({"that", "this", "those", "needed"})
"""Words behind an `if` that put no condition."""
_PONDERING = frozenset({"think", "thinking", "consider", "considering", "decide", "undecided"})
_NAMING = frozenset({"tart", "conditions", "neuro"})
"""Tables of what words of care may be part of."""
_PAPERS = frozenset({"notes", "note", "records", "report", "reports", "department", "dog"})
"""Words behind a therapy that only belong to it, as in `they want to see the therapy notes`."""
_PART_OF = frozenset({"with", "w", "w/", "including", "incl"})
_THINNERS = frozenset({"thinner", "thinners", "stroke", "heart", "cardiologist"})
_DEPARTMENTS = frozenset({"medicine", "physician", "doctor", "clinic", "department", "doc", "potential", "prognosis"})


def means_otherwise(scene: Scene, hit: Hit) -> bool:
    """Tell whether the words of care speak of something else here."""
    if any(is_other(scene, hit) for is_other in _other_uses_of(hit.term.text)):
        return True
    if _is_requested(scene, hit) or _is_ruled_out(scene, hit) or _is_of_another(scene, hit):
        return True
    if _is_part_of_therapy(scene, hit):
        return True
    in_talk = scene.statement.turn >= 0
    return (in_talk and is_only_talked_of(scene, hit)) or _is_named_otherwise(scene, hit) or _provokes(scene, hit)


def _is_part_of_therapy(scene: Scene, hit: Hit) -> bool:
    """Tell whether a measure is only what a therapy consisted of, as in `six weeks of PT with traction`."""
    if hit.term.value == "physical_therapy" and scene.view.norms[hit.start - 1] == "from":
        # The exercises of a therapy are kept up, and no therapy.
        return any(one.term.value == "exercise" and one.end <= hit.start for one in scene.terms("care"))
    if hit.term.value not in {"other", "exercise"} or _PART_OF.isdisjoint(
        scene.view.norms[max(0, hit.start - _ASKED_REACH) : hit.start]
    ):
        return False
    therapies = (one for one in scene.terms("care") if one.term.value == "physical_therapy")
    return any(one.start < hit.start for one in therapies) and scene.stance not in {"plan", "conclusion"}


@lru_cache(maxsize=KEPT)
def _other_uses_of(text: str) -> tuple[Callable[[Scene, Hit], bool], ...]:
    """Return how the words of a term may speak of something else."""
    return tuple(is_other for is_word, is_other in _OTHER_USES if is_word(text))


def _is_patient(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare PT is the patient, as in `Pt 45 M` or `PT REPORTS PAIN`, and no physical therapy.

    Where its capitals tell nothing, what stands around it does: `PT X 6 WKS`, `finished 6 wk pt`.
    """
    if hit.term.text == "pt,":
        return scene.view.norms[hit.start - 1] in _KINDS_OF_PATIENTS
    if hit.term.text != "pt":
        return hit.term.text == "pt with" and not scene.view.is_capital(hit.start)
    start, end = scene.view.tokens.cover(scene.statement.start, scene.statement.end)
    after = scene.view.norms[hit.end : hit.end + 1]
    written = scene.view.document.text
    counted = not _COUNTS_OF_THERAPY.isdisjoint(scene.view.norms[hit.end + 1 : hit.end + 5])
    if words("patient_does").intersection(after) or (after and after[0].isdecimal() and not counted):
        return True
    shouts = written[start:end].isupper() and end - start > len("PT x 12")
    capital = written[slice(*scene.view.tokens.spans[hit.start])].isupper()
    return (shouts or not capital) and not _is_had(scene, hit, counted=counted)


def _labels_turn(scene: Scene, hit: Hit) -> bool:
    """Tell whether a pt opens a line of talk, where it says who speaks."""
    starts = (scene.view.tokens.spans[at][0] for at in range(hit.start, hit.end) if scene.view.norms[at] == "pt")
    return scene.view.document.kind == "transcript" and any(
        scene.view.text[start - 1 : start] == "\n" for start in starts
    )


def _is_had(scene: Scene, hit: Hit, *, counted: bool) -> bool:
    """Tell whether a PT is had or counted: `pt x12`, `finished 6 wk pt`, `cont pt 2/wk`, `the pt exercises`."""
    before, after = scene.view.norms[max(0, hit.start - 2) : hit.start], scene.view.tokens.word(hit.end)
    times = after[0] == "x" and after[1:2].isdecimal()
    if after in _OF_THERAPY or times or (counted and (after == "x" or after.isdecimal())):
        return True
    if after[0].isalpha() or not before:
        return False
    return (
        before[-1] in _HAVING
        or before[-1] in _COUNTS_OF_THERAPY - {"x"}
        or (before[-1] == ":" and before[0] in _HAVING)
    )


def _is_setting(scene: Scene, hit: Hit) -> bool:
    """Tell whether something other than a joint is adjusted, as in `adjust the dose`."""
    start, end = max(scene.statement.start, hit.start - _SET_REACH), min(scene.statement.end, hit.end + _SET_REACH)
    near = scene.view.norms[start:end]
    return bool(words("adjustables").intersection(near)) and not scene.view.fixing(scene.chunk(hit))


def _is_test(scene: Scene, hit: Hit) -> bool:
    """Tell whether a thrust is one that provokes pain, as in `thigh thrust + R`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - 1) : hit.start]
    if hit.term.text == "a push":
        return scene.view.norms[hit.end : hit.end + 1] in (["-"], ["up"], ["ups"])
    return hit.term.text == "thrust" and scene.stance != "plan" and bool(words("thrust_tests").intersection(before))


def _is_named_otherwise(scene: Scene, hit: Hit) -> bool:
    """Tell whether the word is part of a finding, test or diagnosis, as in `taut bands` and `femoral stretch`."""
    if _NAMING.isdisjoint(scene.named):
        return False
    named = (
        *scene.terms("tart", "finding"),
        *scene.terms("conditions", "condition"),
        *(sign for sign in scene.terms("neuro", "sign") if sign.term.value == "tension_sign"),
    )
    examined = scene.stance in {"exam", "imaging"}
    longer = (one for one in named if examined or (one.start, one.end) != (hit.start, hit.end))
    return any(one.start <= hit.start and hit.end <= one.end and one.end - one.start > 1 for one in longer)


def _provokes(scene: Scene, hit: Hit) -> bool:
    """Tell whether an activity only brings pain on, or is a test: `worse with deep breathing`, `leg stance 20 s`."""
    if hit.term.value != "exercise":
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - 2) : hit.start]
    if not _QUITTING.isdisjoint(before) and not scene.by_clinician:
        return True
    brings_on = not _WITH.isdisjoint(before[-1:]) and not words("bringing_on").isdisjoint(before)
    tried = scene.stance != "plan" and not _TRIED.isdisjoint(hit.term.text.split())
    tried = tried or not _RESULTS.isdisjoint(scene.view.norms[hit.end : hit.end + 2])
    return brings_on or tried


def _is_pronoun(scene: Scene, hit: Hit) -> bool:
    """Tell whether a `me` in small letters is a person and no muscle energy, as in `he came with me to the gym`."""
    return not scene.view.is_capital(hit.start)


def _is_ruled_out(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is said not to be given: `manipulation is contraindicated`, `surgery only if it fails`."""
    after = scene.view.norms[hit.end : min(hit.end + _SOON, scene.statement.end)]
    if "if" in after and _depends(scene, hit, hit.end + after.index("if")):
        return True
    before = scene.words(Chunk(max(scene.statement.start, hit.start - _SOON), hit.start))
    if tuple(scene.view.norms[hit.end : hit.end + 3])[-2:] in _NOT_NOW or tuple(after[:2]) in _NOT_NOW:
        return True
    if hit.term.value == "surgery" and not _COLLEAGUES.isdisjoint(after[:1]):
        return True
    if _is_not_worth_it(scene, hit):
        return True
    turned_down = not _REFUSED.isdisjoint(before[-2:]) and scene.statement.turn < 0
    if turned_down or (after[:1] and after[0] in _USELESS):
        return True
    skipped = not _SKIPPING.isdisjoint(before) and "instead" not in after and not scene.statement.asks
    held = "held" in (after[1:2] if after[:1] and after[0] in words("be_forms") else after[:1])
    open_still = "offered" in scene.said and not _PONDERING.isdisjoint(scene.said)
    return skipped or held or open_still or not _REFUSED.isdisjoint(after)


def _is_not_worth_it(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is advised against behind its name: `Another injection, I don't think it's worth the trouble`."""
    after = scene.view.norms[hit.end : min(hit.end + 2 * _SOON + 2, scene.statement.end)]
    denied = after[: after.index("worth")] if "worth" in after else []
    return scene.by_clinician and not _DENYING_WORTH.isdisjoint(denied)


def _depends(scene: Scene, hit: Hit, at: int) -> bool:
    """Tell whether care is only given if something fails, as the `if` behind it says, or an operation if at all."""
    after = scene.view.norms[at + 1 : min(at + 1 + _SOON, scene.statement.end)]
    if hit.term.value != "medication" and not _FAILING.isdisjoint(pairwise(after)):
        return True
    return hit.term.value in INVASIVE and scene.view.tokens.word(at + 1) not in _AS_NEEDED


def _is_of_another(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is what somebody else had done, as in `My sister had hers fused`."""
    before = scene.view.norms[max(scene.statement.start, hit.start - _SOON) : hit.start]
    return not {"hers", "theirs"}.isdisjoint(before)


def _is_metatarsal(scene: Scene, hit: Hit) -> bool:
    """Tell whether a `met` is no muscle energy technique, as in `we met in May` and `5th MET base`."""
    bone = not {"base", "head", "heads"}.isdisjoint(scene.view.norms[hit.end : hit.end + 1])
    return bone or not scene.view.is_capital(hit.start)


def _is_walked_with(scene: Scene, _: Hit) -> bool:
    """Tell whether a cane is what the patient walks with already, as in `he walks with a cane`."""
    in_hand = not {"hand", "hands"}.isdisjoint(scene.said) and scene.stance == "neutral"
    ordered = scene.by_clinician and (in_hand or scene.stance in {"plan", "conclusion"})
    return not ordered or scene.says("walking_words")


def _is_throw(scene: Scene, hit: Hit) -> bool:
    """Tell whether a shot is one of a game, as in `on a shot at lacrosse practice`, and not `a steroid shot at L5`."""
    if scene.view.norms[hit.end : hit.end + 1] not in (["at"], ["on"], ["clock"]):
        return False
    return hit.end + 1 not in {place.start for place in scene.view.fixing(scene.statement)}


def _is_for_blood(scene: Scene, hit: Hit) -> bool:
    """Tell whether aspirin is taken for the heart, as in `just a baby aspirin` and `a blood thinner? Only aspirin`."""
    near = scene.view.norms[max(0, hit.start - _STORY) : hit.start]
    return scene.view.norms[hit.start - 1] == "baby" or not _THINNERS.isdisjoint(near)


def _is_of_a_disc(scene: Scene, _: Hit) -> bool:
    """Tell whether a cushion is a disc that is explained, as in `the cushion is pushing back`."""
    return scene.stance in {"imaging", "conclusion"} and not scene.says("wearing")


def _is_other_belt(scene: Scene, hit: Hit) -> bool:
    """Tell whether a belt holds trousers or marks a height, as in `numb from the belt down` and `take my belt off`."""
    after = scene.view.norms[hit.end : hit.end + 1]
    alike = scene.view.norms[hit.start - 2 : hit.start] == ["like", "a"]
    worn = scene.by_clinician and scene.view.norms[hit.start - 2 : hit.start] in (["in", "the"], ["in", "a"])
    if worn:
        return False
    trousers = alike or after == ["off"] or scene.view.norms[hit.start - 2 : hit.start] == ["of", "the"]
    return trousers or not (scene.says("wearing") or (scene.by_clinician and "when" in scene.said))


def _is_other_therapy(scene: Scene, hit: Hit) -> bool:
    """Tell whether a bare therapy is of another kind, as in `hormone therapy`, or a rehab is a department."""
    norms = scene.view.norms
    if hit.term.text == "rehab":
        return not _DEPARTMENTS.isdisjoint(norms[hit.end : hit.end + 1])
    before = norms[hit.start - 1] if hit.start > scene.statement.start else ","
    if not _PAPERS.isdisjoint(norms[hit.end : hit.end + 1]):
        return True
    if hit.term.text == "therapy":
        return before.isalpha() and before not in words("before_therapy")
    return not scene.says("training")


def _is_told(scene: Scene, hit: Hit) -> bool:
    """Tell whether who gives it is only heard of, as in `my chiropractor said it was my hip`."""
    told = scene.says("saying") or not _SPEAKING.isdisjoint(scene.said)
    return _is_of_friend(scene, hit) or (told and not scene.says("treating"))


def _is_of_friend(scene: Scene, hit: Hit) -> bool:
    """Tell whether who gives it is somebody the speaker knows, as in `my physio friend says it's torn`."""
    return not _RELATED.isdisjoint(scene.view.norms[hit.end : hit.end + 1])


def _is_only_told(scene: Scene, hit: Hit) -> bool:
    """Tell whether a note only quotes what others advised, as in `told elsewhere she "should be fused"`."""
    quoted = scene.view.norms[hit.end : hit.end + 1] == ['"'] and "told" in scene.said
    return scene.statement.turn < 0 and quoted


def _is_requested(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is only why the patient is seen, as in `s/p bypass, requesting OMT` and `presents for OMT`."""
    if hit.term.value != "manipulation":
        return False
    before = scene.view.norms[max(scene.statement.start, hit.start - _ASKED_REACH) : hit.start]
    if tuple(before[-2:]) in _REFERRED:
        return True
    if scene.stance not in {"history", "neutral"}:
        return False
    return not _REQUESTING.isdisjoint(before) or (before[-1:] == ["for"] and not _COMING.isdisjoint(before))


_OTHER_USES: tuple[tuple[Callable[[str], bool], Callable[[Scene, Hit], bool]], ...] = (
    (GIVERS.__contains__, _is_told),
    (lambda text: "cane" in text.split(), _is_walked_with),
    (lambda text: text.startswith("adjust"), _is_setting),
    ({"pt", "pt with", "pt,"}.__contains__, _is_patient),
    (lambda text: "pt" in text.split(), _labels_turn),
    ({"belt"}.__contains__, _is_other_belt),
    ({"rehab", "therapy", "the therapist", "my therapist"}.__contains__, _is_other_therapy),
    ({"met"}.__contains__, _is_metatarsal),
    ({"a shot"}.__contains__, _is_throw),
    ({"physio", "osteo"}.__contains__, _is_of_friend),
    ({"fused"}.__contains__, _is_only_told),
    ({"ice", "heat"}.__contains__, is_weather),
    ({"aspirin"}.__contains__, _is_for_blood),
    ({"bracing"}.__contains__, is_held_tight),
    ({"donut", "donuts"}.__contains__, is_food),
    ({"chiropractor's", "osteopath's"}.__contains__, is_of_giver),
    ({"stretch"}.__contains__, is_length),
    ({"collar"}.__contains__, is_bone),
    ({"standing desk", "standing desks", "back brace", "brace", "night guard"}.__contains__, is_asked_or_had),
    ({"cushion", "pillow"}.__contains__, _is_of_a_disc),
    ({"a push", "thrust"}.__contains__, _is_test),
    ({"pas"}.__contains__, is_no_plural),
    ({"stretches"}.__contains__, is_while),
    ({"pillow", "pillows"}.__contains__, is_slept_on),
    (lambda text: "knee" in text or "bridge" in text, is_bidden_pose),
    (lambda text: text.startswith("me "), _is_pronoun),
)
"""How certain words of care may speak of something else: which words, and how to tell."""
