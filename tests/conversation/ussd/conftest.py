"""A phone that dials."""

import pytest

from tests.conversation.ussd.dialling import Dialler
from tests.support.service import Service


@pytest.fixture
def phone(service: Service) -> Dialler:
    return Dialler(service)
