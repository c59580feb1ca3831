"""Countries by name, as a person chooses and writes them."""

from app.wording.words import Words


def countries(words: Words) -> tuple[tuple[str, str], ...]:
    """Return every country as its ISO-2 code and its name, sorted by name."""
    # Here because its tables cost 60 ms, and few sentences name a country to choose.
    from phonenumbers import SUPPORTED_REGIONS

    named = ((code, words.region(code)) for code in SUPPORTED_REGIONS)
    return tuple(sorted(named, key=lambda each: each[1].casefold()))


def read_countries(words: Words, written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read names or ISO-2 codes with commas between them: the codes, and what is no country."""
    known = {name.casefold(): code for code, name in countries(words)}
    known |= {code.casefold(): code for code in tuple(known.values())}
    parts = [part.strip() for part in written.replace("\n", ",").split(",") if part.strip()]
    codes = [known[part.casefold()] for part in parts if part.casefold() in known]
    return tuple(dict.fromkeys(codes)), tuple(p for p in parts if p.casefold() not in known)
