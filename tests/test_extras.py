"""The command that brings a missing library works for this installation."""

from __future__ import annotations

import sys
from importlib.metadata import requires

import pytest

from fzreview import extras
from fzreview.extras import install_command


def test_it_names_what_an_extra_stands_for() -> None:
    command = install_command("spacy")
    assert command.startswith(f"{sys.executable} -m pip install ")
    assert "spacy" in command
    assert "fzreview[" not in command
    assert install_command("hf") == install_command("parquet"), "an extra of an extra"


def test_every_extra_has_requirements_of_its_own() -> None:
    named = {line.split("==")[-1].strip(" '\"") for line in requires("fzreview") or () if "extra ==" in line}
    assert named
    assert all("fzreview[" not in install_command(extra) for extra in named)


def test_an_environment_without_pip_is_filled_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None)
    assert install_command("spacy").startswith(f"uv pip install --python {sys.executable} ")
