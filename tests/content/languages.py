"""Languages with a grammar of their own: SQL, GraphQL, JavaScript."""

from __future__ import annotations

from tests.content import needed
from tests.content.programs import problem_of_program


def problem_of_sql(code: str) -> str | None:
    """Read statements with the grammar of PostgreSQL itself."""
    return problem_of_program([needed.program("pgpp")], code)


def problem_of_graphql(code: str) -> str | None:
    """Read a query or a schema."""
    graphql = needed.module("graphql")
    try:
        graphql.parse(code)
    except graphql.GraphQLSyntaxError as error:
        return str(error)
    return None


def problem_of_javascript(code: str) -> str | None:
    """Read a script; the parser marks what it cannot make sense of and goes on."""
    tree_sitter = needed.module("tree_sitter")
    grammar = tree_sitter.Language(needed.module("tree_sitter_javascript").language())
    root = tree_sitter.Parser(grammar).parse(code.encode()).root_node
    return f"Not JavaScript: {root}" if root.has_error else None
