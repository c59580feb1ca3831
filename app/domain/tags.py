"""Tags: a person's own words for an entry, in one form however they are typed."""

_LONGEST = 40
_MOST = 20


def tidy_tags(written: str) -> str:
    """Write tags apart by commas, each once, without regard to case, in order of the alphabet.

    Tags are words or phrases apart by commas or semicolons; a leading # is dropped. Of very many
    the first twenty are kept, of a very long one the first forty characters.
    """
    tags: dict[str, str] = {}
    for each in written.replace(";", ",").split(","):
        tag = " ".join(each.split()).lstrip("# ")[:_LONGEST].rstrip()
        if tag and len(tags) < _MOST:
            tags.setdefault(tag.casefold(), tag)
    return ", ".join(tags[key] for key in sorted(tags))


def tags_of(tags: str) -> tuple[str, ...]:
    """Take tidy tags apart."""
    return tuple(tags.split(", ")) if tags else ()
