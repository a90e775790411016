/** The first thing Tab reaches: past the bar, to where one left the sheet, or to the view that is shown. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { t } from "../../text";
import { enter } from "./regions";

export function Skip({ editor }: { editor: Editor }): JSX.Element {
  const view = editor.session.view.value;
  // Not left to the browser: the address behind # names the view.
  const go = (event: Event): void => {
    event.preventDefault();
    const main = document.getElementById("sheet");
    if (main !== null && !enter(main)) main.focus();
  };
  return (
    <a class="skip" href="#sheet" onClick={go}>
      {view === "blueprint" ? t("skip.sheet") : t("skip.view", { view: t(`views.${view}`) })}
    </a>
  );
}
