"""What wars, terms and world events that a text names tell of the day on which it was published."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from marsad.language.arabic.calendars import Expression
from marsad.language.arabic.dates import DateMatch
from marsad.language.arabic.fold import fold
from marsad.language.arabic.numerals import approximator_before, number_at, read_table
from marsad.reading.cuewords import Edition, Era, cue_values, cues, editions, eras, phrase_at, war_hosts
from marsad.reading.dating.clues import LIKELY, SURE, Clause, Clue, says_today, weekdays_of
from marsad.reading.dating.daysets import between, join, months_after, moved, since
from marsad.reading.document import Document

_WAR = frozenset({"الحرب", "للحرب", "والحرب", "بالحرب", "حربها", "الغزو"})
_ATTENDED_BEFORE, _ATTENDED_AFTER = timedelta(days=45), timedelta(days=10)
_ATTEND_REACH = 5
"""How many words may stand between an event and the word that someone attends it."""
_RETURN_MONTHS = 24
_WEEK = timedelta(days=7)
_SINCE = frozenset({"منذ", "ومنذ"})
_REACH = 8
"""How many words may stand between passed time and the war."""


def era_clues(doc: Document) -> Iterator[Clue]:
    """Clues from terms that have a beginning, and from the time passed since a war's."""
    named, own, passed, ongoing = eras(), cues("own"), cues("passed"), cues("ongoing")
    for start, stop in doc.sentences:
        for i in range(start, stop):
            folded = doc.folded[i]
            if folded in named and (found := phrase_at(named, doc.folded, i)):
                yield from _of_eras(doc, i, *found)
            elif folded in own:
                yield from _own_time(doc, i, start, stop)
            elif folded in passed or (folded in _SINCE and not ongoing.isdisjoint(doc.folded[max(start, i - 4) : i])):
                yield from _passed_time(doc, i, start, stop)


def _of_eras(doc: Document, i: int, found: tuple[Era, ...], j: int) -> Iterator[Clue]:
    words = doc.span(i, j).text
    for era in found:
        if era.needs and era.needs.isdisjoint(doc.folded):
            continue
        if "named" in era.use:
            yield Clue(since(era.start), words, f"is not named before {era.start.isoformat()}", LIKELY)
        elif "return" in era.use and doc.folded[i - 1] in _SINCE:
            days = between(era.start, months_after(era.start, _RETURN_MONTHS))
            yield Clue(days, words, f"has been since {era.start.isoformat()}, as news tells it for two years", SURE)


def _passed_time(doc: Document, i: int, start: int, stop: int) -> Iterator[Clue]:
    """بعد مرور أكثر من عشرة أشهر على الحرب, الحرب المستمرة منذ عام."""
    told = _amount(doc, i + 1, stop)
    if told is None:
        return
    count, unit, approx, j = told
    wars = _war_near(doc, range(j, min(j + 5, stop))) or (
        _war_near(doc, range(max(start, i - _REACH), i)) if doc.folded[i] in _SINCE else ()
    )
    if wars:
        around = 0.15 * count + 0.5 if approx in ("about", "less-than", "up-to") else 0.0
        low, high = max(count - around, 0), count + max(around, 1.0)
        early = timedelta(0) if approx == "more-than" else _WEEK
        days = join(between(moved(w.start, unit, low) - early, moved(w.start, unit, high) + _WEEK) for w in wars)
        yield Clue(days, doc.span(i, j).text, f"has passed since {_beginnings(wars)}", SURE)


def _own_time(doc: Document, i: int, start: int, stop: int) -> Iterator[Clue]:
    """الحرب تدخل شهرها العاشر: nine months have passed, or ten where that is loosely told."""
    if i + 1 >= stop:
        return
    ordinal = cue_values("ordinal").get(doc.folded[i + 1])
    wars = _war_near(doc, range(max(start, i - _REACH), i)) if ordinal else ()
    if not ordinal or not wars:
        return
    unit = next(value for word, value in cue_values("own").items() if doc.folded[i].endswith(word))
    low, high = int(ordinal) - 1, int(ordinal) + 1
    days = join(between(moved(w.start, unit, low) - _WEEK, moved(w.start, unit, high) + _WEEK) for w in wars)
    yield Clue(days, doc.span(i, i + 2).text, f"is counted from {_beginnings(wars)}", SURE)


def _beginnings(wars: tuple[Era, ...]) -> str:
    return " or ".join(sorted(f"the beginning of {w.en} ({w.start.isoformat()})" for w in wars))


def _war_near(doc: Document, tokens: range) -> tuple[Era, ...]:
    """The wars that are named among some tokens; a bare الحرب is that of the one host that the text names."""
    for k in tokens:
        found = phrase_at(eras(), doc.folded, k)
        if found and (wars := tuple(era for era in found[0] if "elapsed" in era.use)):
            return wars
    return _bare_war(doc) if any(doc.folded[k] in _WAR for k in tokens) else ()


def _bare_war(doc: Document) -> tuple[Era, ...]:
    """The wars of the one host that the text names, more than once."""
    named = Counter(
        host
        for i, word in enumerate(doc.words)
        if (host := doc.folded[i] if doc.folded[i] in war_hosts() else word.split.stem) in war_hosts()
        and doc.folded[i - 1] not in cues("part")
    )
    if len(named) != 1:
        return ()
    host, times = named.most_common(1)[0]
    return war_hosts()[host] if times > 1 else ()


@cache
def _units() -> dict[str, tuple[int, str]]:
    """Words of time with how many they are (0: a number tells) and the unit."""
    found = {fold(r["word"]): (0, r["value"]) for r in read_table("time_words.tsv") if r["class"] == "counted"}
    for row in read_table("time_words.tsv"):
        if row["class"] == "span":
            count, unit = row["value"].split()
            found[fold(row["word"])] = (int(count), unit)
    return {word: told for word, told in found.items() if told[1] in ("day", "week", "month", "year")}


def _amount(doc: Document, i: int, stop: int) -> tuple[float, str, str, int] | None:
    """How much time stands at token `i` or a few words on: the count, the unit, how exactly, the token after."""
    for k in range(i, min(i + 4, stop)):
        number = number_at(doc.tokens, k)
        if number is not None and number.j < stop and doc.folded[number.j] in _units():
            return number.value, _units()[doc.folded[number.j]][1], number.approx, number.j + 1
        count, unit = _units().get(doc.folded[k], (0, ""))
        if count:
            return float(count), unit, approximator_before(doc.tokens, k)[1], k + 1
    return None


def event_clues(doc: Document, dated: list[Clause]) -> Iterator[Clue]:
    """Clues from dated world events: one that goes on as the text is written, or one that is told as past."""
    index = editions(doc.lexicon.compiled.worldevents)
    for rank, (start, stop) in enumerate(doc.sentences):
        for i in range(start, stop):
            found = phrase_at(index, doc.folded, i) if doc.folded[i] in index else None
            if found is not None and cues("history").isdisjoint(doc.folded[start:stop]):
                named = Clause(DateMatch(i, found[1], Expression("date")), start, stop, rank)
                yield from _of_event(doc, named, found[0], dated)


def _of_event(doc: Document, named: Clause, meant: tuple[Edition, ...], dated: list[Clause]) -> Iterator[Clue]:
    words = doc.span(named.match.i, named.match.j).text
    dates = " or ".join(_told(e) for e in meant[:3])
    sure = not _is_open_series(doc, named.match)
    if not _is_attended(doc, named):
        if sure and doc.folded[named.match.i - 1] in cues("after"):
            yield Clue(since(min(e.start for e in meant)), words, f"was on {dates} and is over", LIKELY)
        return
    if cues("occasion").isdisjoint(doc.folded[named.match.i : named.match.j]):
        return
    on = [e for e in meant if _is_on_weekday(e, dated)]
    if on:
        days = join(between(e.start, e.end) for e in on)
        yield Clue(days, words, f"was on {dates} and goes on, on the weekday that is today", SURE)
    elif sure:
        around = (timedelta(days=1),) * 2 if says_today(dated) else (_ATTENDED_BEFORE, _ATTENDED_AFTER)
        days = join(between(e.start - around[0], e.end + around[1]) for e in meant)
        yield Clue(days, words, f"was on {dates} and goes on", LIKELY)


def _is_attended(doc: Document, named: Clause) -> bool:
    """Whether someone attends the event itself, not the draw or the qualifiers for it."""
    i, j = named.match.i, named.match.j
    near = doc.folded[max(named.start, i - _ATTEND_REACH) : min(named.stop, j + _ATTEND_REACH)]
    sentence = doc.folded[named.start : named.stop]
    return not cues("attend").isdisjoint(near) and cues("before-event").isdisjoint(sentence)


def _is_open_series(doc: Document, match: DateMatch) -> bool:
    """Whether a name without a year is of a series of which the lexicon may lack editions."""
    words = doc.folded[match.i : match.j]
    if any(w.isdecimal() for w in words) or not cues("complete").isdisjoint(words):
        return False
    return words[0] in cues("series")


def _is_on_weekday(edition: Edition, dated: list[Clause]) -> bool:
    """Whether a short event was on the weekday that the text names with today."""
    length = (edition.end - edition.start).days
    return length < 5 and any(
        weekday.exact and (edition.start + timedelta(days=n)).weekday() in weekday.days
        for weekday in weekdays_of(dated)
        for n in range(length + 1)
    )


def _told(edition: Edition) -> str:
    start, end = edition.start.isoformat(), edition.end.isoformat()
    return start if start == end else f"{start} to {end}"
