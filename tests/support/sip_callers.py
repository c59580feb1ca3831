"""What others do, as scenarios for sipp: they hang up, give up, are turned away, or answer."""

from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="ISO-8859-1" ?>\n<scenario name="caller">\n'
_TAIL = "</scenario>\n"
_NUMBER = "@number@"
_SDP = """\
v=0
o=ada 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [media_port] RTP/AVP 0
a=rtpmap:0 PCMU/8000"""


def hangs_up(folder: Path, number: str, milliseconds: int) -> Path:
    """Is answered, talks for so long, and hangs up."""
    return _scenario(
        folder, number, "hangs_up", *_ANSWERED, _pause(milliseconds), _send("BYE", 2), _OK
    )


def is_hung_up_on(folder: Path, number: str) -> Path:
    """Is answered, and talks until the other end hangs up."""
    return _scenario(
        folder, number, "is_hung_up_on", *_ANSWERED, '<recv request="BYE"/>\n', _AGREED
    )


def gives_up(folder: Path, number: str, milliseconds: int) -> Path:
    """Lets it ring for so long, and gives up."""
    steps = (_RINGING, _pause(milliseconds), _send("CANCEL", 1, to=""), _OK)
    return _scenario(folder, number, "gives_up", _CALL, _TRYING, *steps, *_refused(487))


def is_turned_away(folder: Path, number: str, code: int) -> Path:
    """Is turned away with a code."""
    return _scenario(folder, number, "is_turned_away", _CALL, _TRYING, _RINGING, *_refused(code))


def answers(folder: Path) -> Path:
    """Rings and answers when a person would: Twinkle stands still if it rings as it still calls."""
    ringing, talking = _said("180 Ringing"), _said("200 OK", body=_SDP)
    called = ('<recv request="INVITE"/>\n', _pause(300), ringing, _pause(300), talking)
    steps = (*called, '<recv request="ACK"/>\n', '<recv request="BYE"/>\n', _AGREED)
    return _scenario(folder, "", "answers", *steps)


def _scenario(folder: Path, number: str, name: str, *steps: str) -> Path:
    path = folder / f"{name}.xml"
    told = "".join(steps).replace(_NUMBER, number)
    path.write_text(_HEAD + told + _TAIL, encoding="latin-1")
    return path


def _send(method: str, sequence: int, *, to: str = "[peer_tag_param]", body: str = "") -> str:
    kind = "Content-Type: application/sdp\n" if body else ""
    return f"""<send{"" if method == "ACK" else ' retrans="500"'}><![CDATA[
{method} sip:agent@[remote_ip]:[remote_port] SIP/2.0
Via: SIP/2.0/UDP [local_ip]:[local_port];branch=z9hG4bK[pid]-{sequence}-[call_id]
From: "Ada" <sip:@number@@[local_ip]:[local_port]>;tag=[pid]t[call_number]
To: <sip:agent@[remote_ip]:[remote_port]>{to}
Call-ID: [call_id]
CSeq: {sequence} {method}
Contact: <sip:@number@@[local_ip]:[local_port]>
Max-Forwards: 70
{kind}Content-Length: [len]

{body}
]]></send>
"""


def _said(status: str, *, body: str = "") -> str:
    kind = "Content-Type: application/sdp\n" if body else ""
    return f"""<send{' retrans="500"' if body else ""}><![CDATA[
SIP/2.0 {status}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]t[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port]>
{kind}Content-Length: [len]

{body}
]]></send>
"""


def _pause(milliseconds: int) -> str:
    return f'<pause milliseconds="{milliseconds}"/>\n'


def _refused(code: int) -> tuple[str, str]:
    return f'<recv response="{code}"/>\n', _send("ACK", 1)


_CALL = _send("INVITE", 1, to="", body=_SDP)
_TRYING = '<recv response="100" optional="true"/>\n'
_RINGING = '<recv response="180"/>\n'
_OK = '<recv response="200"/>\n'
_ANSWERED = (_CALL, _TRYING, '<recv response="180" optional="true"/>\n', _OK, _send("ACK", 1))
_AGREED = """<send><![CDATA[
SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>
"""
