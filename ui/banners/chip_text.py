"""The short form of each banner, for its chip."""

from app.domain.meter import Banner, BannerKind
from app.domain.problem import mark
from app.wording.units import short_amount
from app.wording.words import Words

_PLAIN = {
    BannerKind.BILLED_CALL: mark("This call is billed"),
    BannerKind.LIMIT_IN_CALL: mark("Limit reached in this call"),
    BannerKind.BLOCKED: mark("Nothing left"),
    BannerKind.COULD_BE_BILLED: mark("Nothing left"),
    BannerKind.AHEAD: mark("Ahead of pace"),
    BannerKind.SIGN_IN: mark("Sign in again"),
    BannerKind.DIFFERS: mark("Figures differ"),
    BannerKind.OFFLINE: mark("Offline"),
    BannerKind.STALE: mark("Old figures"),
}


def chip_text(words: Words, banner: Banner) -> str:
    """Say a banner in two or three words."""
    meter = banner.meter
    match banner.kind:
        case BannerKind.BILLED if meter.billed:
            amount = short_amount(words, meter.kind, meter.billed)
            return words.say("Billed: {amount}", amount=amount)
        case BannerKind.BILLED:
            return words.say("Billed from here on")
        case BannerKind.NEAR:
            amount = short_amount(words, meter.kind, meter.remaining)
            return words.say("{amount} left", amount=amount)
        case BannerKind.POOL:
            return words.say("Pool: {used} of {whole}", used=meter.used, whole=meter.included)
        case _:
            return words.say(_PLAIN[banner.kind])
