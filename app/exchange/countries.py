"""Countries by their English and German names, as reports write them."""

from functools import lru_cache

from app.domain.plain_name import plain

_LANGUAGES = ("en", "de")
# Names in common use that are not the registry's own.
_ALSO = {
    "usa": "US",
    "us": "US",
    "unitedstatesofamerica": "US",
    "vereinigtestaatenvonamerika": "US",
    "uk": "GB",
    "greatbritain": "GB",
    "grossbritannien": "GB",
    "czechrepublic": "CZ",
    "turkey": "TR",
    "russianfederation": "RU",
    "southkorea": "KR",
    "hongkong": "HK",
    "hongkongsarchina": "HK",
}


def region_of(description: str) -> str:
    """Find the ISO-2 region a description ends with ("Outbound SMS - Canada"), "" if unknown.

    "US/CA" is neither country for certain and stays unknown.
    """
    name = description.replace("–", "-").rpartition("-")[2]
    return _regions().get(plain(name), "")


@lru_cache(maxsize=1)
def _regions() -> dict[str, str]:
    # Imported here because only this one report needs it and its tables take time to load.
    from babel import Locale

    regions: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha():
                regions.setdefault(plain(name), code)
    return regions | _ALSO
