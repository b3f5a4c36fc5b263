"""Tables and lists of knowledge for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from knowledge.base import KnowledgeBase
from knowledge.coverage import Coverage
from knowledge.schema import Fact, Term


def show_overview(base: KnowledgeBase) -> None:
    """The documents, the roles with their facts, and what else has a name."""
    console = Console()
    documents = Table("Document", "Sections", "Facts", box=None, header_style="bold")
    for pack in base.packs:
        sections, facts = len(pack.document.sections), len(pack.facts)
        documents.add_row(pack.document.title, str(sections), str(facts))
    roles = Table("Role", "Short", "Facts", box=None, header_style="bold")
    for role in base.roles.values():
        own = sum(base.concerns(fact, role.id) for fact in base.facts.values())
        roles.add_row(role.name, role.short or "", str(own))
    for table in (documents, roles):
        console.print(Padding(table, (0, 0, 1, 0)))
    facets = Counter(fact.facet.value.replace("_", " ") for fact in base.facts.values())
    _show_names(console, "Facets", [f"{name} ({count})" for name, count in facets.items()])
    _show_names(console, "Industries", _names(base.industries))
    _show_names(console, "KPIs", _names(base.kpis))
    _show_names(console, "Dimensions", _names(base.dimensions))
    console.print(f"\nKnowledge {base.version}. More: coach knowledge show NAME ...", style="dim")


def show_facts(base: KnowledgeBase, facts: Sequence[Fact]) -> None:
    """Statements with their sources, below their facets."""
    console = Console()
    for facet in dict.fromkeys(fact.facet for fact in facts):
        console.print(facet.value.replace("_", " ").capitalize(), style="bold")
        for fact in facts:
            if fact.facet is facet:
                source = base.source(fact)
                words = Text.assemble(
                    f"{fact.statement} ", (f"{source.document}, “{source.section}”", "dim")
                )
                item = Table.grid(padding=(0, 1))
                item.add_row("•", words)
                console.print(item)
        console.print()


def show_coverage(coverage: Coverage) -> None:
    """Facts a section, figures found, and problems."""
    console = Console()
    console.print(f"\n{coverage.document.title}", style="bold")
    table = Table("Facts", "Section", box=None, header_style="dim")
    for section, facts in coverage.sections.items():
        table.add_row(f"{facts:5}", section, style="" if facts else "red")
    console.print(table)
    cited = sum(facts > 0 for facts in coverage.sections.values())
    found = sum(figure.in_pack for figure in coverage.figures)
    console.print(
        f"Sections cited: {cited} of {len(coverage.sections)}. "
        f"Figures of the document in the pack: {found} of {len(coverage.figures)}. "
        f"Figures of the pack in the document: {coverage.pack_figures - coverage.invented} "
        f"of {coverage.pack_figures}.",
        highlight=False,
    )
    for problem in coverage.problems:
        console.print(problem, style="red", markup=False, highlight=False, soft_wrap=True)


def _names(terms: dict[str, Term]) -> list[str]:
    return [term.name for term in terms.values()]


def _show_names(console: Console, title: str, names: Sequence[str]) -> None:
    console.print(Text.assemble((f"{title}: ", "bold"), ", ".join(names)))
