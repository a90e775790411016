/** The foldable list of findings below the sheet: why, where, and what would mend it; and what could not be judged. */
import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { findingsToggle } from "../../actions/verbs/findings-toggle";
import type { Finding } from "../../sync/friction";
import { t } from "../../text";
import { createLight, type Light } from "./light";
import { kindName } from "./names";
import { Concerned, Detail, fixesOf, Flag, Reach } from "./parts";
import { Unknowns } from "./Unknowns";

export function Tray({ editor }: { editor: Editor }): JSX.Element | null {
  const light = useMemo(() => createLight(editor), [editor]);
  useEffect(() => () => light.stop(), [light]);
  const [list, setList] = useState<"findings" | "unknown">("findings");
  if (!editor.session.tray.value) return null;
  const { findings, unknown } = editor.findings.value;
  return (
    <section
      class="tray"
      id="tray"
      data-region="tray"
      aria-label={t("findings.name")}
      onKeyDown={(event) => {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") walk(event);
        if (event.key !== "Escape" || light.unfolded.value === null) return;
        event.stopPropagation();
        light.unfolded.value = null;
      }}
    >
      <header class="tray-head">
        <h2>{t("findings.count", { n: findings.length })}</h2>
        <p class="tray-note">{t("findings.note")}</p>
        <button
          type="button"
          class="text-button"
          aria-pressed={list === "unknown"}
          onClick={() => setList(list === "unknown" ? "findings" : "unknown")}
        >
          {list === "unknown" ? t("findings.show") : t("findings.unknown.count", { n: unknown.length })}
        </button>
        <button
          type="button"
          class="icon-button"
          aria-label={t("findings.fold")}
          title={t("findings.fold")}
          onClick={() => {
            findingsToggle.run(editor);
            document.getElementById("findings-button")?.focus();
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 6l5 5 5-5" />
          </svg>
        </button>
      </header>
      <div class="tray-body">
        {list === "unknown" ? (
          <Unknowns editor={editor} />
        ) : findings.length === 0 ? (
          <p class="hint tray-empty">{t("findings.none")}</p>
        ) : (
          <ol class="findings">
            {findings.map((finding) => (
              <Row key={finding.fingerprint} editor={editor} finding={finding} light={light} />
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}

/** Arrows lead from one reason to the next; Tab goes through what each of them names. */
function walk(event: TargetedKeyboardEvent<HTMLElement>): void {
  const reasons = [...event.currentTarget.querySelectorAll<HTMLElement>(".because")];
  const at = reasons.indexOf(event.target as HTMLElement);
  const next = reasons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Row({ editor, finding, light }: { editor: Editor; finding: Finding; light: Light }): JSX.Element {
  const { fingerprint, number, detector, because } = finding;
  const row = useRef<HTMLLIElement>(null);
  const open = light.unfolded.value === fingerprint;
  const lit = editor.session.lit.value === fingerprint;
  useEffect(() => {
    // Lit from a card: the list shows why. Lit from here, the row is in sight already.
    if (lit && row.current?.matches(":hover, :focus-within") === false) {
      row.current.scrollIntoView({ block: "nearest" });
    }
  }, [lit]);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  const [fix] = fixesOf(finding);
  return (
    <li
      ref={row}
      class={`finding ${lit ? "is-lit" : ""}`}
      data-finding={fingerprint}
      onPointerEnter={() => light.point(fingerprint)}
      onPointerLeave={() => light.point(null)}
      onFocusIn={() => light.focus(fingerprint)}
      onFocusOut={() => light.focus(null)}
    >
      <Flag number={number} />
      <div class="finding-why">
        <button
          type="button"
          class="because"
          data-entry
          aria-expanded={open}
          onClick={() => (light.unfolded.value = open ? null : fingerprint)}
        >
          <span class="visually-hidden">{t("findings.number", { number })} </span>
          {because}
        </button>
        <p class="finding-kind">
          {kindName(detector)}
          {fix !== undefined && <span> · {fix.sentence}</span>}
        </p>
      </div>
      <Concerned editor={editor} steps={finding.steps} />
      <Reach editor={editor} finding={finding} />
      {open && <Detail editor={editor} finding={finding} heading="h3" />}
    </li>
  );
}
