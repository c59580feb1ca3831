"""What people and programs call the columns of a call log, in English and German."""

from app.domain.plain_name import plain

#: The words for each role; the more telling roles come first, for a column has only one.
_WORDS = {
    "duration": (
        "duration,talk time,talk,call duration,billsec,billable seconds,length,seconds,minutes,"
        "dauer,gesprächsdauer,anrufdauer,sekunden,minuten,duration (in call),in-call duration"
    ),
    "start": (
        "start,start time,started,started at,datetime,date time,date/time,timestamp,begin,began,"
        "call time,call start,called at,created at,calldate,when,beginn,startzeit,zeitpunkt,"
        "zeitstempel,anrufbeginn,wann,datum/uhrzeit,datum und uhrzeit"
    ),
    "date": "date,day,call date,start date,datum,tag,anrufdatum",
    "time": "time,time of day,zeit,uhrzeit",
    "direction": "direction,call direction,call type,type,richtung,anrufrichtung,anruftyp,art,typ",
    "answered": (
        "answered,status,call status,result,disposition,outcome,beantwortet,angenommen,ergebnis,"
        "anrufstatus"
    ),
    "from": (
        "from,from number,caller,caller number,caller id,calling number,calling party,source,src,"
        "origin,a number,von,von nummer,anrufer,quelle,absender"
    ),
    "to": (
        "to,to number,called,called number,called party,callee,destination,dst,dialed number,"
        "dialled number,b number,recipient,an,an nummer,nach,ziel,zielnummer,angerufener,empfänger"
    ),
    "own": (
        "own number,my number,line,line number,extension,ext,eigene nummer,leitung,nebenstelle,"
        "durchwahl"
    ),
    "far": (
        "number,phone number,phone,telephone,contact number,customer number,remote party,"
        "other party,nummer,rufnummer,telefonnummer,telefon,kundennummer,gegenstelle"
    ),
    "agent": (
        "agent,agent name,user,user name,owner,employee,rep,assigned to,benutzer,mitarbeiter,"
        "besitzer,bearbeiter"
    ),
    "id": "id,call id,callid,uniqueid,unique id,uuid,record id,reference,guid,anruf-id,kennung,nr",
    "segments": "segments,segment count,number of segments,num segments,parts,segmente",
    "media": "media,num media,number of media,attachments,anhänge",
    "body": "body,message,message body,text,content,nachricht,inhalt",
}
ALIASES = {role: frozenset(map(plain, words.split(","))) for role, words in _WORDS.items()}
_SHORTEST_PART = 5


def role_of(name: str) -> str:
    """Tell what a column of this name holds, "" when its name says nothing."""
    return next((role for role, words in ALIASES.items() if plain(name) in words), "")


def role_within(name: str) -> str:
    """Tell what a column holds by a word inside its name ("Duration in s"), "" when by none."""
    said = plain(name)
    found = [
        (len(word), role)
        for role, words in ALIASES.items()
        for word in words
        if len(word) >= _SHORTEST_PART and word in said
    ]
    return max(found, default=(0, ""))[1]
