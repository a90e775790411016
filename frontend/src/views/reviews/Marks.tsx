/**
 * Over the sheet: pennants of people's flags, areas that they drew, and how many notes a card has. Placed from the
 * measured plan, so that no card knows of them; each leads to what it stands for.
 */
import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { isDismissed } from "../../actions/concerns";
import { findingOpen } from "../../actions/verbs/finding-open";
import { t } from "../../text";
import { titleById } from "../findings/names";
import { goTo } from "../panel/goto";
import type { Scene } from "../sheet/scene";
import { AreaDraw } from "./AreaDraw";
import { flagSaid } from "./flags";
import { notesByElement, typeOf } from "./pinned";
import { areaBox, flagMarks, noteMarks } from "./placing";

export function Marks({ scene }: { scene: Scene }): JSX.Element | null {
  const { editor } = scene;
  const { session } = editor;
  const notes = useComputed(() => editor.state.value.note);
  const groups = useComputed(() => notesByElement(notes.value.values()));
  useHeaderCounts(scene, groups.value);
  // Most sheets have none: then no edit is of interest here.
  const some =
    groups.value.size > 0 ||
    editor.concerns.value.flags.length > 0 ||
    session.flagging.value !== null ||
    session.drawing.value;
  if (!some) return null;
  return (
    <div class="contents" role="row">
      <Placed scene={scene} groups={groups.value} />
    </div>
  );
}

type NotesOf = ReturnType<typeof notesByElement>;

function Placed({ scene, groups }: { scene: Scene; groups: NotesOf }): JSX.Element {
  const { editor } = scene;
  const { session } = editor;
  const flags = editor.concerns.value.flags;
  const plan = scene.plan.value;
  const sheet = editor.sheet.value;
  const state = editor.state.value;
  const linkAt = (id: string): { x: number; y: number } | null =>
    state.link.has(id) ? middleOf(scene, id) : null;
  const marks = flagMarks(flags, plan, sheet, linkAt);
  const opened = session.opened.value;
  const draft = session.flagging.value;
  const drafted = draft?.area == null ? null : areaBox(plan, sheet, draft.area);
  const named = new Map(flags.map((one) => [one.id, flagSaid(one)]));
  return (
    <>
      <div class="areas" role="presentation">
        {drafted !== null && <div class="mark-area is-draft" style={place(drafted)} />}
        {marks.areas.map(({ id, number: _, ...box }) => (
          <div key={id} class={`mark-area ${id === opened ? "is-open" : ""}`} style={place(box)} />
        ))}
      </div>
      <div class="marks" role="gridcell" aria-label={t("reviews.marks")}>
        {marks.areas.map(({ id, number, x, y }) => (
          <div key={`area ${id}`} class="mark-place" style={place({ x: x - 5, y: y - 14 })}>
            <Pennon scene={scene} id={id} number={number} said={named.get(id) ?? ""} />
          </div>
        ))}
        {marks.flags.map(({ id, number, x, y }, at) => (
          <div key={`${id} ${at}`} class="mark-place" style={place({ x, y })}>
            <Pennon scene={scene} id={id} number={number} said={named.get(id) ?? ""} />
          </div>
        ))}
        {noteMarks(groups, plan, linkAt).map(({ on, n, x, y }) => (
          <div key={`notes ${on}`} class="mark-place" style={place({ x, y })}>
            <button
              type="button"
              class="mark-notes"
              tabIndex={-1}
              aria-label={t("reviews.mark.notes", { n, title: titleById(state, on) ?? "" })}
              onClick={() => {
                goTo(editor, { type: typeOf(state, on) ?? "step", id: on });
                session.panel.value = { open: true, tab: "notes" };
              }}
            >
              <span aria-hidden="true">{n}</span>
            </button>
          </div>
        ))}
        {session.drawing.value && <AreaDraw scene={scene} />}
      </div>
    </>
  );
}

function Pennon(props: { scene: Scene; id: string; number: number; said: string }): JSX.Element {
  const { scene, id, number, said } = props;
  const { session } = scene.editor;
  return (
    <button
      type="button"
      class={`mark-flag ${session.opened.value === id ? "is-open" : ""}`}
      tabIndex={-1}
      data-flag={id}
      title={said}
      aria-label={t("reviews.mark.flag", { number, kind: said })}
      onClick={() => {
        if (session.opened.value !== id) findingOpen.run(scene.editor, id);
      }}
    >
      <span aria-hidden="true">{number}</span>
    </button>
  );
}

const place = (box: { x: number; y: number; w?: number; h?: number }): Readonly<Record<string, string>> => ({
  left: `${box.x}px`,
  top: `${box.y}px`,
  ...(box.w === undefined ? {} : { width: `${box.w}px` }),
  ...(box.h === undefined ? {} : { height: `${box.h}px` }),
});

/** The middle of a link as it is drawn; before that, halfway between its cards. */
function middleOf({ editor, plan }: Scene, id: string): { x: number; y: number } | null {
  const line = document.querySelector<SVGPathElement>(`[data-link="${CSS.escape(id)}"] .link-line`);
  if (line !== null && typeof line.getTotalLength === "function") {
    const { x, y } = line.getPointAtLength(line.getTotalLength() / 2);
    return { x: x - 4, y: y - 22 };
  }
  const link = editor.state.peek().link.get(id);
  const [a, b] = [link?.source, link?.target].map((end) => plan.peek().cards.find((one) => one.id === end));
  return a === undefined || b === undefined ? null : { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Headers stay in sight while the sheet scrolls, so theirs is written on them; styles draw it. */
function useHeaderCounts({ editor }: Scene, groups: NotesOf): void {
  const flagged = new Set(
    editor.concerns.value.flags.flatMap((one) => (isDismissed(one) ? [] : one.flag.on)),
  );
  const phases = useComputed(() => editor.sheet.value.phases).value;
  const lanes = useComputed(() => editor.sheet.value.lanes).value;
  // Searching the whole page takes a part of a frame: only where the answer may be another.
  useLayoutEffect(() => {
    for (const header of document.querySelectorAll<HTMLElement>("[data-header][data-id]")) {
      const id = header.dataset.id ?? "";
      write(header, "notes", groups.get(id)?.length ?? 0);
      write(header, "flagged", flagged.has(id) ? 1 : 0);
    }
  }, [groups, [...flagged].join(" "), phases, lanes]);
}

function write(header: HTMLElement, name: "notes" | "flagged", n: number): void {
  const attribute = `data-${name}`;
  if (n === 0) header.removeAttribute(attribute);
  else if (header.getAttribute(attribute) !== String(n)) header.setAttribute(attribute, String(n));
}
