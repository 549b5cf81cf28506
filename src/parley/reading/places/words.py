"""The words around a name that make it a place, and say what the place is to the happening."""

from __future__ import annotations

AT = frozenset(
    {
        "in", "at", "near", "on", "around", "outside", "inside", "across", "throughout", "within", "along", "off",
        "over", "above", "beyond", "behind", "amid", "opposite", "beside", "through", "via", "past", "surrounding",
    }
)  # fmt: skip
TO = frozenset({"to", "into", "towards", "toward", "onto"})
FROM = frozenset({"from"})
BETWEEN = frozenset({"between"})

LEAVING = frozenset({"leave", "depart", "flee", "quit", "evacuate", "abandon", "escape", "exit", "head", "set"})
"""After these, "for" leads to a place; a bare object is where they lead from (but for head, set)."""
GOING = frozenset({"visit", "reach", "enter", "tour", "approach", "infiltrate", "invade"})
"""A bare object of these is where they lead to."""
CROSSING = frozenset({"cross", "traverse", "sail", "swim"})
"""A bare object of these is where they happen, a region or water."""
STRIKING = frozenset(
    {
        "bomb", "shell", "strike", "hit", "besiege", "capture", "seize", "retake", "recapture", "take", "storm",
        "occupy", "liberate", "surround", "overrun", "annex", "control", "hold", "patrol", "blockade", "raid",
        "pound", "rock", "encircle", "attack", "assault", "loot", "destroy",
    }
)  # fmt: skip
"""A bare object of these, if a town or region, is where they happen."""
ADDRESSING = frozenset(
    {
        "apologise", "apologize", "apology", "threat", "request", "call", "appeal", "respond", "response",
        "object", "objection", "demand", "message", "letter", "support", "belong", "commit", "contribute",
        "promise", "pledge", "cooperation", "assistance", "loyal", "loyalty", "say", "speak", "talk", "listen",
        "reply", "tell", "write", "complain", "protest", "pressure", "impose", "press", "depend", "rely",
        "sanction", "answer", "offer", "concession", "ally", "tie", "link", "commitment", "invitation",
        "reaction", "warning", "sell", "sale", "export", "grant", "give", "lend", "similar", "according", "due",
        "close",
    }
)  # fmt: skip
"""After these, a name behind "to", "from" or "on" is those who govern."""
MINDED = frozenset(
    {
        "dependent", "ready", "keen", "willing", "unwilling", "nervous", "wary", "sure", "able", "unable", "reluctant",
        "eager", "concerned", "worried", "committed", "opposed", "prepared", "determined", "anxious", "careful",
        "angry", "furious", "aware", "hopeful", "confident", "afraid", "cautious", "responsible", "guilty", "silent",
    }
)  # fmt: skip
"""What only those who govern can be."""
SETTING_OUT = frozenset(
    {
        "withdraw", "retreat", "return", "come", "go", "travel", "fly", "arrive", "move", "expel", "deport", "drive",
        "pull", "oust", "fire", "launch", "send", "ship", "bring", "take", "remove", "release", "smuggle", "import",
        "attack", "operate", "shell", "cross", "march", "advance", "transfer", "relocate", "displace", "recall",
        "airlift", "strike", "broadcast", "report", "speak", "rule", "direct", "run", "spread", "hail", "deploy",
        "emerge", "land", "sail", "carry", "steal", "banish", "rescue", "free", "walk", "repatriate", "redeploy",
        "bomb", "force", "hold", "lead", "set", "disappear", "vanish", "receive", "get", "buy", "acquire",
        "extradite", "evict",
    }
)  # fmt: skip
"""Verbs that set out from a place behind "from"."""
JOURNEYS = frozenset(
    {
        "shuttle", "travel", "fly", "move", "commute", "drive", "march", "run", "lie", "stand", "road", "flight",
        "route", "railway", "line", "highway", "area", "bus", "train", "ferry", "distance", "halfway", "stretch",
        "corridor", "pipeline", "passage",
    }
)  # fmt: skip
"""Only after these does "between" lead to places; else it leads to the sides of something."""
PORTIONS = frozenset(
    {
        "most", "much", "all", "half", "part", "parts", "some", "rest", "many",
    }
)  # fmt: skip
"""Of these, the place behind "of" has the role of the whole phrase."""
SEATED = frozenset(
    {
        "city", "town", "village", "capital", "district", "province", "region", "port", "suburb", "outskirts",
        "streets", "street", "centre", "center", "border", "area", "areas", "part", "parts", "north", "south",
        "east", "west", "northeast", "northwest", "southeast", "southwest", "coast", "airport", "island",
        "valley", "people", "state", "hills", "mountains", "camp", "camps", "fall", "capture", "siege", "battle",
        "takeover", "shelling", "bombing", "invasion", "occupation", "annexation", "liberation", "seizure",
        "visit", "bombardment", "blockade", "evacuation", "rest", "governor", "governorate", "republic", "gulf",
        "prefecture", "county", "plains",
    }
)  # fmt: skip
"""Nouns after which "of" leads to a place."""

STATIVE = frozenset(
    {
        "be", "have", "lie", "stand", "sit", "border", "fall", "burn", "remain", "become", "suffer", "see",
        "experience", "contain", "comprise", "cover", "stretch", "flood", "face", "host", "need", "belong",
        "account", "export", "import", "rank",
    }
)  # fmt: skip
"""A bare name that is the subject of any verb but these is those who govern, or a team, and no place."""
FACILITIES = frozenset(
    {
        "airport", "airfield", "airbase", "stadium", "arena", "bridge", "center", "centre", "museum", "hall",
        "station", "base", "square", "hotel", "memorial", "hospital", "road", "street", "avenue", "park",
        "prison", "palace", "camp", "port", "mosque", "church", "cathedral", "dam", "crossing", "checkpoint",
        "pass", "village", "island", "islands", "complex", "embassy", "consulate", "barracks", "plant",
        "refinery", "terminal", "monastery", "temple", "synagogue", "fort", "fortress", "castle", "monument",
        "planetarium", "field", "hills", "district", "province", "governorate", "oblast", "region", "valley",
        "river", "mountains", "mountain", "lake", "bay", "strait", "gulf", "sea", "desert", "plains", "forest",
        "county", "city",
    }
)  # fmt: skip
"""A capitalised name that ends in one of these names a spot."""
BUILT_FOR = frozenset(
    {
        "museum", "hall", "station", "stadium", "hospital", "port", "palace", "bridge",
    }
)  # fmt: skip
"""These name a spot also where "of" follows ("Museum of Flight")."""
CONGREGATING = frozenset({"church", "centre", "center", "synagogue", "mosque"})
"""Of these, a name may as well be that of those who gather there."""
TOWNISH = frozenset({"city", "town", "village"})
PROVINCIAL = frozenset({"province", "governorate", "oblast", "state", "region", "county", "prefecture", "territory"})
DISTRICTS = frozenset({"district", "valley", "island", "islands", "forest", "hills", "bay", "lake", "plains", "camp"})
VAST = frozenset({"sea", "gulf", "strait", "desert", "mountains", "river"})
COMPASS = frozenset(
    {
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeastern",
        "northwestern", "southeastern", "southwestern", "central", "downtown", "upper", "lower", "greater",
        "mainland", "inner", "outer", "old", "new", "northeast", "northwest", "southeast", "southwest",
        "metropolitan", "occupied",
    }
)  # fmt: skip
BORDERS = frozenset({"border", "borders", "frontier", "borderland", "borderlands", "boundary"})
NOT_NAMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "president", "minister", "general", "colonel", "king", "queen", "sheikh", "mullah", "maulavi", "sir",
        "lord", "mr", "mrs", "ms", "dr", "prof", "bishop", "pope", "captain", "major", "god", "islam", "senate",
        "congress", "parliament", "state", "satan", "allah", "jesus", "christ", "youtube", "twitter", "facebook",
        "internet", "united", "union", "army", "christmas", "of", "the", "and", "in",
    }
)  # fmt: skip
"""Capitalised words that are never a town by themselves, though some town bears the name."""
