"""HubSpot calls: an export in English or German, one by internal names, and the API's answers.

An export has the columns of the view it was made from. The duration counts milliseconds, or reads
h:mm:ss. A record that another calling app wrote keeps that app's id, for it uses no HubSpot minute,
and the id that app knows the call by, for the app may have reported it too.
"""

from app.domain.event import Call
from app.domain.hubspot_call import HubSpotCall, call_of
from app.domain.record_values import source
from app.exchange.columns import Cells, column
from app.exchange.format import Convert, Format, Setup, Shape

COLUMNS = (
    column("hs_object_id", "Record ID", "Datensatz-ID", "id", "Call ID"),
    column(
        *("hs_timestamp", "Activity date", "Aktivitätsdatum", "Datum der Aktivität"),
        required=True,
        date=True,
    ),
    column("hs_call_direction", "Call direction", "Anrufrichtung", "Richtung des Anrufs"),
    column(
        *("hs_call_duration", "Call duration", "Call duration (ms)"),
        *("Anrufdauer", "Dauer des Anrufs", "Call duration (HH:mm:ss)"),
        *("Anrufdauer (HH:mm:ss)", "Call duration (milliseconds)", "Anrufdauer (ms)"),
        required=True,
    ),
    column("hs_call_from_number", "From number", "Von-Nummer", "Von Nummer", "Anrufernummer"),
    column(
        *("hs_call_to_number", "To number", "An-Nummer", "An Nummer", "Zielnummer"),
        required=True,
    ),
    column("hs_call_status", "Call status", "Anrufstatus", "Status des Anrufs"),
    column("hs_call_app_id", "Call app ID", "App ID", "Anruf-App-ID", "App-ID"),
    column("hs_call_external_id", "Call external ID", "External ID", "Externe ID"),
    column("hs_call_source", "Call source", "Anrufquelle", "Quelle des Anrufs"),
    column(
        *("hubspot_owner_id", "Activity assigned to", "Aktivität zugewiesen zu"),
        *("Call owner", "Aktivität zugewiesen an", "Zugewiesen zu"),
    ),
    column(
        *("Associated Contact", "Associated Contacts", "Contact", "Contact name"),
        *("Zugehöriger Kontakt", "Zugehörige Kontakte", "Kontakt"),
    ),
)


def _prepare(setup: Setup) -> Convert:
    when, otherwise, of = setup.when(), setup.direction, source("hubspot", setup.account)

    def convert(cells: Cells) -> Call:
        said = HubSpotCall(*cells[:-1])
        return call_of(of, when(said.timestamp), said, otherwise)

    return convert


CALLS = Format("hubspot-calls", Shape.TABLE, COLUMNS, _prepare)
CALLS_JSON = Format("hubspot-calls-json", Shape.JSON, COLUMNS, _prepare, page="results")
