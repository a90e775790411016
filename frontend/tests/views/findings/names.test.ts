/** The page calls each kind of friction as sentences and drawings of the server do. */
import { describe, expect, it } from "vitest";
import english from "../../../../blueprint/locale/en/friction.json";
import french from "../../../../blueprint/locale/fr/friction.json";
import { setLanguage } from "../../../src/text";
import { fieldName, kindName } from "../../../src/views/findings/names";

describe.each(["fr", "en"] as const)("in %s", (language) => {
  const titles = Object.entries(language === "fr" ? french : english).filter(([key]) =>
    key.endsWith(".title"),
  );

  it.each(titles)("%s", (key, title) => {
    setLanguage(language);
    expect(kindName(key.replace(".title", ""))).toBe(title);
  });
});

it("a kind or field that this page does not know keeps its own name", () => {
  expect(kindName("brand-new")).toBe("brand-new");
  expect(fieldName("step", "brand_new")).toBe("brand_new");
});
