"""The rules on the shares of links, for the links that a change touched or turned round."""

from blueprint.changes.draft import Draft
from blueprint.changes.errors import not_now
from blueprint.document.rules import SLACK, is_rework
from blueprint.records import Record, in_order


def note_what_moves(draft: Draft, kind: str, id: str, name: str) -> None:
    """Remembers which links may go another way, or be shared otherwise, once this field is set."""
    if kind == "link" and name in ("source", "target", "kind", "share"):
        draft.sources.add(draft.tables[kind][id]["source"])
    elif kind == "step" and name == "moment":
        draft.moved.add(id)
    elif kind in ("phase", "moment") and name in ("order", "phase"):
        draft.columns_changed = True


def check_shares(draft: Draft) -> None:
    """Raises ChangeError, naming the link, where shares out of a touched step do not go together any more."""
    shared = _links_to_check(draft)
    if not shared:
        return
    rank = {moment["id"]: position for position, moment in enumerate(in_order(draft.tables, "moment"))}
    steps = draft.tables["step"]
    sums: dict[str, float] = {}
    for link in sorted(shared, key=lambda link: (link["order"], link["id"])):
        source, target, share = link["source"], link["target"], link["share"]
        where = f"link.{link['id']}.share"
        column = {end: rank[steps[end]["moment"]] for end in (source, target)}
        if is_rework(link["kind"], source, target, column):
            if share >= 1:
                raise not_now(where, "rework-share", id=link["id"])
        elif share < 1:
            sums[source] = sums.get(source, 0) + share
            if sums[source] > 1 + SLACK:
                raise not_now(where, "share-sum", step=source, sum=sums[source])


def _links_to_check(draft: Draft) -> list[Record]:
    """The links with a share out of any step of which a link was touched or may have turned round."""
    if not (draft.sources or draft.moved or draft.columns_changed):
        return []
    shared = [link for link in draft.tables["link"].values() if link["share"] is not None]
    if draft.columns_changed:
        return shared
    turned = {
        link["source"] for link in shared if link["source"] in draft.moved or link["target"] in draft.moved
    }
    return [link for link in shared if link["source"] in turned | draft.sources]
