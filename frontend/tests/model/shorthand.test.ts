/** The shorthand: what is understood, what stays text, and that a title can hold anything. */
import { describe, expect, it } from "vitest";
import { escapeTitle, parse, tidy, titleWithout } from "../../src/model/shorthand";
import { complete, completing, matching } from "../../src/model/shorthand-complete";
import { nameTyped } from "../../src/model/shorthand-scan";
import { FACT_WORDS, meaningOf } from "../../src/model/shorthand-words";
import { random } from "../fake/random";

const tokens = (text: string) => parse(text).map(({ token }) => token);
const title = (text: string) => titleWithout(text, parse(text));

describe("tokens", () => {
  it.each([
    ["@Vendeuse", { kind: "actor", name: "Vendeuse", headcount: null, side: null }],
    ['@"Claire, 41 ans":client', { kind: "actor", name: "Claire, 41 ans", side: "customer" }],
    ["@Chef_de_rayon:2", { kind: "actor", name: "Chef de rayon", headcount: 2 }],
    ["@Transporteur:p", { kind: "actor", name: "Transporteur", side: "partner" }],
    ["#CRM", { kind: "tool", name: "CRM", times: null, latency_s: null, access: [] }],
    ["#crm×2", { kind: "tool", name: "crm", times: 2 }],
    ["#crm*3:8s", { kind: "tool", name: "crm", times: 3, latency_s: 8 }],
    ["#Stock_mobile:2min10", { kind: "tool", name: "Stock mobile", latency_s: 130 }],
    ["#ERP_prix:@Directeur:@Chef", { kind: "tool", name: "ERP prix", access: ["Directeur", "Chef"] }],
    ["!Adresse>CRM", { kind: "information", name: "Adresse", way: "out", tool: "CRM" }],
    ["!Adresse<CRM", { kind: "information", way: "in", tool: "CRM", held: null }],
    ["!Adresse<=CRM", { kind: "information", way: "in", tool: "CRM", held: "CRM" }],
    ["!Adresse>", { kind: "information", way: "out", tool: null }],
    ["!Adresse>Caisse:1m30", { way: "out", minutes: 1.5 }],
    ["!Dispo:1h/12h", { way: "needs", minutes: 60, delay_min: 720 }],
    ["!Dispo:/12h:tard", { way: "needs", minutes: null, delay_min: 720, state: "late" }],
    ['!Dispo:"une quantité"', { way: "needs", as: "une quantité" }],
    ["!Verbatims=:signal:/45j", { way: null, held: null, sort: "signal", delay_min: 64800 }],
    ["!Adresse=CRM>Caisse", { way: null, held: "CRM", feeds: "Caisse" }],
    ["3m", { kind: "times", work: 3, wait: null }],
    ["3m+10m", { kind: "times", work: 3, wait: 10 }],
    ["+10m", { kind: "times", work: null, wait: 10 }],
    ["1h30", { kind: "times", work: 90 }],
    ["90s", { kind: "times", work: 1.5 }],
    ["2min", { kind: "times", work: 2 }],
    ["1,5h+1j2h", { kind: "times", work: 90, wait: 1560 }],
    ["0m", { kind: "times", work: 0 }],
    [":(", { kind: "emotion", value: -1 }],
    [":((", { kind: "emotion", value: -2 }],
    [":|", { kind: "emotion", value: 0 }],
    [":-)", { kind: "emotion", value: 1 }],
    [";))", { kind: "emotion", value: 2 }],
    ["*", { kind: "truth" }],
    ["~Téléphone", { kind: "channel", name: "Téléphone" }],
    ["/d", { kind: "fact", fact: { field: "kind", value: "decision" } }],
    ["/Validation", { kind: "fact", fact: { field: "kind", value: "approval" } }],
    ["/asks", { kind: "fact", fact: { field: "decides", value: "asks" } }],
    ["/obser", { kind: "fact", fact: { field: "basis", value: "observed" } }],
    [":«\u00a0J’ai honte.\u00a0»", { kind: "said", text: "J’ai honte." }],
    ["30%", { kind: "share", share: 0.3 }],
    ["->Paie", { kind: "link", name: "Paie", back: false, share: null }],
    ["<-Paie:12,5%", { kind: "link", name: "Paie", back: true, share: 0.125 }],
  ])("%s", (text, token) => {
    expect(tokens(`Saisit ${text} ici`)).toEqual([expect.objectContaining(token)]);
    expect(title(`Saisit ${text} ici`)).toBe("Saisit ici");
  });

  it.each([
    "10 min",
    "3",
    "a@b.fr",
    "et/ou",
    "n°#4",
    "# 4",
    "@",
    "!",
    "Attend !!",
    "12:30",
    "(3m)",
    "4mètres",
    "200%",
    "1m5h",
    "/etc",
    "/v",
    "#crm:vite",
    "!a:zzz",
    "#crm*0",
    '@"Chef',
    "http://x.fr",
    "+1",
    "-1",
    ":",
    ": (",
    "#1",
    "~10 min",
    "~10min",
    "@10h30",
    "!2",
    "C#",
    "10€",
    "10:30",
    "le 3m",
    "en 24h, puis",
    "sous 48h",
    "une remise de 20%",
    "a discount of 20%",
    "within 2h",
    "jusqu’à 2h",
    "مرحبا",
  ])("%s stays text", (text) => {
    expect(tokens(`Dit ${text}`)).toEqual([]);
    expect(title(`Dit ${text}`)).toBe(`Dit ${text}`);
  });

  it("leave the title, whatever stands around them", () => {
    expect(title("Saisit  la commande @Vendeuse, #CRM\n 3m puis\n\nattend ")).toBe(
      "Saisit la commande\npuis\nattend",
    );
    expect(title("#CRM 3m")).toBe("");
  });

  it("are kept as words by a backslash", () => {
    expect([tokens("Ticket \\#4"), title("Ticket \\#4")]).toEqual([[], "Ticket #4"]);
    expect(title("\\\\#4 \\serveur")).toBe("\\#4 \\serveur");
    expect(title("Rappelle \\3m")).toBe("Rappelle 3m");
  });

  it("are numbers in quotes only, so that a tool can be called 12", () => {
    expect(tokens('#"12" #3CX')).toEqual([
      expect.objectContaining({ kind: "tool", name: "12" }),
      expect.objectContaining({ kind: "tool", name: "3CX" }),
    ]);
    expect(nameTyped("12")).toBe('"12"');
  });
});

describe("words for facts", () => {
  it("mean one thing each, whole, by their letter, and by any beginning that no other has", () => {
    const words = FACT_WORDS.flatMap(([fact, names]) => names.map((name) => [name, fact] as const));
    for (const [name, fact] of words) expect(meaningOf(FACT_WORDS, name)).toEqual(fact);
    expect(meaningOf(FACT_WORDS, "ratt")).toEqual({ field: "recovery", value: "possible" });
    expect(meaningOf(FACT_WORDS, "va")).toBeNull(); // validation, valeur
  });
});

describe("any title", () => {
  const PIECES = [
    "@",
    "#",
    "!",
    "~",
    "/",
    "->",
    ":",
    "(",
    ")",
    '"',
    "«",
    "»",
    "\\",
    "*",
    "%",
    ">",
    "<",
    "=",
    "_",
    "3m",
    "+",
    "d",
    "30",
    "crm",
    "Ann",
    " ",
    " ",
    " ",
    "\n",
    "é",
    "sous",
    "#4",
    "20%",
    "😀",
    ",",
    ";",
    "\u00a0",
  ];
  const texts = Array.from({ length: 3000 }, (_, seed) => {
    const pick = random(seed + 1);
    return Array.from({ length: 1 + pick(14) }, () => PIECES[pick(PIECES.length)] ?? "").join("");
  });

  it("comes back from the field as it was, with no fact made of it", () => {
    for (const text of texts) {
      const typed = escapeTitle(tidy(text));
      expect([typed, parse(typed)]).toEqual([typed, []]);
      expect(titleWithout(typed, [])).toBe(tidy(text));
    }
  });

  it("is read the same way when what was understood is taken out: nothing new comes about", () => {
    for (const text of texts) {
      const found = parse(text);
      for (const { from, to } of found) expect(text.slice(from, to)).toMatch(/^\S(.*\S)?$/s);
      expect(found.every(({ from }, i) => from >= (found[i - 1]?.to ?? 0))).toBe(true);
    }
  });

  it("can be named in a token", () => {
    for (const text of texts) {
      const name = tidy(text.replace(/["«»“”]/g, "")).replace(/\s+/g, " ");
      if (name === "") continue;
      expect(tokens(`x @${nameTyped(name)} y`)).toEqual([expect.objectContaining({ kind: "actor", name })]);
    }
  });
});

describe("completing", () => {
  it.each([
    ["Saisit @ve", "actor", "ve"],
    ["Saisit #", "tool", ""],
    ['#"Stock mo', "tool", "Stock mo"],
    ["#Stock_mo", "tool", "Stock mo"],
    ["#erp:4s:@dir", "actor", "dir"],
    ["!adr", "information", "adr"],
    ["!adr>ca", "tool", "ca"],
    ["!adr<=ca", "tool", "ca"],
    ["!adr=crm>ca", "tool", "ca"],
    ["~tel", "channel", "tel"],
    ["->pa", "step", "pa"],
    ["/dec", "fact", "dec"],
  ])("%s", (text, type, typed) => {
    expect(completing(text, text.length)).toMatchObject({ type, typed });
  });

  it("is of the word that the caret ends", () => {
    expect(completing("Saisit @ve", 3)).toBeNull();
    expect(completing("a@ve", 4)).toBeNull();
    expect(completing("@ve dit", 3)).toMatchObject({ type: "actor", typed: "ve" });
  });

  it("finds by beginnings, then by later words, without case and accents; not what is typed whole", () => {
    const titles = ["Écran", "Caisse", "Grand écran", "CRM"];
    expect(matching(titles, "ecr")).toEqual(["Écran", "Grand écran"]);
    expect(matching(titles, "crm")).toEqual([]);
  });

  it("puts the name in so that it is understood", () => {
    const typed = "Voit #st";
    const at = completing(typed, typed.length);
    expect(at?.part).toBe(false);
    expect(at && complete(typed, typed.length, at, "Stock mobile")).toEqual({
      text: "Voit #Stock_mobile ",
      caret: 19,
    });
    const quoted = at && complete(typed, typed.length, at, "Stock: mobile");
    expect(tokens(quoted?.text ?? "")).toEqual([
      expect.objectContaining({ kind: "tool", name: "Stock: mobile" }),
    ]);
  });
});
