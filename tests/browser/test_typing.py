"""The shop sale of the examples, typed from blank by keys alone with all its facts; and every key counted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Api
from tests.browser.sheet import Sheet
from tests.browser.test_keyboard import begin
from tests.serving import ROOT

SHOP = json.loads((ROOT / "examples" / "vente-magasin.json").read_text("utf-8"))

MOMENTS = [moment["title"] for moment in SHOP["moments"]]

# What is typed, and between braces the keys that are pressed. Names stand as the example has them.
SCRIPT = (
    # The moments, from the first cell of the customer's lane: up over the evidence to their names.
    "{ArrowUp}{ArrowUp}"
    + "{Tab}".join(MOMENTS)
    + "{Enter}"
    # Who does the lanes.
    + '{ArrowDown}{Home}{ArrowLeft}{ArrowDown}{F2}{End} @"Claire, 41 ans"{Enter}'
    + "{ArrowDown}En scène @Vendeuse:6{Enter}"
    # What the customer sees.
    + "{ArrowUp}{ArrowUp}{ArrowRight}Rayon, étiquette{Enter}Terminal mobile{Enter}Écran qui charge{Enter}"
    + "{Tab}{Tab}Ticket de caisse{Enter}SMS sans date{Shift+Tab}"
    # The customer's journey: each card is linked to the one before it.
    + "{Home}{ArrowDown}Cherche l’article en rayon 4m :| /o ~Magasin{Alt+ArrowRight}"
    + "Demande à une vendeuse 1m :) /o ~m{Tab}{Alt+ArrowRight}"
    + 'Attend devant la vendeuse 0m :(( * /o /e ~m{Tab}:"Elle a l’air aussi gênée que moi."{Alt+ArrowRight}'
    + "Demande un geste sur le prix 1m :( * /o /vale ~m{Tab}{Alt+ArrowRight}"
    + "Redonne son adresse 2m :( ~m{Tab}!Adresse_de_livraison>{Alt+ArrowRight}"
    + "Paie 2m :| ~m{Tab}{Alt+ArrowRight}"
    + "Rappelle pour savoir 6m :(( * ~Téléphone !a{Tab}> 30%{Shift+Tab}"
    # In sight of the customer, from the payment back.
    + "{Alt+ArrowDown}Encaisse 2m #Caisse:2{Shift+Tab}"
    + "Saisit la commande 4m :( #c{Tab}#CRM:4 !a{Tab}>ca{Tab}:1m30 "
    + "!a{Tab}>cr{Tab}:1m30 <-re{Tab}->p{Tab}{Shift+Tab}"
    + "Demande un accord 1m :(( #Messagerie /q /m /i /f /vol <-g{Tab}{Shift+Tab}"
    + "Consulte le stock 1m :( /o /c /i #Stock_mobile:130 !Disponibilité_en_stock:1h/12h !d{Tab}<=s{Tab} "
    + ':"J’ai honte de faire attendre." <-a{Tab}->g{Tab}{Shift+Tab}'
    + "Accueille, écoute le besoin 2m :) <-v{Tab}{Alt+ArrowRight}"
    # Behind the scenes, from the request for an agreement.
    + "{ArrowRight}{Alt+ArrowDown}Chef de rayon valide /a @Chef_de_rayon:2 1m+5m #m{Tab}{Alt+Enter}"
    + "Directeur valide /a @Directeur:1 1m+4m #ERP_prix:@d{Tab}->re{Tab}{Tab}{Tab}"
    + "Ressaisit la livraison @Logistique 3m #Transport !a{Tab}>t{Tab}:1m30 <-sa{Tab}{Tab}"
    + "Cherche l’état du colis /s @Service_client 5m :( "
    + "#cr{Tab}#t{Tab}#m{Tab}<-rap{Tab}{Enter}{Escape}{ArrowDown}"
    # What carries it all.
    + "Transporteur @Transporteur:p /x{Alt+ArrowUp}{ArrowDown}{Home}{ArrowRight}{ArrowRight}"
    + "Stock central, mis à jour la nuit /x ->cons !Verbatims_clients_du_trimestre=:si:/45j{Shift+Tab}"
)


def facts_of(document: dict[str, Any]) -> int:
    """How much a document says beyond names: places, values, uses, exchanges, links; each field is one."""
    count = len(document["moments"])  # each in a phase
    count += sum("actor" in lane for lane in document["lanes"])
    for kind in ("actors", "tools", "information"):
        count += sum(len(record.keys() - {"id", "title", "side", "x-"}) for record in document[kind])
    for step in document["steps"]:
        count += 1  # its cell
        count += len(step.keys() - {"id", "title", "lane", "moment", "uses", "information", "kind"})
        count += step.get("kind", "evidence") != "evidence"
        count += len(step.get("uses", []))
        for exchange in step.get("information", []):
            count += len(exchange.keys() - {"how"})
    return count + sum(1 + ("share" in link) for link in document["links"])


def names_of(document: dict[str, Any]) -> int:
    """Letters of all names and sayings, each once."""
    said = [step.get("said", "") for step in document["steps"]]
    lanes = ["En scène"]
    kinds = ("moments", "actors", "channels", "tools", "information", "steps")
    return sum(map(len, [*said, *lanes, *(one["title"] for kind in kinds for one in document[kind])]))


def perform(page: Page, script: str) -> int:
    """Types it as it stands; gives the number of keys that were struck."""
    keys = 0
    for i, part in enumerate(script.replace("}", "{").split("{")):
        if i % 2:
            page.keyboard.press(part)
            keys += 1
        else:
            page.keyboard.type(part)
            keys += len(part)
    return keys


def told(document: dict[str, Any], friction: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The findings as detector and titles of the steps touched."""
    titles = {step["id"]: step["title"] for step in document["steps"]}
    return sorted(
        (finding["detector"], sorted(titles[step] for step in finding["touches"]))
        for finding in friction["findings"]
    )


def test_types_the_shop_sale_with_its_findings(
    page: Page, api: Api, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = api.create(SHOP)
    wanted = told(SHOP, api.call(f"{expected}/friction/"))
    assert len(wanted) >= 19
    sheet = begin(page, presets=0)
    keys = perform(page, SCRIPT)
    sheet.saved()
    document = api.document(sheet.blueprint)
    titles = {step["title"] for step in SHOP["steps"]}
    assert {step["title"] for step in document["steps"]} == titles
    assert {moment["title"] for moment in document["moments"]} == set(MOMENTS)

    def arrows(of: dict[str, Any]) -> set[tuple[str, str]]:
        name = {step["id"]: step["title"] for step in of["steps"]}
        return {(name[link["source"]], name[link["target"]]) for link in of["links"]}

    assert arrows(document) == arrows(SHOP)
    assert told(document, api.call(f"{sheet.blueprint}/friction/")) == wanted

    beyond, facts = keys - names_of(SHOP), facts_of(SHOP)
    with capsys.disabled():
        print(
            f"\nvente-magasin: {keys} keys, {beyond} beyond the names, "
            f"{facts} facts: {beyond / facts:.2f} a fact"
        )
    assert beyond <= 3 * facts


def test_what_is_typed_shows_before_it_counts(page: Page, api: Api) -> None:
    sheet = begin(page, presets=0)
    page.keyboard.type("Attend 3m+10m #CRM @")
    chips = page.locator(".typing-chip")
    expect(chips).to_have_text(["travail 3 min, attente 10 min", "outil : CRMnouveau"])
    sheet.keys("F1")
    expect(page.get_by_role("dialog")).to_be_visible()
    sheet.keys("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(sheet.field()).to_be_focused()
    expect(sheet.field()).to_have_value("Attend 3m+10m #CRM @")
    page.keyboard.type("Léa")
    sheet.keys("Enter")
    page.keyboard.type("Voit @l")
    expect(page.get_by_role("option", name="Léa")).to_be_visible()
    sheet.keys("Tab", "Enter", "Escape")
    sheet.saved()
    document = api.document(sheet.blueprint)
    assert [step["title"] for step in document["steps"]] == ["Attend", "Voit"]
    assert [actor["title"] for actor in document["actors"]].count("Léa") == 1


def test_copies_and_pastes_with_facts_and_as_cells(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(SHOP))
    sheet.card("Encaisse").click()
    sheet.keys("ControlOrMeta+c")
    sheet.open(api.create({**SHOP, "steps": [], "links": [], "tools": [], "information": []}))
    sheet.cell(3, 2).focus()
    sheet.keys("ControlOrMeta+v")
    expect(sheet.cell(3, 2).locator("[data-step]")).to_have_count(1)
    sheet.saved()
    document = api.document(sheet.blueprint)
    assert [tool["title"] for tool in document["tools"]] == ["Caisse"]
    assert document["steps"][0]["work_min"] == 2
    sheet.keys("ControlOrMeta+x")
    expect(page.locator("[data-step]")).to_have_count(0)
    sheet.keys("ControlOrMeta+v")
    expect(sheet.cell(3, 2).locator("[data-step]")).to_have_count(1)


def test_a_card_that_grows_while_typed_stays_in_sight(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(SHOP))
    expect(page.locator(".pair").first).to_be_visible(timeout=15_000)
    sheet.cell(5, 5).focus()
    page.keyboard.type("Calcule le tarif @Marie #CRM #Transport !Adresse 3m+10m :( /d ")
    expect(page.locator(".typing-chip")).to_have_count(7)
    card, tray = page.locator(".card[data-editing]").bounding_box(), page.locator(".tray").bounding_box()
    assert card is not None and tray is not None
    assert card["y"] + card["height"] <= tray["y"]


def test_a_moment_is_named_with_its_phase(page: Page, api: Api) -> None:
    sheet = begin(page, presets=0)
    sheet.keys("ArrowUp", "ArrowUp")
    page.keyboard.type("Découvrir > Entre")
    expect(page.locator(".typing-chip")).to_have_text(["phase : Découvrirnouveau"])
    sheet.keys("Tab", "Enter")
    sheet.saved()
    document = api.document(sheet.blueprint)
    assert document["phases"][0]["title"] == "Découvrir"
    assert document["moments"][0]["title"] == "Entre"


def test_the_field_past_the_last_moment_stands_beside_it(page: Page, api: Api) -> None:
    sheet = Sheet(page)
    sheet.open(api.create(SHOP))
    last = sheet.cell(2, len(MOMENTS))
    last.focus()
    sheet.keys("ArrowRight")
    cell, field = last.bounding_box(), page.locator(".typing-next").bounding_box()
    assert cell is not None and field is not None
    assert abs(field["x"] - (cell["x"] + cell["width"])) < 2 and abs(field["y"] - cell["y"]) < 2
    page.keyboard.type("Suite")
    sheet.keys("Enter")
    page.keyboard.type("Puis")
    expect(page.locator(".typing-next textarea")).to_have_value("Puis")
    expect(sheet.card("Suite")).to_be_visible()
