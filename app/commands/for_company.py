"""That a change holds for a whole company, told after the change itself."""

from app.assembly import Workplace


def tell_company(company: str, workplace: Workplace) -> None:
    """Say for which company it holds; nothing for "", where it holds on this computer alone."""
    if company:
        said = workplace.words.say("It is saved for everybody of {company}.", company=company)
        workplace.tell(said)
