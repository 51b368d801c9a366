"""Made-up event tables of any size, with every kind of event that a chart may meet."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pandas as pd

from timeline.extraction._event import Event

COLUMNS = tuple(f.name for f in fields(Event))
ACTORS = (
    "Government of Norland",
    "Harbour workers",
    "President Elin Vask",
    "Ministry of Supply",
    "Regional police",
    "Norland Radio",
    "Coast Guard",
    "Alliance of Ports",
    "Mayor of Estmar",
    "Trade Federation",
    "Courts",
    "Prosecutor's office",
    "Opposition front",
    "Students of Estmar",
    "Doctors' union",
    "Railway company",
)
PLACES = ("Estmar", "Port Lowen", "Norland", "Hagen Bay", "Sundby", "Mirholm")
VERBS = {
    "statement": (
        "says supplies are safe",
        "denies the shortage",
        "announces an inquiry",
        "promises new ships",
        "asks for help",
        "reports 40 hurt",
        "confirms the closure",
        "claims the strike is over",
    ),
    "action": (
        "closes the harbour",
        "blocks the main road",
        "sends two ships",
        "arrests 18 people",
        "opens talks",
        "occupies the customs house",
        "dismisses the director",
        "withdraws the decree",
    ),
}
WORDS = [
    "harbour",
    "strike",
    "ships",
    "grain",
    "ministry",
    "decree",
    "workers",
    "night",
    "talks",
    "offer",
    "price",
    "island",
    "ferry",
    "council",
    "letter",
    "storm",
    "warehouse",
    "customs",
    "road",
    "closed",
    "opened",
    "radio",
    "evening",
    "witness",
    "figures",
    "wounded",
    "arrested",
    "minister",
    "south",
]
DAY = np.timedelta64(1, "D")


def table(
    n: int, *, seed: int = 1, days: int = 18, first: str = "2031-03-02", long_text: bool = False
) -> pd.DataFrame:
    """Give `n` made-up events over `days` days; the same seed gives the same table."""
    rng = np.random.default_rng(seed)
    kind = np.where(rng.random(n) < 0.5, "statement", "action").astype(object)
    start = np.datetime64(first, "us") + (rng.random(n) * days * 86_400).astype("timedelta64[s]")
    start, end, precision, extent = _times(rng, start.astype("datetime64[us]"))
    actors = rng.zipf(1.4, n) % len(ACTORS)
    verb = rng.integers(0, 8, n)
    actor = np.array(ACTORS, dtype=object)[actors]
    summary = [f"{a}: {VERBS[k][v]}" for a, k, v in zip(actor, kind, verb, strict=True)]
    sentence = _sentences(rng, n, summary, long_text)
    values: dict[str, object] = {name: [None] * n for name in COLUMNS}
    before = "The day before had been quiet. "
    values |= {
        "event_id": [f"doc{i // 12:05d}#{i}" for i in range(n)],
        "kind": kind,
        "start": start,
        "end": end,
        "precision": precision,
        "extent": extent,
        "event_type": [
            ("COERCE", "PROTEST", "AID", None)[v % 4] if k == "action" else None
            for k, v in zip(kind, verb, strict=True)
        ],
        "speech_act": [
            ("say", "deny", "announce", "promise")[v % 4] if k == "statement" else None
            for k, v in zip(kind, verb, strict=True)
        ],
        "time_text": ["yesterday" if v % 3 == 0 else None for v in verb],
        "time_basis": ["expression" if v % 3 == 0 else "publication" for v in verb],
        "actor": np.where(rng.random(n) < 0.05, None, actor),
        "actor_role": ["spokeswoman" if v == 3 else None for v in verb],
        "recipient": ["18 people" if v == 3 else None for v in verb],
        "place": np.array(PLACES, dtype=object)[rng.integers(0, 6, n)],
        "count_best": [40.0 if v == 5 else None for v in verb],
        "count_unit": ["people" if v == 5 else None for v in verb],
        "trigger": [s.split(": ")[1].split()[0] for s in summary],
        "lemma": ["close"] * n,
        "summary": summary,
        "importance": np.round(rng.beta(2, 5, n), 4),
        "attribution": [["Norland Radio", "official figures"] if v == 5 else [] for v in verb],
        "factuality": np.array(["asserted", "reported", "possible", "planned", "denied"], dtype=object)[
            rng.choice(5, n, p=[0.6, 0.2, 0.08, 0.08, 0.04])
        ],
        "polarity": ["positive"] * n,
        "document": [f"2031-03-{i % 18 + 2:02d}-dispatch.en.txt" for i in range(n)],
        "source": np.array(["Norland Radio", "The Estmar Post", "Port Bulletin"], dtype=object)[
            rng.integers(0, 3, n)
        ],
        "language": np.where(rng.random(n) < 0.3, "it", "en"),
        "sentence": [1] * n,
        "text": sentence,
        "context": [f"{before}{s} Nobody could say what would follow." for s in sentence],
        "published": ["2031-03"] * n,
        "published_basis": ["stated"] * n,
        "start_char": [100 + len(before)] * n,
        "end_char": [100 + len(before) + len(s) for s in sentence],
        "trigger_start": [100 + len(before) + s.index(": ") + 2 for s in sentence],
        "trigger_end": [
            100 + len(before) + s.index(": ") + 2 + len(s.split(": ")[1].split()[0]) for s in sentence
        ],
        "relations": [[] for _ in range(n)],
        "corrected": [["start"] if i % 41 == 7 else [] for i in range(n)],
    }
    for i in range(0, n - 5, 17):  # a figure revised by a later report
        values["superseded_by"][i] = values["event_id"][i + 5]  # type: ignore[index]
    for i in range(3, n - 9, 23):  # one event told three times
        for k in (i, i + 1, i + 4):
            values["cluster"][k], values["sources"][k] = f"c{i}", 3  # type: ignore[index]
    df = pd.DataFrame(values)
    return df.sort_values(["start", "end"], kind="stable", ignore_index=True)


def _times(
    rng: np.random.Generator, moment: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    n = len(moment)
    sort = rng.choice(7, n, p=[0.45, 0.15, 0.1, 0.1, 0.08, 0.08, 0.04])
    day = moment.astype("datetime64[D]").astype("datetime64[us]")
    start, end = day.copy(), day + DAY
    precision = np.full(n, "day", dtype=object)
    extent = np.full(n, "within", dtype=object)
    hour = sort == 1
    start[hour] = moment[hour].astype("datetime64[h]")
    end[hour], precision[hour] = start[hour] + np.timedelta64(1, "h"), "hour"
    window = sort == 2
    start[window], end[window] = day[window] - 2 * DAY, day[window] + 2 * DAY
    lasting = sort == 3
    end[lasting], extent[lasting] = day[lasting] + 3 * DAY, "throughout"
    nat = np.datetime64("NaT", "us")
    start[(sort == 4) | (sort == 6)] = nat
    end[(sort == 5) | (sort == 6)] = nat
    precision[sort == 6] = "unknown"
    return start, end, precision, extent


def _sentences(rng: np.random.Generator, n: int, summary: list[str], long_text: bool) -> list[str]:
    if not long_text:
        return [f"{s}, while the harbour stayed shut." for s in summary]
    words = np.array(
        WORDS + [f"{w}{v}" for w in WORDS for v in ("o", "are", "ing", "i", "à", "ment")], dtype=object
    )
    picks = rng.integers(0, len(words), (n, 14))
    return [(s + ", " + " ".join(words[p]))[:119] + "." for s, p in zip(summary, picks, strict=True)]
