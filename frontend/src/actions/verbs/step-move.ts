/** Moves the selected steps together to the neighbouring cell; nothing moves where one would leave the sheet. */
import type { Step } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetSteps } from "../targets";
import { movesTo, submitMoves } from "./step-place";

export type Direction = "left" | "right" | "up" | "down";

export const stepMove: Action<[direction: Direction]> = {
  id: "step-move",
  label: "actions.step.move",
  group: "step",
  scope: "step",
  keys: {
    "Mod+ArrowLeft": ["left"],
    "Mod+ArrowRight": ["right"],
    "Mod+ArrowUp": ["up"],
    "Mod+ArrowDown": ["down"],
  },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, direction) {
    const { lanes, moments } = editor.sheet.value;
    const steps = targetSteps(editor);
    const across = direction === "left" ? -1 : direction === "right" ? 1 : 0;
    const along = direction === "up" ? -1 : direction === "down" ? 1 : 0;
    const cells = new Map<string, { lane: string; moment: string; steps: Step[] }>();
    for (const step of steps) {
      const lane = lanes[lanes.findIndex((one) => one.id === step.lane) + along]?.id;
      const moment = moments[moments.findIndex((one) => one.id === step.moment) + across]?.id;
      if (lane === undefined || moment === undefined) {
        editor.session.announce(t("actions.said.edge"));
        return;
      }
      const cell = cells.get(`${lane} ${moment}`) ?? { lane, moment, steps: [] };
      cell.steps.push(step);
      cells.set(`${lane} ${moment}`, cell);
    }
    const ops = [...cells.values()].flatMap((cell) => movesTo(editor, cell.steps, cell));
    submitMoves(editor, steps, ops);
  },
};
