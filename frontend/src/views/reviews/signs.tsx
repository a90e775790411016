/** Small drawings that reviews share: the status, the pennant of a flag. Each differs by its shape, not by hue alone. */
import type { JSX } from "preact";
import type { Status } from "../../actions/concerns";
import { t } from "../../text";

const PATHS: Readonly<Record<Status, string>> = {
  open: "M8 3a5 5 0 1 0 .01 0",
  confirmed: "M3 8.500l3.500 3.500L13 4.500",
  dismissed: "M4 4l8 8M12 4l-8 8",
  waiting: "M4 3h8M4 13h8M5 3c0 5 6 5 6 10M11 3c0 5-6 5-6 10",
};

export const StatusMark = ({ status }: { status: Status }): JSX.Element => (
  <svg class="status-mark" viewBox="0 0 16 16" aria-hidden="true">
    <path d={PATHS[status]} />
  </svg>
);

/** The status as a word with its sign; nothing while it is open. */
export const StatusChip = ({ status, reason }: { status: Status; reason?: string }): JSX.Element | null =>
  status === "open" ? null : (
    <span class={`status-chip ${status}`} title={reason === "" ? undefined : reason}>
      <StatusMark status={status} />
      {t(`reviews.status.${status}`)}
    </span>
  );

/** A person's flag: a pennant on its pole, with the flag's number. */
export const Pennant = ({ number }: { number: number | null }): JSX.Element => (
  <span class="pennant" aria-hidden="true">
    <span>{number ?? "+"}</span>
  </span>
);
