"""A small course for the tests of writers: two modules, all nine item types, hostile text."""

from __future__ import annotations

from builder.model import (
    Activity,
    Bloom,
    Categorise,
    Choice,
    Course,
    CourseModule,
    Extract,
    Item,
    ItemBank,
    KeyConcept,
    LearningObjective,
    Locator,
    Match,
    ModuleEntry,
    Multiple,
    Number,
    Open,
    Option,
    Order,
    Pair,
    Part,
    Passage,
    ReviewedCourse,
    ReviewedModule,
    ReviewStatus,
    Section,
    Sentence,
    SourceRef,
    SummarySentence,
    Text,
    TrueFalse,
)

HOSTILE = (
    "<script>alert('cw-live')</script>",
    "<img src=x onerror=alert('cw-live')>",
    "</div></small></p><h1 id=cw-live>out</h1>",
    "<!-- cw-live",
    "[cw-live](javascript:alert(1)) ![cw-live](http://evil.example/cw-live.png)",
    "http://evil.example/cw-live www.evil.example <http://evil.example/>",
    "```{include} /etc/hostname",
    ":::{raw} html",
    "{ref}`cw-live` {download}`cw-live` {{ cw-live }} {math}`x`",
    "$\\frac{1}{2}$ $$x$$ \\(y\\) \\[z\\] \\begin{align}x\\end{align}",
    "# cw-live",
    "- cw-live",
    "+ cw-live",
    "1. cw-live",
    "1) cw-live",
    "> cw-live",
    "| cw-live | b |",
    ": cw-live",
    "% cw-live",
    "+++ cw-live",
    "(cw-live)=",
    "{#cw-live .cw-live}",
    "[^cw-live]: note [^cw-live] [cw-live]: http://evil.example/",
    "---",
    "***bold*** __bold__ ~~gone~~ `code` \\* &amp; &#60;",
    '#import "cw-live.typ" @cw-live *cw* _cw_',
    '" onmouseover="alert(1)" x=\'',
    "[x] cw-live [ ] cw-live",
)
"""Text that must show as it stands; what would come alive says "cw-live"."""


def course(hostile: bool = True) -> ReviewedCourse:
    """Return the course; without `hostile`, only its clean first module."""
    first = _remittances()
    parts = [Part(title="Key issues (2006)", modules=(first.entry,))]
    modules = [first]
    if hostile:
        second = _hostile()
        parts.append(Part(title=f"Part {HOSTILE[0]} & more", modules=(second.entry,)))
        modules.append(second)
    about = Course(
        id="small-course",
        title="A small course",
        audience="UN staff and government officials new to migration policy",
        hours=1.5,
        parts=tuple(parts),
    )
    return ReviewedCourse(about, tuple(modules))


def sentence(text: str, section: str, page: str, passage: int = 0, index: int = 0) -> Sentence:
    """Return a sentence of the extract `remittances`."""
    return Sentence(text, Locator("remittances", section, page, passage, index))


_COSTS = "Costs and channels"
_USES = "What families do with the money"
_DEFINITION = (
    "A remittance is a transfer of money that a migrant makes to a family in the country of origin."
)
_CHANNELS = "Three channels carry remittances: banks, transfer companies and friends."


def _ref(quote: str, page: str = "12", section: str = _USES) -> SourceRef:
    return SourceRef(extract="remittances", section=section, page=page, quote=quote)


def _extract() -> Extract:
    uses = Section(
        _USES,
        (
            Passage(
                (
                    sentence(_DEFINITION, _USES, "12"),
                    sentence("Families spend it in three ways:", _USES, "12", 0, 1),
                ),
                members=(
                    sentence("on food and rent", _USES, "12", 0, 2),
                    sentence("on school fees", _USES, "12–13", 0, 3),
                    sentence("on a small business", _USES, "12–13", 0, 4),
                ),
            ),
            Passage(
                (
                    sentence("In 2005, migrants sent home about USD 167 billion.", _USES, "13", 1),
                    sentence("The World Bank gave the figure.", _USES, "14", 1, 1),
                )
            ),
        ),
    )
    costs = Section(
        _COSTS,
        (
            Passage(
                (sentence(_CHANNELS, _COSTS, "15", 2),),
                verbatim=("Channel | Fee", "Bank | 12 %", "Friend | none"),
            ),
            Passage(
                (sentence("Fees fall because companies compete.", _COSTS, "15", 3),),
                members=(
                    sentence("The company publishes its fees.", _COSTS, "15", 3, 1),
                    sentence("The Global Forum (GF) compares them.", _COSTS, "15", 3, 2),
                ),
                ordered=True,
            ),
        ),
    )
    return Extract(
        slug="remittances",
        title="Remittances",
        sections=(uses, costs),
        kind="workshop",
        held="2006-03-15",
        source="UNITAR, Migration and Development Series (2006–2008)",
        pages="12-15",
    )


def items() -> tuple[Item, ...]:
    """Return one clean item of each type."""
    because = f"“{_DEFINITION}”"
    return (
        Open(
            id="re-open",
            stem="In your own words, why do fees fall?",
            model_answer="Fees fall because companies compete.",
            source=_ref("Fees fall because companies compete.", "15", _COSTS),
        ),
        Choice(
            id="re-choice",
            objective="re-o1",
            stem="What is a remittance?",
            options=(
                Option(text="A transfer of money to a family", key=True, rationale=because),
                Option(text="A loan that a bank makes", rationale="A loan is paid back."),
                Option(text="A tax on labour", rationale="A tax goes to a State."),
            ),
            rationale=because,
            source=_ref(_DEFINITION),
        ),
        Multiple(
            id="re-multiple",
            bloom=Bloom.UNDERSTAND,
            stem="Which channels carry remittances?",
            options=(
                Option(text="Banks", key=True),
                Option(text="Transfer companies", key=True),
                Option(text="Embassies"),
            ),
            source=_ref(_CHANNELS, "15", _COSTS),
        ),
        TrueFalse(
            id="re-truth",
            stem="A remittance is a transfer of money.",
            answer=True,
            rationale=because,
            source=_ref(_DEFINITION),
        ),
        Match(
            id="re-match",
            stem="Match each channel with its fee.",
            pairs=(Pair(left="Bank", right="12 %"), Pair(left="Friend", right="none")),
            spare=("50 %",),
            source=_ref(_CHANNELS, "15", _COSTS),
        ),
        Order(
            id="re-order",
            stem="Put the steps in order.",
            sequence=("The migrant earns", "The migrant sends", "The family spends"),
            source=_ref(_DEFINITION),
        ),
        Categorise(
            id="re-categorise",
            stem="Sort the statements.",
            categories={"Sender": ("earns abroad", "pays the fee"), "Family": ("spends at home",)},
            source=_ref(_DEFINITION),
        ),
        Number(
            id="re-number",
            stem="How many billion US dollars did migrants send home in 2005?",
            answer=167,
            unit="billion US dollars",
            tolerance=5,
            source=_ref("In 2005, migrants sent home about USD 167 billion.", "13"),
        ),
        Text(
            id="re-text",
            stem="What does GF stand for?",
            accepted=("Global Forum",),
            source=_ref("The Global Forum (GF) compares them.", "15", _COSTS),
        ),
    )


def _remittances() -> ReviewedModule:
    module = CourseModule(
        module="remittances",
        objectives=(
            LearningObjective(
                id="re-o1", statement="Define remittance.", bloom=Bloom.UNDERSTAND, section=_USES
            ),
            LearningObjective(
                id="re-o2", statement="Explain why fees fall", bloom=Bloom.ANALYSE, section=_COSTS
            ),
            LearningObjective(
                id="re-o3",
                statement="Recite a rejected objective",
                bloom=Bloom.REMEMBER,
                status=ReviewStatus.REJECTED,
            ),
        ),
        key_concepts=(
            KeyConcept(
                id="re-k1",
                term="Remittance",
                definition="a transfer of money that a migrant makes to a family",
                source=_ref(_DEFINITION),
            ),
            KeyConcept(
                id="re-k2",
                term="Émigré",
                definition="a person who has left",
                source=_ref(_DEFINITION),
            ),
            KeyConcept(
                id="re-k3",
                term="Stale concept",
                definition="what the source no longer says",
                source=_ref(_DEFINITION),
                stale=True,
            ),
        ),
        summary=(
            SummarySentence(id="re-s1", text=_DEFINITION, source=_ref(_DEFINITION)),
            SummarySentence(
                id="re-s2",
                text="Fees fall because companies compete.",
                source=_ref("Fees fall because companies compete.", "15", _COSTS),
            ),
        ),
        activities=(
            Activity(
                id="re-a1",
                kind="discussion",
                prompt="What would lower the fees in your country?",
                source=_ref(_CHANNELS, "15", _COSTS),
            ),
        ),
        not_assessed=("The section on history: too few statements stand on their own.",),
    )
    entry = ModuleEntry(id="remittances", extract="extracts/remittances.md", minutes=45)
    rejected = Text(
        id="re-rejected",
        stem="Is this rejected item shown?",
        accepted=("no",),
        source=_ref(_DEFINITION),
        status=ReviewStatus.REJECTED,
    )
    bank = ItemBank(module="remittances", items=(rejected, *items()))
    return ReviewedModule(entry, _extract(), module, bank)


def _hostile() -> ReviewedModule:
    """Return a module whose every text is hostile."""
    passages = tuple(
        Passage(
            tuple(sentence(text, HOSTILE[0], "7", number, i) for i in range(2)),
            members=(sentence(text, HOSTILE[0], "<b>8", number, 2),),
            ordered=bool(number % 2),
            verbatim=(f"{text} | x", f"y | {text}") if number % 3 else (text, text),
        )
        for number, text in enumerate(HOSTILE)
    )
    extract = Extract(
        slug="hostile-text",
        title=f"Hostile {HOSTILE[0]} {HOSTILE[4]} {HOSTILE[8]} {HOSTILE[9]}",
        sections=(
            Section(HOSTILE[0], passages),
            *(Section(text, (Passage((sentence("Calm.", text, "9"),)),)) for text in HOSTILE[1:]),
        ),
        kind=HOSTILE[1],
        held=HOSTILE[4],
        source=HOSTILE[8],
        sources={text: text for text in HOSTILE},
        pages="7-9",
    )
    ref = SourceRef(extract="hostile-text", section=HOSTILE[0], page=HOSTILE[2], quote=HOSTILE[0])
    module = CourseModule(
        module="hostile-text",
        objectives=tuple(
            LearningObjective(id=f"ho-o{n}", statement=text, bloom=Bloom.APPLY)
            for n, text in enumerate(HOSTILE)
        ),
        key_concepts=tuple(
            KeyConcept(id=f"ho-k{n}", term=text, definition=text, source=ref)
            for n, text in enumerate(HOSTILE)
        ),
        summary=tuple(
            SummarySentence(id=f"ho-s{n}", text=text, source=ref) for n, text in enumerate(HOSTILE)
        ),
        activities=tuple(
            Activity(id=f"ho-a{n}", kind="case", prompt=text, source=ref)
            for n, text in enumerate(HOSTILE)
        ),
        not_assessed=HOSTILE,
    )
    entry = ModuleEntry(id="hostile-text", extract="extracts/hostile-text.md", minutes=5)
    return ReviewedModule(
        entry, extract, module, ItemBank(module="hostile-text", items=_hostiles())
    )


def _hostiles() -> tuple[Item, ...]:
    """Return items of all types, of nothing but hostile text, one for each section in turn."""
    made: list[Item] = []
    for number, text in enumerate(HOSTILE):
        other = HOSTILE[(number + 1) % len(HOSTILE)]
        source = SourceRef(extract="hostile-text", section=text, page="7", quote=text)
        common = {"id": f"ho-{number}", "stem": text, "rationale": text, "source": source}
        types: tuple[Item, ...] = (
            Choice(options=(Option(text=text, key=True), Option(text=other)), **common),
            Multiple(options=(Option(text=text, key=True), Option(text=other)), **common),
            TrueFalse(answer=False, **common),
            Match(pairs=(Pair(left=text, right=other),), spare=(text + "!",), **common),
            Order(sequence=(text, other), **common),
            Categorise(categories={text: (other,), other: (text,)}, **common),
            Number(answer=1, unit=text, **common),
            Text(accepted=(text,), **common),
            Open(model_answer=text, **common),
        )
        made.append(types[number % len(types)])
    return tuple(made)
