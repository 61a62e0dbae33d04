"""What tests of the whole program stand on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.warm_program import Warm


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    """Command lines begin at once."""
    with Warm() as warm:
        yield warm
