/** What the tokens of a text say, in words: the chips under the field. */
import type { State } from "../../model/records";
import { momentName } from "../../model/moment-name";
import type { Half } from "../../model/sheet";
import type { InformationToken, Token, ToolToken } from "../../model/shorthand";
import { fold } from "../../model/shorthand-words";
import { howOf, stepNamed } from "../../actions/shorthand";
import type { NamedType } from "../../actions/named";
import { phaseCalled } from "../../actions/phases";
import { duration, list, percent, quoted, signed, t } from "../../text";

export interface Chip {
  readonly text: string;
  /** Whether it names something that isn't there yet. */
  readonly made: boolean;
}

export function chipOf(state: State, half: Half, token: Token): Chip {
  switch (token.kind) {
    case "actor": {
      const { name, made } = named(state, "actor", token.name);
      const more = [
        token.headcount === null ? "" : t("typing.chip.headcount", { n: token.headcount }),
        token.side === null ? "" : t(`typing.chip.side.${token.side}`),
      ];
      return { text: joined(t("typing.chip.actor", { name }), more), made };
    }
    case "tool":
      return toolChip(state, token);
    case "information":
      return informationChip(state, half, token);
    case "times": {
      const parts = [
        token.work === null ? "" : t("typing.chip.work", { time: duration(token.work) }),
        token.wait === null ? "" : t("typing.chip.wait", { time: duration(token.wait) }),
      ];
      return said(parts.filter((part) => part !== "").join(", "));
    }
    case "emotion":
      return said(t("typing.chip.emotion", { value: signed(token.value) }));
    case "truth":
      return said(t("typing.chip.truth"));
    case "channel": {
      const { name, made } = named(state, "channel", token.name);
      return { text: t("typing.chip.channel", { name }), made };
    }
    case "fact": {
      const { fact } = token;
      if (fact.field !== "measure") return said(factText(fact.field, fact.value));
      const value = factText("measure", fact.value);
      return said(t(half === "customer" ? "typing.fact.expects" : "typing.fact.measured_on", { value }));
    }
    case "said":
      return said(t("typing.chip.said", { text: token.text }));
    case "share":
      return said(t("typing.chip.share", { percent: percent(token.share) }));
    case "link": {
      const title = stepNamed(state, token.name)?.title ?? token.name;
      const part = token.share === null ? "" : t("typing.chip.share", { percent: percent(token.share) });
      return said(
        joined(t(token.back ? "typing.chip.back" : "typing.chip.link", { title: quoted(title) }), [part]),
      );
    }
  }
}

/** The phase that a moment's name names. */
export function phaseChips(state: State, text: string): readonly Chip[] {
  const { phase } = momentName(text);
  if (phase === null) return [];
  const there = phaseCalled(state, phase);
  return [{ text: t("typing.chip.phase", { name: there?.title ?? phase }), made: there === undefined }];
}

const said = (text: string): Chip => ({ text, made: false });
const joined = (text: string, more: readonly string[]): string =>
  [text, ...more].filter((part) => part !== "").join(" · ");

/** `field` and `value` are those of a step's fact: each has its words. */
export const factText = (field: string, value: string): string =>
  t(`typing.fact.${field}.${value}` as "typing.fact.kind.action");

/** As it is called where it is there already. */
function named(
  state: State,
  type: NamedType,
  name: string,
): { readonly name: string; readonly made: boolean } {
  for (const { title } of state[type].values())
    if (fold(title) === fold(name)) return { name: title, made: false };
  return { name, made: true };
}

function toolChip(state: State, token: ToolToken): Chip {
  const { name, made } = named(state, "tool", token.name);
  const times = token.times === null ? "" : ` ×${token.times}`;
  const more = [
    token.latency_s === null ? "" : duration(token.latency_s / 60),
    token.access.length === 0
      ? ""
      : t("typing.chip.access", { names: list(token.access.map((one) => named(state, "actor", one).name)) }),
  ];
  return { text: joined(t("typing.chip.tool", { name }) + times, more), made };
}

function informationChip(state: State, half: Half, token: InformationToken): Chip {
  const { name, made } = named(state, "information", token.name);
  const customer = half === "customer";
  const how = token.way === null ? "named" : howOf(token.way, half);
  const tool = (title: string | null): string => (title === null ? "" : named(state, "tool", title).name);
  const time = token.minutes === null ? "" : duration(token.minutes);
  const more = [
    token.held === null ? "" : t("typing.chip.held", { tool: tool(token.held) }),
    token.tool === null || token.held !== null || customer
      ? ""
      : t("typing.chip.in", { tool: tool(token.tool) }),
    token.feeds === null ? "" : t("typing.chip.feeds", { tool: tool(token.feeds) }),
    time === "" ? "" : t(how === "needs" ? "typing.chip.within" : "typing.chip.takes", { time }),
    token.delay_min === null ? "" : t("typing.chip.delay", { time: duration(token.delay_min) }),
    token.state === null ? "" : t(`typing.chip.state.${token.state}`),
    token.sort === null ? "" : t(`typing.chip.sort.${token.sort}`),
    token.as === "" ? "" : quoted(token.as),
  ];
  return { text: joined(t(`typing.chip.${how}`, { name }), more), made };
}
