"""The import report: what was understood, what to look at, what was left out and repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from builder.cleaning import RULES, Change, rule
from builder.cleaning.change import ChangeKind
from builder.extracting.document import Account
from builder.extracting.markdown import escaped, page_ranges
from builder.extracting.sections import ExtractDraft
from builder.model.finding import Finding

_MOST = 400
"""Repairs of one rule that are listed; a report has to stay readable."""
_CUT = 90


def report(
    accounts: Sequence[Account], slugs: Sequence[str], files: Sequence[str], skipped: Sequence[Finding]
) -> str:
    """Return the report; `files` names where the removed text of each document is kept."""
    blocks = [
        "# What became of your documents",
        "Read this once, then delete it if you like: nothing depends on it. Places that want "
        "your eye come first.",
    ]
    slug = iter(slugs)
    for account, removed in zip(accounts, files, strict=True):
        mine = [(next(slug), draft) for draft in account.imported.extracts]
        blocks += list(_document(account, mine, removed))
    if skipped:
        blocks.append("## Not read")
        blocks.append("\n".join(f"- {escaped(str(finding))}" for finding in skipped))
    return "\n\n".join(blocks) + "\n"


def _document(
    account: Account, extracts: Sequence[tuple[str, ExtractDraft]], removed: str
) -> Iterator[str]:
    imported = account.imported
    yield f"## {escaped(imported.title)}"
    pages = f", {account.pages} pages" if account.pages else ""
    kept = sum(draft.words() for _, draft in extracts)
    yield (
        f"From {escaped(imported.name)} ({account.format}{pages}): {account.words} words, of which "
        f"{kept} went into {len(extracts)} extract{'s' * (len(extracts) != 1)}."
    )
    if looks := list(_to_look_at(account, extracts)):
        yield "### Look at"
        yield "\n".join(f"- {line}" for line in looks)
    yield "### Extracts"
    yield "\n".join(_extract_rows(extracts))
    yield "### Left out"
    yield from _left_out(account, removed)
    yield from _repairs(account.changes)
    if account.people:
        yield "### Who speaks"
        yield "\n".join(f"- {escaped(name)}, {escaped(role)}" for name, role in account.people)


def _to_look_at(
    account: Account, extracts: Sequence[tuple[str, ExtractDraft]]
) -> Iterator[str]:
    """Yield what a person should see to, most urgent first."""
    for change in account.changes:
        if change.kind is ChangeKind.NOTICED:
            where = f"p. {change.page}: " if change.page else ""
            yield f"{where}words seem to be missing: “… {escaped(change.context)} …”"
    for slug, draft in extracts:
        if draft.made_title:
            yield f"course/extracts/{slug}.md: the title was made from frequent words of the text."
        made = [section.title for section in draft.sections if section.made_title]
        if made:
            names = ", ".join(f"“{escaped(title)}”" for title in made)
            yield f"course/extracts/{slug}.md: section titles made from frequent words: {names}."
    undated = [slug for slug, draft in extracts if not draft.meta.held]
    if undated:
        yield f"No date was found for: {', '.join(undated)}. Add `held:` and `as_of:`, if known."
    if broken := page_ranges([p for _, draft in extracts for p in draft.broken]):
        yield (
            f"The source has lost its paragraphs on p. {broken}; passages were cut between "
            "sentences."
        )


def _extract_rows(extracts: Sequence[tuple[str, ExtractDraft]]) -> Iterator[str]:
    yield "| extract | title | kind | held | pages | sections | words |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for slug, draft in extracts:
        cells = [
            slug,
            escaped(draft.title).replace("|", "\\|"),
            draft.meta.kind,
            draft.meta.held,
            page_ranges(draft.pages()),
            str(len(draft.sections)),
            str(draft.words()),
        ]
        yield f"| {' | '.join(cells)} |"


def _left_out(account: Account, removed: str) -> Iterator[str]:
    counts: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for change in account.changes:
        if change.kind is ChangeKind.REMOVED:
            counts[change.rule] += 1
            words[change.rule] += len(change.before.split())
    for reason, _, text in account.aside:
        counts[reason] += 1
        words[reason] += len(text.split())
    if not counts:
        yield "Nothing."
        return
    yield f"All of it is kept in `{removed}`."
    yield "\n".join(
        f"- {escaped(name)}: {count} block{'s' * (count != 1)}, {words[name]} words."
        f"{' ' + summary if (summary := _summaries().get(name, '')) else ''}"
        for name, count in counts.items()
    )


def _repairs(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the repairs of each rule, every one with its place."""
    yield "### Repaired"
    groups: dict[str, list[Change]] = {}
    for change in changes:
        if change.kind is ChangeKind.REPAIRED:
            groups.setdefault(change.rule, []).append(change)
    if not groups:
        yield "Nothing."
    for name, found in groups.items():
        yield f"**{name}** ({len(found)}). {_summaries().get(name, '')}"
        lines = [
            f"- {f'p. {c.page}: ' if c.page else ''}{_short(c.before)} → {_short(c.after) or '∅'}"
            for c in found[:_MOST]
        ]
        if len(found) > _MOST:
            lines.append(f"- and {len(found) - _MOST} more of the same kind")
        yield "\n".join(lines)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return escaped(flat if len(flat) <= _CUT else f"{flat[: _CUT - 2]} …")


def _summaries() -> dict[str, str]:
    return {rule(name).NAME: rule(name).SUMMARY for name in RULES}
