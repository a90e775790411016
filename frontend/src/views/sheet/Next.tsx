/** The place past the last moment, where one more appears as one types. */
import { useComputed } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../text";
import { Field } from "./Field";
import type { Scene } from "./scene";

export function Next({ scene }: { scene: Scene }) {
  const { editing } = scene.editor.session;
  const mine = useComputed(() => (editing.value?.on === "next" ? editing.value : null));
  const place = useRef<HTMLDivElement>(null);
  const { value } = mine;
  const plan = value === null ? null : scene.plan.value; // lanes may stand elsewhere with it
  useLayoutEffect(() => {
    const element = place.current;
    const canvas = element?.closest<HTMLElement>(".canvas");
    if (element === null || canvas == null || value === null) return;
    const row = canvas.querySelector<HTMLElement>(`[data-row="${CSS.escape(value.lane)}"]`);
    const last = [...(row?.children ?? [])].findLast((one) => one.matches(".cell, .label"));
    const from = (last ?? row)?.getBoundingClientRect();
    const origin = canvas.getBoundingClientRect();
    const scale = scene.scale.peek();
    if (from === undefined) return;
    const [left, top] = [from.right - origin.left, from.top - origin.top].map(
      (at) => `${Math.round(at / scale)}px`,
    );
    if (element.style.left === left && element.style.top === top) return;
    Object.assign(element.style, { left, top });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [value, plan]);
  if (value === null) return null;
  const kind = scene.editor.state.peek().lane.get(value.lane)?.kind ?? "frontstage";
  const tone = kind === "frontstage" || kind === "backstage" ? "employee" : kind;
  return (
    // Each typing has a field of its own: what is keyed by anything else would be made anew under who types.
    <div class="typing-next" role="row" ref={place} key={value}>
      <div class="contents" role="gridcell">
        <div class={`card card-${tone} draft`} data-editing="">
          <Field scene={scene} editing={value} value="" label={t("typing.next")} class="card-title" />
        </div>
      </div>
    </div>
  );
}
