"""Images of notes: taken in, found for a blueprint, handed on with it, cleared away where nobody used them.

A note names an image by its hash. An image that a note has once named stays, since the log can bring the note
back; one that was sent and never named goes after a day.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from blueprint.records import State
from journeys.models import Attachment, Blueprint
from journeys.services import access
from journeys.services.errors import Missing, Never, NotNow
from journeys.services.files import write_whole
from journeys.services.images import picture_of, thumbnail_of
from journeys.services.turns import writing

Op = dict[str, Any]

MOST = 500  # images of one blueprint
MOST_BYTES = 500_000_000  # and how large they may be together
UNUSED = timedelta(days=1)  # after which what no note names is cleared away
SWEEP_EVERY = 600.0  # seconds
WIDTHS = (160, 320, 640, 1280)  # of thumbnails: few, so that few are kept
DIGEST = re.compile(r"[0-9a-f]{64}")

_next_sweep = 0.0


def attachment_add(*, blueprint: Blueprint, by: User, sent: bytes) -> Attachment:
    """Takes an image in; the same again is the same. Raises Never for what is none, NotNow for too many."""
    picture = picture_of(sent)
    digest = hashlib.sha256(picture.content).hexdigest()
    now = timezone.now()
    with writing():
        there = Attachment.objects.filter(blueprint=blueprint, digest=digest).first()
        if there is None:
            _check_room(blueprint, len(picture.content))
            there = Attachment(blueprint=blueprint, digest=digest, by=by)
        there.type, there.width, there.height = picture.type, picture.width, picture.height
        there.size, there.at = len(picture.content), now
        there.save()
        # Within the transaction: who clears away does not see a file without its row.
        write_whole(_path(digest), picture.content)
    return there


def attachment_for(blueprint: Blueprint, digest: str) -> Attachment:
    """The image `digest` of a blueprint. Raises Missing."""
    found = DIGEST.fullmatch(digest) and blueprint.attachments.filter(digest=digest).first()
    if not found:
        raise Missing("", _("There is no image at this address."), _("Send it once more."))
    return found


def attachment_file(attachment: Attachment, width: int | None = None) -> tuple[Path, str]:
    """Where the file lies and of which type it is; with a `width` that of a picture about as wide, made on
    first use.
    """
    whole = _path(attachment.digest)
    if width is None or width >= attachment.width:
        return whole, attachment.type
    wide = next((one for one in WIDTHS if one >= width), None)
    if wide is None or wide >= attachment.width:
        return whole, attachment.type
    small = whole.with_suffix(f".{wide}")
    if not small.exists():
        try:
            content = whole.read_bytes()
        except FileNotFoundError:
            return whole, attachment.type
        write_whole(small, thumbnail_of(content, wide))
    return small, "image/webp"


def attachment_list(blueprint: Blueprint, state: State) -> tuple[list[Attachment], list[str]]:
    """The images of a blueprint, the newest first, and the hashes in its notes for which there is none."""
    there = list(blueprint.attachments.order_by("-at", "digest"))
    known = {one.digest for one in there}
    named = dict.fromkeys(digest for note in state["note"].values() for digest in note["images"])
    return there, [digest for digest in named if digest not in known]


def images_check(*, blueprint: Blueprint, ops: list[Op], state: State, author: User) -> None:
    """Sees to it that this blueprint has the images that notes are given. One that the author may see in
    another blueprint is handed on. Raises Never, naming the place, for one that is nowhere.
    """
    given = list(_given(ops, state))
    if not given:
        return
    wanted = {digest for _place, digest in given}
    missing = wanted - _known(blueprint, wanted)
    missing -= _hand_on(blueprint, missing, author)
    for place, digest in given:
        if digest in missing:
            raise Never(
                place,
                _("There is no image with this hash."),
                _("Send the image first, then name it by the id in the answer."),
            )
    blueprint.attachments.filter(digest__in=wanted, used=False).update(used=True)


def images_adopt(*, blueprint: Blueprint, state: State, owner: User) -> None:
    """Hands the images that a new blueprint's notes name on to it, of those that its owner may see. Others
    stay named: where the document came from another server, they lie there.
    """
    wanted = {digest for note in state["note"].values() for digest in note["images"]}
    _hand_on(blueprint, wanted, owner)


def attachments_sweep() -> None:
    """Clears away, now and then, images that no note ever named, and files that no blueprint has."""
    global _next_sweep
    if monotonic() < _next_sweep:
        return
    _next_sweep = monotonic() + SWEEP_EVERY
    attachments_clear()


def attachments_clear() -> None:
    """What `attachments_sweep` does, at once."""
    before = timezone.now() - UNUSED
    Attachment.objects.filter(used=False, at__lt=before).delete()
    folder: Path = settings.ATTACHMENTS_DIR
    if not folder.is_dir():
        return
    old = [path for path in folder.iterdir() if path.stat().st_mtime < before.timestamp()]
    digests = {match[0] for path in old if (match := DIGEST.match(path.name))}
    with writing():
        kept = set(Attachment.objects.filter(digest__in=digests).values_list("digest", flat=True))
        for path in old:
            match = DIGEST.match(path.name)
            if match is None or match[0] not in kept:  # also what a death left half written
                path.unlink(missing_ok=True)


def _check_room(blueprint: Blueprint, size: int) -> None:
    there = blueprint.attachments.aggregate(bytes=Sum("size", default=0))["bytes"]
    if blueprint.attachments.count() >= MOST or there + size > MOST_BYTES:
        raise NotNow(
            "file",
            _("This blueprint holds as many images as it may: %(most)s, or %(megabytes)s MB.")
            % {"most": MOST, "megabytes": MOST_BYTES // 1_000_000},
            _("Make a copy of the blueprint, or send smaller images."),
        )


def _path(digest: str) -> Path:
    return settings.ATTACHMENTS_DIR / digest


def _given(ops: list[Op], state: State) -> Iterator[tuple[str, str]]:
    """The hashes that ops give to notes, with their places. What has a wrong shape is `apply`'s to refuse."""
    for index, op in enumerate(ops):
        type_, record = op.get("type"), op.get("record")
        if type_ == "note" and isinstance(record, dict):
            yield from _texts(f"ops[{index}].record.images", record.get("images"))
        elif type_ == "review" and isinstance(record, dict) and isinstance(record.get("notes"), list):
            for inner, note in enumerate(record["notes"]):
                if isinstance(note, dict):
                    yield from _texts(f"ops[{index}].record.notes[{inner}].images", note.get("images"))
        elif type_ == "note" and op.get("field") == "images":
            id_ = op.get("id")
            before = state["note"].get(id_, {}).get("images", []) if isinstance(id_, str) else []
            for place, digest in _texts(f"ops[{index}].value", op.get("value")):
                if digest not in before:
                    yield place, digest


def _texts(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        yield from ((f"{place}[{index}]", one) for index, one in enumerate(value) if isinstance(one, str))


def _known(blueprint: Blueprint, digests: Iterable[str]) -> set[str]:
    return set(blueprint.attachments.filter(digest__in=digests).values_list("digest", flat=True))


def _hand_on(blueprint: Blueprint, digests: Iterable[str], person: User) -> set[str]:
    """Gives a blueprint the images among these that another has which this person may see; tells which."""
    wanted = {digest for digest in digests if DIGEST.fullmatch(digest)}
    if not wanted:
        return set()
    wanted -= _known(blueprint, wanted)
    found = Attachment.objects.filter(digest__in=wanted, blueprint__in=access.visible(person))
    sources = {one.digest: one for one in found}
    Attachment.objects.bulk_create(
        Attachment(
            blueprint=blueprint,
            digest=one.digest,
            type=one.type,
            width=one.width,
            height=one.height,
            size=one.size,
            by=person,
            at=timezone.now(),
            used=True,
        )
        for one in sources.values()
    )
    return set(sources)
