"""helpdesk/settings/mail.py: one address names the mail server, and no fault of it tells the password."""

import pytest

from helpdesk.settings import Settings, SettingsError, Smtp

FORMS = [
    ("smtp://mail.vn?from=xa@example.vn", Smtp("mail.vn", 587, "xa@example.vn")),
    ("smtp://127.0.0.1:2525/?from=xa@example.vn", Smtp("127.0.0.1", 2525, "xa@example.vn")),
    (
        "smtp://xa:p%40ss%2Fword@mail.vn:25?from=xa%40example.vn",
        Smtp("mail.vn", 25, "xa@example.vn", "xa", "p@ss/word"),
    ),
    (
        "smtps://xa@example.vn:secret@mail.vn",
        Smtp("mail.vn", 465, "xa@example.vn", "xa@example.vn", "secret", True),
    ),
    (
        "smtps://xa%40example.vn:se%20cret@mail.vn:4650",
        Smtp("mail.vn", 4650, "xa@example.vn", "xa@example.vn", "se cret", True),
    ),
]


@pytest.mark.parametrize(("url", "expected"), FORMS)
def test_the_mail_server_is_named_by_one_address(url: str, expected: Smtp) -> None:
    assert Settings.from_environment({"SMTP_URL": url}).smtp == expected


def test_without_it_there_is_no_e_mail() -> None:
    assert Settings.from_environment({}).smtp is None


FAULTS = [
    ("http://mail.vn?from=xa@example.vn", "must begin with smtp: or smtps:"),
    ("smtp://?from=xa@example.vn", "must name a host: smtp://host:587?from=address"),
    ("smtp://mail.vn", "must say ?from= and a plain e-mail address"),
    ("smtp://xa:sample-secret@mail.vn", "must say ?from= and a plain e-mail address"),
    ("smtp://mail.vn?from=Xã <xa@example.vn>", "must say ?from= and a plain e-mail address"),
    ("smtp://mail.vn?from=xa@example.vn%0D%0ABcc:b@example.vn", "must say ?from= and a plain e-mail address"),
    ("smtp://mail.vn?from=xa@example.vn&tls=no", "knows only 'from' after the question mark"),
    ("smtp://mail.vn:port?from=xa@example.vn", "has an address or a port that is none"),
    ("smtp://mail.vn:99999?from=xa@example.vn", "has an address or a port that is none"),
    ("smtp://xa@mail.vn?from=xa@example.vn", "has a user without a password"),
    (
        "smtp://mail.vn/sample-secret?from=xa@example.vn",
        "has something after the host; write / ? # @ in a password as %2F %3F %23 %40",
    ),
]


@pytest.mark.parametrize(("url", "fault"), FAULTS)
def test_what_is_wrong_is_said_without_the_password(url: str, fault: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        Settings.from_environment({"SMTP_URL": url})
    assert wrong.value.faults == [f"SMTP_URL {fault}"]
    assert "sample-secret" not in str(wrong.value)


@pytest.mark.parametrize(
    "url", ["smtp://xa:a/b@mail.vn?from=x@example.vn", "smtp://xa:a?b@mail.vn", "smtp://xa:12#b@mail.vn"]
)
def test_a_password_that_is_not_written_for_an_address_is_a_fault(url: str) -> None:
    with pytest.raises(SettingsError):
        Settings.from_environment({"SMTP_URL": url})


def test_the_password_is_for_no_log() -> None:
    settings = Settings.from_environment({"SMTP_URL": "smtps://xa@example.vn:p%40ss-word@mail.vn"})
    assert "p@ss-word" in settings.secrets()
    assert "ss-word" not in repr(settings)
