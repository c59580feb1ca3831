"""Words for the people of a company: what they are, and which seat they sit on."""

from app.domain.company import Licence, Role
from app.wording.words import Words


def role_text(words: Words, role: Role) -> str:
    """Say what a person is to the plan."""
    return words.say("owner") if role is Role.OWNER else words.say("agent")


def licence_text(words: Words, licence: Licence) -> str:
    """Say which seat a person sits on."""
    match licence:
        case Licence.COMMITTED:
            return words.say("committed seat")
        case Licence.ADDITIONAL:
            return words.say("additional seat")
        case Licence.ANNUAL:
            return words.say("annual seat")
        case Licence.NONE:
            return words.say("no seat")
