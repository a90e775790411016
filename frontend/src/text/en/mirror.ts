/** English: what the mirror says. */
export const mirror = {
  "mirror.keys": "Arrows: from step to step, and across the fold. Enter: select. F2: rename.",
  "mirror.cell.customer": "Customer, {moment}",
  "mirror.cell.employee": "Employees, {moment}",
  "mirror.minutes": "Minutes",
  "mirror.felt": "feels {value}",
  "mirror.spoken": " — customer: {customer}. Employees: {employee}. {findings}",
  "mirror.findings": "{n} finding at “{moment}”|{n} findings at “{moment}”",
  "mirror.legend.work": "work",
  "mirror.legend.wait": "wait, for the other or for a tool",
  "mirror.legend.meet": "friction on one side meets pain on the other",
  "mirror.legend.note": "Bars grow as the square root of the minutes. Both pains lie by the fold.",
} as const;
