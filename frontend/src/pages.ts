/** What the pages around the editor gain from a script; without it they do the same, a little less smoothly. */
import { THEMES, chooseTheme, recallTheme, theme } from "./actions/theme";
import "./styles/pages.css";
import "./styles/presets.css";

const menus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>("details.menu[open]"),
];

// A menu closes when the person turns elsewhere, and Escape gives the focus back to what opened it.
document.addEventListener("pointerdown", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
  }
});

// Renaming is what the menu is opened for most: its field is ready, with the title selected.
document.addEventListener(
  "toggle",
  (event) => {
    const menu = event.target as HTMLDetailsElement;
    if (menu.matches("details.menu[open]"))
      menu.querySelector<HTMLInputElement>("input[name=title]")?.select();
  },
  true, // toggle does not bubble
);

// A form is sent once, however often its button is pressed; a page that comes back from the cache is fresh again.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.dataset["sent"]) event.preventDefault();
  form.dataset["sent"] = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset["sent"];
});

// The theme is chosen here too, where a browser can keep it; `pages/theme.html` shows it from the next page on.
const themes = document.querySelector<HTMLLabelElement>("label.theme");
const choice = themes?.querySelector("select");
if (themes != null && choice != null) {
  recallTheme();
  choice.value = theme.value;
  themes.hidden = false;
  choice.addEventListener("change", () => {
    const chosen = THEMES.find((one) => one === choice.value);
    if (chosen !== undefined) chooseTheme(chosen);
  });
}

// A preview that can't be drawn leaves its place empty rather than a broken picture.
for (const preview of document.querySelectorAll<HTMLImageElement>("img.preview")) {
  const fail = () => preview.classList.add("failed");
  preview.addEventListener("error", fail);
  if (preview.complete && preview.naturalWidth === 0 && preview.currentSrc !== "") fail();
}
