/** Finds entries of a long library by typing; says how many are left. */
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import type { NamedType } from "../../../actions/named";
import { t } from "../../../text";

interface FilterProps {
  readonly type: NamedType;
  readonly typed: string;
  readonly found: number;
  readonly of: number;
  readonly onType: (typed: string) => void;
}

export function Filter({ type, typed, found, of, onType }: FilterProps): JSX.Element {
  const id = useId();
  return (
    <div class="form-field library-filter">
      <label for={id} class="visually-hidden">
        {t("library.filter", { library: t(`panel.library.${type}`) })}
      </label>
      <input
        id={id}
        class="field-input"
        type="search"
        autocomplete="off"
        placeholder={t("library.filter.hint")}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || typed === "") return;
          event.preventDefault();
          event.stopPropagation();
          onType("");
        }}
      />
      <p class="library-found" role="status">
        {typed.trim() === "" ? "" : t("library.filter.found", { found, of })}
      </p>
    </div>
  );
}
