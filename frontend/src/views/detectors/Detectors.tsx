/** The settings of the detectors of this blueprint: each on or off, its limits with unit and default. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { detectorSet } from "../../actions/verbs/detector-set";
import type { Detector } from "../../model/records";
import { listKinds, type Kind, type Limit } from "../../sync/diagnosis";
import { number, percent, t } from "../../text";
import { placeOf } from "../panel/fields";
import { LimitField } from "../panel/controls/TextField";
import { Dialog } from "../shell/Dialog";

export function Detectors({ editor }: { editor: Editor }): JSX.Element | null {
  const { session } = editor;
  if (!session.detectors.value) return null;
  return (
    <Dialog
      title={t("diagnosis.detectors")}
      class="detectors"
      close={() => (session.detectors.value = false)}
    >
      <Kinds editor={editor} />
    </Dialog>
  );
}

function Kinds({ editor }: { editor: Editor }): JSX.Element {
  const [kinds, setKinds] = useState<readonly Kind[] | "failed" | null>(null);
  const ask = (): void => {
    setKinds(null);
    listKinds(editor.api, editor.language).then(setKinds, () => setKinds("failed"));
  };
  useEffect(ask, []);
  if (kinds === null) return <p class="hint">{t("shell.loading")}</p>;
  if (kinds === "failed") {
    return (
      <p class="hint">
        {t("diagnosis.failed")}{" "}
        <button type="button" class="text-button" onClick={ask}>
          {t("shell.retry")}
        </button>
      </p>
    );
  }
  const { findings } = editor.findings.value;
  return (
    <>
      <p class="hint">{t("diagnosis.detectors.hint")}</p>
      <ul class="kinds">
        {kinds.map((kind) => (
          <One
            key={kind.id}
            editor={editor}
            kind={kind}
            setting={editor.state.value.detector.get(kind.id)}
            count={findings.filter(({ detector }) => detector === kind.id).length}
          />
        ))}
      </ul>
    </>
  );
}

interface OneProps {
  readonly editor: Editor;
  readonly kind: Kind;
  /** undefined: everything by default. */
  readonly setting: Detector | undefined;
  readonly count: number;
}

function One({ editor, kind, setting, count }: OneProps): JSX.Element {
  const { id, title, about, limits, page } = kind;
  const on = setting?.on ?? true;
  return (
    <li class={on ? "kind" : "kind is-off"}>
      <label class="check kind-name">
        <input
          type="checkbox"
          checked={on}
          data-field={placeOf("detector", id, "on")}
          onChange={({ currentTarget }) =>
            void detectorSet.run(editor, { id, field: "on", value: currentTarget.checked })
          }
        />
        <span>{title}</span>
      </label>
      <span class="kind-count">{on ? t("findings.count", { n: count }) : t("diagnosis.off")}</span>
      <p class="kind-about">
        {about}{" "}
        <a href={page} target="_blank" rel="noopener">
          {t("diagnosis.more")}
          <span class="visually-hidden">
            {" "}
            {title} {t("diagnosis.tab")}
          </span>
        </a>
      </p>
      {limits.map((limit) => (
        <LimitRow key={limit.name} editor={editor} kind={kind} limit={limit} setting={setting} />
      ))}
    </li>
  );
}

function LimitRow(props: {
  editor: Editor;
  kind: Kind;
  limit: Limit;
  setting: Detector | undefined;
}): JSX.Element {
  const { editor, kind, limit, setting } = props;
  const held = setting?.[limit.name];
  const own = typeof held === "number" ? held : null;
  const set = (value: number | null): void =>
    void detectorSet.run(editor, {
      id: kind.id,
      field: limit.name,
      value: value === limit.default && own === null ? null : value,
    });
  const fallback = isShare(limit)
    ? percent(limit.default)
    : `${number(limit.default)} ${unitOf(limit)}`.trim();
  return (
    <div class="limit">
      <LimitField
        label={limit.about}
        place={placeOf("detector", kind.id, limit.name)}
        value={own}
        share={isShare(limit)}
        placeholder={isShare(limit) ? percent(limit.default) : number(limit.default)}
        commit={set}
      />
      <span class="limit-unit">{unitOf(limit)}</span>
      <span class="limit-default">{t("diagnosis.default", { value: fallback })}</span>
      {own !== null && (
        <button type="button" class="text-button" onClick={() => set(null)}>
          {t("diagnosis.default.back")}
          <span class="visually-hidden"> {limit.about}</span>
        </button>
      )}
    </div>
  );
}

/** Limits without a unit are counts, but for one that is a part of capacity. */
const isShare = (limit: Limit): boolean => limit.unit === null && limit.default < 1;
const unitOf = (limit: Limit): string => (limit.unit === null ? "" : t(`diagnosis.unit.${limit.unit}`));
