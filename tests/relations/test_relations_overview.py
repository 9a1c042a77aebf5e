"""A report is made of records alone: what it tells of a store and of two, with its sources, and nothing that runs."""

from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from newswire import WIRES, Wire, write_jsonl

from marsad.api import add
from marsad.errors import QueryError
from marsad.output.briefs.formats import markdown, write_brief
from marsad.output.briefs.parts import Document
from marsad.output.briefs.report import pair_document, store_document
from marsad.output.labels import Lang, label
from marsad.output.names import state_name
from marsad.relations import overview as overviews
from marsad.relations.overview import Left, Overview, Voices, overview, voices, witnesses
from marsad.store.store import Store

PAYLOAD = '<script>alert(1)</script>"><img src=x onerror=alert(2)> \u202e'
ALLOWED = {
    "html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "dl", "div", "dt", "dd", "nav", "ul", "li",
    "a", "main", "img", "section", "p", "time", "blockquote", "ol", "code", "footer",
}  # fmt: skip
FIRST, DAYS = date(2024, 6, 1), 24
MEN = (
    "الرئيس الفرنسي إيمانويل ماكرون", "الرئيس المصري عبد الفتاح السيسي", "الرئيس التركي رجب طيب أردوغان",
)  # fmt: skip
CLAIM = "قالت وزارة الخارجية الأمريكية إن الصين قدمت مساعدات عسكرية إلى روسيا."
OF_ONESELF = "قالت وزارة الخارجية الصينية إن الصين قدمت مساعدات إلى مصر."
LONG_AGO = "زار الرئيس المصري حسني مبارك فرنسا في 12 مارس 1990."
SAID = "قال وزير الخارجية المصري سامح شكري إن تركيا شريك مهم لبلاده."
AHEAD_OF = "أعلن الكرملين أن الرئيس الروسي فلاديمير بوتين سيزور الصين في 12 يوليو المقبل."
PROMISED = "أعلنت تركيا أنها ستقدم مساعدات إلى مصر في أغسطس المقبل."
AT_HOME = "قال الرئيس المصري عبد الفتاح السيسي إنه سيزور الإسكندرية في 15 يوليو المقبل."


def wires() -> Iterator[Wire]:
    """Three presidents who meet in turn day by day, and on the last day claims, plans and what is hostile."""
    for n in range(DAYS):
        day = (FIRST + timedelta(days=n)).isoformat()
        for one, other in ((0, 1), (1, 2), (2, 0)):
            text = f"التقى {MEN[one]} {MEN[other]} اليوم."
            yield Wire(f"paper{n}.example/{one}", day, f"{day}T09:00:00Z", f"لقاء {n} {one}", text)
    for n, text in enumerate((CLAIM, OF_ONESELF, LONG_AGO, SAID, AHEAD_OF, PROMISED, AT_HOME)):
        yield Wire(f"agency.example/t{n}", day, f"{day}T10:00:00Z", f"{PAYLOAD} عنوان {n}", f"{text[:-1]} {PAYLOAD}.")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("overview") / "store.db"
    list(add([write_jsonl(path.with_name("wires.jsonl"), tuple(wires()))], path))
    with Store.open(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(store: Store) -> Overview:
    return overview(store)


@pytest.fixture(scope="module")
def heard(store: Store) -> Voices:
    return voices(store, "EGY", "TUR")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("few") / "store.db"
    list(add([write_jsonl(path.with_name("wires.jsonl"), WIRES)], path))
    with Store.open(path) as opened:
        yield opened


def test_a_report_counts_what_the_store_holds(store: Store, found: Overview) -> None:
    counts = {(row.group, row.name): row.number for row in store.stats()}
    assert found.census.articles == counts["articles", "articles"] == 3 * DAYS + 7
    assert found.census.events == counts["records", "events"]
    assert found.census.statements == counts["records", "statements"]
    assert (found.census.first, found.census.last) == ("2024-06-01", "2024-06-24")


def test_a_period_limits_the_counts_and_the_days(store: Store) -> None:
    part = overview(store, since="2024-06-05", until="2024-06-08")
    assert (part.census.first, part.census.last, part.census.articles) == ("2024-06-05", "2024-06-08", 12)
    assert {pair.acts for pair in part.pairs} == {4}
    assert all(pair.breaks is None for pair in part.pairs)
    assert part.meetings == part.promises == part.claims == ()


def test_pairs_have_their_acts_tie_and_what_is_told(found: Overview) -> None:
    pairs = {(pair.a, pair.b): pair for pair in found.pairs}
    assert set(list(pairs)[:3]) == {("EGY", "FRA"), ("EGY", "TUR"), ("FRA", "TUR")}
    for pair in list(pairs.values())[:3]:
        assert pair.acts >= DAYS
        assert 0 < pair.low <= pair.tie <= pair.high
        assert pair.breaks == ()
        assert pair.told


def test_the_network_is_that_of_the_last_days(found: Overview, few: Store) -> None:
    assert found.network is not None
    assert found.network.graph.at == FIRST + timedelta(days=DAYS - 1)
    assert found.network.balance.balanced is not None
    assert overview(few).network is None


def test_meetings_ahead_are_between_countries(found: Overview) -> None:
    """A journey within one's own country is none, and what is ahead is not promised again."""
    (meeting,) = found.meetings
    assert (meeting.happening.time, meeting.happening.status) == ("2024-07-12", "planned")
    assert meeting.promise not in {pledge.id for pledge in found.promises}


def test_promises_are_open_and_agreements_are_of_countries(found: Overview, few: Store) -> None:
    (promise,) = found.promises
    assert (promise.type, promise.outcome, promise.term) == ("AID", "open", "2024-08")
    assert {party.country for deal in overview(few).agreements for party in deal.parties} >= {"EGY", "SAU"}


def test_claims_are_of_those_who_take_no_part(found: Overview) -> None:
    """What China says of its own aid is none."""
    (claim,) = found.claims
    assert (claim.happening.type, claim.tellings[0].according_to[0].country) == ("AID", "USA")


def test_stories_are_witnessed_without_copies_and_by_each_outlet_once(few: Store) -> None:
    story = overview(few).stories[0].view
    assert len(story.articles) > len(witnesses(story))
    of_one = story._replace(articles=tuple(each._replace(outlet="media:one") for each in story.articles))
    assert witnesses(of_one) == witnesses(story)[:1]
    copies = story._replace(articles=tuple(each._replace(first=False) for each in story.articles))
    assert len(witnesses(copies)) >= len(witnesses(story))
    named = [each for each in story.articles if each.id in witnesses(story)]
    assert len(named) > 1
    assert all(each.first for each in named)


def test_what_is_recalled_is_told_and_no_day_of_news(store: Store, heard: Voices) -> None:
    relation = heard.brief.relation
    assert (relation.first, relation.last) == (FIRST, FIRST + timedelta(days=DAYS - 1))
    assert "1990-03-12" in {view.happening.day for view in voices(store, "EGY", "FRA").brief.told}


def test_two_say_things_of_each_other(heard: Voices) -> None:
    (quote,) = [quote for quote in heard.said[0] if quote.speaker.id == "person:sameh-shoukry"]
    assert "شريك مهم" in heard.excerpts[quote.id].words


def test_what_is_cut_off_is_counted(
    store: Store, few: Store, found: Overview, heard: Voices, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = overview(few)
    assert found.left.pairs == found.left.meetings == found.left.promises == found.left.claims == 0
    assert heard.left == (0, 0)
    for name, most in (("STORIES", 1), ("PAIRS", 1), ("AHEAD", 0), ("DEALS", 0), ("QUOTES", 0)):
        monkeypatch.setattr(overviews, name, most)
    cut = overview(store)
    assert len(cut.pairs) == 1
    assert cut.left.pairs == len(found.pairs) - 1
    assert cut.left.meetings == len(found.meetings) > 0
    # The meeting is not told of any more, so what is promised with it counts among the promises.
    assert cut.left.promises == len(found.promises) + 1
    part = overview(few)
    assert part.left.stories == len(whole.stories) + whole.left.stories - 1 > 0
    assert part.left.agreements == len(whole.agreements) > 0
    assert voices(store, "EGY", "TUR").left == tuple(map(len, heard.said))


def test_claims_that_were_not_looked_through_are_not_counted(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "_CANDIDATES", 0)
    assert overview(store).left.claims is None


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_report_says_how_many_it_leaves_out(found: Overview, heard: Voices, lang: Lang) -> None:
    made = store_document(found._replace(left=Left(pairs=1234, meetings=2, claims=None)), lang)
    notes = {section.title: section.note for section in made.sections}
    assert label("report.left_out", lang).format(n="1,234") in notes[label("report.pairs", lang)]
    assert label("report.left_out", lang).format(n="2") in notes[label("report.meetings", lang)]
    assert label("report.meetings_note", lang) in notes[label("report.meetings", lang)]
    assert label("report.more", lang) in notes[label("brief.claimed", lang)]
    assert notes[label("report.promises", lang)] == ""
    ways = pair_document(heard._replace(left=(7, 0)), lang)
    heading = label("report.said", lang).format(a=state_name("EGY", lang), b=state_name("TUR", lang))
    (said,) = [section for section in ways.sections if section.title == heading]
    assert said.note == label("report.left_out", lang).format(n="7")


def documents(found: Overview, heard: Voices, lang: Lang) -> tuple[Document, Document]:
    return store_document(found, lang), pair_document(heard, lang)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_each_line_that_is_told_has_sources(store: Store, found: Overview, heard: Voices, lang: Lang) -> None:
    measured = {
        label(key, lang) for key in ("report.breaks", "network.title", "brief.measured", "relation.outlets")
    }  # fmt: skip
    for made in documents(found, heard, lang):
        lines = [line for section in made.sections if section.title not in measured for line in section.lines]
        assert lines
        assert all(line.sources for line in lines)
        assert {number for line in lines for number in line.sources} == set(range(1, len(made.sources) + 1))
        for source in made.sources:
            assert source.words.strip(" …") in " ".join(store.get(source.id).article.text.split())


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_of_an_article_runs_in_a_report(found: Overview, heard: Voices, lang: Lang, tmp_path: Path) -> None:
    for made in documents(found, heard, lang):
        write_brief(made, tmp_path / "x.html", None)
        page = (tmp_path / "x.html").read_text(encoding="utf-8")
        assert "alert(1)" in page
        assert "\u202e" not in page
        assert "default-src 'none'" in page
        tags = Tags()
        tags.feed(page)
        assert tags.names <= ALLOWED
        assert not {name for name in tags.attributes if name.startswith("on")}
        assert all(link.startswith(("#", "data:image/svg+xml;base64,")) for link in tags.links)
        assert {link[1:] for link in tags.links if link.startswith("#")} <= tags.ids
        assert f'dir="{"rtl" if lang == "ar" else "ltr"}"' in page


class Tags(HTMLParser):
    """The elements of a page, their attributes, and where they lead."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]
        self.ids |= {value or "" for name, value in attrs if name == "id"}


def test_the_network_is_drawn_where_there_is_one(found: Overview, few: Store, tmp_path: Path) -> None:
    write_brief(store_document(found, "en"), tmp_path / "x.html", None)
    assert "data:image/svg+xml;base64," in (tmp_path / "x.html").read_text(encoding="utf-8")
    made = store_document(overview(few), "en")
    write_brief(made, tmp_path / "y.html", None)
    assert "<img" not in (tmp_path / "y.html").read_text(encoding="utf-8")
    assert label("report.no_network", "en") in markdown(made).replace("\\", "")


def test_signs_stand_before_their_numbers_in_arabic(found: Overview, tmp_path: Path) -> None:
    write_brief(store_document(found, "ar"), tmp_path / "x.html", None)
    assert "\u2068+0." in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_period_without_articles_is_refused(store: Store) -> None:
    with pytest.raises(QueryError, match="no articles that tell of this period"):
        overview(store, since="2031")
