/** The sign on a button that closes or removes; the button says which. */
import type { JSX } from "preact";

export const Cross = (): JSX.Element => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 4l8 8M12 4l-8 8" />
  </svg>
);
