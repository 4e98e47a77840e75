"""What a neurological term means where it stands: a muscle or its reflex, the saddle, a test or its pain."""

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.neuro.sphincters import names_saddle
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words
from scribe.schema import NeuroKind

_SENSES = 8
_REFLEXES = frozenset({"reflex", "reflexes", "jerk", "jerks", "dtr", "dtrs"})
_JOINS = frozenset({"and", "/", "&", ",", "tendon", "+"})
_SHOT = frozenset({"shoot", "shooting", "shot"})
_SHOOTERS = frozenset({"we'll", "i'll", "let's", "we", "i", "could"})
_VIEWS = frozenset({"view", "views", "pictures", "picture", "images", "mri", "ct"})
_PAINS = frozenset({"pain", "pains", "ache", "aching", "burning", "shooting", "shoots", "radiates", "radiating"})


def provokes(scene: Scene) -> bool:
    """Tell whether a pain is only what a test provokes, as in `Spurling to the left sends pain into the forearm`."""
    return scene.may_examine and any(hit.term.value == "tension_sign" for hit in scene.terms("neuro", "sign"))


def is_shown(scene: Scene) -> bool:
    """Tell whether a study shows what buckles or is weak: a ligament or disc, and no limb."""
    if scene.stance != "imaging":
        return "buckled" in scene.said and not words("ligaments").isdisjoint(scene.words())
    return not (words("ligaments") | words("discs")).isdisjoint(scene.words())


def takes_pictures(scene: Scene, hit: Hit) -> bool:
    """Tell whether pictures are shot and no pain shoots, as in `let's shoot a couple of lumbar films`."""
    if hit.term.text not in _SHOT:
        return False
    after = scene.view.norms[hit.end : min(hit.end + _SENSES, scene.statement.end)]
    bare = hit.term.text == "shoot" and scene.view.norms[hit.start - 1] in _SHOOTERS
    return bare or not (words("films") | _VIEWS).isdisjoint(after)


def provoked(scene: Scene, test: Hit) -> Hit | None:
    """Return the pain that a test is said to give, as in `raising the leg gives you that leg pain`."""
    after = Chunk(test.end, max(test.end, scene.chunk(test).end))
    pains = scene.terms("neuro", "symptom", part=after) if scene.may_examine else []
    return next((hit for hit in pains if hit.term.value == "radicular_pain"), None)


def is_way_of_feeling(scene: Scene, hit: Hit) -> bool:
    """Tell whether a way along a limb is that of numbness and not of pain, as in `it goes numb down the arm`."""
    if scene.view.norms[hit.start] not in words("toward"):
        return False
    before = scene.terms("neuro", "symptom", part=Chunk(scene.chunk(hit).start, hit.start))
    strange = any(other.term.value in {"sensory_deficit", "motor_deficit"} for other in before)
    return strange and _PAINS.isdisjoint(scene.words(scene.chunk(hit)))


def is_of_senses(scene: Scene, hit: Hit) -> bool:
    """Tell whether a change is one of the eyes or ears, as in `sensory changes like changes to vision`."""
    after = scene.view.norms[hit.end : min(hit.end + _SENSES, scene.statement.end)]
    return "sensory" in hit.term.text and not words("senses").isdisjoint(after)


def kind_of(scene: Scene, hit: Hit) -> NeuroKind:
    """Return what a term names; numbness of the saddle is an alarm of its own."""
    kind: NeuroKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
    jerks = kind == "motor_deficit" and words("jerks").intersection(hit.term.text.split())
    if jerks and _under_reflexes(scene, hit):
        return "reflex_deficit"
    if kind == "bowel_bladder" and hit.term.text.endswith("hold it") and _is_of_limb(scene, hit):
        return "motor_deficit"
    saddle = kind == "sensory_deficit" and names_saddle(scene, hit)
    return "saddle_anesthesia" if saddle and hit.term.role == "symptom" else kind


def _is_of_limb(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is a limb that cannot be held, as in `Toes? Left can't hold it.` of an examiner."""
    before = scene.view.sides(Chunk(max(scene.statement.start, hit.start - 2), hit.start))
    return scene.by_clinician and scene.statement.turn >= 0 and bool(before)


def _under_reflexes(scene: Scene, hit: Hit) -> bool:
    """Tell whether a muscle is named after reflexes: `Reflexes, triceps, right is one`, `Reflex biceps, triceps 2+`."""
    before = scene.terms("neuro", "sign", part=Chunk(scene.statement.start, hit.start))
    if not before or before[0].term.value != "reflex_deficit":
        return scene.statement.turn >= 0 and any(sign.term.value == "reflex_deficit" for sign in before)
    behind = scene.view.norms[before[0].end : before[0].end + 1]
    return scene.statement.turn >= 0 or behind == [":"] or not words("jerks").isdisjoint(behind)


def opens_reflexes(scene: Scene, hit: Hit) -> bool:
    """Tell whether a muscle only says of which reflex, as in `triceps and biceps reflexes`."""
    if hit.term.value != "motor_deficit" or words("jerks").isdisjoint(hit.term.text.split()):
        return False
    norms, at = scene.view.norms, hit.end
    while at < scene.statement.end and (norms[at] in _JOINS or norms[at] in words("jerks")):
        at += 1
    return at < scene.statement.end and norms[at] in _REFLEXES
