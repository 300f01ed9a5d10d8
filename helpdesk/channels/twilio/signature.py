"""Proof that a request comes from Twilio: X-Twilio-Signature, checked by Twilio's own library.

See https://www.twilio.com/docs/usage/security#validating-requests. Every parameter takes part, known or not:
Twilio adds new ones without notice.
"""

from collections.abc import Mapping, Sequence

from twilio.request_validator import RequestValidator, compare

from helpdesk.channels.contract import Refused, WireRequest
from helpdesk.channels.twilio.config import TwilioConfig

HEADER = "X-Twilio-Signature"


def check_signature(request: WireRequest, *, config: TwilioConfig) -> None:
    """Return if one of the account's tokens signed this request; raise Refused 403 otherwise."""
    if not config.auth_tokens:
        if config.unsigned_from_loopback and request.from_loopback:
            return
        raise Refused(403, reason="no TWILIO_AUTH_TOKEN is configured, so nothing can prove to be Twilio")
    signature = request.header(HEADER)
    if not signature:
        raise Refused(403, reason=f"no {HEADER} header")
    signed = _signed_content(request)
    if not any(_signed_by(token, request.url, signed, signature) for token in config.auth_tokens):
        raise Refused(
            403, reason="the signature does not match; is HELPDESK_PUBLIC_URL the address Twilio calls?"
        )


class _MultiValued(dict[str, Sequence[str]]):
    """A form as the validator wants it: it asks `getall` for all values of a name, and others only where that fails."""

    def getall(self, name: str) -> Sequence[str]:
        return self[name]


def _signed_content(request: WireRequest) -> Mapping[str, Sequence[str]] | str:
    """What is signed beside the URL: the form; or a JSON body, by the hash of it that the URL must then carry."""
    if "json" not in request.header("Content-Type").lower():
        return _MultiValued(request.form)
    # Without the hash a JSON body is not covered by the signature at all (and the library raises TypeError).
    if not request.query.get("bodySHA256"):
        raise Refused(403, reason="a JSON body needs bodySHA256 in the signed URL")
    try:
        return request.body.decode()
    except UnicodeDecodeError:
        raise Refused(403, reason="the JSON body is not UTF-8") from None


def _signed_by(token: str, url: str, signed: Mapping[str, Sequence[str]] | str, signature: str) -> bool:
    validator = RequestValidator(token)  # twilio has no types here
    # What is signed is nearly always the URL as it is configured. The library tries it with and without a port and
    # computes both, which costs as much as a statement.
    if not isinstance(signed, str) and compare(validator.compute_signature(url, signed), signature):
        return True
    return bool(validator.validate(url, signed, signature))
