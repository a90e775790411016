"""The serializer: nothing that is not on the list, and any text as text."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing.svg import Node, node, serialise

ANY_TEXT = st.text(alphabet=st.characters(codec="utf-8"))


@pytest.mark.parametrize("tag", ["script", "foreignObject", "image", "a", "use", "animate"])
def test_an_element_that_is_not_on_the_list_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=tag):
        serialise(node("svg", node(tag)))


@pytest.mark.parametrize("name", ["onload", "href", "xlink:href", "style", "class"])
def test_an_attribute_that_is_not_on_the_list_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        serialise(Node("svg", {name: "x"}))


def test_a_paint_may_only_refer_to_the_file_itself() -> None:
    assert 'fill="url(#hatch)"' in serialise(node("rect", fill="url(#hatch)"))
    with pytest.raises(ValueError, match="reference"):
        serialise(node("rect", fill="url(https://example.org/#x)"))


def test_a_style_holds_fonts_and_a_page_and_nothing_else() -> None:
    serialise(node("style", "@page{size:10px 20px;margin:0}"))
    with pytest.raises(ValueError, match="style"):
        serialise(node("style", "@import url(https://example.org/a.css);"))


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_gives_xml_that_can_be_read_and_comes_out_as_it_went_in(text: str, label: str) -> None:
    root = ET.fromstring(serialise(node("text", text, aria_label=label)))
    assert (root.text or "") == _shown(text)
    assert root.get("aria-label") == _shown(label)


def test_markup_in_a_text_stays_text() -> None:
    svg = serialise(node("text", "<script>alert('x')</script> & \"quotes\" ]]>"))
    assert "<script" not in svg
    assert ET.fromstring(svg).text == "<script>alert('x')</script> & \"quotes\" ]]>"


def test_a_character_that_xml_cannot_carry_is_shown_by_its_picture() -> None:
    assert ET.fromstring(serialise(node("text", "a\x01b\uffffc"))).text == "a\u2401b\ufffdc"


def _shown(text: str) -> str:
    table = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\r"}
    return text.translate(table | {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD})
