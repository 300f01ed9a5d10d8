"""Twilio's error codes, each with the human sentence and whether sending again may help.

See https://www.twilio.com/docs/api/errors. What is ours to mend (account, number, route) is retryable with a
long pause: Twilio took nothing, and the operator is told. A code that is not in the table is final, because
Twilio adds codes for bad numbers more often than for passing trouble.
"""

from dataclasses import dataclass
from datetime import timedelta

SOON = timedelta(minutes=1)
LATER = timedelta(minutes=30)
"""A phone that is off, or something that the operator must mend."""


@dataclass(frozen=True)
class ProviderError:
    """One refusal. `retry_after` is the shortest sensible pause, None where it is final."""

    reason: str
    retry_after: timedelta | None = None

    @property
    def retryable(self) -> bool:
        return self.retry_after is not None


ERRORS = {
    # The account and what we configured
    "10001": ProviderError("the Twilio account is not active", LATER),
    "20003": ProviderError("Twilio refused our account or token", LATER),
    "20005": ProviderError("the Twilio account is not active", LATER),
    "20404": ProviderError("Twilio does not know this account or address", LATER),
    "21212": ProviderError("TWILIO_FROM is not a valid sender", LATER),
    "21408": ProviderError("sending to this country is not enabled in the Twilio account", LATER),
    "21603": ProviderError("no sender was given", LATER),
    "21606": ProviderError("TWILIO_FROM cannot send texts to this number", LATER),
    "21608": ProviderError("a trial account may only text verified numbers", LATER),
    "21609": ProviderError("HELPDESK_PUBLIC_URL is no address that Twilio can call back", LATER),
    "21659": ProviderError("TWILIO_FROM is not a Twilio number", LATER),
    "21660": ProviderError("TWILIO_FROM does not belong to the Twilio account", LATER),
    "30002": ProviderError("the Twilio account is suspended", LATER),
    # Too fast
    "20429": ProviderError("too many requests to Twilio at once", SOON),
    "21611": ProviderError("the queue of our number is full", LATER),
    "30001": ProviderError("the queue at Twilio overflowed", LATER),
    "30022": ProviderError("the operator's rate limit was exceeded", LATER),
    "63017": ProviderError("the account's rate limit was exceeded", SOON),
    # The number
    "21211": ProviderError("the number is not valid"),
    "21214": ProviderError("the number cannot be reached"),
    "21604": ProviderError("no number was given"),
    "21610": ProviderError("the resident has opted out at Twilio"),
    "21612": ProviderError("there is no route from our number to this one"),
    "21614": ProviderError("the number is not a mobile number"),
    "30003": ProviderError("the phone is off or out of reach", LATER),
    "30005": ProviderError("the number is not in service"),
    "30006": ProviderError("the number is a landline or of an operator that cannot be reached"),
    # The message
    "21602": ProviderError("the text is empty"),
    "21617": ProviderError("the text is longer than 1,600 characters"),
    "30004": ProviderError("the operator or the resident blocks our messages"),
    "30007": ProviderError("the operator filtered the message"),
    "30008": ProviderError("the operator refused the message and gave no reason"),
    "30034": ProviderError("the number is not registered for texts to the United States"),
    "30036": ProviderError("the message waited at Twilio longer than it was valid", SOON),
    "30410": ProviderError("the operator did not answer Twilio; the text may have arrived"),
    "30450": ProviderError("Twilio blocked the number as a likely fraud"),
}


def explain(code: str | None) -> ProviderError:
    """What an error code means; Twilio's own wording is not used because it repeats phone numbers."""
    if code is None:
        return ProviderError("Twilio gave no reason")
    return ERRORS.get(code) or ProviderError(f"Twilio refused the message (error {code})")
