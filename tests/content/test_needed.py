"""What a Python example needs to be installed."""

from __future__ import annotations

import pytest

from tests.content import needed


def test_standard_library_is_always_there() -> None:
    assert not needed.absent("import json\nfrom os import path")


def test_missing_package_is_named() -> None:
    assert "nothing_like_this" in needed.absent("def f():\n    import nothing_like_this.part")


def test_module_the_example_writes_is_no_package() -> None:
    assert not needed.absent("open('mine.py', 'w').close()\nimport mine")


def test_unreadable_code_needs_nothing() -> None:
    assert not needed.absent("print(")


def test_missing_package_skips_the_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="make content"):
        needed.packages("import nothing_like_this")


def test_missing_package_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="nothing_like_this"):
        needed.packages("import nothing_like_this")
