"""Corrects shorthand ("hw mny yrs") and typos ("dirctor") towards words that the coach knows.

Words of ordinary English are left alone, so that a question about something else is not bent
into one about careers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from rapidfuzz.distance.JaroWinkler import similarity as jaro_winkler
from symspellpy import SymSpell, Verbosity

from bot.nlu.text import Token, tokenize

# How people shorten words when they type. Only what is shorthand for exactly one thing here.
SHORTHAND = {
    **dict.fromkeys(("u", "ya"), "you"),
    **dict.fromkeys(("ur", "yr"), "your"),
    **dict.fromkeys(("hw",), "how"),
    **dict.fromkeys(("wat", "wot", "wht", "wut", "waht"), "what"),
    **dict.fromkeys(("whats", "wats", "wuts"), "what's"),
    **dict.fromkeys(("hows",), "how's"),
    **dict.fromkeys(("whos",), "who's"),
    **dict.fromkeys(("shes",), "she's"),
    **dict.fromkeys(("hes",), "he's"),
    **dict.fromkeys(("yrs", "yoe"), "years"),
    **dict.fromkeys(("ppl", "peeps"), "people"),
    **dict.fromkeys(("pls", "plz", "plss", "plse"), "please"),
    **dict.fromkeys(("thx", "tx", "tnx", "thnx", "thanx", "ty"), "thanks"),
    **dict.fromkeys(("gonna",), "going to"),
    **dict.fromkeys(("wanna",), "want to"),
    **dict.fromkeys(("gotta",), "have to"),
    **dict.fromkeys(("bc", "cuz", "coz", "bcs", "cos"), "because"),
    **dict.fromkeys(("b4",), "before"),
    **dict.fromkeys(("btw", "betw", "btwn"), "between"),
    **dict.fromkeys(("mgmt", "mgt", "mngmt", "mgmnt", "mangmt", "mngt"), "management"),
    **dict.fromkeys(("mgr", "mngr", "mgnr", "mangr", "mgrr"), "manager"),
    **dict.fromkeys(("mgrs", "mngrs", "mngers"), "managers"),
    **dict.fromkeys(("acct", "acc", "accnt", "acnt", "acount", "akount", "accoutn"), "account"),
    **dict.fromkeys(("accts", "accs"), "accounts"),
    **dict.fromkeys(("snr", "sr", "senr"), "senior"),
    **dict.fromkeys(("jr", "jnr"), "junior"),
    **dict.fromkeys(("dir", "drctr", "dirctr"), "director"),
    **dict.fromkeys(("resp", "resps", "responsibilites"), "responsibilities"),
    **dict.fromkeys(("reqs", "requirments"), "requirements"),
    **dict.fromkeys(("quals",), "qualifications"),
    **dict.fromkeys(("diff", "diffs"), "difference"),
    **dict.fromkeys(("avg",), "average"),
    **dict.fromkeys(("rev",), "revenue"),
    **dict.fromkeys(("mkt",), "market"),
    **dict.fromkeys(("ecom", "ecomm"), "ecommerce"),
    **dict.fromkeys(("fin",), "financial"),
    **dict.fromkeys(("mktg",), "marketing"),
    **dict.fromkeys(("exp", "xp", "xperience"), "experience"),
    **dict.fromkeys(("edu",), "education"),
    **dict.fromkeys(("uni",), "university"),
    **dict.fromkeys(("abt",), "about"),
    **dict.fromkeys(("tho",), "though"),
    **dict.fromkeys(("thru",), "through"),
    **dict.fromkeys(("mny",), "many"),
    **dict.fromkeys(("mch",), "much"),
    **dict.fromkeys(("hav", "hve"), "have"),
    **dict.fromkeys(("wich", "whch"), "which"),
    **dict.fromkeys(("othr",), "other"),
    **dict.fromkeys(("btwn",), "between"),
    **dict.fromkeys(("im",), "i'm"),
    **dict.fromkeys(("ive",), "i've"),
    **dict.fromkeys(("dont",), "don't"),
    **dict.fromkeys(("doesnt",), "doesn't"),
    **dict.fromkeys(("isnt",), "isn't"),
    **dict.fromkeys(("cant",), "can't"),
    **dict.fromkeys(("thats",), "that's"),
    **dict.fromkeys(("idk",), "i don't know"),
    **dict.fromkeys(("imo",), "in my opinion"),
    **dict.fromkeys(("rn",), "right now"),
    **dict.fromkeys(("asap",), "soon"),
    **dict.fromkeys(("wfh",), "remote work"),
    **dict.fromkeys(("msg",), "message"),
    **dict.fromkeys(("diffrence", "differnce"), "difference"),
    **dict.fromkeys(("shld", "shud", "shoud", "sould", "shuld"), "should"),
    **dict.fromkeys(("wud", "wld", "woud"), "would"),
    **dict.fromkeys(("cud", "cld"), "could"),
    **dict.fromkeys(("gud", "gd"), "good"),
    **dict.fromkeys(("prks", "pperks", "perx"), "perks"),
    **dict.fromkeys(("dos", "duz", "dus", "doez", "deos", "dose"), "does"),
    **dict.fromkeys(("du", "doo"), "do"),
    **dict.fromkeys(("cn", "cna"), "can"),
    **dict.fromkeys(("fr", "fro", "fer"), "for"),
    **dict.fromkeys(("wt", "whut", "wha"), "what"),
    **dict.fromkeys(("teh", "hte", "th", "da"), "the"),
    **dict.fromkeys(("gt",), "get"),
    **dict.fromkeys(("wrk", "wrok"), "work"),
    **dict.fromkeys(("ned", "nead", "nede", "neeed"), "need"),
    **dict.fromkeys(("bst",), "best"),
    **dict.fromkeys(("bos", "bosss"), "boss"),
    **dict.fromkeys(("cums", "coms"), "comes"),
    **dict.fromkeys(("pth", "paht"), "path"),
    **dict.fromkeys(("mor",), "more"),
    **dict.fromkeys(("sel",), "sell"),
    **dict.fromkeys(("hwo",), "how"),
    **dict.fromkeys(("mcuh", "muhc"), "much"),
    **dict.fromkeys(("muny", "meny"), "many"),
    **dict.fromkeys(("wen", "whn"), "when"),
    **dict.fromkeys(("wher", "whre"), "where"),
    **dict.fromkeys(("shd",), "should"),
    **dict.fromkeys(("bcoz", "becuz", "becoz"), "because"),
    **dict.fromkeys(("dis",), "this"),
    **dict.fromkeys(("dat",), "that"),
    **dict.fromkeys(("thier",), "their"),
    **dict.fromkeys(("wiv", "wth", "wit"), "with"),
    **dict.fromkeys(("nd", "adn", "nad"), "and"),
    **dict.fromkeys(("jst",), "just"),
    **dict.fromkeys(("frm",), "from"),
    **dict.fromkeys(("lik",), "like"),
    **dict.fromkeys(("tel",), "tell"),
    **dict.fromkeys(("giv", "gv"), "give"),
    **dict.fromkeys(("mak",), "make"),
    **dict.fromkeys(("lern",), "learn"),
    **dict.fromkeys(("ern",), "earn"),
    **dict.fromkeys(("payd",), "paid"),
    **dict.fromkeys(("bcum", "becum", "bcome"), "become"),
    **dict.fromkeys(("smth", "smthg", "sth", "sumthing"), "something"),
    **dict.fromkeys(("sails", "saels", "slaes"), "sales"),
    **dict.fromkeys(("kee",), "key"),
    **dict.fromkeys(("clime", "clim"), "climb"),
}
_AFTER_TWO = {"b": "be", "be": "be", "become": "become", "get": "get", "do": "do"}
_TO_DO = ("how", "hw", "hwo", "want", "need", "ned", "like", "able", "way", "ready", "going")
_ROLE_WORDS = ("director", "senior", "account", "key", "regional", "vp", "sales", "junior", "am",
               "ae", "sam", "manager")  # fmt: skip
_BEFORE_BE = (
    "2",
    "to",
    "i",
    "u",
    "you",
    "can",
    "cn",
    "could",
    "will",
    "would",
    "should",
    "must",
    "2b",
    "may",
)
_COUNTED = ("the", "those", "these", "my", "of", "only", "about", "all")  # "2 of the 4 i was"
_COMMON_WORDS = 12_000
_MEANT = ("rung", "rungs")  # rare words of this field that are near to common ones
_SHORTEST = 4
NAME_COUNT = 100_000
_OFTEN = 0.015  # what ten times as frequent counts beside likeness


@lru_cache(maxsize=1)
def _ranked_english() -> dict[str, int]:
    """English words with their rank by frequency (from 0), as symspellpy ships them."""
    name = "frequency_dictionary_en_82_765.txt"
    lines = (files("symspellpy") / name).read_text(encoding="utf-8-sig").splitlines()
    return {line.split(" ", 1)[0]: rank for rank, line in enumerate(lines)}


def is_english(word: str) -> bool:
    """Whether ``word`` is in the English word list, however rare."""
    return word.lower() in _ranked_english()


def is_common(word: str) -> bool:
    """Whether ``word`` is among the commonest English words, so surely meant as typed."""
    rank = _ranked_english().get(word.lower())
    return rank is not None and rank < _COMMON_WORDS


class Speller:
    """Corrects the words of a message to the vocabulary it was made with."""

    def __init__(self, vocabulary: dict[str, int]) -> None:
        """``vocabulary`` counts words. Those from names count at least NAME_COUNT; those with a
        count of 0 are left alone but nothing is mended towards them."""
        self.vocabulary = vocabulary
        self._names = {word for word, count in vocabulary.items() if count >= NAME_COUNT}
        self._index = SymSpell(max_dictionary_edit_distance=2, prefix_length=7)
        for word, count in vocabulary.items():
            if len(word) >= _SHORTEST and count > 0:
                self._index.create_dictionary_entry(word, count)

    @classmethod
    def learn(
        cls, sentences: Iterable[str], terms: Iterable[str], leave: Iterable[str] = ()
    ) -> Speller:
        """A speller for the common words of ``sentences`` and all words of ``terms``; the words
        of ``leave`` are only left alone.

        Misspelt and rare words of the sentences are left out: they are not what anyone means.
        """
        counts = Counter(
            word
            for sentence in sentences
            for word in re.findall(r"[a-z]+", sentence.lower())
            if is_common(word)
        )
        own = Counter(
            word for term in terms for word in re.findall(r"[a-z]+", term.lower()) if len(word) > 2
        )
        left = {
            w: 0
            for term in (*_MEANT, *leave)
            for w in re.findall(r"[a-z]+", term.lower())
            if len(w) > 2
        }
        return cls({**left, **counts, **{w: counts[w] + NAME_COUNT * n for w, n in own.items()}})

    def correct(self, tokens: list[Token]) -> list[Token]:
        """``tokens`` with shorthand spelt out and typos mended; their places stay."""
        mended: list[Token] = []
        for place, token in enumerate(tokens):
            before = tokens[place - 1].text.lower() if place else ""
            after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
            text = self._word(token.text, before, after)
            if text != token.text and " " in text:
                mended += [part_of(token, part) for part in text.split()]
            else:
                mended.append(token.corrected(text) if text != token.text else token)
        return mended

    def _word(self, word: str, before: str, after: str) -> str:
        lower = word.lower()
        if lower in ("2", "4") and after[:1].isalpha() and not before[:1].isdigit():
            if lower == "2" and (after in _AFTER_TWO or before in _TO_DO):
                return "to"
            role = before.isalpha() and not after.endswith("s") and before not in _COUNTED
            if lower == "2" and role and self._word(after, "", "") in _ROLE_WORDS:
                return "to"
            counted = re.match(
                r"(year|yr|month|week|people|ppl|team|junior|report|role|q|k$)", after
            )
            if lower == "4" and before.isalpha() and before not in _COUNTED and not counted:
                return "for"
        if lower == "4" and not after and before in ("he", "she", "it", "they", "manager", "this"):
            return "for"
        if lower == "form" and self._word(after, "", "") in _ROLE_WORDS:
            return "from"
        if lower == "b" and before in _BEFORE_BE:
            return "be"
        if lower == "y" and before.replace(".", "").isdigit():
            return "years"
        if lower in ("r", "n", "w", "y") and len(word) == 1 and word.islower():
            return {"r": "are", "n": "and", "w": "with", "y": "why"}[lower]
        if lower in SHORTHAND:
            return SHORTHAND[lower]
        if not word.isalpha() or not word.isascii() or len(word) < _SHORTEST:
            return word
        if lower in self.vocabulary or is_common(lower) or (word.isupper() and len(word) < 5):
            return word
        nearest = self._nearest(lower) or word
        return SHORTHAND.get(nearest, nearest)

    def _nearest(self, word: str) -> str | None:
        """The known word that ``word`` is a typo of, if there is one close enough."""
        reach = 1 if len(word) < 5 or (len(word) == 5 and is_english(word)) else 2
        found = self._index.lookup(word, Verbosity.CLOSEST, max_edit_distance=reach)
        best = [f for f in found if f.term[0] == word[0]] or (found if reach == 2 else [])
        # Of words as far away, the one that begins alike, and is said more often.
        best = [f for f in best if is_english(f.term) or len(f.term) > _SHORTEST] or best
        best.sort(key=lambda f: -jaro_winkler(word, f.term) - _often(f.count))
        if not best:
            return None
        if is_english(word) and (best[0].distance > 1 or best[0].term not in self._names):
            return None  # a real if rare word: only a slip in a name ("account manger") is mended
        return str(best[0].term)


def _often(count: int) -> float:
    return _OFTEN * math.log10(count % NAME_COUNT + 1)


def part_of(token: Token, text: str) -> Token:
    """A token that stands for a part of what ``token`` was shorthand for."""
    return Token(text, token.start, token.end, token.typed)


def words(text: str) -> list[str]:
    """Lower-case words of ``text``."""
    return [token.text.lower() for token in tokenize(text) if token.is_word]
