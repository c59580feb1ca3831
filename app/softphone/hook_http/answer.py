"""The answers a softphone gets: a status and, where something is wrong, a plain sentence."""

_PHRASES = {
    204: "No Content",
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    405: "Method Not Allowed",
    411: "Length Required",
    413: "Content Too Large",
    429: "Too Many Requests",
    431: "Request Header Fields Too Large",
}
# Nothing here is for a web page, for a cache, or for a second request on the same line.
_ALWAYS = (
    "Connection: close",
    "Cache-Control: no-store",
    "X-Content-Type-Options: nosniff",
    "Cross-Origin-Resource-Policy: same-origin",
)
_OF_ITS_OWN = {
    401: "WWW-Authenticate: Bearer",
    405: "Allow: GET, POST",
    429: "Retry-After: 1",
}


def answer(status: int, sentence: str = "") -> bytes:
    """Write an answer whole; one without a sentence has no body."""
    body = f"{sentence}\n".encode() if sentence else b""
    lines = [f"HTTP/1.1 {status} {_PHRASES[status]}", *_ALWAYS]
    if status in _OF_ITS_OWN:
        lines.append(_OF_ITS_OWN[status])
    if body:
        lines += ["Content-Type: text/plain; charset=utf-8", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode("ascii") + body
