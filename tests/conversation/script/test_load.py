"""helpdesk/conversation/script/load.py, steps.py and nodes.py: what is read, and faults of form with their place."""

from pathlib import Path

import pytest

from helpdesk.conversation.engine.limits import MAX_TRIES
from helpdesk.conversation.engine.structure import Ask, Do, Flow, Say, Target
from helpdesk.conversation.engine.turns import Slot
from helpdesk.conversation.script.load import load
from helpdesk.conversation.script.model import Forbidden, Placeholder, StepTexts, Text
from helpdesk.conversation.script.nodes import ScriptError
from tests.support.small_flows import flow_file, small_flows

WHOLE = """
look:
  do: find_places
  exits:
    found: which
which:
  ask: "Nơi nào?"
  again: "Nhắn số:"
  options: places
  option: "{place}"
  keep: place_id
  segments: 2
  exits:
    chosen: told
told:
  say:
    sms: "Gọi {fact_hotline}."
    one_way: "Gọi cán bộ."
    fallback: "Hỏi cán bộ."
  to: end told
sure:
  ask: "Chắc không?"
  expect: yes_no
  tries: 1
  choices:
    - { say: "Có", to: told }
    - { say: "Không", to: flow menu }
"""


def faults(folder: Path) -> list[str]:
    with pytest.raises(ScriptError) as error:
        load(folder)
    assert str(error.value) == "\n".join(error.value.faults)
    return error.value.faults


def test_a_flow_is_read_into_what_the_engine_walks(tmp_path: Path) -> None:
    script = load(small_flows(tmp_path, why=flow_file(WHOLE, head="aside: true")))
    to = Target.parse
    assert script.structure.flows["why"] == Flow(
        start="look",
        steps={
            "look": Do("find_places", {"found": to("which")}),
            "which": Ask(
                "option", {"chosen": to("told")}, options="places", keep="place_id", tries=MAX_TRIES
            ),
            "told": Say(to("end told")),
            "sure": Ask("yes_no", {}, choices=(to("told"), to("flow menu")), tries=1),
        },
        aside=True,
    )


def test_its_texts_are_read_with_the_lines_on_which_they_stand(tmp_path: Path) -> None:
    texts = load(small_flows(tmp_path, why=flow_file(WHOLE))).flows["why"].texts
    assert texts["look"] == StepTexts(line=6, exit_lines={"found": 8})
    assert texts["which"] == StepTexts(
        {Slot.ASK: Text("Nơi nào?", line=10), Slot.AGAIN: Text("Nhắn số:", line=11)},
        option=Text("{place}", line=13),
        segments=2,
        line=10,
        exit_lines={"chosen": 17},
    )
    told = Text("Gọi {fact_hotline}.", one_way="Gọi cán bộ.", fallback="Hỏi cán bộ.", line=20)
    assert texts["told"] == StepTexts({Slot.SAY: told}, line=19, exit_lines={"to": 23})
    assert texts["sure"].labels == (Text("Có", line=29), Text("Không", line=30))


def test_what_stands_at_the_head_of_a_flow_is_read(tmp_path: Path) -> None:
    say = 'say_it:\n  say: "Vì thế."\n  to: end done'
    head = "intents: [why, where]\nstarts_by_us: true"
    flow = load(small_flows(tmp_path, why=flow_file(say, head=head))).flows["why"]
    assert (flow.name, flow.file, flow.title) == ("why", "flows/why.yaml", "Sao")
    assert (flow.intents, flow.intent_lines, flow.starts_by_us) == (
        ("why", "where"),
        {"why": 3, "where": 3},
        True,
    )


def test_the_vocabulary_is_read(tmp_path: Path) -> None:
    script = load(small_flows(tmp_path))
    longest = {"vi": "chủ nhật 25/11", "en": "Wednesday 25 Nov"}
    assert script.placeholders["when"] == Placeholder(longest, "ngày", 2)
    assert script.placeholders["code"] == Placeholder({"vi": "12345"}, "mã", 3)
    assert script.phrases == {"village_name": {"vi": "bản {name}", "en": "{name} village"}}
    assert script.forbidden == (Forbidden("miễn phí", "the commune decides", ("không nói miễn phí",)),)


def test_a_correction_of_words_leaves_the_edition_as_it_was_and_another_exit_does_not(tmp_path: Path) -> None:
    said = 'say_it:\n  say: "{}"\n  to: end {}'
    folders = [tmp_path / name for name in "abc"]
    one, corrected, led_on = (
        load(small_flows(folder, why=flow_file(said.format(*words)))).edition
        for folder, words in zip(
            folders, [("Vì thế.", "a"), ("Tại thế.", "a"), ("Vì thế.", "b")], strict=True
        )
    )
    assert one == corrected
    assert one != led_on


SAY = 'say_it:\n  say: "Vì thế."\n  to: end done\n'


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        pytest.param("flow: why\ntitle: [", "2: not YAML: ", id="not YAML"),
        pytest.param("flow: why\ntitle: \0", "1: not YAML: special characters are not allowed", id="no text"),
        pytest.param("flow: why\n? [a]\n: b", "2: here a name is expected", id="a name that is none"),
        pytest.param("# nothing\n", "1: the file is empty", id="empty file"),
        pytest.param("- one", "1: here a mapping (name: value) is expected", id="a list for a flow"),
        pytest.param("flow: why\nsteps: {}", "1: a flow needs 'title'", id="no title"),
        pytest.param(
            "flow: other\ntitle: Sao\nsteps:\n  a: { say: x, to: end done }",
            "1: the flow 'other' must stand in other.yaml",
            id="another name than its file",
        ),
        pytest.param("flow: why\ntitle: Sao\nsteps: {}", "3: a flow needs at least one step", id="no step"),
        pytest.param(
            flow_file(SAY, head="intent: why"),
            "3: 'intent' is not known here; known: aside, flow, intents, refines, starts_by_us, steps, title",
            id="unknown key",
        ),
        pytest.param(flow_file(SAY, head="aside: ja"), "3: here 'true' or 'false' is expected", id="no flag"),
        pytest.param(flow_file(SAY + SAY), "8: 'say_it' stands here twice", id="a step twice"),
        pytest.param(flow_file(SAY, head="intents: why"), "3: here a list is expected", id="no list"),
        pytest.param(
            flow_file("look:\n  to: end done"),
            "6: a step either says, asks or does: exactly one of 'say', 'ask', 'do'",
            id="a step that does nothing",
        ),
        pytest.param(
            flow_file('look:\n  say: "A"\n  ask: "B"\n  to: end done'),
            "6: a step either says, asks or does: exactly one of 'say', 'ask', 'do'",
            id="a step that does two things",
        ),
        pytest.param(
            flow_file('look:\n  say: "A"'), "6: a step that says needs 'to': where it leads", id="no to"
        ),
        pytest.param(
            flow_file("look:\n  do: find_places"),
            "6: a step that does something needs 'exits': outcome → where it leads",
            id="an action without exits",
        ),
        pytest.param(
            flow_file('look:\n  ask: "A?"'),
            "6: a question needs 'choices' or 'exits'",
            id="a question without answers",
        ),
        pytest.param(
            flow_file('look:\n  ask: "A?"\n  options: places\n  exits: { chosen: look }'),
            "6: 'options' (what to choose from) and 'option' (how each is worded) go together",
            id="a list without wording",
        ),
        pytest.param(
            flow_file('look:\n  ask: "A?"\n  choices:\n    - { say: "B" }'),
            "8: a choice needs 'say' and 'to'",
            id="a choice that leads nowhere",
        ),
        pytest.param(
            flow_file('look:\n  say: "A"\n  to: goto menu'),
            "7: 'goto menu' is neither a step, nor 'flow NAME', nor 'end OUTCOME'",
            id="a target that is none",
        ),
        pytest.param(
            flow_file('look:\n  say: "A"\n  to: end done\n  segments: 3'),
            "8: 'segments' is 1 or 2: more than two are not read",
            id="three segments",
        ),
        pytest.param(
            flow_file('look:\n  ask: "A?"\n  tries: 5\n  choices:\n    - { say: "B", to: end done }'),
            "7: 'tries' is 1 or 2: nobody is asked a third time",
            id="five tries",
        ),
        pytest.param(
            flow_file('look:\n  say: { ussd: "A" }\n  to: end done'),
            "6: a text with variants needs 'sms'",
            id="variants without sms",
        ),
        pytest.param(
            flow_file('look:\n  say: { sms: "A", mms: "B" }\n  to: end done'),
            "6: 'mms' is not known here; known: fallback, one_way, sms, ussd",
            id="an unknown variant",
        ),
        pytest.param(
            flow_file('look:\n  say: ["A"]\n  to: end done'),
            "6: here a mapping (name: value) is expected",
            id="a list for a text",
        ),
    ],
)
def test_a_fault_of_form_is_told_with_its_place(tmp_path: Path, file: str, expected: str) -> None:
    found = faults(small_flows(tmp_path, why=file))
    assert found[0].startswith(f"flows/why.yaml:{expected}")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("placeholders", 'place: { about: "nơi" }', "1: a placeholder needs 'about' and 'longest'"),
        ("phrases", 'a: { vi: "x" }\nb: { en: "y" }', "2: a phrase needs 'vi'"),
        ("forbidden", '- { phrase: "x" }', "1: a forbidden phrase needs 'phrase' and 'reason'"),
        ("forbidden", "", "1: there is no such file"),
        ("languages/en/why", "say_it: { says: x }", "1: 'says' is not known here; known: "),
    ],
)
def test_so_is_one_in_the_vocabulary_or_another_language(
    tmp_path: Path, name: str, text: str, expected: str
) -> None:
    (found,) = faults(small_flows(tmp_path, **{name: text}))
    assert found.startswith(f"flows/{name}.yaml:{expected}")


def test_a_file_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    folder = small_flows(tmp_path)
    (folder / "why.yaml").write_bytes("flow: vì".encode("utf-16"))
    assert faults(folder) == ["flows/why.yaml:1: not UTF-8"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = small_flows(
        tmp_path, why=flow_file('a:\n  say: "A"\nb:\n  ask: "B"'), where="flow: where", placeholders="x: {}"
    )
    assert faults(folder) == [
        "flows/where.yaml:1: a flow needs 'title'",
        "flows/why.yaml:6: a step that says needs 'to': where it leads",
        "flows/why.yaml:8: a question needs 'choices' or 'exits'",
        "flows/placeholders.yaml:1: a placeholder needs 'about' and 'longest'",
    ]
