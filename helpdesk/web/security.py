"""Headers that keep a browser from doing what our pages never ask for."""

from flask import Flask, Response, request

A_YEAR_OF_HTTPS = "max-age=31536000"

_MAY_BE_KEPT = ("static",)
"""Endpoints whose answers a browser may keep; every other answer may hold someone's name."""


def policy(*, style: str = "'self'") -> str:
    """The Content-Security-Policy: everything from this server, nothing inline, no frames (CSP level 3).

    `style` is for a page that brings its style along: the hash of it.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {style}",
            "script-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


HEADERS = {
    "Content-Security-Policy": policy(),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def protect(app: Flask, *, https_only: bool) -> None:
    """Put the headers on every answer of the app; `https_only` where browsers must come back by https.

    A Content-Security-Policy that a view has set is left to it.
    """
    headers = dict(HEADERS)
    if https_only:
        headers["Strict-Transport-Security"] = A_YEAR_OF_HTTPS

    def guarded(response: Response) -> Response:
        for name, value in headers.items():
            response.headers.setdefault(name, value)
        if request.endpoint not in _MAY_BE_KEPT:
            response.headers["Cache-Control"] = "no-store"
        return response

    app.after_request(guarded)
