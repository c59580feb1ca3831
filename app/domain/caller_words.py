"""Words that stand where a number should: withheld by the caller, or unknown to the network."""

import re
import unicodedata
from enum import Enum, auto


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Written as they are compared: small letters without accents.
_WITHHELD = _set("""
    anonymous private restricted withheld blocked unavailable hidden suppressed unlisted
    anonym privat unterdruckt unterdruckte unterdruckter verborgen gesperrt zuruckgehalten
    anonyme masque prive secret cache
    anonimo anonima privado privada oculto oculta restringido restrito bloqueado
    privato privata nascosto nascosta riservato riservata
    anoniem afgeschermd geheim privenummer
    dolt skyddat hemligt hemmeligt skjult hemmelig salainen
    zastrzezony prywatny ukryty anonimowy skryte gizli
    аноним скрыт скрытыи приватныи
    非通知 非通知設定 匿名
""")
_UNKNOWN = _set("""
    unknown undefined none null nil nan na
    unbekannt unbekannter unbekannte inconnu desconocido desconhecido sconosciuto onbekend
    okant okand ukendt ukjent tuntematon nieznany neznamy неизвестныи неизвестно
""")
# What is written around those words and says nothing itself.
_AROUND = _set("""
    number caller call id name party no the not
    nummer rufnummer anrufer teilnehmer
    numero appelant appel llamada chiamata chamada
    numer dzwoniacy номер
""")
# These say it only as a whole: each word by itself would be a word around others.
_WHOLE = frozenset({"no caller id", "no number", "keine rufnummer", "not available"})
# Calls without a number come from Twilio with the word spelled on a phone's keypad.
_SPELLED_WITHHELD = frozenset({"266696687", "7378742833", "2562533", "86282452253"})
_SPELLED_UNKNOWN = frozenset({"8656696"})


class Said(Enum):
    """What the words say about the number."""

    WITHHELD = auto()
    UNKNOWN = auto()
    NOTHING = auto()


def said(text: str) -> Said:
    """Read words such as "Private number" or "anonyme", in any case and with or without accents."""
    words = _words(text)
    telling = set(words) - _AROUND
    if " ".join(words) in _WHOLE or (telling and telling <= _WITHHELD):
        return Said.WITHHELD
    if telling and telling <= _UNKNOWN:
        return Said.UNKNOWN
    return Said.NOTHING


def spelled(digits: str) -> Said:
    """Read a word spelled in digits: 266696687 is ANONYMOUS."""
    if digits in _SPELLED_WITHHELD:
        return Said.WITHHELD
    return Said.UNKNOWN if digits in _SPELLED_UNKNOWN else Said.NOTHING


def _words(text: str) -> list[str]:
    bare = "".join(
        each
        for each in unicodedata.normalize("NFKD", text.replace("/", "").casefold())
        if not unicodedata.combining(each)
    )
    return re.findall(r"[^\W\d_]+", bare)
