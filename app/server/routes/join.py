"""The page behind an invitation's link, for people who open it in a browser."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

router = APIRouter(tags=["signing in"])

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>Talktally</title>
</head>
<body>
<h1>Talktally</h1>
<p>This is an invitation to your company's plan. Copy the whole link from the address bar, open
Talktally, choose <b>Connect to your company…</b> in the menu <b>Plan</b>, and paste it there.</p>
<p>The link works once. Keep it to yourself.</p>
<hr>
<div lang="de">
<p>Dies ist eine Einladung zum Tarif Ihres Unternehmens. Kopieren Sie den ganzen Link aus der
Adresszeile, öffnen Sie Talktally, wählen Sie im Menü <b>Tarif</b> den Eintrag
<b>Mit dem Unternehmen verbinden…</b> und fügen Sie ihn dort ein.</p>
<p>Der Link gilt einmal. Behalten Sie ihn für sich.</p>
</div>
</body>
</html>
"""


# A page for people, so it is no part of the contract.
@router.get("/join", include_in_schema=False)
async def join() -> HTMLResponse:
    """Show how to use an invitation; the code itself never reaches the server here."""
    return HTMLResponse(_PAGE)
