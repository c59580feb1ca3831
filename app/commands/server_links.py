"""How the server's commands hand out the link of an invitation."""

from app.assembly import Workplace


def tell_link(workplace: Workplace, person: str, link: str) -> None:
    """Print the link, which nobody can show again."""
    if workplace.as_json:
        workplace.tell_json({"link": link})
        return
    say = workplace.words.say
    workplace.tell(
        link,
        say("Send this link to {person}. It works once, within 7 days.", person=person),
    )
