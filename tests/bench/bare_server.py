"""A bare FastAPI application with the settings of ours: what the library alone can do.

``python -m tests.bench.bare_server`` tells its address and serves until it is ended.
"""

import sys

from fastapi import FastAPI, Response

from app.server.web.serving import listen, serve
from app.wire.usage import UsageTaken

application = FastAPI()


@application.get("/v1/companies/{company}/plan")
async def plan(company: str) -> Response:
    """Answer as a poll is answered when nothing changed."""
    return Response(status_code=304, headers={"ETag": f'"{company}"'})


@application.put("/v1/companies/{company}/usage")
async def usage(company: str) -> UsageTaken:
    """Answer as an upload is answered."""
    return UsageTaken(taken=len(company), known=0)


def main() -> None:
    """Serve on any free port."""
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]

        def tell() -> None:
            sys.stdout.write(f'{{"address": "http://127.0.0.1:{port}"}}\n')
            sys.stdout.flush()

        serve(application, listener, None, tell)


if __name__ == "__main__":
    main()
