"""Care that is only talked of: asked after, proposed and not accepted, wondered about or echoed."""

from itertools import pairwise

from scribe.extraction.lexicon.context.scene import Scene
from scribe.extraction.lexicon.view.view import Chunk
from scribe.extraction.lexicon.words.vocabulary import Hit, words

INVASIVE = frozenset({"surgery", "injection"})
"""Care that a clinician offers and somebody else gives; named again without its place it is the same."""
_DUE = frozenset({"need", "have", "should", "will", "going", "gonna", "must", "mean"})
_TAKING = frozenset({"keep", "stop", "quit", "still", "taking", "continue"})
_ANSWERS, _OPENING = 2, 5
_UNDONE = frozenset({"canceled", "cancelled", "cancel", "chickened"})
"""Words of care that was planned and never given."""
_NOT_YET = frozenset({("not", "yet"), ("haven't", "yet"), ("not", "so"), ("haven't", "gotten"), ("haven't", "had")})
_NOT_YET |= {("haven't", "tried"), ("haven't", "been"), ("haven't", "started"), ("never", "got"), ("never", "did")}
"""Words of who has not had what is asked after."""
_OF_THEIRS = frozenset(
    {("do", "i"), ("should", "i"), ("can", "i"), ("could", "i"), ("does", "he"), ("does", "she"), ("like", "a")}
)
_PROPOSING = frozenset(
    {("would", "you"), ("you", "want"), ("want", "to"), ("how", "about"), ("what", "about"), ("open", "to")}
)


def is_only_talked_of(scene: Scene, hit: Hit) -> bool:
    """Tell whether talk asks after it, or only repeats what was proposed."""
    if scene.statement.asks and (
        _is_turned_down(scene, hit) or _is_declined(scene, hit) or _is_still_to_come(scene, hit)
    ):
        return True
    if _is_struck_out(scene, hit):
        return True
    return _is_wondered(scene, hit) or _is_echo(scene, hit)


def is_proposed(scene: Scene) -> bool:
    """Tell whether the clinician asks if the patient would have it, as in `Would you try a TENS unit?`."""
    asks = scene.statement.asks and scene.statement.turn >= 0 and scene.statement.speaker != "patient"
    return asks and not _PROPOSING.isdisjoint(pairwise(scene.words()))


def _is_turned_down(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is proposed and not accepted."""
    reply = scene.statement.reply
    accepted = reply is not None and reply.answer == "yes"
    return hit.term.value not in {"manipulation", "massage"} and not accepted and is_proposed(scene)


def _is_wondered(scene: Scene, hit: Hit) -> bool:
    """Tell whether the patient only asks after it, as in `Do I have to have it fused?` and `Could I try therapy?`."""
    if scene.statement.turn < 0 or scene.statement.speaker == "clinician":
        return False
    if not scene.statement.asks:
        return tuple(scene.words()[:2]) in _OF_THEIRS and scene.statement.speaker == "patient"
    reply = scene.statement.reply
    agreed = reply is not None and reply.answer == "yes" and hit.term.value not in INVASIVE
    if hit.term.value == "medication" and not _TAKING.isdisjoint(scene.said):
        return False
    asks = not scene.by_clinician or not _OF_THEIRS.isdisjoint(pairwise(scene.words()))
    return asks and not agreed and words("past_times").isdisjoint(scene.said) and _had(scene)


def _is_declined(scene: Scene, hit: Hit) -> bool:
    """Tell whether it is asked for and was not given, as in `Therapy, pills?`, `No.`; who asks if it helped knows."""
    reply = scene.statement.reply
    if not scene.statement.asks or reply is None or reply.answer != "no":
        return False
    used = scene.says("helping") or ("do", "anything") in pairwise(scene.words())
    return not used and scene.assertion(hit) == "present"


def _is_still_to_come(scene: Scene, hit: Hit) -> bool:
    """Tell whether what is asked after was not had, or is told of by name: `Any therapy?`, `Not yet.`, `Who gave it?`.

    As in `Massage, needles?`, `Massage yes, needles no.`, where the answer tells of each.
    """
    told = [one for one in scene.view.statements_after(scene.statement)[:_ANSWERS] if one.speaker == "patient"]
    if scene.statement.turn < 0 or scene.statement.speaker == "patient" or not told:
        return False
    answer = Chunk(told[0].start, told[-1].end)
    said = scene.words(answer)
    opening = [word for word in said[:_OPENING] if word[0].isalnum()]
    if not _UNDONE.isdisjoint(said) or any(pair in _NOT_YET for pair in pairwise(opening)):
        return True
    named = [one for one in scene.view.terms("care", answer) if one.term.value == hit.term.value]
    behind = ([word for word in scene.view.norms[one.end : one.end + 2] if word != ","][:1] for one in named)
    return any(word in (["no"], ["yes"], ["not"]) for word in behind)


def _is_struck_out(scene: Scene, hit: Hit) -> bool:
    """Tell whether a patient says no right behind what was asked after: `Massage yes, acupuncture no.`."""
    if scene.statement.turn < 0 or scene.statement.speaker != "patient" or scene.statement.asks:
        return False
    at = hit.end + (scene.view.tokens.word(hit.end) == ",")
    denied = scene.view.norms[at : at + 1] == ["no"] and scene.view.tokens.word(at + 1) in {".", ",", ";", ""}
    return denied or tuple(scene.view.norms[at : at + 2]) == ("not", "yet") or not _UNDONE.isdisjoint(scene.said)


def _is_echo(scene: Scene, hit: Hit) -> bool:
    """Tell whether the patient only repeats what was proposed, as in `So inserts.` after `You need inserts.`."""
    said = scene.words(Chunk(scene.statement.start, hit.start))
    if scene.statement.speaker != "patient" or said not in (["so"], ["so", "like"], ["like", "a"]):
        return False
    before = scene.view.statements_before(scene.statement)[-1:]
    return bool(before) and before[0].turn == scene.statement.turn - 1 and not before[0].asks


def _had(scene: Scene) -> bool:
    """Tell whether a question does not take for granted that it was given, as `When I had the shot?` does."""
    return not _DUE.isdisjoint(scene.said) or words("past_verbs").isdisjoint(scene.said)
