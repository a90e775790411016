/** Today, target: leads from one blueprint of a pair to the other; where there is no pair, which state it shows. */
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { hashOf } from "../../actions/look";
import { BLUEPRINT } from "../../model/records";
import { findTwins } from "../../sync/diagnosis";
import { t } from "../../text";

export function Twins({ editor }: { editor: Editor }): JSX.Element | null {
  const blueprint = editor.state.value.blueprint.get(BLUEPRINT);
  const own = editor.config.blueprint;
  const asIs = blueprint?.as_is ?? null;
  useEffect(() => {
    let current = true;
    findTwins(editor.api, own, asIs).then(
      (twins) => {
        if (current) editor.twins.value = twins;
      },
      () => {
        // The bar says which state it shows, as where there is no pair.
        if (current) editor.twins.value = null;
      },
    );
    return () => void (current = false);
  }, [own, asIs]);
  if (blueprint === undefined) return null;
  const twins = editor.twins.value;
  const target = twins?.targets.find(({ id }) => id === own) ?? twins?.targets[0];
  if (twins == null || target === undefined) {
    return <span class="state">{t(`panel.word.state.${blueprint.state}`)}</span>;
  }
  const hash = hashOf(editor.session.view.value); // the other one opens in the same view
  return (
    <nav class="segments" aria-label={t("shell.twins")}>
      <a href={twins.asIs.url + hash} aria-current={twins.asIs.id === own ? "page" : undefined}>
        {t("panel.word.state.as-is")}
      </a>
      <a href={target.url + hash} aria-current={target.id === own ? "page" : undefined} title={target.title}>
        {t("panel.word.state.to-be")}
      </a>
    </nav>
  );
}
