"""HTTP requests and responses as they go over the wire."""

from __future__ import annotations

import json

from tests.content import needed


def problem_of_http(code: str) -> str | None:
    """Read the head of a message, and its body where that is JSON."""
    head, _, body = code.partition("\n\n")
    problem = _problem_of_head(head)
    if problem or "json" not in head.lower() or not body:
        return problem
    try:
        json.loads(body)
    except json.JSONDecodeError as error:
        return str(error)
    return None


def _problem_of_head(head: str) -> str | None:
    h11 = needed.module("h11")
    connection = h11.Connection(h11.CLIENT if head.startswith("HTTP/") else h11.SERVER)
    if connection.our_role is h11.CLIENT:
        connection.send(h11.Request(method="GET", target="/", headers=[("Host", "here")]))
    connection.receive_data(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
    try:
        connection.next_event()
    except h11.RemoteProtocolError as error:
        return str(error)
    return None
