"""What `marsad network` says: for a terminal, as flat rows, as objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from marsad.output.answers.blocks import DOT
from marsad.output.dates import date_text
from marsad.output.flat import Row
from marsad.output.labels import Lang, label
from marsad.output.layout import BLANK, Block, Piece, block
from marsad.output.names import joined, state_name

if TYPE_CHECKING:
    from marsad.relations.network.blocs import Bloc
    from marsad.relations.network.chance import Chance
    from marsad.relations.network.changes import Changes, Move, Shift
    from marsad.relations.network.polarity import Broker, Interval
    from marsad.relations.network.system import Network

_EDGES, _MEMBERS, _SHIFTS, _BROKERS = 8, 40, 12, 6


def blocks(several: Sequence[Network], changed: Sequence[Changes], lang: Lang) -> Iterator[Block]:
    """A network at a terminal; of several a line for each, and what changed from each to the next."""
    if len(several) == 1:
        yield from _whole(several[0], lang)
        return
    first = date_text(several[0].graph.at.isoformat(), lang)
    last = date_text(several[-1].graph.at.isoformat(), lang)
    yield block(Piece(label("network.title", lang), "title"), DOT, Piece(f"{first} – {last}", "date"))
    for found in several:
        yield from _brief(found, lang)
    for before, after, change in zip(several, several[1:], changed, strict=False):
        span = f"{before.graph.at}/{after.graph.at}"
        yield from _section("network.changes", _changes(before, after, change, lang), lang, date_text(span, lang))


def _whole(found: Network, lang: Lang) -> Iterator[Block]:
    graph = found.graph
    first = graph.at - timedelta(days=graph.window - 1)
    span = date_text(f"{first}/{graph.at}", lang)
    yield block(Piece(label("network.title", lang), "title"), DOT, Piece(span, "date"))
    yield count_block(found, lang)
    yield from _section("network.blocs", bloc_blocks(found, lang), lang)
    yield from _section("network.balance", balance_blocks(found, lang), lang)
    yield from _section("network.polarity", _polarity(found, lang), lang)
    yield from _section("network.brokers", _brokers(found, lang), lang)
    for key, descending in (("network.closest", True), ("network.hostile", False)):
        yield from _section(key, _edges(found, descending, lang), lang)


def _section(key: str, inner: Iterable[Block], lang: Lang, more: str = "") -> Iterator[Block]:
    several = list(inner)
    if several:
        yield BLANK
        yield block(Piece(label(key, lang), "heading"), *((DOT, Piece(more, "date")) if more else ()))
        yield from several


def _brief(found: Network, lang: Lang) -> Iterator[Block]:
    """A network in a few lines."""
    yield BLANK
    yield block(
        Piece(date_text(found.graph.at.isoformat(), lang), "date"), DOT, count_block(found, lang).pieces[0].text
    )
    yield from balance_blocks(found, lang)
    yield from _polarity(found, lang)
    yield from bloc_blocks(found, lang, most=6)


def count_block(found: Network, lang: Lang) -> Block:
    """How many states and ties there are."""
    text = label("network.counts", lang).format(
        states=len(found.graph.states), edges=f"{len(found.graph.edges):,}", share=_share(found.balance.negative)
    )
    return block(Piece(text, "dim"), indent=2, hang=2)


def _share(value: float) -> str:
    return f"{100 * value:.0f}%"


def _signed(value: float) -> str:
    return f"{value:+.2f}".replace("-", "−")


def bloc_blocks(found: Network, lang: Lang, most: int = _MEMBERS) -> Iterator[Block]:
    """How much states keep together, and each bloc with its strongest members."""
    if not found.blocs.blocs:
        yield block(Piece(label("network.no_blocs", lang), "dim"), indent=2)
    yield _chance("modularity", found.blocs.modularity, lang)
    for bloc in found.blocs.blocs:
        yield block(
            Piece(bloc_name(bloc, lang), "party"), f" ({len(bloc.members)})", DOT,
            Piece(f"{label('network.stability', lang)} {bloc.stability:.2f}", "actual" if bloc.stable else "possible"),
            DOT, f"{_share(bloc.share)} {label('network.of_strength', lang)}", ": ",
            Piece(_names([member.state for member in _ranked(bloc)], lang, most), "dim"), indent=2, hang=2,
        )  # fmt: skip
    if found.blocs.outside:
        text = f"{label('network.outside', lang)} ({len(found.blocs.outside)}): "
        yield block(text, Piece(_names(found.blocs.outside, lang, most), "dim"), indent=2, hang=2)


def _ranked(bloc: Bloc) -> list[Any]:
    return sorted(bloc.members, key=lambda member: (-member.strength, member.state))


def _names(states: Sequence[str], lang: Lang, most: int) -> str:
    return joined([state_name(state, lang) for state in states], lang, most)


def bloc_name(bloc: Bloc, lang: Lang) -> str:
    """A bloc by its two strongest members: `Russia–Syria`."""
    return "–".join(state_name(member.state, lang) for member in _ranked(bloc)[:2])


def balance_blocks(found: Network, lang: Lang) -> Iterator[Block]:
    """The balanced triads and the ties against two factions, beside random networks."""
    balance = found.balance
    if balance.balanced is not None:
        yield _chance("balanced", balance.balanced, lang, f"{DOT}{balance.triads:,} {label('network.triads', lang)}")
    yield _chance("frustration", balance.frustration, lang)


def _chance(key: str, chance: Chance, lang: Lang, more: str = "") -> Block:
    return block(
        Piece(f"{label(f'network.{key}', lang)}: ", "dim"), Piece(f"{chance.value:.3f}", "title"),
        f" ({_random(chance, lang)}){more}", indent=2, hang=2,
    )  # fmt: skip


def _random(chance: Chance, lang: Lang) -> str:
    return label("network.random", lang).format(low=f"{chance.low:.3f}", high=f"{chance.high:.3f}", p=f"{chance.p:.3f}")


def _polarity(found: Network, lang: Lang) -> Iterator[Block]:
    for key, value, write in (
        ("poles", found.polarity.poles, "{:.1f}".format),
        ("largest", found.polarity.largest, _share),
    ):
        yield block(
            Piece(f"{label(f'network.{key}', lang)}: ", "dim"), Piece(write(value.value), "title"),
            f" ({write(value.low)} … {write(value.high)})", indent=2, hang=2,
        )  # fmt: skip
    for a, b in found.polarity.hostile:
        yield block(
            Piece(f"{label('network.hostile_blocs', lang)}: ", "dim"), _span(found, (a, b), lang), indent=2, hang=2
        )


def _span(found: Network, span: tuple[int, int], lang: Lang) -> str:
    return " / ".join(bloc_name(found.blocs.blocs[place], lang) for place in span)


def _brokers(found: Network, lang: Lang) -> Iterator[Block]:
    for broker in found.brokers[:_BROKERS]:
        spans = "; ".join(_span(found, span, lang) for span in broker.spans)
        friends = (DOT, f"{label('network.spans', lang)} {spans}") if spans else ()
        yield block(
            Piece(state_name(broker.state, lang), "party"), DOT,
            f"{label('network.betweenness', lang)} {broker.betweenness:.2f}", *friends, indent=2, hang=2,
        )  # fmt: skip


def _edges(found: Network, descending: bool, lang: Lang) -> Iterator[Block]:
    """The edges with the greatest or the least ties, those first of which it is sure."""
    side = "low" if descending else "high"
    rows = found.graph.edges.sort([side, "a", "b"], descending=[descending, False, False])
    for row in rows.head(_EDGES).iter_rows(named=True):
        if row["tie"] > 0 if descending else row["tie"] < 0:
            who = f"{state_name(row['a'], lang)} – {state_name(row['b'], lang)}"
            interval = f" ({_signed(row['low'])} … {_signed(row['high'])})"
            acts = f"{DOT}{row['acts']:,} {label('network.acts', lang)}"
            yield block(Piece(who, "party"), "  ", _signed(row["tie"]), interval, acts, indent=2)


def _changes(before: Network, after: Network, change: Changes, lang: Lang) -> Iterator[Block]:
    if not change.shifts and not change.moves:
        yield block(Piece(label("network.no_changes", lang), "dim"), indent=2)
    for shift in change.shifts[:_SHIFTS]:
        yield _shift(shift, lang)
    if len(change.shifts) > _SHIFTS:
        yield block(label("ui.and_more", lang).format(n=len(change.shifts) - _SHIFTS), indent=2)
    yield from (_move(move, before, after, lang) for move in change.moves)


def _shift(shift: Shift, lang: Lang) -> Block:
    who = f"{state_name(shift.a, lang)} – {state_name(shift.b, lang)}"
    turned = (DOT, Piece(label("network.turned", lang), "denied" if shift.after < 0 else "actual"))
    return block(
        Piece(who, "party"), f"  {_signed(shift.before)} → {_signed(shift.after)}", *(turned if shift.turned else ()),
        indent=2, hang=2,
    )  # fmt: skip


def _move(move: Move, before: Network, after: Network, lang: Lang) -> Block:
    old = bloc_name(before.blocs.blocs[move.before], lang)
    new = bloc_name(after.blocs.blocs[move.after], lang)
    return block(
        Piece(state_name(move.state, lang), "party"), f"  {label('network.moved', lang)} {old} → {new}", DOT,
        Piece(f"{_share(move.sure)} {label('network.of_draws', lang)}", "dim"), indent=2, hang=2,
    )  # fmt: skip


def rows(several: Iterable[Network]) -> Iterator[Row]:
    """The edges: a row for each direction in which anything was done, at each date."""
    for found in several:
        of = dict(zip(found.graph.states, found.blocs.of.tolist(), strict=True))
        for row in found.graph.edges.iter_rows(named=True):
            for a, b, tie in ((row["a"], row["b"], row["there"]), (row["b"], row["a"], row["back"])):
                if tie is not None:
                    yield {
                        "at": found.graph.at.isoformat(), "a": a, "b": b, "tie": tie, "pair": row["tie"],
                        "low": row["low"], "high": row["high"], "acts": row["acts"], "weight": row["weight"],
                        "bloc_a": of[a] + 1 or None, "bloc_b": of[b] + 1 or None,
                    }  # fmt: skip


def objects(several: Sequence[Network], changed: Sequence[Changes]) -> list[dict[str, Any]]:
    """All of each network as one object for JSON, with what changed since the one before."""
    found = [_object(network) for network in several]
    for n, change in enumerate(changed):
        found[n + 1]["changes"] = {
            "since": found[n]["at"],
            "ties": [{**shift._asdict(), "turned": shift.turned} for shift in change.shifts],
            "moves": [{**m._asdict(), "before": m.before + 1, "after": m.after + 1} for m in change.moves],
            "partners": [None if place is None else place + 1 for place in change.partners],
        }
    return found


def _object(found: Network) -> dict[str, Any]:
    balance, polarity = found.balance, found.polarity
    return {
        "at": found.graph.at.isoformat(), "window": found.graph.window, "states": len(found.graph.states),
        "blocs": [_bloc(bloc, number) for number, bloc in enumerate(found.blocs.blocs, 1)],
        "outside": list(found.blocs.outside), "modularity": _numbers(found.blocs.modularity),
        "triads": balance.triads, "negative": balance.negative, "balanced": _numbers(balance.balanced),
        "frustration": _numbers(balance.frustration), "poles": _numbers(polarity.poles),
        "largest": _numbers(polarity.largest), "hostile": [_places(span) for span in polarity.hostile],
        "brokers": list(map(_broker, found.brokers)), "edges": found.graph.edges.to_dicts(),
    }  # fmt: skip


def _bloc(bloc: Bloc, number: int) -> dict[str, Any]:
    members = [member._asdict() for member in bloc.members]
    return {"bloc": number, "stability": bloc.stability, "share": bloc.share, "members": members}


def _broker(broker: Broker) -> dict[str, Any]:
    return {**broker._asdict(), "spans": list(map(_places, broker.spans))}


def _places(span: tuple[int, int]) -> list[int]:
    return [place + 1 for place in span]


def _numbers(value: Chance | Interval | None) -> dict[str, float] | None:
    return None if value is None else value._asdict()
