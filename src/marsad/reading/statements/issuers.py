"""Who stands behind a report that speaks: `تقرير لصندوق النقد`, `دراسة أعدتها الجامعة`, `أصدر البنك تقريرا`."""

from __future__ import annotations

from bisect import bisect_left

from marsad.reading.document import ENDERS, Document
from marsad.reading.grammar.arguments import Arguments
from marsad.reading.phrases.chunks import Chunk
from marsad.reading.phrases.registry import Registry
from marsad.reading.reportwords import report_words

_ISSUING = report_words("issue")
_ISSUED_BY = report_words("issued-by")
_ISSUED = report_words("issued")
_PAUSES = frozenset({"،", ",", "؛", ";", ":"}) | ENDERS
_HEADS = frozenset({"person", "org", "state", "media", "bloc"})
_REACH = 9
_NEAR = 2
_FAR = 14


class Issuers:
    """Finds the issuers of the reports and studies that speak in one document."""

    def __init__(self, doc: Document, args: Arguments, registry: Registry) -> None:
        self.doc, self.args, self.registry = doc, args, registry
        self._issued: dict[str, list[str]] = {}

    def of(self, report: Chunk) -> list[str]:
        """Those who issued the report that a noun phrase means, if the phrase is a report and they are named with it,
        in the sentence before, or with the same report further up; else nobody."""
        if report.head != "group" or len(report.ents) != 1:
            return []
        group = self.registry.collectives.get(report.ents[0])
        if group is None or "text" not in group.kinds:
            return []
        found = self._beside(report)
        definite = bool(self.doc.words[report.i].split.article)
        if not found and definite:
            found = self._in_sentence_before(report) or self._issued.get(report.ents[0], [])
        if found or not definite:
            self._issued[report.ents[0]] = found
        return found

    def _beside(self, report: Chunk) -> list[str]:
        """The issuer right after a report, or in the clause that describes it."""
        doc, k = self.doc, report.j
        if inside := self._inside(report):
            return inside
        stop = min(doc.size, report.j + _REACH)
        while k < stop:
            word = doc.words[k]
            if "that" in word.classes or doc.is_sign(k, _PAUSES):
                return []
            chunk = self.args.at[k]
            if chunk is not None and chunk.i == k and k - report.j < _NEAR:
                mine = chunk.prep == "ل" or (k == report.j and not chunk.prep and not report.definite)
                return self._who(chunk) if mine and not chunk.joined else []
            if word.folded in _ISSUED_BY:
                following = self.args.at[k + 1] if k + 1 < stop else None
                return self._who(following) if following is not None and not following.prep else []
            if word.tense and "rel" not in doc.words[k - 1].classes and k > report.j:
                return []
            if word.folded in _ISSUED and k + 1 < stop and doc.folded[k + 1] == "عن":
                return self._who(self.args.at[k + 2] if k + 2 < doc.size else None)
            k = doc.unit_end[k]
        return []

    def _inside(self, report: Chunk) -> list[str]:
        """The organisation or medium whose name belongs to the noun phrase of a report."""
        for k in range(report.i + 1, report.j):
            for sense in self.doc.senses[k]:
                named = sense.lemma.entity.startswith(("org:", "media:", "bloc:"))
                if named and sense.split.preposition in {"ل", ""}:
                    return [sense.lemma.entity]
        return []

    def _in_sentence_before(self, report: Chunk) -> list[str]:
        """`أصدر البنك الدولي تقريرا. وذكر التقرير أن`: who issued a report of that kind in the sentence before."""
        number = bisect_left(self.doc.sentences, (report.i + 1,)) - 2
        if number < 0:
            return []
        first, stop = self.doc.sentences[number]
        kind = self.doc.split(report.i).stem.removesuffix("ا")
        for verb in range(first, stop - 1):
            if self.doc.folded[verb] not in _ISSUING:
                continue
            issuer = self.args.at[verb + 1]
            if issuer is not None and issuer.i == verb + 1 and not issuer.prep:
                ahead = range(issuer.j, min(stop, verb + _FAR))
                if any(self.doc.split(k).stem.removesuffix("ا") == kind for k in ahead):
                    return self._who(issuer)
        return []

    @staticmethod
    def _who(chunk: Chunk | None) -> list[str]:
        """The entities of a noun phrase that may issue a report."""
        known = chunk is not None and chunk.head in _HEADS and not chunk.adjectival
        return list(chunk.ents) if chunk is not None and known else []
