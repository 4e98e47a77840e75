"""Words that turn what follows or precedes them into something else: denied, doubted, past, another person's."""

from scribe.extraction.quotes.words import words

_NEGATION = (
    "no not non without deny denies denied denying never neither nor none nothing cannot negative neg absent absence "
    "lack lacks lacking free nope"
)
_DOUBT = (
    "possible possibly probable probably likely unlikely suspect suspects suspected suspicious suspicion questionable "
    "presumed presumptive maybe perhaps may might could if whether unless versus vs concern concerning concerned "
    "suggestive suggest suggests suggesting suggested apparent apparently equivocal borderline doubt doubtful rule "
    "risk risks potential potentially seems appears consistent compatible differential question"
)
_PAST = "history hx prior previous previously former formerly old remote resolved status"
_PERSON = (
    "mother mothers mom moms father fathers dad dads parent parents sister sisters brother brothers sibling siblings "
    "son sons daughter daughters wife wifes husband husbands spouse partner partners aunt aunts uncle uncles cousin "
    "cousins grandmother grandmothers grandfather grandfathers grandma grandpa niece nephew neighbor neighbors "
    "neighbour neighbours friend friends coworker coworkers roommate family familial relative relatives"
)
REACH = (
    dict.fromkeys(_NEGATION.split(), 2)
    | dict.fromkeys(_DOUBT.split(), 2)
    | dict.fromkeys(_PAST.split(), 1)
    | dict.fromkeys(_PERSON.split(), 6)
    | dict.fromkeys(["think", "thinks", "thought", "believe", "believes", "guess", "feels"], 0)
)
"""Cue → how many words further on it still governs, light ones not counted."""

REACH_OF_PATIENT = REACH | {"he": 0, "she": 0}
"""The same in the words of a patient."""
NEGATIONS = frozenset(_NEGATION.split())
"""The cues that deny."""
SELF = words("i my me mine patient patients pt")
"""Words that bring the patient back."""

LIGHT = words(
    "the a an of is are am was were be been being 's it there that any some evidence sign signs symptom "
    "symptoms for with has have had having other acute new obvious significant definite current recent to into "
    "as like in on at"
)
"""Words that a cue reaches across."""
PREPOSITIONS = words("with after from by since despite over during on in at to")
"""Words that end the reach of a cue that has its own object before them: `no relief with`."""

AFTERWARDS = words("negative neg absent resolved denied unlikely excluded ruled none - vs versus")
"""Cues that follow what they govern: `SLR negative`, `numbness has resolved`."""
LIGHT_AFTERWARDS = words(
    "is are was were has have had been be remains remain test tests testing sign signs now completely clearly "
    "all fully since 's"
)
"""Words between those and what they govern."""
AUXILIARIES = words("is are was were has have had do does did can could will would should 's am may might must need")
"""Verbs that *not* follows and that a question starts with."""
SIDES = words("left right l r b bilateral bilaterally bilat both")
"""Words for a side."""
INTERROGATIVES = AUXILIARIES - {"'s"} | words("what when where which who whose why how")
"""First words of a question."""
SUBJECTS = words("i you he she it we they this that these those there your the my")
"""Words that come second in a question, and first in a statement."""
TAGS = AUXILIARIES | SUBJECTS | words("not right correct true yes yeah yep no okay huh so")
"""Words of a question that only asks to confirm: `isn't it`, `is that right`."""
CONNECTIVES = words("and or but so then okay well um uh oh also")
"""Words that a clause may open with before it asks."""
SPOKEN_MARKS = words("comma period colon semicolon paragraph paren")
"""Punctuation said aloud."""
CLAUSE_ENDS = words("and or but then however although while because except")
"""Words that end the reach of a cue."""
GRAMMAR = words(
    "no not yes yeah yep nope or but if i you he she we they me my your his her our their this these those who "
    "what do does did was were be been has have had can could will would so as with by from okay ?"
)
"""Words that no quote consists of alone."""
