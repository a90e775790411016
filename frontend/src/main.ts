/** The editor page: opens the blueprint and draws it. */
import { asked, config, means } from "./first"; // first of all
import "@preact/signals"; // makes components follow the signals they read
import { h, render } from "preact";
import { createEditor, type Editor } from "./actions/editor";
import { fetchAll } from "./actions/later";
import { recallTheme } from "./actions/theme";
import "./styles/index.css";
import { Refusal } from "./sync/api";
import { setLanguage, t } from "./text";
import { followAddress } from "./views/shell/address";
import { App } from "./views/shell/App";
import { covering } from "./views/panel/covering";
import { lettersReady } from "./views/shell/letters";

const page = document.getElementById("app") ?? document.body;

/** So long after the sheet is there, what it can do without comes too: it opens at once, also where the wifi is gone. */
const CALM_MS = 150;

/** Before that nothing is said of loading: a word that comes and goes only flickers. */
const SLOW_MS = 250;
const OFFLINE_MS = 3000;

/** The panel waits until something is selected; where panel and list lie over the sheet, until they are asked for. */
function fold({ session }: Editor): void {
  const over = covering();
  session.panel.value = { open: !over, tab: "step", waits: !over };
  if (over) session.tray.value = false;
}

const say = (text: string): void => render(h("p", { class: "opening", role: "status" }, text), page);

async function open(again = false): Promise<void> {
  const patience = [
    setTimeout(() => say(t("shell.loading")), SLOW_MS),
    setTimeout(() => say(t("shell.banner.offline")), OFFLINE_MS), // it goes on trying
  ];
  try {
    const letters = lettersReady();
    const editor = createEditor(config, { ...means, ...(again ? {} : asked) });
    await Promise.all([editor.sync.start(), letters]);
    followAddress(editor.session);
    patience.forEach(clearTimeout);
    fold(editor);
    performance.mark("sheet-begin"); // everything is there: what follows, until `sheet-ready`, is drawing
    render(h(App, { editor }), page);
    setTimeout(() => void fetchAll().then(() => performance.mark("parts-ready")), CALM_MS);
  } catch (error) {
    patience.forEach(clearTimeout);
    const detail = error instanceof Refusal ? error.problem.message : "";
    const again = (): void => {
      say(t("shell.loading")); // at once: what was pressed is gone
      void open(true);
    };
    const retry = h("button", { class: "button", type: "button", onClick: again }, t("shell.retry"));
    render(h("div", { class: "opening", role: "alert" }, [t("shell.failed"), " ", detail, retry]), page);
    if (!(error instanceof Refusal) && !(error instanceof TypeError)) throw error;
  }
}

/** Called by the entry of the reader's language, once its sentences are there. */
export function start(): void {
  setLanguage(config.language);
  recallTheme();
  void open();
}
