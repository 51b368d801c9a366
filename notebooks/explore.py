# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # How many dead? From dispatches to a sourced timeline
#
# Nineteen short dispatches, in five languages, about Kazakhstan in January 2022. We read them, look at
# the events they tell of, draw them, and answer one question: **who said what about the dead, and how did
# the figure move?**

# %%
from pathlib import Path

import timeline

root = next(p for p in (Path.cwd(), *Path.cwd().parents) if (p / "seeds").is_dir())
docs = list(timeline.read(root / "seeds"))
for doc in docs:
    print(f"{doc.published.edtf:12} {doc.language}  {doc.id}")

# %% [markdown]
# ## The table
#
# One row an event, in order of time. `edtf` says when, no more precisely than the text does; `factuality`
# says how sure; `text` is the sentence that proves it.

# %%
events = timeline.extract(docs)
print(len(events), "events:", events["kind"].value_counts().to_dict())
events[["edtf", "kind", "factuality", "actor", "summary", "document"]].head(12)

# %% [markdown]
# ## The chart
#
# The figure is a plain plotly figure: hover, zoom, drag. `timeline.write_html` makes the full page of it,
# with search, filters and the sentence behind every mark.

# %%
timeline.plot(events, title="Kazakhstan, January 2022")

# %% [markdown]
# Only the days that decided it:

# %%
days = events.timeline.between("2022-01-05", "2022-01-08")
days.timeline.plot(title="5 to 7 January 2022")

# %% [markdown]
# ## Who said what about the dead?
#
# Rows that count people killed carry the count, its unit, and who vouches for it.

# %%
deaths = events[events["count_unit"] == "killed"].sort_values(["published_start", "document"])
deaths[["published", "count_best", "attribution", "factuality", "text", "document"]]

# %% [markdown]
# How the figure moved, in the order in which it was told, and on whose word:

# %%
for row in deaths.itertuples():
    voice = ", ".join(row.attribution) or "the text itself"
    print(f"{row.published[:11]:11}  {row.count_best:4.0f} dead  {row.factuality:9}  {voice}")

# %% [markdown]
# The figure of 164 was withdrawn the next day. The rows stay, and the later ones say so:

# %%
withdrawn = events[events["text"].str.contains("164") & (events["kind"] == "statement")]
withdrawn[["published", "actor", "speech_act", "summary"]].sort_values("published")

# %% [markdown]
# ## When was the undated report written?
#
# Two of the texts are dated to the month only. One tells of the order to fire as given *yesterday*; another
# text dates that order. Together they date the first, and everything in it:

# %%
columns = ["document", "published", "published_start", "published_end", "published_basis"]
events.loc[events["published_basis"] == "inferred", columns].drop_duplicates()
