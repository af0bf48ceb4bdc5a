"""Requests to Telegram over aiohttp, in place of PTB's default on httpx.

With 32 messages at a time it sends 5 times as many a second as httpx and 1.5 times as many as
httpx with the transport of httpx-aiohttp; with 512 and a 50 ms round trip, 20 and 2 times
(benchmarks/requests_backend.py). It also tells a message that was surely not sent from one
that may have been, and keeps connections open long enough for people who think.
"""

from __future__ import annotations

import io
import os
from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import BaseRequest

if TYPE_CHECKING:
    from telegram._utils.types import ODVInput
    from telegram.error import TelegramError
    from telegram.request import RequestData

os.environ.setdefault("PTB_TIMEDELTA", "true")  # else each RetryAfter warns that its type changes

_KEEP_ALIVE = timedelta(seconds=60)
_DOWNLOAD = timedelta(seconds=30)
_CHUNK = 64 * 1024
_REFUSALS = (BadRequest, ChatMigrated, Conflict, Forbidden, InvalidToken, RetryAfter)


class NotSentError(NetworkError):
    """No connection came about, so Telegram cannot have seen the request."""


class ServerFailedError(NetworkError):
    """Telegram itself says that it failed (500); a gateway before it (502, 504) cannot know."""


def surely_not_sent(error: TelegramError) -> bool:
    """Tell whether Telegram surely did not act: it never saw the request, refused or failed."""
    return isinstance(error, (NotSentError, ServerFailedError, *_REFUSALS))


class AiohttpRequest(BaseRequest):
    """PTB's transport on one aiohttp session; no error it raises holds the address or token."""

    def __init__(
        self,
        *,
        connections: int = 256,
        connect: timedelta = timedelta(seconds=10),
        read: timedelta = timedelta(seconds=20),
        write: timedelta = timedelta(seconds=60),
        pool: timedelta = timedelta(seconds=10),
    ) -> None:
        """Set the most connections at once and the time limits for calls that name none."""
        self._connections = connections
        self._connect, self._read, self._write, self._pool = (
            limit.total_seconds() for limit in (connect, read, write, pool)
        )
        self._proxies: dict[str, str | None] = {}
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds without a byte of an answer after which a request times out."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool of connections."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=_KEEP_ALIVE.total_seconds()
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection; initialize() opens new ones."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0913, PLR0917 - the signature is PTB's
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and return the status and the body of the answer.

        Raises NotSentError, TimedOut or NetworkError.
        """
        if self._session is None:
            raise RuntimeError("initialize() comes before the first request.")
        connect = _chosen(connect_timeout, self._connect)
        read = _chosen(read_timeout, self._read)
        reached = _sum(_chosen(pool_timeout, self._pool), connect)
        written = _sum(reached, _chosen(write_timeout, self._write))
        limits = aiohttp.ClientTimeout(
            total=_sum(written, read) if request_data else None,
            connect=reached,
            sock_connect=connect,
            sock_read=read,
        )
        try:
            async with self._session.request(
                method,
                url,
                data=_form(request_data) if request_data else None,
                proxy=self._proxy(url),
                timeout=limits,
                allow_redirects=False,
            ) as answer:
                status, body = answer.status, await answer.read()
        except (aiohttp.ClientError, OSError) as error:
            failure: NetworkError | None = _without_address(error)
        else:
            failure = _unusable(status, body, to_method=method == "POST")
        if failure is not None:
            raise failure  # here, where no context is left that would print the address
        return status, body

    async def download(self, url: str, *, most: int) -> bytes | None:
        """Fetch a file; None for one of more than ``most`` bytes, whatever was said of its size.

        Raises NotSentError, TimedOut or NetworkError.
        """
        if self._session is None:
            raise RuntimeError("initialize() comes before the first request.")
        limits = aiohttp.ClientTimeout(
            total=_DOWNLOAD.total_seconds(), connect=self._connect, sock_read=self._read
        )
        content = bytearray()
        try:
            async with self._session.get(
                url, proxy=self._proxy(url), timeout=limits, allow_redirects=False
            ) as answer:
                status = answer.status
                async for chunk in answer.content.iter_chunked(_CHUNK):
                    content += chunk
                    if len(content) > most:
                        return None
        except (aiohttp.ClientError, OSError) as error:
            failure: NetworkError | None = _without_address(error)
        else:
            sound = status == HTTPStatus.OK
            failure = None if sound else NetworkError(f"The file could not be fetched ({status}).")
        if failure is not None:
            raise failure  # here, where no context is left that would print the address
        return bytes(content)

    def _proxy(self, url: str) -> str | None:
        """Look the proxy up once an origin: aiohttp's trust_env does it anew at each request."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._proxies:
            self._proxies[origin] = _environment_proxy(parts.scheme, parts.netloc)
        return self._proxies[origin]


def _environment_proxy(scheme: str, host: str) -> str | None:
    proxies = getproxies()
    proxy = proxies.get(scheme) or proxies.get("all")
    if proxy is None or proxy_bypass(host):
        return None
    if urlsplit(proxy).scheme != "http":
        raise NotSentError(
            f"The proxy for {scheme} is not an HTTP proxy; set {scheme.upper()}_PROXY "
            "to one such as http://proxy.example:3128, or unset it."
        )
    return proxy


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(data.json_parameters, quote_fields=False)
    for name, (filename, content, kind) in data.multipart_data.items():
        file = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=kind)
    return form


def _chosen(timeout: ODVInput[float], default: float) -> float | None:
    return default if isinstance(timeout, DefaultValue) else timeout


def _sum(first: float | None, second: float | None) -> float | None:
    return None if first is None or second is None else first + second


def _unusable(status: int, body: bytes, *, to_method: bool) -> NetworkError | None:
    """Tell what is wrong with an answer that PTB should not see.

    It would quote and log in full what no Bot API wrote, such as a gateway's page.
    """
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerFailedError("Telegram has failed (500).")
    expected = to_method or status >= HTTPStatus.BAD_REQUEST
    if expected and not (body.startswith(b"{") and b'"ok"' in body):
        return NetworkError(f"What answered (HTTP {status}) is not the Bot API.")
    return None


def _without_address(error: Exception) -> NetworkError:
    """Say what failed in words that cannot hold the address, which contains the token."""
    kind = type(error).__name__
    match error:
        case aiohttp.ClientConnectorError():
            return NotSentError(str(error))
        case aiohttp.ConnectionTimeoutError():
            return NotSentError("No connection to Telegram within the time limit.")
        case aiohttp.ClientHttpProxyError() | aiohttp.InvalidURL():
            return NotSentError(f"No connection to Telegram: {kind}")
        case TimeoutError():
            return TimedOut()
        case _:
            return NetworkError(f"The connection to Telegram broke: {kind}")
