"""What the lexicon knows of a word, for a person who edits it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from marsad.lexicon.entries import Actor, Lemma
from marsad.lexicon.frames import Slot
from marsad.lexicon.lexicon import Lexicon, Sense, Word
from marsad.output.layout import Block, Piece, block
from marsad.output.names import office_text
from marsad.output.reasons import lexicon_rows


def show(text: str, lexicon: Lexicon) -> list[Block]:
    """Every sense that the lexicon has for a word, a name of several words, or an entity's id; empty if it has none."""
    if (actor := lexicon.actor(text)) is not None:
        return [*_actor(actor, 0)]
    words = lexicon.words(text.split())
    if not words:
        return []
    found: list[Block] = []
    for sense in _senses(words, lexicon):
        found.extend(_sense(sense, lexicon))
    return found


def _senses(words: list[Word], lexicon: Lexicon) -> Iterator[Sense]:
    """Senses of one word, or of the names and phrases that are exactly these words."""
    first, rest = words[0], tuple(word.folded for word in words[1:])
    if not rest:
        yield from first.senses
    for split, by_second in first.heads:
        for multiword in by_second.get(rest[0], ()) if rest else ():
            if multiword.rest == rest and lexicon.article_fits(multiword.code, split):
                yield lexicon.sense(multiword.code, split)


def _sense(sense: Sense, lexicon: Lexicon) -> Iterator[Block]:
    lemma = sense.lemma
    yield block(
        Piece(lemma.key, "title"), " · ", lemma.kind, Piece(f" ({_form(sense)})" if _form(sense) else "", "dim")
    )
    yield from _uses(lemma)
    if lemma.entity:
        actor = lexicon.actor(lemma.entity)
        yield from _actor(actor, 2) if actor else (block("entity: ", lemma.entity, indent=2),)


def _form(sense: Sense) -> str:
    """The inflection and the clitics of a form: `past, 3, feminine, singular; و+`."""
    feature, split = sense.feature, sense.split
    person = str(feature.person) if feature.tense and feature.person else ""
    parts = [p for p in (feature.tense, person, feature.gender, feature.number, feature.voice) if p]
    article = "ال" if split.article else ""
    future = "س" if split.future else ""
    clitics = [f"{c}+" for c in (split.conjunction, split.preposition, future, article) if c]
    pronoun = [f"+{split.pronoun}"] if split.pronoun else []
    return "; ".join(p for p in (", ".join(parts), " ".join(clitics + pronoun)) if p)


def _uses(lemma: Lemma) -> Iterator[Block]:
    for cue in lemma.cues:
        act = f" · performs {cue.event}{f' {cue.mode}' if cue.mode else ''} ({_frame(cue.roles)})" if cue.event else ""
        yield block(
            f"cue {cue.id}: {cue.kind}",
            Piece(f" · {_frame(cue.frame)}{act}", "dim"),
            _at("cue", cue.id),
            indent=2,
            hang=2,
        )
    for event in lemma.events:
        kind = f"{event.type} {event.mode}" if event.mode else event.type
        details = " · ".join(p for p in (_frame(event.frame), ", ".join(event.contexts), event.status) if p)
        yield block(
            f"frame {event.id}: {kind}", Piece(f" · {details}", "dim"), _at("frame", event.id), indent=2, hang=2
        )
    for light in lemma.light:
        yield block(f"support verb: {_frame(light.frame)} {light.effect}", indent=2, hang=2)
    for word in lemma.status:
        yield block(f"makes {word.status} its {word.scope}", indent=2, hang=2)
    if lemma.title:
        yield block(f"title {lemma.title.id}: {lemma.title.en} ({lemma.title.level})", indent=2)
    if lemma.group:
        yield block(f"group {lemma.group.id}: {lemma.group.en}", indent=2)
    if lemma.place:
        capital = f" · capital of {lemma.place.capital_of}" if lemma.place.capital_of else ""
        yield block(f"place {lemma.place.key}: {lemma.place.en}, {lemma.place.kind}{capital}", indent=2)
    if lemma.label:
        yield block(f"class: {lemma.label}", indent=2)


def _at(kind: str, entry: str) -> Piece:
    row = lexicon_rows(kind).get(entry)
    return Piece(f" ({row['_at']})" if row else "", "dim")


def _frame(slots: Iterable[Slot]) -> str:
    return ", ".join(_slot(s) for s in slots)


def _slot(slot: Slot) -> str:
    condition = f"[{slot.condition}]" if slot.condition else ""
    value = f"{{{'|'.join(slot.literals)}}}" if slot.literals else slot.role + ("!" if slot.required else "")
    return f"{slot.name}{condition}={value}"


def _actor(actor: Actor, indent: int) -> Iterator[Block]:
    facts = " · ".join(p for p in (actor.kind, actor.type, actor.country, actor.sector) if p)
    yield block(
        Piece(actor.id, "party"), " · ", actor.en, " · ", actor.ar, Piece(f" · {facts}", "dim"), indent=indent, hang=2
    )
    for office in actor.offices:
        title = office_text(f"{office.office}@{office.scope}", None, "en")
        yield block(f"{title}: {office.start or '?'} – {office.end or 'now'}", indent=indent + 2, hang=2)
