"""The app's manifest, for an address or for Socket Mode."""

from __future__ import annotations

import re
from pathlib import Path

from ruamel.yaml import YAML

MANIFEST = Path(__file__).parent / "manifest.yml"
ADDRESS = "https://coach.example.com"


LINK_SCOPES = ("users:read", "users:read.email")  # what linking by e-mail needs besides


def manifest(public_url: str, link_email: bool = False) -> str:
    """The manifest as YAML: with ``public_url`` as the address, or without one for Socket Mode;
    with the scopes to ``link_email`` addresses, if that is wanted."""
    text = MANIFEST.read_text(encoding="utf-8")
    if link_email:
        more = "".join(f"      - {scope}\n" for scope in LINK_SCOPES)
        text = text.replace("    bot:\n", f"    bot:\n{more}", 1)
    text = text[text.index("display_information:") :]
    if public_url:
        return text.replace(ADDRESS, public_url)
    text = re.sub(rf"^ *(?:request_)?url: {re.escape(ADDRESS)}.*\n", "", text, flags=re.M)
    return text.replace("socket_mode_enabled: false", "socket_mode_enabled: true")


def scopes() -> list[str]:
    """The bot scopes that the manifest asks for."""
    content = YAML(typ="safe").load(MANIFEST.read_text(encoding="utf-8"))
    return [str(scope) for scope in content["oauth_config"]["scopes"]["bot"]]
