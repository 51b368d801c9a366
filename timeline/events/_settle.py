"""All that is done to a table of reports before it is shown: merged, corrected, ordered."""

from __future__ import annotations

import pandas as pd

from timeline.events._clusters import cluster
from timeline.events._corrections import supersede
from timeline.events._order import order
from timeline.events._sort import ordered


def settle(events: pd.DataFrame) -> pd.DataFrame:
    """Cluster the reports, mark what was corrected, tighten the bounds, sort and rank."""
    return order(supersede(cluster(ordered(events))))
