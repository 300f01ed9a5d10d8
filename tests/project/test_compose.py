"""docker-compose.yml and Dockerfile: proved as far as that goes without an engine.

The processes they start are proved in tests/up/test_several_machines.py.
"""

import importlib
import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpdesk.cli.main import COMMANDS
from helpdesk.settings import NAMES, Settings
from tests.support.repository import TOP

COMPOSE = TOP / "docker-compose.yml"
DOCKERFILE = TOP / "Dockerfile"

OURS = ("web", "worker", "scheduler", "migrate")
STORES = ("redis", "postgres")
ONCE = "migrate"

# What the operator is asked for, as the engine fills it in.
_WITH_DEFAULT = re.compile(r"\$\{(\w+):-([^}]*)\}")
_REQUIRED = re.compile(r"\$\{(\w+):\?[^}]*\}")
_PINNED = re.compile(r"[a-z0-9/]+:\d+\.\d+(\.\d+)?(-[a-z0-9.-]+)?")


def compose() -> dict[str, Any]:
    text = _REQUIRED.sub(
        "https://helpdesk.example", _WITH_DEFAULT.sub(r"\2", COMPOSE.read_text(encoding="utf-8"))
    )
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def services() -> dict[str, Any]:
    found: dict[str, Any] = compose()["services"]
    return found


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile's instructions in order: (WORD, the rest on one line)."""
    text = re.sub(r"\\\n\s*", " ", DOCKERFILE.read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in lines]


def last_stage() -> list[tuple[str, str]]:
    found = instructions()
    start = max(place for place, (word, _) in enumerate(found) if word == "FROM")
    return found[start:]


def test_there_are_our_processes_and_the_two_stores() -> None:
    assert set(services()) == {*OURS, *STORES}


def test_nothing_is_published_but_the_web_port_and_that_on_this_machine_unless_said_otherwise() -> None:
    published = {name: service["ports"] for name, service in services().items() if "ports" in service}
    assert published == {"web": ["127.0.0.1:8000:8000"]}
    assert [name for name, service in services().items() if service.get("network_mode")] == []


@pytest.mark.parametrize("name", OURS)
def test_each_of_our_processes_is_a_command_of_the_program(name: str) -> None:
    command, *rest = services()[name]["command"]
    assert command in COMMANDS
    assert rest == (["upgrade"] if name == ONCE else [])


@pytest.mark.parametrize("name", OURS)
def test_each_of_our_processes_has_no_more_rights_than_it_needs(name: str) -> None:
    service = services()[name]
    rights = {key: service[key] for key in ("read_only", "cap_drop", "security_opt", "init")}
    assert rights == {
        "read_only": True,
        "cap_drop": ["ALL"],
        "security_opt": ["no-new-privileges:true"],
        "init": True,
    }
    assert not {"privileged", "user", "pid", "devices"} & set(service)


@pytest.mark.parametrize("name", [*OURS, *STORES])
def test_every_service_has_a_health_check_and_comes_back_by_itself(name: str) -> None:
    service = services()[name]
    if name == ONCE:
        assert (service["healthcheck"], service["restart"]) == ({"disable": True}, "on-failure")
        return
    assert service["restart"] == "unless-stopped"
    check = service["healthcheck"]
    assert check["test"][0] == "CMD"
    assert {"interval", "timeout", "retries"} <= set(check)


def test_the_health_checks_of_ours_ask_the_program_and_the_probe() -> None:
    assert services()["worker"]["healthcheck"]["test"][1:] == ["helpdesk", "worker", "--check"]
    assert services()["scheduler"]["healthcheck"]["test"][1:] == ["helpdesk", "scheduler", "--check"]
    assert "http://127.0.0.1:8000/health/ready" in services()["web"]["healthcheck"]["test"][-1]


def test_the_database_is_migrated_before_anything_uses_it() -> None:
    waits = {name: services()[name]["depends_on"] for name in OURS}
    migrated = {
        "migrate": {"condition": "service_completed_successfully"},
        "redis": {"condition": "service_healthy"},
    }
    assert waits == {
        "web": migrated,
        "worker": migrated,
        "scheduler": migrated,
        "migrate": {"postgres": {"condition": "service_healthy"}},
    }


def test_every_image_is_pinned() -> None:
    images = {name: service["image"] for name, service in services().items()}
    bases = [rest.split()[0] for word, rest in instructions() if word == "FROM"]
    loose = [image for image in [*images.values(), *bases] if not _PINNED.fullmatch(image)]
    assert loose == [], f"name an exact version: {', '.join(loose)}"


def test_every_volume_network_and_secret_is_declared_and_used() -> None:
    whole = compose()
    used = {
        kind: {
            str(item).split(":")[0]
            for service in whole["services"].values()
            for item in service.get(kind, [])
        }
        for kind in ("volumes", "networks", "secrets")
    }
    assert used == {kind: set(whole[kind]) for kind in used}


def test_the_stores_cannot_be_reached_from_outside() -> None:
    assert compose()["networks"]["inside"] == {"internal": True}
    assert {name: services()[name]["networks"] for name in STORES} == {name: ["inside"] for name in STORES}


def test_no_secret_stands_in_the_file() -> None:
    secret = re.compile(r"PASSWORD|TOKEN|SECRET|DATABASE_URL|SMTP")
    named = {
        f"{service}: {name}"
        for service, content in services().items()
        for name in content.get("environment", {})
        if secret.search(name) and not name.endswith("_FILE")
    }
    assert named == set()
    assert {each["file"].split("/")[0] for each in compose()["secrets"].values()} == {"secrets"}
    assert "secrets/" in (TOP / ".gitignore").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("name", OURS)
def test_what_a_process_is_told_are_settings_that_it_reads_and_can_start_with(
    name: str, tmp_path: Path
) -> None:
    told = services()[name]["environment"]
    ours = {key.removesuffix("_FILE") for key in told if key != "TZ"}
    assert ours <= set(NAMES)
    secrets = {
        "HELPDESK_DATABASE_URL": "postgresql://helpdesk:secret@postgres/helpdesk",
        "HELPDESK_SECRET_KEY": "0123456789abcdef" * 3,
        "TWILIO_AUTH_TOKEN": "",
        "SMTP_URL": "",
        "HELPDESK_METRICS_TOKEN": "",
    }
    given = dict(told)
    for key, content in secrets.items():
        path = tmp_path / key
        path.write_text(content)
        given[f"{key}_FILE"] = str(path)
    settings = Settings.from_environment(given)
    assert settings.in_production
    assert settings.redis_url == "redis://redis:6379/0"


def test_the_database_and_the_redis_that_are_named_are_services_here() -> None:
    assert services()["postgres"]["environment"]["POSTGRES_DB"] == "helpdesk"
    assert services()["redis"]["command"][1:3] == ["--appendonly", "yes"]


def test_every_process_keeps_commune_time_in_its_log() -> None:
    zones = {name: service["environment"]["TZ"] for name, service in services().items()}
    assert zones == dict.fromkeys(services(), "Asia/Ho_Chi_Minh")


# The image


def test_the_image_runs_as_an_ordinary_user_and_listens_for_the_container() -> None:
    stage = last_stage()
    (user,) = [rest for word, rest in stage if word == "USER"]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user), "a number, so that an engine can tell it is not root"
    (environment,) = [
        dict(pair.split("=", 1) for pair in shlex.split(rest)) for word, rest in stage if word == "ENV"
    ]
    settings = {name: value for name, value in environment.items() if name.startswith("HELPDESK_")}
    assert set(settings) <= set(NAMES)
    assert settings == {"HELPDESK_ENV": "production", "HELPDESK_BIND": "0.0.0.0", "HELPDESK_DATA": "/data"}  # noqa: S104
    assert ("VOLUME", '["/data"]') in stage


def test_the_image_starts_the_program_without_a_shell_between() -> None:
    stage = dict(last_stage())
    assert (stage["ENTRYPOINT"], stage["CMD"]) == ('["helpdesk"]', '["web"]')


def test_what_is_copied_exists_and_reaches_the_builder() -> None:
    let_through = {
        line[1:]
        for line in (TOP / ".dockerignore").read_text(encoding="utf-8").split()
        if line.startswith("!")
    }
    copied = {
        source.rstrip("/")
        for word, rest in instructions()
        if word == "COPY" and "--from" not in rest
        for source in rest.split()[:-1]
    }
    assert copied == let_through
    assert [name for name in copied if not (TOP / name).exists()] == []


def test_only_hashed_packages_get_into_the_image() -> None:
    installs = [rest for word, rest in instructions() if word == "RUN" and "pip install" in rest]
    assert ["--require-hashes -r requirements.lock" in line or "--no-deps" in line for line in installs] == [
        True,
        True,
    ]


# Judged by tools where they are at hand


if importlib.util.find_spec("compose_spec"):

    def test_the_compose_file_is_as_the_specification_has_it() -> None:
        judge = importlib.import_module("compose_spec").PyCompose
        assert set(judge.from_yaml(yaml.safe_dump(compose())).service_names()) == set(services())


HADOLINT = shutil.which("hadolint", path=str(Path(sys.executable).parent)) or shutil.which("hadolint")

if HADOLINT:

    def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
        judged = subprocess.run([str(HADOLINT), str(DOCKERFILE)], capture_output=True, text=True, check=False)
        assert (judged.returncode, judged.stdout) == (0, "")
