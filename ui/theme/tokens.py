"""Tokens: every colour of the window by its meaning, for light, dark and high contrast."""

from dataclasses import dataclass, replace

from ui.theme.tone import Tone


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as ``#rrggbb``.

    ``text`` and ``soft`` stand at 4.5:1 or better on ``ground``, ``card`` and every tinted ground;
    ``faint`` outlines fields at 3:1; words in it may be missed. ``edge`` outlines what has words.
    """

    dark: bool
    ground: str
    card: str
    hairline: str
    edge: str
    text: str
    soft: str
    faint: str
    accent: str
    accent_ground: str
    accent_edge: str
    on_accent: str
    near: str
    near_ground: str
    near_edge: str
    billed: str
    billed_ground: str
    billed_edge: str
    track: str
    hover: str


LIGHT = Tokens(
    dark=False,
    ground="#f6f7f9",
    card="#ffffff",
    hairline="#e3e6eb",
    edge="#d5dae1",
    text="#1b2330",
    soft="#5b6675",
    faint="#7f8998",
    accent="#2a68d4",
    accent_ground="#e8f0fd",
    accent_edge="#b9d0f7",
    on_accent="#ffffff",
    near="#9b5c00",
    near_ground="#fff5e0",
    near_edge="#ecd29b",
    billed="#b83828",
    billed_ground="#fdece5",
    billed_edge="#f0bda9",
    track="#e6eaf0",
    hover="#eef1f5",
)

DARK = Tokens(
    dark=True,
    ground="#15181d",
    card="#1d2127",
    hairline="#2d333c",
    edge="#3b434e",
    text="#eceff3",
    soft="#a5afbc",
    faint="#78828f",
    accent="#6ea0f5",
    accent_ground="#22304a",
    accent_edge="#37517f",
    on_accent="#10151d",
    near="#f0b54a",
    near_ground="#33290f",
    near_edge="#6b5520",
    billed="#f58a63",
    billed_ground="#381d13",
    billed_edge="#713a26",
    track="#2c323b",
    hover="#262c34",
)

LIGHT_CONTRAST = replace(
    LIGHT,
    ground="#ffffff",
    hairline="#5b6675",
    edge="#1b2330",
    text="#000000",
    soft="#2b3340",
    faint="#4a5462",
    accent="#0b46ad",
    accent_edge="#0b46ad",
    near="#7a4700",
    near_edge="#7a4700",
    billed="#7c1000",
    billed_edge="#7c1000",
    track="#c3cad4",
)

DARK_CONTRAST = replace(
    DARK,
    ground="#000000",
    card="#000000",
    hairline="#a5afbc",
    edge="#eceff3",
    text="#ffffff",
    soft="#dfe4ea",
    faint="#b9c2cd",
    accent="#a3c4ff",
    accent_edge="#a3c4ff",
    near="#ffd27a",
    near_edge="#ffd27a",
    billed="#ffb194",
    billed_edge="#ffb194",
    track="#4a525e",
)


def tokens_for(*, dark: bool, contrast: bool) -> Tokens:
    """The tokens of a scheme."""
    if dark:
        return DARK_CONTRAST if contrast else DARK
    return LIGHT_CONTRAST if contrast else LIGHT


def ink(tokens: Tokens, tone: Tone) -> str:
    """The colour a mark of this tone is drawn in."""
    match tone:
        case Tone.PLAIN:
            return tokens.accent
        case Tone.NEAR:
            return tokens.near
        case Tone.STOP | Tone.BILLED:
            return tokens.billed
        case Tone.QUIET:
            return tokens.soft


def ground(tokens: Tokens, tone: Tone) -> str:
    """The ground a banner or chip of this tone stands on."""
    match tone:
        case Tone.PLAIN:
            return tokens.accent_ground
        case Tone.NEAR:
            return tokens.near_ground
        case Tone.STOP | Tone.BILLED:
            return tokens.billed_ground
        case Tone.QUIET:
            return tokens.track


def edge(tokens: Tokens, tone: Tone) -> str:
    """The hairline around a banner or chip of this tone."""
    match tone:
        case Tone.PLAIN:
            return tokens.accent_edge
        case Tone.NEAR:
            return tokens.near_edge
        case Tone.STOP | Tone.BILLED:
            return tokens.billed_edge
        case Tone.QUIET:
            return tokens.hairline
