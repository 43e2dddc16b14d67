"""Where a heading ends that runs into the sentence after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.cleaning.words import Words

START = re.compile(r"(?:^|(?<=[.!?;”\"'’)\]]) )(?=[A-Z0-9“\"])")
_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:Mr|Ms|Mrs|Dr|Prof|St|no|No|vs|i\.e|e\.g|cf|H\.E|U\.S)\.$")
_TOKEN = re.compile(r"\S+")
_ROMAN = r"(?:[IVX]{1,5}|\d{1,2}|[A-Z])\."
PATTERN = re.compile(
    rf"(?:{_ROMAN}\s|(?:(?:\d+(?:st|nd|rd|th)\s)?(?:Session|Panel|Part|Chapter|Section)"
    r"(?:\s(?:[IVX]+|\d+|Discussion))?|Introduction|Conclusions?|Overview|Background)\s?:)"
)
"""How a heading of a session or a numbered section begins."""

_PERSON = frozenset("Mr. Ms. Mrs. Dr. Professor Prof. H.E. H.E Ambassador".split())
_OPENERS = frozenset(
    "The A An In This These There Despite While Although Though If As At For On It Its One Two "
    "Much Many Most Some Several Experts Speakers Participants Given However Beyond During Since "
    "Like Over With First Further Broaching Stemming Looking Opening After Before Not When What "
    "Under To By From Throughout Another Both Each Every Any All Such Their They He She We You I".split()
)
_LINKS = frozenset(
    "a an and as at by for from in into its of on or our the their this to towards under upon via "
    "with within without between among that which who whom whose".split()
)
_NO_HEADING = frozenset(
    "According As At Besides By Despite During For Given However If In Including Indeed Like "
    "On Over Quoting Since Such That There These They This Those Though Through Throughout Under "
    "Unlike When Where Whereas Whether While With Within Without Although Because Mr. Ms. Mrs. "
    "Dr. Professor H.E. H.E Ambassador He She It We You I Some Many Most Several One Two "
    "Other Others Another Each Both All Any First Second Third Firstly Secondly Thirdly Finally "
    "Lastly Also Thus Therefore Then Still Yet Further Furthermore Moreover And But Or Nor Not "
    "Only Experts Speakers Participants".split()
)
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|do|does|"
    r"did|be|been|being|n't|noted|said|\w+ed|\w+n't)$"
)
_SEAMS = frozenset({"and", "or", "the", "a", "of", "in", "to", "for", "by"})
_LONGEST = 14
_LONGEST_PATTERN = 28


def starts(text: str) -> Iterator[int]:
    """Yield where a sentence or heading may begin."""
    for match in START.finditer(text):
        if not _ABBREVIATED.search(text[max(0, match.start() - 12) : match.start()]):
            yield match.end()


def heading_end(text: str, start: int, words: Words) -> int:
    """Return where the heading that begins at `start` ends, or 0 if none does."""
    tokens = list(_TOKEN.finditer(text, start, min(len(text), start + 400)))
    pattern = PATTERN.match(text, start)
    if len(tokens) < 3 or not (pattern or re.search(r"[^\W\d_]{3}", tokens[0][0])):
        return 0
    if re.fullmatch(r"\(?\w{1,4}\.?\)", tokens[0][0]):
        return 0
    labelled = pattern or any(token[0].endswith(":") for token in tokens[:3])
    if not labelled and tokens[0][0].rstrip(",:") in _NO_HEADING:
        return 0
    label = len(text[start : pattern.end()].split()) if pattern else 0
    limit = min(len(tokens) - 2, (_LONGEST_PATTERN if pattern else _LONGEST) + label)
    for at in range(label + 1 if pattern else 1, limit + 1):
        before, token = tokens[at - 1][0], tokens[at][0]
        if _stops(before, bool(pattern), at <= label):
            return 0
        if not _may_end(before) or not _opens(token):
            continue
        if _repeats_label(tokens[0][0], token, at, bool(pattern)):
            return tokens[at - 1].end()
        if not pattern and not _is_heading([t[0] for t in tokens[:at]]):
            return 0
        after = tokens[at + 1][0]
        if _strong(token, before, bool(pattern), at) or (pattern and _is_name(token, after)):
            return tokens[at - 1].end()
        title_case = pattern or before[:1].isupper()
        if title_case and not pattern and not _is_short_title([t[0] for t in tokens[:at]]):
            continue
        if pattern and title_case and _mostly_lower(token, words, 1) and not _goes_on(after):
            return _later_start(tokens, at, limit) or tokens[at - 1].end()
        if _mostly_lower(token, words) and not (
            title_case and _goes_on(after) and not token.endswith("ed")
        ):
            return tokens[at - 1].end()
    return 0


def _stops(before: str, pattern: bool, in_label: bool) -> bool:
    """Say whether no heading goes on after the word `before`."""
    if in_label:
        return False
    if before.endswith((".", ";", "!")) or (before.endswith("?") and not pattern):
        return True
    return False


def _may_end(before: str) -> bool:
    """Say whether a heading can end with the word `before`."""
    bare = before.strip("“”\"'()")
    return bare.lower() not in _LINKS and bare[-1:] not in ",:;-–—/" and bare != ""


def _opens(token: str) -> bool:
    return token.lstrip("“\"'(")[:1].isupper()


def _repeats_label(first: str, token: str, at: int, pattern: bool) -> bool:
    """Say whether the text goes on with the label of the heading: “Session III: … Session III”."""
    return pattern and at > 2 and token == first and token.isalpha()


def _strong(token: str, before: str, pattern: bool, at: int) -> bool:
    """Say whether `token` is a word that hardly has a capital but where a sentence begins."""
    if token in _PERSON:
        return pattern or (at <= 8 and before[-1:].islower() and before[:1].islower())
    return token.rstrip(",") in _OPENERS


def _is_name(token: str, after: str) -> bool:
    """Say whether a person is introduced here: “Ana Roe, Director of …”."""
    return token.isalpha() and after[:1].isupper() and after.endswith(",")


def _is_short_title(tokens: list[str]) -> bool:
    """Say whether `tokens` are a title of at most three words, each with a capital."""
    return len(tokens) <= 3 and tokens[0] != "The" and all(t[:1].isupper() for t in tokens)


def _goes_on(after: str) -> bool:
    """Say whether a title goes on after a word with a capital: “Impact on Development”."""
    return not after[:1].islower() or after.rstrip(",") in _LINKS


def _later_start(tokens: list[re.Match[str]], at: int, limit: int) -> int:
    """Return the end of a longer heading, if a sentence clearly begins a few words later."""
    for later in range(at + 1, min(at + 7, limit)):
        before, token = tokens[later - 1][0], tokens[later][0]
        if before.endswith((".", ",", ";")):
            return 0
        if _may_end(before) and (token in _PERSON or token in _OPENERS):
            return tokens[later - 1].end()
    return 0


def _mostly_lower(token: str, words: Words, least: int = 2) -> bool:
    """Say whether the document hardly gives the word a capital within a sentence."""
    word = re.sub(r"[^\w-].*$", "", token.lstrip("“\"'(")).lower()
    common = words.lower[word] >= least and words.lower[word] >= min(3, least + 1) * (
        words.middle[word] + (least > 1)
    )
    rare = not words.middle[word] and word.endswith(("ing", "ly"))
    return common or rare


def _is_heading(tokens: list[str]) -> bool:
    """Say whether `tokens` can be a heading: no verb, cased as a heading is."""
    for index, token in enumerate(tokens):
        bare = token.strip("“”\"'(),:;").lower()
        if index and _VERB.match(bare) and "-" not in bare:
            before = tokens[index - 1]
            if bare.endswith("ed") and (before.endswith(":") or before.lower() in _SEAMS):
                continue
            return False
        if token.endswith(",") and index == len(tokens) - 1:
            return False
    if not any(len(token) > 2 and token[1].isalpha() for token in tokens if token != "The"):
        return False
    commas = sum(token.endswith(",") for token in tokens)
    return commas <= 2 and not (commas and len(tokens) > 8)
