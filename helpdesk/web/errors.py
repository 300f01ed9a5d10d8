"""What a person sees when something is not possible: one plain page, in Vietnamese and then in English."""

import logging

from flask import Flask, Response, current_app, make_response, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, TooManyRequests

from helpdesk.channels.contract import Refused

log = logging.getLogger("helpdesk")

Words = tuple[str, str]

_STALE: Words = (
    "Trang này mở đã lâu nên không dùng được nữa. Hãy quay lại, tải lại trang rồi làm lại.",
    "This page was open for too long. Go back, reload the page and try again.",
)
_NOT_UNDERSTOOD: Words = (
    "Yêu cầu chưa đúng. Hãy quay lại và thử lại.",
    "The request was not understood. Go back and try again.",
)
_OUR_FAULT: Words = (
    "Máy chủ gặp lỗi. Lỗi đã được ghi lại; hãy thử lại sau ít phút.",
    "Something went wrong on our side. It has been noted; try again in a few minutes.",
)
WORDS: dict[int, Words] = {
    403: (
        "Tài khoản của anh/chị không được xem trang này.",
        "Your account may not open this page.",
    ),
    404: (
        "Không có trang này, hoặc trang này không thuộc xã của anh/chị.",
        "There is no such page, or it does not belong to your commune.",
    ),
    405: ("Không làm được như vậy ở trang này.", "That cannot be done on this page."),
    413: ("Nội dung gửi lên quá dài.", "What was sent is too long."),
    429: (
        "Đã thử quá nhiều lần. Hãy chờ rồi thử lại.",
        "Too many attempts. Wait, then try again.",
    ),
}


def show_errors(app: Flask) -> None:
    """Answer every error of the app with a page that says what to do."""
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(HTTPException, explain)
    app.register_error_handler(Refused, _refuse)


def _stale(_error: CSRFError) -> Response:
    return _page(400, _STALE)


def _refuse(refused: Refused) -> Response:
    log.warning("refused %s: %s", request.path, refused.reason)
    return _page(refused.status, _NOT_UNDERSTOOD)


def explain(error: HTTPException) -> Response:
    """The page for an error of HTTP; where it says in how many seconds to try again, in words."""
    usual = error.get_response()
    if usual.status_code < 400:  # a redirect that the router makes
        return make_response(usual)
    words = WORDS.get(usual.status_code, _OUR_FAULT if usual.status_code >= 500 else _NOT_UNDERSTOOD)
    if isinstance(error, TooManyRequests) and isinstance(error.retry_after, int):
        words = _wait(error.retry_after)
    answer = _page(usual.status_code, words)
    for name in ("Allow", "Retry-After"):
        if name in usual.headers:
            answer.headers[name] = usual.headers[name]
    return answer


def _wait(seconds: int) -> Words:
    """Of a minute and a half or more whole minutes are said."""
    many, vietnamese, english = (
        (seconds, "giây", "second") if seconds < 90 else (-(-seconds // 60), "phút", "minute")
    )
    return (
        f"Đã thử quá nhiều lần. Hãy chờ {many} {vietnamese} rồi thử lại.",
        f"Too many attempts. Wait {many} {english}{'' if many == 1 else 's'}, then try again.",
    )


def _page(status: int, words: Words) -> Response:
    # Not render_template: for that Flask-Login asks who is looking, and the database may be what failed.
    template = current_app.jinja_env.get_template("error.html")
    return Response(template.render(status=status, vietnamese=words[0], english=words[1]), status)
