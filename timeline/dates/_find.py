"""Finds and resolves the time expressions of a text."""

from __future__ import annotations

from functools import cache

from timeline.dates._expression import DateExpression
from timeline.dates._grammar import grammar
from timeline.dates._matcher import Matcher
from timeline.dates._pin import pinned
from timeline.dates._resolve import Resolver, Tense
from timeline.dates._tense import Tenses
from timeline.languages import date_data
from timeline.temporal import UNKNOWN_WHEN, When


def find(
    text: str,
    *,
    language: str,
    published: When = UNKNOWN_WHEN,
    start: int = 0,
    tense: Tense | None = None,
) -> list[DateExpression]:
    """Find the time expressions of a text and place them in time.

    Examples
    --------
    >>> from timeline.temporal import Interval, Moment, When
    >>> january = When(Interval(Moment.of(2022, 1), Moment.of(2022, 2)))
    >>> [date] = find("L'ordine impartito ieri.", language="it", published=january)
    >>> date.text, date.value, date.when.edtf
    ('ieri', 'XXXX-XX-XX', '[2021-12-31..2022-01-30]')

    Nothing before offset `start` is read. `tense` gives the tense (`past`, `present`, `future`) that governs
    a character offset; without it, or where it gives None, verb endings and auxiliaries near by decide.
    Where the text itself pins the day of publication (*oggi, 7 gennaio*), all that hangs on it is read from
    that day, and its basis is the context. The expressions come in the order of the text and do not
    overlap; time taken is linear in its length.

    Raises
    ------
    LanguageError
        There is no date data for this language.
    """
    rules = grammar(language)
    matcher = Matcher(rules, text, start)
    constructions = list(matcher)
    window = pinned(published.interval, (found.meaning for found in constructions))
    resolver = Resolver(matcher, _tenses(language), window, tense, pinned=window != published.interval)
    return [expression for found in constructions for expression in resolver.resolve(found)]


@cache
def _tenses(language: str) -> Tenses:
    return Tenses(date_data(language))
