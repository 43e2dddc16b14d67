"""Who can be asked to act: governments, employers, agencies, people of a profession."""

from __future__ import annotations

import re

from builder.analysis.grammar import base_noun_phrase
from builder.analysis.language import tag_text

_STATE = frozenset(
    "state states government governments country countries authorities policymakers policymaker"
    " nations parties legislators parliament parliaments ministries ministry makers".split()
)
_ACTORS = frozenset(
    "agencies agency organisations organizations organisation organization companies company"
    " firms banks unions union society community communities diasporas migrants families schools"
    " hospitals universities institutions institution courts police staff people women men youth"
    " donors media team teams management board boards council councils department departments"
    " secretariat commission committee partners associations ngos bodies offices services sector"
    " missions embassies consulates networks businesses households citizens residents industry"
    " system patients".split()
)
_AGENTIVE = re.compile(
    r"(ers|ors|ists|ians|(?<!m)ants|ees|eurs|lords|men|women|(?:stud|resid|par|pati|ag|presid"
    r"|respond|adolesc|depend|correspond)ents)$"
)
_THINGS = frozenset(
    "numbers papers centers orders factors sectors indicators vectors errors motors tractors"
    " generators reactors monitors sensors corridors floors doors colors colours letters matters"
    " computers servers routers chapters buffers filters containers parameters rivers borders"
    " powers offers answers barriers registers layers fibers filters meters transfers disorders"
    " plants grants warrants restaurants variants constants pollutants contaminants fees degrees"
    " trees guarantees coffees processors drivers triggers dangers"
    " mirrors mentors fertilisers fertilizers shelters headers others posters covers".split()
)


def kind_of_actor(agent: str) -> str:
    """“state” for public authority, the head noun for other actors, “” for what cannot act."""
    tokens = tag_text(agent)
    end = base_noun_phrase(tokens)
    head = tokens[end - 1] if end else None
    if head is None:
        return ""
    word = head.lower
    if word in _STATE:
        return "state"
    if word in _ACTORS or head.tag in ("NNP", "NNPS") or head.text.isupper():
        return word
    if head.tag == "NNS" and _AGENTIVE.search(word) and word not in _THINGS:
        return word
    return ""
