"""HTML: the main content as blocks; menus, banners, teasers and scripts are kept apart.

What is left out stands on a page labelled `OUTSIDE`, so that the report can say what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from bs4 import BeautifulSoup, Comment, Doctype, NavigableString, ProcessingInstruction, Tag

from builder.importing.decode import decode
from builder.importing.raw import OUTSIDE, BlockKind, RawBlock, RawDocument, RawPage

_CHARSET = re.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)""")
_DEAD = frozenset(
    "script style noscript template svg math iframe object embed canvas audio video map head link "
    "meta input select textarea button datalist dialog".split()
)
_AROUND = frozenset("nav footer aside form menu figcaption".split())
_ROLES = frozenset(
    "navigation banner contentinfo search complementary dialog alertdialog menu menubar alert".split()
)
_ABOUT = re.compile(
    r"(?i)(?:^|[\s_-])(?:cookies?|consent|gdpr|share|sharing|social|breadcrumbs?|related|teasers?|"
    r"newsletter|subscribe|sidebar|side-bar|navbar|navigation|nav|menu|footer|banner|promo|"
    r"adverts?|ads|comments?|pagination|pager|skip|toolbar|popup|modal|recommended|tags)"
    r"(?:$|[\s_-])"
)
_BLOCKS = frozenset(
    "address article blockquote body center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 "
    "header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul caption "
    "nav footer aside form menu figcaption".split()
)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_LEAST_MAIN = 0.3
"""Share of the text of a page that its main element has to have."""
_LINKS = 0.75
"""Share of link text beyond which a list is a menu."""
_SKIPPED = (Comment, Doctype, ProcessingInstruction)


def read(data: bytes, name: str) -> RawDocument:
    """Read a saved web page; see `read_bytes` in the package for what it raises."""
    declared = _CHARSET.search(data[:4096])
    try:
        text = data.decode(declared[1].decode("ascii")) if declared else decode(data, name)
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name)
    return document_of_html(text.replace("\r\n", "\n").replace("\x00", ""), name, "html")


def document_of_html(markup: str, name: str, kind: str) -> RawDocument:
    """Return the document that `markup` holds."""
    soup = BeautifulSoup(markup, "html.parser")
    title = soup.title.get_text(" ", strip=True) if soup.title else ""
    root = soup.body or soup
    for tag in root.find_all(list(_DEAD)):
        tag.decompose()
    outside: list[str] = []
    main = _main(root)
    if main is not root:
        outside += _texts_around(root, main)
    for tag in main.find_all(_is_around):
        if not tag.decomposed and not _holds_most(tag, main):
            outside.append(_flat(tag))
            tag.decompose()
    blocks = tuple(_blocks(main))
    first = next((b.text for b in blocks if b.kind is BlockKind.HEADING and b.level == 1), "")
    pages = [RawPage(blocks)]
    if left := [text for text in outside if text]:
        pages.append(RawPage(tuple(map(RawBlock, left)), OUTSIDE))
    return RawDocument(name, kind, tuple(pages), first or _page_title(title))


def _page_title(title: str) -> str:
    """Return the title of a page without the name of its site."""
    parts = [part.strip() for part in re.split(r"\s+[|–—·»-]\s+", title) if part.strip()]
    return " ".join(max(parts, key=lambda part: (len(part.split()), part)).split()) if parts else ""


def _main(root: Tag) -> Tag:
    """Return the element with the main content."""
    whole = len(_flat(root)) or 1
    found = root.find_all(["main", "article"]) + root.find_all(attrs={"role": "main"})
    best = max(found, key=lambda tag: len(_flat(tag)), default=root)
    return best if len(_flat(best)) >= _LEAST_MAIN * whole else root


def _is_around(tag: Tag) -> bool:
    """Say whether an element is no part of the text: a menu, a banner, a list of links."""
    attributes = tag.attrs or {}
    if tag.name in _AROUND or str(attributes.get("role", "")).lower() in _ROLES:
        return True
    if "hidden" in attributes or str(attributes.get("aria-hidden", "")).lower() == "true":
        return True
    if re.search(r"display\s*:\s*none", str(attributes.get("style", "")), re.I):
        return True
    if tag.name == "header" and not tag.find(["h1"]):
        return True
    if tag.name in ("div", "section", "ul", "ol", "p", "span", "header"):
        classes = attributes.get("class") or []
        label = " ".join([*(classes if isinstance(classes, list) else [classes]),
                          str(attributes.get("id", ""))])  # fmt: skip
        if _ABOUT.search(label):
            return True
    return tag.name in ("ul", "ol") and _is_link_list(tag)


def _is_link_list(tag: Tag) -> bool:
    text = len(_flat(tag))
    linked = sum(len(_flat(link)) for link in tag.find_all("a"))
    long = any(len(_flat(item)) > 160 for item in tag.find_all("li"))
    return text > 0 and linked >= _LINKS * text and not long and "footnote" not in str(tag)[:400]


def _holds_most(tag: Tag, main: Tag) -> bool:
    """Say whether leaving an element out would leave out the text itself."""
    return len(_flat(tag)) > 0.6 * (len(_flat(main)) or 1)


def _texts_around(root: Tag, main: Tag) -> list[str]:
    """Return the texts of the blocks outside of `main`."""
    inside = set(map(id, main.descendants)) | {id(main)} | set(map(id, main.parents))
    return [
        " ".join(str(text).split())
        for text in root.find_all(string=True)
        if id(text) not in inside and str(text).strip() and not isinstance(text, _SKIPPED)
    ]


def _flat(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def _blocks(main: Tag) -> Iterator[RawBlock]:
    """Yield the blocks below `main`; a walk without recursion, for pages nest deeply."""
    text: list[str] = []
    context: list[Tag] = [main]
    todo: list[Tag | NavigableString | None] = list(reversed(list(main.children)))  # type: ignore[arg-type]
    while todo:
        node = todo.pop()
        if node is None:
            yield from _finished(text, context.pop())
        elif isinstance(node, NavigableString):
            if not isinstance(node, _SKIPPED):
                text.append(str(node))
        elif node.name == "br":
            text.append("\n")
        elif node.name == "table":
            yield from chain(_finished(text, context[-1]), _table(node))
        elif _is_note_mark(node):
            continue
        elif node.name in _BLOCKS:
            yield from _finished(text, context[-1])
            context.append(node)
            todo.append(None)
            todo.extend(reversed(list(node.children)))  # type: ignore[arg-type]
        else:
            todo.extend(reversed(list(node.children)))  # type: ignore[arg-type]
    yield from _finished(text, main)


def _finished(text: list[str], tag: Tag) -> Iterator[RawBlock]:
    """Yield the block that has been gathered in `tag`, and begin anew."""
    raw = "".join(text)
    text.clear()
    keep = tag.name == "pre"
    lines = [line if keep else " ".join(line.split()) for line in raw.split("\n")]
    joined = "\n".join(lines).strip() if keep else " ".join(" ".join(lines).split())
    if not joined:
        return
    if tag.name in _HEADINGS:
        yield RawBlock(joined, BlockKind.HEADING, int(tag.name[1]))
        return
    item = tag if tag.name == "li" else tag.find_parent("li")
    if item is None:
        yield RawBlock(joined)
    elif re.match(r"(?:foot|end)note", str(item.get("id", ""))):
        yield RawBlock(joined.removesuffix("↑").strip(), BlockKind.NOTE)
    else:
        parent = item.find_parent(["ul", "ol"])
        depth = len(item.find_parents(["ul", "ol"])) - 1
        ordered = parent is not None and parent.name == "ol"
        yield RawBlock(joined, BlockKind.ITEM, depth, ordered)


def _is_note_mark(tag: Tag) -> bool:
    link = tag if tag.name == "a" else tag.find("a") if tag.name == "sup" else None
    target = str(link.get("href", "")) if isinstance(link, Tag) else ""
    return bool(re.match(r"#(?:foot|end)note|#_?(?:ftn|fn)", target)) and len(_flat(tag)) <= 6


def _table(table: Tag) -> Iterator[RawBlock]:
    """Yield a table as rows; one that only arranges the page is read as text."""
    rows = []
    for row in table.find_all("tr"):
        cells = [_flat(cell).replace(" | ", " / ") for cell in row.find_all(["td", "th"])]
        if any(cells):
            rows.append(cells)
    width = max(map(len, rows), default=0)
    longest = max((len(cell) for row in rows for cell in row), default=0)
    if width < 2 or longest > 600:
        for cell in table.find_all(["td", "th", "caption"]):
            if not cell.find("table"):
                yield from _blocks(cell)
        return
    yield RawBlock("\n".join(" | ".join(row) for row in rows), BlockKind.TABLE)
