"""Data and configuration: YAML, TOML, JSON, INI, HCL."""

from __future__ import annotations

import configparser
import json
import tomllib

import yaml

from tests.content import needed


def problem_of_yaml(code: str) -> str | None:
    """Read every document of a stream."""
    try:
        list(yaml.safe_load_all(code))
    except yaml.YAMLError as error:
        return str(error)
    return None


def problem_of_toml(code: str) -> str | None:
    """Read one file."""
    try:
        tomllib.loads(code)
    except tomllib.TOMLDecodeError as error:
        return str(error)
    return None


def problem_of_json(code: str) -> str | None:
    """Read one value."""
    try:
        json.loads(code)
    except json.JSONDecodeError as error:
        return str(error)
    return None


def problem_of_ini(code: str) -> str | None:
    """Read sections of options; units of systemd name an option several times."""
    try:
        configparser.ConfigParser(interpolation=None, strict=False).read_string(code)
    except configparser.Error as error:
        return str(error)
    return None


def problem_of_hcl(code: str) -> str | None:
    """Read one file of Terraform or OpenTofu."""
    hcl2, lark = needed.module("hcl2"), needed.module("lark")
    try:
        hcl2.loads(code + "\n")
    except lark.exceptions.LarkError as error:
        return str(error)
    return None
