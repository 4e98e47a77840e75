"""Statements → what imaging studies show, exclude, or are planned to show."""

from collections.abc import Collection, Iterator

from scribe.extraction.lexicon.confidence import rule_of
from scribe.extraction.lexicon.context.exceptions import exception_alone
from scribe.extraction.lexicon.context.pointed_sides import meant_side
from scribe.extraction.lexicon.context.scene import Scene, place_of, scenes
from scribe.extraction.lexicon.context.studies_behind import studies_behind
from scribe.extraction.lexicon.context.study_mentions import is_declined
from scribe.extraction.lexicon.imaging.beginnings import is_study, may_show, mentions_of
from scribe.extraction.lexicon.imaging.called_well import called_well
from scribe.extraction.lexicon.imaging.canal_and_foramina import (
    is_remark,
    is_rest,
    kind_of,
    last_named,
    narrowings,
    other_ones,
    qualifies_disc,
    side_asked_for,
    space_asked_for,
    space_of_patient,
    spaces,
    stenoses,
    tells_of_both,
)
from scribe.extraction.lexicon.imaging.findings_named import findings_named
from scribe.extraction.lexicon.imaging.gone_since import as_of_today
from scribe.extraction.lexicon.imaging.kinds import (
    NOT_SHOWN,
    OF_LABS,
    OF_LEVELS,
    OF_PAIRS,
    OF_SPINE,
    TAKEN_UP_AGAIN,
    UPTAKE,
    asserted_as_told,
    goes_with_narrowing,
    is_complex,
    is_healed,
    is_looked_for,
    kind_there,
    kind_told,
    lasting,
    names_sacroiliac,
)
from scribe.extraction.lexicon.imaging.level_and_side import (
    OUTSIDE,
    TRUNK,
    is_middle,
    joint_region,
    only_side,
    side_of,
    side_of_cause,
    side_of_denied,
    side_turned_to,
)
from scribe.extraction.lexicon.imaging.openness import openness, side_of_grade
from scribe.extraction.lexicon.imaging.plain_words import Described
from scribe.extraction.lexicon.imaging.planned import booked, each_planned, is_ordered
from scribe.extraction.lexicon.imaging.proposed import tells_of_none
from scribe.extraction.lexicon.imaging.region_of_talk import SPINE, region_ahead, region_before, region_of_talk
from scribe.extraction.lexicon.imaging.said_before import SaidBefore
from scribe.extraction.lexicon.imaging.showing import (
    each_region,
    each_study,
    fixes_no_place,
    names_study,
    opens_asking,
    pointed_back,
    reports,
    same_again,
    spoken_of,
)
from scribe.extraction.lexicon.imaging.soft_parts import change_asserted, changed_joints, intact_parts
from scribe.extraction.lexicon.imaging.studied import UNKNOWN, Where, is_of_skin, studied
from scribe.extraction.lexicon.imaging.taken_up import ELSEWHERE, TakenUp
from scribe.extraction.lexicon.imaging.told import told_of
from scribe.extraction.lexicon.imaging.unnamed import unnamed
from scribe.extraction.lexicon.view.places import Place
from scribe.extraction.lexicon.view.sides import OPPOSITE
from scribe.extraction.lexicon.words.tokens import Item
from scribe.extraction.lexicon.words.vocabulary import Hit
from scribe.schema import Assertion, Evidence, Imaging, ImagingKind, Laterality, Modality, Region


class ImagingReader:
    """Reads imaging findings; a study named once goes on in the statements after it."""

    def __init__(self) -> None:
        """Start without a study."""
        self._modality: Modality | None = None
        self._region: Region | None = None
        self._of = UNKNOWN
        self._last: Region | None = None
        self._flank: Laterality | None = None
        self._outside = self._known = self._awaited = False
        self._told: set[str] = set()
        self._shown: Imaging | None = None
        self._space: Hit | None = None
        self._parts, self._before = TakenUp(), SaidBefore()
        self._turn = self._behind = -1

    def read(self, scene: Scene) -> Iterator[Imaging]:
        """Read the imaging findings of one statement."""
        return self._read(scene) if may_show(scene) else iter(())

    def _read(self, scene: Scene) -> Iterator[Imaging]:
        mentions = mentions_of(scene)
        studies = [hit for hit in mentions if names_study(scene, hit)]
        named = [hit for hit in studies if is_study(hit)]
        if not named and not scene.pictured:
            return
        self._named_behind(scene)
        self._modality = self._modality or unnamed(scene.view, scene.statement.turn)
        ordered = bool(mentions) and is_ordered(scene)
        if named and (not ordered or self._shows(scene) or reports(scene)):
            # Whoever names a study, also the patient, says which one is spoken of from here on.
            done = [hit for hit in named if not is_declined(scene.view, scene.statement, hit)] or named
            self._modality = spoken_of(scene, done).term.value  # type: ignore[assignment]  # the table holds the schema's words
        if not scene.pictured:
            yield from each_planned(scene, named)
            return
        if not named and ordered and not scene.statement.asks and not self._shows(scene):
            yield from booked(scene, studies)
        if named:
            self._studied(scene, named[0])
        goes_on = self._turn == scene.statement.turn >= 0 and self._last in SPINE
        ahead = None if goes_on else region_ahead(scene)
        self._turn = scene.statement.turn
        self._region = self._region or ahead or (None if self._of.many else region_of_talk(scene))
        if named and ordered and not self._shows(scene) and not reports(scene):
            self._awaited = not self._known
            yield from each_planned(scene, named)
            return
        if scene.statement.asks and scene.statement.turn >= 0 and opens_asking(scene):
            self._space = space_asked_for(scene, self._space)
            return
        if not self._is_shown(scene, mentions, ordered=ordered) or tells_of_none(scene):
            return
        told = [*told_of(scene, self._modality, self._shown)]
        shown = [*self._described(scene, told), *self._spaces(scene)]
        said = {at for one in told for at in range(one.predicate.start, one.predicate.end)}
        found = [*self._findings(scene, said, healthy=not shown), *shown]
        joints = {scene.chunk(one.part) for one in told if one.kind in OF_PAIRS and one.assertion == "absent"}
        found += [*self._well(scene, joints), *self._changed(scene), *self._stenoses(scene)]
        found += self._taken_up(scene, {(one.kind, one.assertion) for one in found})
        found = each_region(scene, named, found or [*self._same_again(scene)])
        found = [one for one in found if one.assertion not in NOT_SHOWN]
        yield from self._before.new(scene, each_study(scene, named, found))
        if ordered and len(named) > 1:
            yield from (one for one in each_planned(scene, named) if one.modality != self._modality)

    def _is_shown(self, scene: Scene, mentions: list[Hit], *, ordered: bool) -> bool:
        """Tell whether a study has been spoken of that was made, and not only one that is to be made."""
        named = bool(mentions)
        if scene.statement.section == "imaging":
            self._awaited = False
            self._known = self._known or named
        elif named:
            self._awaited = ordered and not self._known and not self._shows(scene)
            self._known = not self._awaited
        return not self._awaited or reports(scene)

    def _studied(self, scene: Scene, study: Hit) -> None:
        """Take note of which part of the body a study is of."""
        goes_on = scene.statement.turn == self._turn and study.term.value != "bone_scan"
        self._of = studied(scene, study, self._region if goes_on else None)
        self._region, self._outside = self._of.region, self._of.outside

    def _named_behind(self, scene: Scene) -> None:
        """Take note of the study that is named behind what a statement tells, as if it had been named before."""
        behind = studies_behind(scene.view).get(scene.statement.start)
        if behind is None or behind.statement.start == self._behind:
            return
        if self._modality in {None, "unspecified"}:
            self._behind = behind.statement.start
            self._modality = behind.study.term.value  # type: ignore[assignment]  # the table holds the schema's words
            self._studied(scenes(scene.view)[place_of(scene.view, behind.statement.start)], behind.study)
            self._awaited, self._known = False, True

    def _described(self, scene: Scene, told: list[Described]) -> Iterator[Imaging]:
        """Read what is said of a part of the spine in everyday words, as in `that disc is pushing on the nerve`."""
        for found in told:
            evidence = scene.quote(found.part, *scene.cued(found.predicate, found.assertion))
            where = self._where(scene, found.predicate, found.assertion, found.kind)
            where = Where(found.region or where.region, found.side or where.laterality)
            kind = kind_told(scene, found.predicate, found.kind)
            assertion = as_of_today(scene, found.predicate, kind, lasting(scene, found.predicate, found.assertion))
            self._told |= {kind} & TAKEN_UP_AGAIN
            yield self._finding(kind, assertion, where, "imaging.finding", evidence)

    def _taken_up(self, scene: Scene, known: set[tuple[ImagingKind, Assertion]]) -> list[Imaging]:
        """Read what is told of a part named before, unless the statement has told the same by itself."""
        told = [*self._parts.read(scene, self._modality)]
        return [*self._described(scene, [one for one in told if (one.kind, one.assertion) not in known])]

    def _spaces(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is said of a canal or foramen in other words than one term, as in `pinches the left foramen`."""
        named = spaces(scene)
        self._space = self._space or (None if named else space_of_patient(scene))
        if not named and self._space is not None:
            others = [*self._other_one(scene, self._space)]
            yield from others
            if others:
                return
        self._space = last_named(named) or (self._space if is_remark(scene) else None)
        for one in other_ones(scene, named):
            where = Where(scene.attach(one.space)[0].region or self._region, one.side)
            yield self._finding(kind_of(one.space), one.assertion, where, "imaging.compartment", scene.quote(one.part))
        for space in named:
            other = space.term.text == "central" and not goes_with_narrowing(scene, space)
            known = any(hit.term.value == kind_of(space) for hit in scene.terms("imaging", part=scene.chunk(space)))
            if not (other or known or qualifies_disc(scene, space)):
                yield from self._space_told(scene, space)

    def _space_told(self, scene: Scene, space: Hit) -> Iterator[Imaging]:
        """Read how a space is that a statement names."""
        chunk, kind = scene.chunk(space), kind_of(space)
        narrowing = narrowings(scene, chunk, space)
        told = lasting(scene, narrowing[0], scene.assertion(narrowing[0])) if narrowing else None
        assertion = told or openness(scene, space)
        if assertion is None:
            return
        evidence = scene.quote(space, *narrowing[:1], *scene.cued(space, assertion))
        where = self._where(scene, space, assertion, kind)
        if assertion == "absent" and (part := exception_alone(scene, space)) is not None:
            assertion, evidence = "present", scene.quote(space, part)
            where = self._where(scene, part, assertion, kind)
        if is_middle(space) or is_rest(scene, space):
            where = where._replace(laterality=None)
        elif where.laterality is None:
            side = self._parts.side_here(scene) if scene.statement.turn >= 0 else side_of_cause(scene, space)
            side = side_of_grade(scene, space) or side
            side = side or (side_turned_to(scene) if kind == "canal_narrowing" else None)
            where = where._replace(laterality=meant_side(scene, chunk) or side)
        elif tells_of_both(scene, space):
            where = where._replace(laterality="bilateral")
        assertion = as_of_today(scene, space, kind, assertion)
        yield self._finding(kind, assertion, where, rule_of("imaging", space), evidence)

    def _other_one(self, scene: Scene, space: Hit) -> Iterator[Imaging]:
        """Read what is said of a space just named, as in `the left foramen is tight. The right one is open`."""
        mention = pointed_back(scene)
        assertion = openness(scene, mention) if mention else None
        if mention is None or assertion is None:
            return
        elsewhere = assertion == "absent" and not ELSEWHERE.isdisjoint(scene.said)
        if elsewhere or (is_middle(space) and scene.view.sides(scene.statement)):
            return
        attached = scene.attach(mention)[0]
        other = OPPOSITE.get(self._flank) if self._flank and scene.words(mention) == ["other"] else None
        side = (
            other or only_side(scene) or side_asked_for(scene) or self._parts.side_turned_to(scene, attached.laterality)
        )
        where = Where(attached.region or self._region, side)
        yield self._finding(kind_of(space), assertion, where, rule_of("imaging", space), scene.quote(mention))

    def _shows(self, scene: Scene) -> bool:
        """Tell whether a study shows something; what it is ordered to look for it does not show."""
        findings = [hit for hit in scene.terms("imaging", "finding") if not is_looked_for(scene, hit)]
        studies = scene.terms("imaging", "modality")
        if studies and not self._known:
            findings = [hit for hit in findings if hit.start > studies[0].start]
        found = {scene.assertion(hit) for hit in findings}
        return not found <= {"possible", "hypothetical"}

    def _well(self, scene: Scene, joints: Collection[Item]) -> Iterator[Imaging]:
        """Read levels and studies that are called healthy in everyday words."""
        for part in (one for one in called_well(scene) if scene.chunk(one) not in joints):
            where = self._where(scene, part, "present", "unremarkable")
            yield self._finding("unremarkable", "present", where, "imaging.finding", scene.quote(part))

    def _changed(self, scene: Scene) -> Iterator[Imaging]:
        """Read what is wrong with a joint or tendon outside the spine, as in `plantar fascia thickened`."""
        for part, region in intact_parts(scene):
            sides = scene.view.sides(scene.chunk(part))
            self._outside, where = True, Where(region, sides[0].value if sides else None)
            yield self._finding("other", "absent", where, "imaging.finding", scene.quote(part))
        for change in changed_joints(scene, outside=self._outside, pelvic=self._region == "pelvic"):
            attached = scene.attach(change)[0]
            where = Where(attached.region or self._region, None if self._outside else attached.laterality)
            yield self._finding("other", change_asserted(scene, change), where, "imaging.finding", scene.quote(change))

    def _findings(self, scene: Scene, said: set[int], *, healthy: bool) -> Iterator[Imaging]:
        """Read the terms of findings."""
        for hit in findings_named(scene, said, healthy=healthy):
            if self._is_named_again(scene, hit):
                continue
            kind: ImagingKind = hit.term.value  # type: ignore[assignment]  # the table holds the schema's words
            assertion = as_of_today(scene, hit, kind, self._assertion(scene, hit))
            evidence = scene.quote(*scene.cued(hit, assertion), *scene.places_at(hit))
            where = self._where(scene, hit, assertion, kind)
            if assertion == "absent" and (part := exception_alone(scene, hit)) is not None:
                assertion, evidence = "present", scene.quote(hit, part)
                where = self._where(scene, part, assertion, kind)
            unknown = scene.statement.section == "imaging" and not self._known  # These are results of a laboratory.
            if (kind == "fibrosis" and is_of_skin(self._modality, where.region)) or (kind in OF_LABS and unknown):
                continue
            kind = kind_there(scene, hit, kind)
            kind = "sacroiliac_changes" if hit.term.text.endswith(UPTAKE) and where.region == "sacral" else kind
            yield self._finding(kind, assertion, where, rule_of("imaging", hit), evidence)
            if is_complex(hit):
                yield self._finding("disc_herniation", assertion, where, rule_of("imaging", hit), evidence)

    def _stenoses(self, scene: Scene) -> Iterator[Imaging]:
        """Read a stenosis of which a report does not say where it is."""
        for hit in stenoses(scene):
            assertion: Assertion = "absent" if scene.assertion(hit) == "absent" else "present"
            where = self._where(scene, hit, assertion, "other")
            yield self._finding("other", assertion, where, rule_of("imaging", hit), scene.quote(hit))

    def _same_again(self, scene: Scene) -> Iterator[Imaging]:
        """Read a further level with what was told of the last one: `T6-7 the same, right side`."""
        before = self._shown
        again = same_again(scene) if before is not None and before.kind in OF_LEVELS else None
        if again is not None and before is not None:
            where = self._where(scene, again, "present", before.kind)
            where = where._replace(laterality=where.laterality or only_side(scene))
            yield self._finding(before.kind, "present", where, "imaging.finding", scene.quote(again))

    def _is_named_again(self, scene: Scene, hit: Hit) -> bool:
        """Tell whether a finding is only taken up, as in `narrow at the level of the slip`."""
        before = scene.view.norms[hit.start - 1] if hit.start else ""
        told, kind = hit.term.value in self._told, hit.term.value
        self._told |= {kind} & TAKEN_UP_AGAIN
        placed = kind != "malalignment" and (scene.view.sides(scene.chunk(hit)) or scene.view.fixing(scene.statement))
        return told and before in {"the", "that", "this"} and not placed

    def _finding(
        self, kind: ImagingKind, assertion: Assertion, where: Where, rule: str, evidence: tuple[Evidence, ...]
    ) -> Imaging:
        """Return a finding of the study that is spoken of."""
        healthy = kind == "unremarkable" and assertion == "present"
        if kind == "sacroiliac_changes" and where.region != "pelvic":
            where = where._replace(region="sacral")
        outside = where.region in OUTSIDE or (self._outside and where.region in {self._region, "head"})
        outside = outside or (healthy and where.region == "head")
        self._last = where.region
        middle = where.laterality == "midline" and kind != "disc_herniation"
        side = (None if middle else where.laterality) or (self._of.side if where.region == self._region else None)
        self._flank = side if kind == "foraminal_narrowing" else self._flank
        if outside and kind == "unremarkable" and assertion != "hypothetical":
            assertion = "present" if assertion == "absent" else "absent"
        self._shown = Imaging(
            modality=self._modality or "unspecified",
            kind="other" if outside or (where.region == "pelvic" and kind in OF_SPINE) else kind,
            region=where.region,
            laterality=side,
            assertion=assertion,
            read_by=rule,
            evidence=evidence,
        )
        return self._shown

    def _assertion(self, scene: Scene, hit: Hit) -> Assertion:
        """Return how a study's finding is asserted; an earlier study still tells of today."""
        if hit.term.value == "unremarkable" and (scene.assertion(hit) == "absent" or scene.context.negates(hit)):
            # What a list of denials comes to is no health denied, as in `no erosions, hips normal`.
            return "absent" if scene.context.negates(hit) else "present"
        assertion = asserted_as_told(scene, hit)
        if hit.term.value == "fracture" and assertion in {"present", "historical"} and is_healed(scene, hit):
            return "historical"
        return lasting(scene, hit, assertion)

    def _region_at(self, scene: Scene, place: Place | None, kind: ImagingKind) -> Region | None:
        """Return the region of a place, or that of the talk where the place belongs to something else."""
        region = joint_region(scene, place) or (place.region if place else None) or self._region
        here = scene.view.fixing(scene.statement)
        if region in OUTSIDE and not self._outside and (kind in OF_SPINE or not here):
            own = None if self._region in OUTSIDE else self._region
            roots = (joint_region(scene, one) for one in here)
            known = self._last or own or region_before(scene) or (None if kind in OF_SPINE else region)
            return next((root for root in roots if root), known)
        if region in TRUNK and kind in OF_SPINE | {"bony_overgrowth"}:
            return self._last if self._last not in OUTSIDE else region_before(scene)
        if region == "sacral" and self._last == "lumbar" and not here:
            # What a vertebra lies on is not what the talk has come to, as in `L5 has slid on the sacrum`.
            return self._last
        return region

    def _where(self, scene: Scene, hit: Item, assertion: Assertion, kind: ImagingKind) -> Where:
        attached = scene.attach(hit)[0]
        own = scene.view.places(scene.chunk(hit))
        if assertion == "absent" and not any(place.fixes for place in own):
            carried = self._region or self._region_at(scene, attached.place, kind)
            nowhere = (self._of.many and scene.statement.turn < 0) or fixes_no_place(scene, hit)
            return Where(None if nowhere else carried, side_of_denied(scene, hit))
        region = self._region_at(scene, attached.place, kind)
        nowhere = not any(place.fixes for place in own)
        if scene.statement.speaker == "patient":
            # What a patient recalls of a study is of its part alone, whatever was spoken of before.
            return Where(self._region if nowhere else region, only_side(scene))
        region = "sacral" if kind == "sacroiliac_changes" and names_sacroiliac(scene, hit) else region
        if kind == "unremarkable" and nowhere and (scene.statement.turn < 0 or self._of.limb):
            region = self._region or region
        return Where(region, side_of(scene, hit, kind, region))
