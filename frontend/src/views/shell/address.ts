/** The view stands in the address ("#table"), so that reload, back and a sent link keep it. */
import { effect } from "@preact/signals-core";
import { hashOf, viewOf } from "../../actions/look";
import type { Session } from "../../actions/session";

/** Takes the view of the address, then lets each follow the other; the result ends it. */
export function followAddress({ view }: Session): () => void {
  const read = (): void => void (view.value = viewOf(location.hash));
  read();
  const end = effect(() => {
    const hash = hashOf(view.value);
    // Any other fragment is none of a view's: it stays.
    if (viewOf(location.hash) === view.value) return;
    history.pushState(history.state, "", location.pathname + location.search + hash);
  });
  addEventListener("popstate", read);
  return () => {
    end();
    removeEventListener("popstate", read);
  };
}
