"""A sheet follows ODK's rules: what is asked, computed, required, offered and said."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.xlsform.written import TODAY, form, survey
from wopdesk.xlsform import Field, Sheet

ROW, OTHER, INNER = "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"


def opened(*lines: str, **given: object) -> Sheet:
    return form(survey(*lines)).sheet(today=TODAY, **given)  # type: ignore[arg-type]


def test_what_is_not_relevant_is_not_asked_but_kept() -> None:
    sheet = opened("type | name | label | relevant", "text | a | A |", "text | b | B | ${a} = 'x'")
    sheet.set("a", "x")
    sheet.set("b", "kept")
    assert sheet.set("a", "y") == {"a", "b"}
    assert sheet.answers() == {"a": "y"}
    sheet.set("a", "x")
    assert sheet.answers() == {"a": "x", "b": "kept"}


def test_relevance_of_a_group_hides_all_in_it_from_computing() -> None:
    sheet = opened(
        "type | name | label | relevant | calculation",
        "text | a | A | |",
        "begin_group | g | G | ${a} != 'no' |",
        "integer | n | N | |",
        "end_group | | | |",
        "calculate | twice | | | ${n} * 2",
    )
    sheet.set("g/n", "4")
    assert sheet.computed() == {"twice": "8"}
    assert sheet.set("a", "no") >= {"a", "g", "g/n", "twice"}
    assert sheet.computed() == {}


def test_numbers_are_written_whole_and_exact() -> None:
    sheet = opened(
        "type | name | label | calculation",
        "integer | a | A |",
        "calculate | product | | ${a} * 2",
        "calculate | words | | concat('Rs ', ${a} * 2)",
        "calculate | third | | round(${a} div 3, 2)",
        "calculate | small | | 1 div 1000000",
    )
    sheet.set("a", "1073741824")
    found = sheet.computed()
    assert (found["product"], found["words"], found["third"]) == ("2147483648", "Rs 2147483648", "357913941.33")
    assert found["small"] == "0.000001"


def test_a_calculation_without_its_numbers_is_empty() -> None:
    assert (
        opened("type | name | label | calculation", "integer | a | A |", "calculate | b | | ${a} + 1").computed() == {}
    )


def test_answers_are_written_canonically() -> None:
    sheet = opened("type | name | label", "decimal | n | N", "text | t | T", "date | d | D")
    for typed, stored in (("+012.50", "12.5"), (".5", "0.5"), ("-0", "0"), ("1,5", "1,5"), ("100", "100")):
        sheet.set("n", typed)
        assert sheet.answers()["n"] == stored
    sheet.set("t", "e\u0301  \r\nx\x00")
    assert sheet.answers()["t"] == "é\nx"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        ("integer", "12", "12.5"),
        ("decimal", "12.5", "12,5"),
        ("date", "2026-02-28", "2026-02-30"),
        ("time", "14:30:00.000+05:00", "25:00"),
        ("dateTime", "2026-02-28T14:30:00.000+05:00", "2026-02-28"),
    ],
)
def test_an_answer_of_the_wrong_type_is_kept_and_told(kind: str, good: str, bad: str) -> None:
    sheet = opened("type | name | label", f"{kind} | a | A")
    sheet.set("a", bad)
    assert sheet.answers() == {"a": bad}
    assert [unmet.lack for unmet in sheet.problems()] == ["type"]
    assert sheet.field("a").problem is not None
    sheet.set("a", good)
    assert sheet.problems() == ()


def test_required_and_constraint_speak_both_languages() -> None:
    text = survey(
        "type | name | label::English (en) | label::Urdu (ur) | required | required_message::English (en) | "
        "required_message::Urdu (ur) | constraint | constraint_message::English (en) | constraint_message::Urdu (ur)",
        "integer | low | Low | کم | | | | | |",
        "integer | high | High | زیادہ | ${low} > 0 | Write it. | لکھیں۔ | . > ${low} | Over ${low}. | ${low} سے زیادہ",
    )
    sheet = form(text).sheet()
    assert not sheet.field("high").required
    assert "high" in sheet.set("low", "5")
    assert [(unmet.lack, unmet.message("en"), unmet.message("ur")) for unmet in sheet.problems()] == [
        ("missing", "Write it.", "لکھیں۔")
    ]
    sheet.set("high", "4")
    problem = sheet.field("high").problem
    assert problem is not None
    assert (problem("en"), problem("ur"), str(problem)) == ("Over 5.", "5 سے زیادہ", "Over 5.")
    assert sheet.field("high").label("ur") == "زیادہ"


def test_without_messages_of_the_form_our_own_are_said() -> None:
    sheet = opened("type | name | label | required | constraint", "text | a | A | yes | . = 'x'")
    assert sheet.problems()[0].message("ur") == "یہاں جواب ضروری ہے۔"
    sheet.set("a", "y")
    assert sheet.problems()[0].message("en") == "This answer is not accepted."


def test_what_is_computed_or_readonly_is_not_for_a_person() -> None:
    sheet = opened(
        "type | name | label | readonly | calculation",
        "text | a | A | yes |",
        "text | b | B | | 'x'",
        "note | c | C | |",
    )
    assert [sheet.field(path).readonly for path in "abc"] == [True, True, True]
    assert [sheet.field(path).type for path in "abc"] == ["note", "text", "note"]
    with pytest.raises(ValueError, match="cannot be answered"):
        sheet.set("b", "y")
    with pytest.raises(KeyError):
        sheet.set("nowhere", "y")


CHOICES = """
| choices |
| | list_name | name | label::English (en) | label::Urdu (ur) | province |
| | province | p | Punjab | پنجاب | |
| | province | s | Sindh | سندھ | |
| | city | lhe | Lahore | لاہور | p |
| | city | khi | Karachi | کراچی | s |
| | city | hyd | Hyderabad | حیدرآباد | s |
"""


def test_choices_are_filtered_and_a_choice_that_is_gone_is_told() -> None:
    text = survey(
        "type | name | label::English (en) | choice_filter | calculation",
        "select_one province | province | Province | |",
        "select_one city | city | City | province = ${province} |",
        "select_multiple city | cities | Cities | |",
        "calculate | name | | | jr:choice-name(${city}, '${city}')",
    )
    sheet = form(text + CHOICES).sheet()
    assert "city" in sheet.set("province", "s")
    assert [(choice.value, choice.label("ur")) for choice in sheet.field("city").choices] == [
        ("khi", "کراچی"),
        ("hyd", "حیدرآباد"),
    ]
    sheet.set("city", "hyd")
    assert sheet.computed() == {"name": "Hyderabad"}
    sheet.set("cities", "hyd lhe")
    assert sheet.answers()["cities"] == "lhe hyd"
    assert sheet.shown()["cities"] == {"en": "Lahore, Hyderabad", "ur": "لاہور, حیدرآباد"}
    sheet.set("province", "p")
    assert [(unmet.path, unmet.lack) for unmet in sheet.problems()] == [("city", "choice")]


def test_choices_may_be_filtered_by_the_label_of_the_one_that_is_chosen() -> None:
    """A calculation says the label and the filter reads the calculation: to ODK it follows from the answer alone."""
    text = survey(
        "type | name | label::English (en) | choice_filter | calculation",
        "select_one city | city | City | ${said} != 'Lahore' or province = 'p' |",
        "calculate | said | | | jr:choice-name(${city}, '${city}')",
        "calculate | loud | | | concat(${said}, '!')",
    )
    sheet = form(text + CHOICES).sheet()
    assert {"city", "said", "loud"} <= sheet.set("city", "lhe")
    assert sheet.computed() == {"said": "Lahore", "loud": "Lahore!"}
    assert [choice.value for choice in sheet.field("city").choices] == ["lhe"]


def test_who_says_a_label_hears_what_else_it_follows_from_though_its_own_choice_is_filtered_by_it() -> None:
    text = survey(
        "type | name | label::English (en) | choice_filter | calculation",
        "select_one province | at | At | |",
        "select_one city | town | Town | province = ${at} |",
        "select_one city | city | City | ${said} != 'Lahore/Hyderabad' |",
        "calculate | said | | | concat(jr:choice-name(${city}, '${city}'), '/', jr:choice-name(${town}, '${town}'))",
        "calculate | behind | | | concat(${said}, '!')",
        "calculate | alone | | | jr:choice-name(${town}, '${town}')",
    )
    sheet = form(text + CHOICES).sheet({"at": "s", "town": "hyd", "city": "khi"})
    assert "city" in sheet.set("city", "lhe")
    assert sheet.computed() == {"said": "Lahore/Hyderabad", "behind": "Lahore/Hyderabad!", "alone": "Hyderabad"}
    assert sheet.field("city").choices == ()
    assert {"said", "behind", "alone", "city"} <= sheet.set("at", "p")
    assert sheet.computed() == {"said": "Lahore/", "behind": "Lahore/!"}
    assert len(sheet.field("city").choices) == len(("lhe", "khi", "hyd"))


def test_inside_a_repeat_a_choice_is_named_by_the_question_of_the_same_row() -> None:
    """pyxform writes `${paid}` there as a path relative to the row."""
    text = survey(
        "type | name | label::English (en) | calculation",
        "begin_repeat | costs | Costs |",
        "select_one province | paid | Paid in |",
        "begin_group | rule | Rule |",
        "calculate | name | | jr:choice-name('s', '${paid}')",
        "end_group",
        "note | said | Paid in: ${name}. |",
        "end_repeat",
    )
    sheet = form(text + CHOICES).sheet(rows={"costs": ["a", "b"]})
    assert [sheet.field(f"costs[{row}]/said").label("en") for row in "ab"] == ["Paid in: Sindh."] * 2


LISTED = (
    "type | name | label | calculation | parameters",
    "select_one_from_file wells.csv | well | Well | | value=id label=title",
    "calculate | depth | | instance('wells')/root/item[id = ${well}]/depth |",
    "calculate | pulled | | pulldata('wells', 'depth', 'id', ${well}) |",
)
WELLS = [{"id": "w1", "title": "Well 1", "title_ur": "کنواں 1", "depth": "80"}, {"id": "w2", "title": "Well 2"}]


def test_lists_are_brought_and_may_speak_urdu_by_a_column_of_their_own() -> None:
    sheet = opened(*LISTED, datasets={"wells": WELLS})
    sheet.set("well", "w1")
    assert sheet.computed() == {"depth": "80", "pulled": "80"}
    assert [choice.label() for choice in sheet.field("well").choices] == ["Well 1", "Well 2"]


def test_a_list_that_is_missing_is_empty_and_says_nothing_against_an_answer() -> None:
    sheet = opened(*LISTED, values={"well": "w1"})
    assert sheet.field("well").choices == ()
    assert sheet.problems() == ()
    assert form(survey(*LISTED)).lists == {"wells"}


def test_a_list_that_was_brought_empty_offers_nothing_and_the_answer_is_kept() -> None:
    sheet = opened(*LISTED, values={"well": "w1"}, datasets={"wells": []})
    assert [(unmet.path, unmet.lack) for unmet in sheet.problems()] == [("well", "choice")]
    assert sheet.answers()["well"] == "w1"


def test_labels_and_hints_weave_answers_in() -> None:
    sheet = opened(
        "type | name | label | hint", "text | who | Who? |", "text | age | How old is ${who}? | ${who} today"
    )
    assert sheet.set("who", "Ali & Co <x>") == {"who", "age"}
    field = sheet.field("age")
    assert (field.label(), field.hint()) == ("How old is Ali & Co <x>?", "Ali & Co <x> today")


def test_defaults_apply_to_what_is_begun_and_not_to_what_was_answered() -> None:
    lines = ("type | name | label | default", "text | a | A | plain", "date | d | D | today()", "text | b | B |")
    shape = form(survey(*lines))
    assert shape.sheet(today=TODAY).answers() == {"a": "plain", "d": "2026-10-31"}
    assert shape.sheet({"b": "x"}, today=TODAY).answers() == {"b": "x"}
    assert shape.sheet({"a": "x"}, today=TODAY, fresh=True).answers() == {"a": "x", "d": "2026-10-31"}


def test_a_trigger_sets_its_value_when_the_answer_changes() -> None:
    sheet = opened(
        "type | name | label | calculation | trigger",
        "text | a | A | |",
        "date | changed | | today() | ${a}",
        "text | before | B | concat('was ', ${a}) | ${a}",
    )
    assert sheet.answers() == {}
    assert sheet.set("a", "x") == {"a", "changed", "before"}
    assert sheet.answers() == {"a": "x", "changed": "2026-10-31", "before": "was x"}
    sheet.set("before", "mine")
    assert sheet.answers()["before"] == "mine"


def test_what_a_trigger_sets_triggers_further_and_never_in_a_cycle() -> None:
    sheet = opened(
        "type | name | label | calculation | trigger",
        "text | a | A | concat('c', ${c}) | ${c}",
        "text | b | B | concat('b', ${a}) | ${a}",
        "text | c | C | concat('c', ${b}) | ${b}",
    )
    assert sheet.set("a", "x") == {"a", "b", "c"}
    assert sheet.answers() == {"a": "ccbx", "b": "bx", "c": "cbx"}


def test_a_trigger_sets_its_own_row() -> None:
    sheet = opened(
        "type | name | label | calculation | trigger",
        "begin_repeat | r | R | |",
        "text | a | A | |",
        "text | b | B | |",
        "calculate | last | | concat(${a}, '-', ${b}) | ${a}, ${b}",
        "end_repeat | | | |",
        rows={"r": [ROW, OTHER]},
    )
    assert sheet.set(f"r[{ROW}]/a", "1") == {f"r[{ROW}]/a", f"r[{ROW}]/last"}
    sheet.set(f"r[{OTHER}]/b", "2")
    assert [sheet.kept()[f"r[{row}]/last"] for row in (ROW, OTHER)] == ["1-", "-2"]


def test_once_keeps_the_first_value_as_an_answer() -> None:
    sheet = opened("type | name | label | calculation", "text | a | A |", "calculate | first | | once(${a})")
    sheet.set("a", "x")
    sheet.set("a", "y")
    assert sheet.answers() == {"a": "y", "first": "x"}


def test_dates_count_days() -> None:
    sheet = opened(
        "type | name | label | calculation | constraint",
        "date | a | A | | . <= today()",
        "calculate | after | | date(${a} + 30) |",
        "calculate | days | | int(today() - ${a}) |",
        "calculate | month | | format-date(${a}, '%Y-%m') |",
    )
    sheet.set("a", "2026-10-01")
    assert sheet.computed() == {"after": "2026-10-31", "days": "30", "month": "2026-10"}
    assert sheet.problems() == ()
    sheet.set("a", "2026-11-01")
    assert len(sheet.problems()) == 1


def test_now_has_the_zone_it_was_given() -> None:
    moment = datetime(2026, 10, 31, 9, 12, tzinfo=timezone(timedelta(hours=5)))
    sheet = form(survey("type | name | calculation", "calculate | at | now()")).sheet(today=moment)
    assert sheet.computed() == {"at": "2026-10-31T09:12:00.000+05:00"}


REPEAT = (
    "type | name | label | calculation | relevant | default",
    "begin_repeat | wells | Wells | | |",
    "decimal | flow | Flow | | |",
    "decimal | hours | Hours | | | 24",
    "calculate | volume | | ${flow} * ${hours} | |",
    "calculate | share | | round(${volume} div ${total}, 2) | |",
    "calculate | place | | position(..) | |",
    "calculate | before | | indexed-repeat(${flow}, ${wells}, position(..) - 1) | |",
    "end_repeat | | | | |",
    "calculate | total | | sum(${volume}) | |",
    "calculate | many | | count(${wells}) | |",
)


def test_repeats_start_empty_and_rows_keep_their_ids() -> None:
    sheet = opened(*REPEAT)
    assert (sheet.rows(), sheet.computed()["many"]) == ({}, "0")
    changed = sheet.add_row("wells", ROW)
    assert {"wells", f"wells[{ROW}]", f"wells[{ROW}]/flow", "many"} <= changed
    sheet.add_row("wells")
    assert sheet.rows()["wells"][0] == ROW
    assert len(sheet.rows()["wells"][1]) == 16
    with pytest.raises(ValueError, match="already"):
        sheet.add_row("wells", ROW)
    with pytest.raises(KeyError):
        sheet.add_row("nowhere")


def test_rows_compute_with_themselves_and_with_all() -> None:
    sheet = opened(*REPEAT)
    for row, flow in ((ROW, "10"), (OTHER, "30")):
        sheet.add_row("wells", row)
        sheet.set(f"wells[{row}]/flow", flow)
    found = sheet.computed()
    assert (found["total"], found["many"]) == ("960", "2")
    assert [found[f"wells[{row}]/share"] for row in (ROW, OTHER)] == ["0.25", "0.75"]
    assert found[f"wells[{OTHER}]/before"] == "10"
    assert sheet.remove_row(f"wells[{ROW}]") >= {"wells", "total", f"wells[{OTHER}]/place", f"wells[{OTHER}]/share"}
    assert sheet.computed()[f"wells[{OTHER}]/place"] == "1"
    with pytest.raises(KeyError):
        sheet.remove_row(f"wells[{ROW}]")


NESTED = (
    "type | name | label | calculation | relevant | repeat_count",
    "integer | n | N | | |",
    "begin_repeat | outer | Outer | | | ${n}",
    "integer | m | M | | |",
    "begin_repeat | inner | Inner | | | ${m}",
    "integer | a | A | | |",
    "calculate | both | | concat(position(../..), '.', position(..)) | |",
    "end_repeat | | | | |",
    "calculate | sub | | sum(${a}) | |",
    "end_repeat | | | | |",
    "calculate | all | | sum(${sub}) | |",
)


def test_counted_repeats_grow_and_shrink() -> None:
    sheet = opened(*NESTED)
    sheet.set("n", "2")
    first, second = sheet.rows()["outer"]
    sheet.set(f"outer[{second}]/m", "2")
    inner = sheet.rows()[f"outer[{second}]/inner"]
    for row in inner:
        sheet.set(f"outer[{second}]/inner[{row}]/a", "7")
    found = sheet.computed()
    assert (found["all"], found[f"outer[{second}]/sub"]) == ("14", "14")
    assert found[f"outer[{second}]/inner[{inner[1]}]/both"] == "2.2"
    sheet.set("n", "1")
    assert sheet.rows() == {"outer": [first]}
    assert sheet.computed()["all"] == "0"


def test_a_row_may_come_between_others_and_what_is_not_asked_is_kept_with_its_rows() -> None:
    sheet = opened(
        "type | name | label | relevant",
        "text | a | A |",
        "begin_repeat | r | R | ${a} = ''",
        "text | n | N |",
        "end_repeat | | |",
    )
    sheet.add_row("r", ROW)
    sheet.add_row("r", INNER)
    sheet.add_row("r", OTHER, 1)
    sheet.set(f"r[{OTHER}]/n", "x")
    sheet.set("a", "y")
    assert (sheet.answers(), sheet.rows()) == ({"a": "y"}, {})
    assert sheet.kept() == {"a": "y", f"r[{OTHER}]/n": "x"}
    assert sheet.kept_rows() == {"r": [ROW, OTHER, INNER]}


def test_a_rule_about_all_rows_is_looked_at_anew_in_each_of_them() -> None:
    sheet = opened(
        "type | name | label | constraint",
        "begin_repeat | r | R |",
        "text | n | N | count(../../r[n = current()/.]) = 1",
        "end_repeat | | |",
    )
    for row in (ROW, OTHER):
        sheet.add_row("r", row)
        sheet.set(f"r[{row}]/n", "x")
    assert sheet.field(f"r[{ROW}]/n").problem
    assert sheet.set(f"r[{OTHER}]/n", "y") >= {f"r[{ROW}]/n", f"r[{OTHER}]/n"}
    assert not sheet.field(f"r[{ROW}]/n").problem


def test_a_repeat_says_whether_it_is_asked_before_it_has_rows() -> None:
    sheet = opened(
        "type | name | label | relevant",
        "text | a | A |",
        "begin_repeat | r | R | ${a} = ''",
        "text | n | N |",
        "end_repeat | | |",
    )
    assert sheet.offers("r")
    sheet.set("a", "x")
    assert not sheet.offers("r")
    assert sheet.kept_rows() == {}
    sheet.add_row("r", ROW)
    assert not sheet.offers("r")
    sheet.set("a", "")
    assert sheet.offers("r")
    with pytest.raises(KeyError):
        sheet.offers("a")


def test_rows_of_answers_and_of_their_order_are_laid_out() -> None:
    plain = tuple(line.rpartition("|")[0] for line in NESTED)
    values = {f"outer[{ROW}]/m": "1", f"outer[{OTHER}]/inner[{INNER}]/a": "5", "gone/away": "x", "outer": "y"}
    sheet = form(survey(*plain)).sheet(values, rows={"outer": [OTHER]})
    assert sheet.rows() == {"outer": [OTHER, ROW], f"outer[{OTHER}]/inner": [INNER]}
    assert sheet.computed()["all"] == "5"
    assert sheet.unplaced == {"gone/away": "x", "outer": "y"}


def test_rows_that_are_not_relevant_do_not_count() -> None:
    sheet = opened(
        "type | name | label | calculation | relevant",
        "text | none | None? | |",
        "begin_repeat | r | R | | ../none != 'y'",
        "integer | a | A | |",
        "end_repeat | | | |",
        "calculate | many | | count(${r}) |",
    )
    sheet.add_row("r", ROW)
    assert sheet.computed() == {"many": "1"}
    sheet.set("none", "y")
    assert (sheet.computed(), sheet.rows()) == ({"many": "0"}, {})


def test_rows_may_be_computed_from_the_row_before() -> None:
    sheet = opened(
        "type | name | label | calculation",
        "begin_repeat | r | R |",
        "integer | a | A |",
        "calculate | sofar | | ${a} + coalesce(/data/r[position() = position(current()/..) - 1]/sofar, 0)",
        "end_repeat | | |",
    )
    for row in (ROW, OTHER, INNER):
        sheet.add_row("r", row)
        sheet.set(f"r[{row}]/a", "1")
    assert list(sheet.computed().values()) == ["1", "2", "3"]
    sheet.set(f"r[{ROW}]/a", "5")
    assert list(sheet.computed().values()) == ["5", "6", "7"]


def test_the_title_of_a_sheet_is_its_instance_name() -> None:
    settings = "\n| settings |\n| | form_title | form_id | instance_name |\n| | Plan | plan | concat('Plan ', ${a}) |\n"
    sheet = form(survey("type | name | label", "text | a | A") + settings).sheet()
    sheet.set("a", "x")
    assert sheet.title == "Plan x"
    assert form(survey("type | name | label", "text | a | A")).sheet().title == "data"


def test_a_field_is_a_value() -> None:
    sheet = opened("type | name | label", "text | a | A")
    field = sheet.field("a")
    assert isinstance(field, Field)
    sheet.set("a", "x")
    assert (field.value, sheet.field("a").value) == ("", "x")
    assert sheet.field("a") == sheet.field("a")


def test_the_day_may_be_given_as_a_date() -> None:
    sheet = form(survey("type | name | calculation", "calculate | d | today()")).sheet(today=date(2026, 1, 2))
    assert sheet.computed() == {"d": "2026-01-02"}


def test_what_cannot_be_computed_is_no_answer() -> None:
    sheet = opened("type | name | label | calculation", "text | a | A |", "calculate | b | | count(${a} + 1)")
    assert sheet.computed() == {}


def test_a_moment_falls_on_the_day_of_the_clock_of_the_sheet() -> None:
    night = datetime(2026, 10, 31, 1, 0, tzinfo=timezone(timedelta(hours=5)))
    shape = form(survey("type | name | label | calculation", "dateTime | a | A |", "calculate | b | | ${a} - today()"))
    assert shape.sheet({"a": "2026-10-30T20:30:00.000Z"}, night).computed() == {"b": "0"}
    assert shape.sheet({"a": "2026-10-30T20:30:00.000Z"}, night.astimezone(UTC)).computed() == {"b": "0"}
