"""The palette that native parts (menus, fields, selections) take from the tokens."""

from PySide6.QtGui import QColor, QPalette

from ui.theme.tokens import Tokens


def palette(tokens: Tokens) -> QPalette:
    """A palette in which every role has a token's colour."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, _BUTTON_TEXT):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


_BUTTON_TEXT = QPalette.ColorRole.ButtonText


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: tokens.ground,
        role.WindowText: tokens.text,
        role.Base: tokens.card,
        role.AlternateBase: tokens.hover,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.soft,
        role.Button: tokens.card,
        _BUTTON_TEXT: tokens.text,
        role.BrightText: tokens.billed,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.hover,
        role.Midlight: tokens.hairline,
        role.Mid: tokens.edge,
        role.Dark: tokens.faint,
    }
