"""Finds and resolves the time expressions of a text."""

from __future__ import annotations

from functools import cache

from timeline.dates._expression import DateExpression
from timeline.dates._grammar import grammar
from timeline.dates._matcher import Matcher
from timeline.dates._pin import pinned
from timeline.dates._resolve import Resolver, Tense
from timeline.dates._tense import Tenses
from timeline.languages import available, date_data, detect_paragraphs
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

    Nothing before offset `start` is read. `tense` gives the tense (`past`, `present`, `future`, or `arranged`
    for a present that a day hangs on) that governs a character offset; without it, or where it gives None,
    verb endings and auxiliaries near by decide.
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


def find_detected(text: str, *, published: When = UNKNOWN_WHEN, start: int = 0) -> list[DateExpression]:
    """Find the time expressions of a text that does not say its language, each paragraph in its own.

    Examples
    --------
    >>> from timeline.documents import parse_stated
    >>> one = "Il governo si è dimesso ieri dopo le proteste di piazza."
    >>> two = "The government resigned yesterday after the protests in the street."
    >>> [d.value for d in find_detected(f"{one}\\n\\n{two}", published=parse_stated("2022-01-08"))]
    ['2022-01-07', '2022-01-07']

    Languages that there is no date data for are not looked for.
    """
    spans: dict[str, list[tuple[int, int]]] = {}
    for stretch in detect_paragraphs(text[start:], among=available()):
        if stretch.language is not None:
            spans.setdefault(stretch.language, []).append((start + stretch.start, start + stretch.end))
    found = [
        expression
        for language, own in spans.items()
        for expression in find(text, language=language, published=published, start=start)
        if len(spans) == 1 or any(a <= expression.start_char < b for a, b in own)
    ]
    return sorted(found, key=lambda expression: expression.start_char)


@cache
def _tenses(language: str) -> Tenses:
    return Tenses(date_data(language))
