"""The tables as shipped hold together, and load quickly; faults name file and line."""

from __future__ import annotations

import time
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from parley.reading.gazetteer import Gazetteer, GazetteerError, codes, fold, load, members, read_tables
from parley.reading.gazetteer.load import DATA, ORGAN_NOUNS, organ_nouns
from parley.reading.gazetteer.rows import COLUMNS, ORGAN_COLUMNS, SECTORS
from parley.terms.affiliation import Affiliations, compatible
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType

# ISO 3166-1 alpha-3 as assigned; XKX is the code in general use for Kosovo; the rest are ISO 3166-3 (former countries).
_CODES = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
    BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
    CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
    GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
    KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
    MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
    PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
    SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
    UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
    XKX SUN YUG SCG CSK DDR VDR YMD ZAR
"""
_DEPENDENCIES = """
    ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT JEY MAC
    MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF
"""
ISO3 = frozenset(_CODES.split())
MINOR = frozenset(_DEPENDENCIES.split())
ORGANISATIONS = {ActorType.IGO, ActorType.ORGANISATION}


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    """The gazetteer as shipped."""
    return load()


def _apart(a: ActorEntry, b: ActorEntry) -> bool:
    """Whether the loader's rule tells two bearers of one name apart: by type, by dates, or by country."""
    overlap = (a.start or "") <= (b.end or "9999") and (b.start or "") <= (a.end or "9999")
    return a.type is not b.type or not overlap or bool(a.country and b.country and a.country != b.country)


@pytest.mark.parametrize("kind", ["names", "all_demonyms", "all_seats"])
def test_no_word_is_two_actors_without_a_rule_to_choose(shipped: Gazetteer, kind: str) -> None:
    """Where a word names several, their types, dates or countries tell them apart."""
    words: dict[str, tuple[str, ...]] = getattr(shipped, kind)
    pairs = ((word, *pair) for word, ids in words.items() for pair in combinations(ids, 2))
    unruled = [(w, a, b) for w, a, b in pairs if not _apart(shipped.entries[a], shipped.entries[b])]
    assert unruled == []


def test_countries_and_sectors_are_known(shipped: Gazetteer) -> None:
    """Every country is an ISO code, every sector PLOVER's; all actors but the worldwide have a country."""
    assert {e.country for e in shipped.entries.values() if e.country} <= ISO3
    assert {e.sector for e in shipped.entries.values() if e.sector} <= SECTORS
    assert all(e.country for e in shipped.entries.values() if e.type in {ActorType.STATE, ActorType.GOVERNMENT})


def test_every_country_is_a_state_of_the_tables(shipped: Gazetteer) -> None:
    """All states are there: each country's code, but for dependencies, is some state's."""
    assert {e.country for e in shipped.entries.values() if e.type is ActorType.STATE} >= ISO3 - MINOR


def test_whom_offices_rule_and_members_name_is_listed(shipped: Gazetteer) -> None:
    """An office is of somebody listed, a group's members are listed; parents and rule the loader checks."""
    known = shipped.entries
    assert [(e.id, o.of) for e in known.values() for o in e.offices if o.of not in known] == []
    assert [(e.id, m) for e in known.values() for m in members(e) if m not in known] == []
    assert [
        (e.id, s) for e in known.values() for s in (o.start for o in e.offices if o.end) if s and len(s) != 10
    ] == []


def test_nobody_is_a_part_of_itself(shipped: Gazetteer) -> None:
    """Parents make no circle."""
    for entry in shipped.entries.values():
        seen, at = {entry.id}, entry.parent
        while at:
            assert at not in seen, entry.id
            seen.add(at)
            at = shipped.entries[at].parent


def test_names_are_clean(shipped: Gazetteer) -> None:
    """No name is empty, repeated within its entry, or a common word that a report uses of anybody."""
    common = {
        "front",
        "party",
        "army",
        "movement",
        "government",
        "council",
        "states",
        "coalition",
        "forces",
        "it",
        "who",
    }
    for e in shipped.entries.values():
        spelled = [e.name, *e.aliases]
        assert all(n == n.strip() and fold(n) for n in spelled), e.id
        assert len(set(spelled)) == len(spelled), e.id
    assert {k for k in shipped.names if k in common} <= shipped.cased


def test_every_listed_name_leads_to_its_actor(shipped: Gazetteer) -> None:
    """However a name is listed, as a whole or over a tokenizer's words, it is found with its actor among the ids."""
    for e in shipped.entries.values():
        for name in (e.name, *e.aliases):
            assert e.id in shipped.find(name), name
            words = name.replace("'s ", " 's ").replace("-", " - ").split()
            words = words[1:] if words[0].lower() == "the" and fold(name) not in shipped.articled else words
            taken, ids = shipped.longest(words)
            assert (taken, e.id in ids) == (len(words), True), name


def test_there_are_enough_of_each(shipped: Gazetteer) -> None:
    """The coverage that the documentation promises."""
    kinds = Counter(e.type for e in shipped.entries.values())
    assert sum(kinds[t] for t in ORGANISATIONS) >= 200
    assert kinds[ActorType.STATE] >= 200
    assert kinds[ActorType.ARMED_GROUP] + kinds[ActorType.PARTY] >= 800
    assert kinds[ActorType.MEDIA] >= 90
    assert kinds[ActorType.POPULATION] >= 100
    assert kinds[ActorType.GOVERNMENT] >= 150


@pytest.mark.parametrize(
    ("surface", "id_"),
    [
        ("U.S.", "united-states"),
        ("Great Britain", "united-kingdom"),
        ("DPRK", "north-korea"),
        ("Burma", "myanmar"),
        ("UNIFIL", "unifil"),
        ("Nato", "nato"),
        ("the Organization of American States", "oas"),
        ("Knesset", "knesset"),
        ("Foggy Bottom", "us-state-department"),
        ("Revolutionary Guards", "irgc"),
        ("KCNA", "kcna"),
        ("Le Monde", "le-monde"),
        ("Rohingya Muslims", "rohingya"),
        ("Doctors Without Borders", "msf"),
    ],
)
def test_well_known_names_are_found(shipped: Gazetteer, surface: str, id_: str) -> None:
    """Long, short and local names, acronyms and seats with names of their own."""
    assert shipped.named(surface) == id_


@pytest.mark.parametrize(
    ("seat", "day", "state"),
    [
        ("Moscow", "1979-12-27", "soviet-union"),
        ("Moscow", "2014-03-18", "russia"),
        ("Bonn", "1975-01-01", "west-germany"),
        ("Belgrade", "1999-03-24", "yugoslavia"),
        ("Belgrade", "2010-01-01", "serbia"),
        ("Hanoi", "1968-01-30", "north-vietnam"),
        ("Blue House", None, None),
        ("Brussels", None, "european-union"),
        ("Whitehall", None, "united-kingdom"),
    ],
)
def test_seats_follow_history(shipped: Gazetteer, seat: str, day: str | None, state: str | None) -> None:
    """A capital stands for the state that it was the seat of on the day."""
    assert shipped.seat(seat, day) == state


def test_states_and_their_organs_are_compatible(shipped: Gazetteer) -> None:
    """Through parents and dated rule, a unit stands for its state, a junta while it rules; states stay two."""
    ties = Affiliations.of(shipped.affiliations())
    assert compatible("us-navy", "united-states", ties)
    assert compatible("kcna", "north-korea", ties)
    assert compatible("derg", "ethiopia", ties, "1980-01-01")
    assert not compatible("south-korea", "north-korea", ties)
    assert not compatible("kurdistan-regional-government", "iraq", ties)
    assert not compatible("idf", "us-military", ties)


def test_described_sets_have_members(shipped: Gazetteer) -> None:
    """A set of states with a name of its own says who is in it."""
    assert "qatar" in codes(shipped.entries["gulf-states"]).members
    assert len(codes(shipped.entries["p5-plus-1"]).members) == 6


def test_a_user_adds_and_replaces(shipped: Gazetteer) -> None:
    """A user's entries lie over the shipped ones and change the hash; the shipped ones stay as they were."""
    mine = (
        ActorEntry("hill-front", "Hill Front", ActorType.ARMED_GROUP, "NPL", parent="nepal"),
        ActorEntry("nepal", "Nepal", ActorType.STATE, "NPL", aliases=("Hill Country",)),
    )
    laid = load(mine)
    assert laid.named("Hill Front") == "hill-front"
    assert laid.named("Hill Country") == "nepal"
    assert shipped.named("Hill Country") is None
    assert laid.hash() != shipped.hash() == load().hash()
    assert load() is shipped


def test_a_user_parent_must_exist() -> None:
    """A user's entry that leans on nothing is named with the remedy."""
    with pytest.raises(GazetteerError, match="hill-front: its parent 'nepall'"):
        load((ActorEntry("hill-front", "Hill Front", ActorType.ARMED_GROUP, parent="nepall"),))


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a\tA\tstate\tFrance", r"made\.tsv, line 3: 'France' is not a country"),
        ("a\tA\tclan", r"made\.tsv, line 3: 'clan' is no type of actor"),
        ("b\tB\tstate", r"made\.tsv, line 3: the id 'b' is taken"),
        ("a\tA\tstate\t\t\t\t\t\t\t2001\t1999", r"made\.tsv, line 3: .* ends before it begins"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, row: str, says: str) -> None:
    """Whoever edits a table is told where to look."""
    (tmp_path / "made.tsv").write_text("\t".join(COLUMNS) + "\nb\tB\tstate\n" + row + "\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=says):
        read_tables(tmp_path)


def test_an_organ_noun_stands_once() -> None:
    """A noun that two rows claim is an error at the second."""
    table = (
        "\t".join(ORGAN_COLUMNS) + "\narmy\tarmy\tgovernment\tMIL\ttroops\nforces\tforces\tgovernment\tMIL\ttroops\n"
    )
    with pytest.raises(GazetteerError, match=f"{ORGAN_NOUNS}, line 3: 'troops' stands in another row"):
        organ_nouns(table)


def test_loading_is_quick() -> None:
    """The tables cost little to read: well under the time in which a command is felt to start."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        read_tables(DATA)
        taken.append(time.process_time() - begun)
    assert min(taken) < 0.2
