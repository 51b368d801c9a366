"""Whether two reports tell of the same event: what agrees, what rules it out."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from timeline.events._features import Features, Weights, Words

_SAME_NAME = 0.92
_SAME_COUNT = 0.015
_WORDED = 0.35
_ENOUGH = 2.5
_MORE = ("other", "count", "place", "wording")  # what a deed of no known type needs beside who did it
_GENERAL_ACTS = frozenset({"say", "claim", "report", "believe", "confirm", "add", "explain", "ask", "warn"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two reports agree beside their time: `columns` that do, `points` that this is worth."""

    columns: frozenset[str]
    points: float

    @property
    def same(self) -> bool:
        """Tell whether they are taken to tell of one event."""
        return self.points >= _ENOUGH and "act" in self.columns and len(self.columns) > 1

    @property
    def dates(self) -> bool:
        """Tell whether one may date the other: two columns beside deed, or one and the wording."""
        told = self.columns & {"actor", "other", "count", "place"}
        return self.same and (len(told) > 1 or (bool(told) and "wording" in self.columns))


NONE = Agreement(frozenset(), 0.0)


def agreement(a: Features, b: Features, weights: Weights) -> Agreement:
    """Compare two reports; what rules a common event out gives no agreement at all."""
    if not _act(a, b) or _unlike(a, b) or apart(a, b):
        return NONE
    worth = {
        "act": _act(a, b),
        "actor": _party(a.actor, a.actor_stems, b.actor, b.actor_stems),
        "other": _party(a.other, a.other_stems, b.other, b.other_stems),
        "count": _count(a, b),
        "place": 0.5 if a.place and a.place == b.place and a.place != a.country else 0.0,
        "wording": _wording(a, b, weights),
    }
    if _says_anything(a, b) and worth["wording"] < 1:
        return NONE
    if a.event_type is None and a.kind == "action" and not any(worth[name] for name in _MORE):
        return NONE
    points = sum(worth.values()) + _time(a, b)
    return Agreement(frozenset(name for name, value in worth.items() if value > 0), points)


def apart(a: Features, b: Features) -> bool:
    """Tell whether something rules out that both tell of one event."""
    if a.first >= b.last or b.first >= a.last or a.negative != b.negative:
        return True
    if a.kind == b.kind == "statement" and a.document == b.document:
        return True
    if a.count is not None and b.count is not None and not _near(a.count, b.count):
        return True
    if a.place and b.place and a.place != b.place and a.country != b.country:
        return True
    if a.place and b.place and a.place != b.place and a.language == b.language:
        return True
    return _strangers(a.actor, b.actor) or _strangers(a.other, b.other)


def _unlike(a: Features, b: Features) -> bool:
    """Tell whether too little speaks for it: other verbs where these decide, somebody or something else."""
    verb = a.lemma == b.lemma and a.language == b.language
    if not verb and (a.kind != b.kind or a.document == b.document):
        return True
    if a.planned != b.planned:
        return True  # what is planned for a day need not have come to pass on it
    if a.kind == b.kind == "statement" and _news_of_other_days(a, b):
        return True
    return a.language == b.language and (
        _others(a.actor_stems, b.actor_stems, a.actor, b.actor)
        or _others(a.recipient_stems, b.recipient_stems, a.other, b.other)
        or _others(a.thing_stems, b.thing_stems, a.other, b.other)
    )


def _others(a_stems: Words, b_stems: Words, a: Words, b: Words) -> bool:
    """Tell whether two phrases share no word, nor a name that is only spelled differently."""
    return bool(a_stems) and bool(b_stems) and not a_stems & b_stems and not (a and b and _share_name(a, b))


def _news_of_other_days(a: Features, b: Features) -> bool:
    return a.since >= b.until or b.since >= a.until


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= _SAME_COUNT * max(abs(a), abs(b))


def _strangers(a: Words, b: Words) -> bool:
    """Tell whether both are named and share no name."""
    return bool(a) and bool(b) and not _share_name(a, b)


def _share_name(a: Words, b: Words) -> bool:
    if a & b:
        return True
    return any(JaroWinkler.similarity(x, y) >= _SAME_NAME for x in a for y in b if len(x) > 4 and len(y) > 4)


def _time(a: Features, b: Features) -> float:
    """The same day or two speaks for it, being told of as news weeks apart against it."""
    if _news_of_other_days(a, b):
        return -1.0
    return 0.5 if a.tight and b.tight else 0.0


def _act(a: Features, b: Features) -> float:
    """The same deed: by the verb, by type, by the kind of speech act, or by what is counted."""
    typed = a.event_type is not None and a.event_type == b.event_type
    if a.lemma == b.lemma and a.language == b.language:
        return 1.5 if typed and a.kind == "action" else 1.0
    if a.kind == b.kind == "statement":
        return 1.0 if a.act == b.act else 0.5 if {a.act, b.act} <= _GENERAL_ACTS else 0.0
    if _count(a, b) >= 1 and a.unit is not None and a.unit == b.unit:
        return 1.0
    return 1.0 if typed else 0.0


def _party(a: Words, a_stems: Words, b: Words, b_stems: Words) -> float:
    if a and b:
        return 1.5 if len(a & b) > 1 else 1.0
    if a or b or not a_stems or not b_stems:
        return 0.0
    if not (a_stems <= b_stems or b_stems <= a_stems):
        return 0.0
    return 0.75 if len(a_stems & b_stems) > 1 else 0.5


def _count(a: Features, b: Features) -> float:
    """A number that both give; a long and uneven one is as good as a name."""
    if a.count is None or b.count is None or a.count < 2:
        return 0.0
    if a.count < 10 or a.unit != b.unit:
        return 0.5
    return 1.5 if max(a.count, b.count) > 100 else 1.0


def _wording(a: Features, b: Features, weights: Weights) -> float:
    if a.document == b.document:
        return 0.0
    if a.language != b.language:
        return 1.0 if len(a.said & b.said - a.actor - a.other - b.actor - b.other) > 1 else 0.0
    if len(a.wording) < 3 or len(b.wording) < 3:
        return 0.0
    return 1.0 if weights.shared(a.wording, b.wording) >= _WORDED else 0.0


def _says_anything(a: Features, b: Features) -> bool:
    """Two statements of a general kind are one only where they say the same."""
    return a.kind == b.kind == "statement" and a.act in _GENERAL_ACTS and b.act in _GENERAL_ACTS
