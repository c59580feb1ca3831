"""Bodies of the sample's texts: short, long, with emoji, and in languages that need more."""

from random import Random

#: Counts one segment whatever the name.
SHORTEST = "Thanks, talk soon!"
GERMAN = (
    "Guten Tag, die Unterlagen sind unterwegs. Viele Grüße aus Berlin",
    "Passt Ihnen Donnerstag um zehn? Ich rufe Sie gerne an 📞",
)
_MOVE = (
    "Hi {name}, quick one: shall we keep Thursday, or would next week suit you better? Happy to "
    "move it, the demo takes twenty minutes and I can bring the figures you asked for."
)
_SUMMARY = (
    "Dear {name}, as promised here is the summary of our call: twelve seats, yearly billing, "
    "set-up included, start on the first of the month. If that is right, just answer YES and I "
    "will send the papers for signing today. If not, tell me what to change and I call you back."
)
_OPTIONS = (
    "Hi {name}, thank you for your time today 🙏 I have put the three options side by side for "
    "you, with the prices we spoke about."
)
_DELIVERY = (
    "Hi {name} 👋 the delivery left our warehouse this morning and should be with you on Friday. "
    "The driver calls half an hour ahead. Anything else before the weekend? Just send a line."
)
_BODIES = (
    SHORTEST,
    "Hi {name}, running five minutes late, sorry!",
    "Hello {name}, the quote is in your inbox. Call me with any questions.",
    "Confirmed for tomorrow at 10. I will ring this number.",
    "Great talking to you today 🎉",
    "Sent! 📎 Let me know what you think 🙂",
    _MOVE,
    _SUMMARY,
    _OPTIONS,
    _DELIVERY,
)


def body_for(name: str, chance: Random) -> str:
    """Choose a body and put the name into it."""
    return chance.choice(_BODIES).format(name=name)
