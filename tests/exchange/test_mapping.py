"""Mappings that a person writes."""

import json
from pathlib import Path

import pytest

from app.domain.event import Direction
from app.domain.instant import iso
from app.domain.problem import Problem, UsageProblem
from app.exchange.mapping import load_mapping, parse_mapping
from app.exchange.reading import read
from tests.support.readings import SAMPLES, calls, texts, written

COLUMNS = {"start": "Wann", "to": "Ziel", "duration": "Dauer"}


def test_a_file_without_a_header_is_read_by_the_names_in_the_mapping() -> None:
    mapping = load_mapping(SAMPLES / "headerless_mapping.json")
    answered, unanswered = calls(read(SAMPLES / "headerless.csv", mapping=mapping))
    assert (answered.talk_us, unanswered.talk_us) == (185_000_000, 0)
    assert (answered.source.provider, iso(answered.start)) == (
        "switchboard",
        "2026-11-02T14:04:05Z",
    )


def test_minutes_with_a_comma_and_words_of_one_s_own(tmp_path: Path) -> None:
    columns = {**COLUMNS, "direction": "Art", "agent": "Wer"}
    text = {"columns": columns, "duration_unit": "min", "decimal_comma": True, "inbound": ["an"]}
    mapping = parse_mapping(json.dumps(text), name="anlage")
    path = written(tmp_path, "Wann;Ziel;Dauer;Art;Wer\n2.11.2026 15:04;1;1,5;AN;Jana\n")
    (call,) = calls(read(path, mapping=mapping))
    assert (call.direction, call.talk_us, call.own) == (Direction.INBOUND, 90_000_000, "1")
    assert (mapping.name, call.agent) == ("anlage", "Jana")


def test_date_and_time_may_stand_in_two_columns(tmp_path: Path) -> None:
    columns = {"date": "Tag", "time": "Zeit", "far": "Ziel", "duration": "Dauer"}
    mapping = parse_mapping(json.dumps({"columns": columns, "dates": "month first"}))
    path = written(tmp_path, "Tag,Zeit,Ziel,Dauer\n11/02/2026,3:04 PM,1,60\n")
    (call,) = calls(read(path, mapping=mapping))
    assert iso(call.start) == "2026-11-02T15:04:00Z"


def test_texts_are_counted_from_their_body(tmp_path: Path) -> None:
    columns = {"start": "Wann", "to": "Ziel", "body": "Text"}
    mapping = parse_mapping(json.dumps({"kind": "texts", "columns": columns}))
    path = written(tmp_path, f"Wann,Ziel,Text\n2026-11-02 15:04,1,{'x' * 161}\n")
    (text,) = texts(read(path, mapping=mapping))
    assert (text.counted, text.reported) == (2, None)


def test_a_mapping_may_put_a_known_format_into_a_zone() -> None:
    mapping = parse_mapping('{"format": "hubspot-calls", "zone": "Europe/Berlin"}')
    first, _ = calls(read(SAMPLES / "hubspot_calls_de.csv", mapping=mapping))
    assert iso(first.start) == "2026-11-02T14:04:00Z"


def test_a_column_that_the_file_lacks_is_named(tmp_path: Path) -> None:
    mapping = parse_mapping(json.dumps({"columns": COLUMNS}))
    with pytest.raises(Problem, match="dauer"):
        read(written(tmp_path, "Wann,Ziel\n2026-11-02,1\n"), mapping=mapping)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "not a JSON object"),
        ("[1]", "not a JSON object"),
        ('{"colour": "blue"}', "unknown key colour"),
        ('{"zone": 1}', "zone has to be a text"),
        ('{"decimal_comma": 1}', "decimal_comma has to be true or false"),
        ('{"columns": {"start": 1}}', "columns has to be an object"),
        ('{"answered": [1]}', "answered has to be a list of texts"),
        ('{"columns": {"begin": "x"}}', "says begin for columns"),
        ('{"kind": "faxes"}', "says faxes for kind"),
        ('{"duration_unit": "h"}', "says h for duration_unit"),
        ('{"dates": "backwards"}', "says backwards for dates"),
        ('{"zone": "Middle/Earth", "format": "hubspot-calls"}', "not a time zone"),
        ('{"columns": {"to": "x", "duration": "y"}}', "no column for start"),
        ('{"columns": {"start": "x", "to": "y"}}', "no column for duration"),
    ],
)
def test_a_wrong_mapping_says_what_to_put_right(text: str, sentence: str) -> None:
    with pytest.raises(UsageProblem, match=sentence):
        parse_mapping(text)
