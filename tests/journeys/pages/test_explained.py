"""Each kind of friction has a page in French and in English, drawn examples and nothing that runs."""

import base64
import re

import pytest
from django.test import Client

from blueprint.catalogue import DETECTORS
from blueprint.text import say
from journeys.pages.explained import MARKDOWN, page_parts


def text(answer) -> str:
    return answer.content.decode()


@pytest.mark.parametrize("id_", DETECTORS)
def test_every_kind_has_a_page_in_both_languages(client: Client, french: Client, id_: str) -> None:
    for browser, language, examples in ((client, "en", "Examples"), (french, "fr", "Exemples")):
        answer = browser.get(f"/friction/{id_}/")
        assert answer.status_code == 200
        page = text(answer)
        assert f'<html lang="{language}">' in page
        assert f"<h1>{say(language, f'{id_}.title')} <code>{id_}</code></h1>" in page
        assert f"<h2>{examples}</h2>" in page
        assert "```" not in page
        # Nothing in it needs a policy other than that of every page.
        assert " style=" not in page and "<style" not in page
        # A page links to nothing that would only be found beside its file.
        links = re.findall(r'href="([^"]*)"', re.search(r"<article.*</article>", page, re.DOTALL).group())
        assert all(link.startswith(("https://", "/")) for link in links)


def test_an_example_is_drawn_and_says_what_is_found(french: Client) -> None:
    page = text(french.get("/friction/re-entry/"))
    pictures = re.findall(r'src="data:image/svg\+xml;base64,([^"]*)"', page)
    assert len(pictures) == page.count("<figure") == page.count("<details>")
    first = base64.b64decode(pictures[0]).decode()
    assert first.startswith("<?xml") and "Saisit la commande" in first
    assert "<script" not in first
    assert "«\u00a0Adresse\u00a0»" in page  # the sentence of the finding, in the reader’s language
    assert page.count('class="flagged"') == 2
    assert page.count("Rien n’est signalé.") == 2
    assert "&quot;how&quot;: &quot;types&quot;" in page  # its source, as text


def test_the_language_is_changed_on_the_page_itself(client: Client) -> None:
    page = text(client.get("/friction/tool-hops/"))
    assert '<input type="hidden" name="next" value="/friction/tool-hops/">' in page
    answer = client.post("/language/", {"language": "fr", "next": "/friction/tool-hops/"})
    assert answer.headers["Location"] == "/friction/tool-hops/"
    assert '<html lang="fr">' in text(client.get("/friction/tool-hops/"))


@pytest.mark.parametrize("id_", ["nothing", "README", "..%2Fformat", "RE-ENTRY", "%00"])
def test_what_is_no_kind_has_no_page(client: Client, id_: str) -> None:
    assert client.get(f"/friction/{id_}/").status_code == 404


def test_the_index_leads_to_every_page(client: Client, french: Client) -> None:
    for browser, language in ((client, "en"), (french, "fr")):
        page = text(browser.get("/friction/"))
        for id_ in DETECTORS:
            assert f'<a href="/friction/{id_}/">{say(language, f"{id_}.title")}</a>' in page
    assert 'href="/friction/"' in text(client.get("/"))


def test_pages_lead_on_to_their_neighbours(client: Client) -> None:
    first, second, *_others, last = DETECTORS
    page = text(client.get(f"/friction/{first}/"))
    assert f'href="/friction/{second}/" rel="next"' in page and 'rel="prev"' not in page
    page = text(client.get(f"/friction/{last}/"))
    assert 'rel="prev"' in page and 'rel="next"' not in page


def test_limits_are_a_table(client: Client) -> None:
    assert "<td><code>limit_s</code></td>" in text(client.get("/friction/tool-latency/"))


def test_html_in_a_page_is_text() -> None:
    made = MARKDOWN.render('<script>alert(1)</script> <b onclick="x">b</b>\n\n[x](javascript:alert(1))')
    assert "<script" not in made and "<b " not in made and "href" not in made


def test_a_page_is_made_once() -> None:
    assert page_parts("re-entry", "en") is page_parts("re-entry", "en")


def test_the_statement_of_accessibility_in_the_reader_s_language(client: Client, french: Client) -> None:
    assert "<h1>Accessibility</h1>" in client.get("/accessibility/").content.decode()
    page = french.get("/accessibility/").content.decode()
    assert "<h1>Accessibilité</h1>" in page
    assert "partiellement conforme" in page
    assert 'href="/accessibility/"' in french.get("/").content.decode()
