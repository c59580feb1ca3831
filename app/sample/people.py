"""The people of the sample, all invented, with numbers that are set apart for fiction.

+1 numbers are 555-0100 to 555-0199. The German and British ones are from the ranges that the
regulators of both countries reserve for film and print.
"""

from typing import NamedTuple


class Agent(NamedTuple):
    """Somebody of the team: the name records use, the number of theirs, and their own phone."""

    name: str
    number: str
    phone: str


class Contact(NamedTuple):
    """Somebody to talk to; ``region`` as ISO 3166, ``country`` as reports write it."""

    name: str
    number: str
    region: str
    country: str


ME = Agent("Jana", "+14155550100", "+493023125010")
OMAR = Agent("Omar", "+14155550101", "+493023125011")
MEI = Agent("Mei", "+16045550102", "+493023125012")

US_CONTACTS = tuple(
    Contact(name, number, "US", "United States")
    for name, number in (
        ("Ada Merrow", "+12125550119"),
        ("Larkmoor Supply", "+14155550188"),
        ("Theo Quill", "+16465550102"),
        ("Brightwell Dental", "+13125550147"),
        ("Ivy Calloway", "+12065550163"),
        ("Pinegate Freight", "+16175550135"),
        ("Noel Ashdown", "+15125550171"),
        ("Harrow Lane Bakery", "+13035550128"),
        ("Mara Feldspar", "+14045550156"),
        ("Copperline Studio", "+15035550194"),
        ("Rufus Tamsin", "+17205550110"),
        ("Saltmarsh Rentals", "+18585550142"),
        ("Della Winterbourne", "+19175550181"),
        ("Quayside Opticians", "+16025550179"),
    )
)
CA_CONTACTS = tuple(
    Contact(name, number, "CA", "Canada")
    for name, number in (
        ("Nadia Poirier", "+15145550122"),
        ("Cedar & Slate", "+16045550170"),
        ("Gil Marchbanks", "+14165550133"),
        ("Boréal Outfitters", "+14185550158"),
    )
)
DE_CONTACTS = tuple(
    Contact(name, number, "DE", "Germany")
    for name, number in (
        ("Anna Brandt", "+493023125142"),
        ("M. Keller GmbH", "+494066969055"),
        ("Birkenhof Optik", "+498999998120"),
        ("Jörg Wiesental", "+496990009077"),
    )
)
GB_CONTACTS = (Contact("Tess Harcourt", "+442079460123", "GB", "United Kingdom"),)

#: Texts to these draw on the allowance of the United States and Canada.
TEXTED = US_CONTACTS + CA_CONTACTS
#: Two destinations only, so that what is billed to each can be read off.
BILLED = US_CONTACTS[:6] + DE_CONTACTS
CALLED = US_CONTACTS + CA_CONTACTS + DE_CONTACTS * 2 + GB_CONTACTS
