/** French or English: the server keeps the choice, so the page is loaded again; what is unsent waits in the browser. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Language } from "../../text";

const NAMES: Readonly<Record<Language, string>> = { fr: "Français", en: "English" };

export function Languages({ editor }: { editor: Editor }): JSX.Element {
  const { config, language } = editor;
  return (
    <form class="languages" method="post" action={config.urls["language"] ?? "/language/"}>
      <input type="hidden" name="csrfmiddlewaretoken" value={config.csrf} />
      <input type="hidden" name="next" value={location.pathname + location.search} />
      {(["fr", "en"] as const).map((one) => (
        <button
          key={one}
          name="language"
          value={one}
          lang={one}
          title={NAMES[one]}
          aria-current={one === language ? "true" : undefined}
        >
          <span aria-hidden="true">{one.toUpperCase()}</span>
          <span class="visually-hidden">{NAMES[one]}</span>
        </button>
      ))}
    </form>
  );
}
