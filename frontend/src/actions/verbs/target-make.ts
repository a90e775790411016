/** Makes the target: a to-be blueprint in which the remedies of the chosen findings are carried out; opens it. */
import { Refusal } from "../../sync/api";
import { makeTarget } from "../../sync/diagnosis";
import { t } from "../../text";
import type { Action } from "../action";
import { visit } from "../platform";

export const targetMake: Action<[findings?: readonly string[]], Promise<void>> = {
  id: "target-make",
  label: "actions.target.make",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: ({ session }) => session.chosen.value.size > 0,
  async run({ api, sync, session }, findings = [...session.chosen.value]) {
    if (findings.length === 0) return;
    const preparing = session.notify({ tone: "info", text: t("actions.target.preparing") });
    try {
      if (!(await sync.settled())) {
        session.notify({ tone: "warning", text: t("actions.target.unsaved") });
        return;
      }
      visit(await makeTarget(api, findings));
    } catch (error) {
      const detail = error instanceof Refusal ? error.problem : null;
      session.notify({
        tone: "error",
        text: t("actions.target.failed"),
        ...(detail === null ? {} : { detail: `${detail.message} ${detail.mend}`.trim() }),
      });
    } finally {
      session.dismiss(preparing);
    }
  },
};
