/** The sheet of shortcuts: every key of the editor by group, found by typing; derived from actions and gestures. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { GROUPS } from "../../actions/action";
import type { Editor } from "../../actions/editor";
import { gestures, keyLabel } from "../../actions/keyboard";
import { offers } from "../../actions/offers";
import { actions } from "../../actions/registry";
import { t } from "../../text";
import { match, type Range } from "../../text/search";
import { Marked } from "../controls/Marked";
import { Dialog } from "./Dialog";

interface Shortcut {
  readonly id: string;
  readonly title: string;
  /** As written on the keyboard. */
  readonly keys: readonly string[];
}
interface Section {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

export function Help({ editor }: { editor: Editor }): JSX.Element | null {
  const { help } = editor.session;
  if (!help.value) return null;
  return (
    <Dialog title={t("shell.help.title")} class="shortcuts" close={() => (help.value = false)}>
      <Shortcuts />
    </Dialog>
  );
}

function Shortcuts(): JSX.Element {
  const id = useId();
  const [query, setQuery] = useState("");
  const sections = allSections().flatMap(({ title, shortcuts }) => {
    const found = shortcuts.flatMap((one) => answer(one, title, query));
    return found.length === 0 ? [] : [{ title, found }];
  });
  const n = sections.reduce((sum, { found }) => sum + found.length, 0);
  return (
    <>
      <label class="visually-hidden" for={id}>
        {t("shell.help.search")}
      </label>
      <input
        id={id}
        class="field-input"
        type="search"
        autofocus
        autocomplete="off"
        placeholder={t("shell.help.search")}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status">
        {query.trim() === "" ? "" : t("shell.help.count", { n })}
      </p>
      {n === 0 && <p class="hint">{t("palette.none", { query: query.trim() })}</p>}
      <div class="shortcut-groups">
        {sections.map(({ title, found }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {found.map(({ shortcut, ranges }) => (
                <Line key={shortcut.id} shortcut={shortcut} ranges={ranges} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </>
  );
}

/** Gestures first: they move about. Then the actions that have keys, each way to run them on a line. */
function allSections(): Section[] {
  const ways = offers();
  const own = gestures.map(({ keys, label }) => ({ id: label, title: t(label), keys: keys.map(keyLabel) }));
  const groups = GROUPS.map((group) => ({
    title: t(`actions.group.${group}`),
    shortcuts: actions
      .filter((action) => action.group === group && Object.keys(action.keys).length > 0)
      .flatMap((action) => ways.filter((way) => way.action === action))
      .map(({ id, title, keys }) => ({ id, title, keys: keys.map(keyLabel) })),
  }));
  return [{ title: t("shell.help.gestures"), shortcuts: own }, ...groups].filter(
    ({ shortcuts }) => shortcuts.length > 0,
  );
}

/** By its name, by a key ("ctrl+d"), or by the group it stands in. */
function answer(
  shortcut: Shortcut,
  group: string,
  query: string,
): { readonly shortcut: Shortcut; readonly ranges: readonly Range[] }[] {
  const named = match(shortcut.title, query);
  if (named !== null) return [{ shortcut, ranges: named.ranges }];
  const wanted = query.trim().toLowerCase();
  const keyed = shortcut.keys.some((key) => key.toLowerCase().includes(wanted));
  return keyed || match(group, query) !== null ? [{ shortcut, ranges: [] }] : [];
}

function Line({
  shortcut: { title, keys },
  ranges,
}: {
  shortcut: Shortcut;
  ranges: readonly Range[];
}): JSX.Element {
  return (
    <div>
      <dt>
        <Marked text={title} ranges={ranges} />
      </dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
