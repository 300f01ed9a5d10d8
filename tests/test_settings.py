"""helpdesk/settings.py: what is read, and what is refused in one plain line."""

from datetime import time

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


def test_who_runs_it_and_who_reads_its_figures_are_named() -> None:
    given = {"HELPDESK_OPERATOR_EMAIL": "may@example.vn", "HELPDESK_METRICS_TOKEN": "sample-token-0123"}
    settings = Settings.from_environment(given)
    assert (settings.operator_email, settings.metrics_token) == ("may@example.vn", "sample-token-0123")
    assert "sample-token-0123" in settings.secrets()
    assert "sample-token-0123" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HELPDESK_OPERATOR_EMAIL", "not an address"),
        ("HELPDESK_OPERATOR_EMAIL", "may@example.vn\r\nBcc: b@example.vn"),
        ("HELPDESK_METRICS_TOKEN", "short"),
        ("HELPDESK_METRICS_TOKEN", "with a space in it, though long"),
    ],
)
def test_what_cannot_be_used_is_refused_without_being_repeated(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment({name: value})
    (fault,) = refused.value.faults
    assert (fault.startswith(f"{name} must"), value in fault) == (True, False)


@pytest.mark.parametrize("sender", ["+84901000001", "XATTRACH", "Xa T Trach", "UBND-xa 1"])
def test_twilio_sends_from_a_number_or_a_name(sender: str) -> None:
    assert Settings.from_environment({"TWILIO_FROM": sender}).twilio.from_number == sender


@pytest.mark.parametrize("sender", ["0901000001", "8088", "XATHUONGTRACH", "Xã Trạch", "+84"])
def test_twilio_takes_no_other_sender(sender: str) -> None:
    with pytest.raises(SettingsError, match="TWILIO_FROM must be a number such as"):
        Settings.from_environment({"TWILIO_FROM": sender})


@pytest.mark.parametrize(
    "name",
    [
        "HELPDESK_REMIND_AT",
        "HELPDESK_OFFICER_LIST_AT",
        "HELPDESK_LEADER_LIST_AT",
        "HELPDESK_LEADER_CORRECTIONS_AT",
    ],
)
@pytest.mark.parametrize("value", ["11:00+07:00", "11:00Z"])
def test_a_time_of_the_commune_has_no_offset(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} is '{value}': it must be a time such as 11:00"]


@pytest.mark.parametrize("at", ["06:59", "21:00", "23:30"])
def test_nobody_is_reminded_at_night(at: str) -> None:
    said = ["HELPDESK_REMIND_AT must be from 07:00 to 20:59: people sleep"]
    assert refusals({"HELPDESK_REMIND_AT": at}) == said
    kept = Settings.from_environment({"HELPDESK_REMIND_AT": "20:59"}).timetable
    assert kept.day_before == time(20, 59)


def refusals(environ: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsError) as refused:
        Settings.from_environment(environ)
    return refused.value.faults


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HELPDESK_DATABASE_URL", "postgresql://u:pa[ss@h/db"),
        ("HELPDESK_REDIS_URL", "redis://:pa[ss@h/0"),
        ("SMTP_URL", "smtp://u:pa[ss@h?from=xa@example.vn"),
        ("TWILIO_API_BASE", "https://h]"),
        ("HELPDESK_PUBLIC_URL", "https://[h"),
    ],
)
def test_a_bracket_in_an_address_is_told_in_one_line_without_the_password(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} is no address; write [ ] in a password as %5B %5D"]


@pytest.mark.parametrize("value", ["https://", "https://:443", "https://h:port"])
@pytest.mark.parametrize("name", ["HELPDESK_PUBLIC_URL", "TWILIO_API_BASE"])
def test_an_address_on_the_web_names_a_host(name: str, value: str) -> None:
    assert refusals({name: value}) == [f"{name} must name a host, and a port only as a number"]


@pytest.mark.parametrize("rest", ["/hotro", "?", "?a=b", "#a"])
def test_the_public_address_has_no_path(rest: str) -> None:
    said = ["HELPDESK_PUBLIC_URL is https:// and a host, without a path or a user"]
    assert refusals({"HELPDESK_PUBLIC_URL": f"https://hotro.example{rest}"}) == said
    assert refusals({"HELPDESK_PUBLIC_URL": "https://xa:sample@hotro.example"}) == said
    kept = Settings.from_environment({"HELPDESK_PUBLIC_URL": "https://hotro.example:8443/"})
    assert kept.public_url == "https://hotro.example:8443"


def test_an_option_that_redis_does_not_have_is_refused() -> None:
    said = ["HELPDESK_REDIS_URL has an option after ? that is none: foo"]
    assert refusals({"HELPDESK_REDIS_URL": "redis://127.0.0.1/0?foo=bar"}) == said
    url = "redis://127.0.0.1/0?socket_timeout=5"
    assert Settings.from_environment({"HELPDESK_REDIS_URL": url}).redis_url == url
