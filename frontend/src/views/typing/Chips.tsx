/** Under the field: what is understood so far, and where the legend is. */
import type { JSX } from "preact";
import { t } from "../../text";
import type { Chip } from "./chips";

interface Props {
  readonly id: string;
  readonly chips: readonly Chip[];
  /** Whether there is a legend to open. */
  readonly legend: boolean;
}

export function Chips({ id, chips, legend }: Props): JSX.Element {
  return (
    <div class="typing-under">
      <ul class="typing-chips" id={id} aria-label={t("typing.chips")}>
        {chips.map((chip, i) => (
          <li key={i} class={chip.made ? "typing-chip made" : "typing-chip"} dir="auto">
            {chip.text}
            {chip.made && <span class="typing-made">{t("typing.made")}</span>}
          </li>
        ))}
      </ul>
      {legend && <span class="typing-hint">{t("typing.hint")}</span>}
    </div>
  );
}
