"""Images that people send: looked at before they are decoded, then written anew with nothing but pixels.

What a camera or an editor noted beside the picture (where, when, who, what was cut away) is gone, and so is
whatever else lay in the file. Of moving pictures the first frame stays.
"""

from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

from journeys.services.errors import Never

BYTES = 5_000_000  # of a file that is sent
PIXELS = 50_000_000  # that one may have: decoded, these are 200 MB
REACH = 4096  # pixels of the longer side that are kept
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}
LARGEST = 10_000_000  # bytes of a picture without loss; beyond, a little of it is given up
SCAN, SCANS = b"\xff\xda", 100  # a JPEG has a dozen scans; thousands would keep a processor busy for hours
PLACE = "file"

Image.MAX_IMAGE_PIXELS = None  # PIXELS says it, in words

# Few at once, so that ten people who send photographs together do not fill the memory.
_hands = BoundedSemaphore(2)


@dataclass(frozen=True)
class Picture:
    content: bytes
    type: str
    width: int
    height: int


def picture_of(sent: bytes) -> Picture:
    """The picture in a file, written anew. Raises Never, naming `file`, for what is no such picture."""
    check_bytes(len(sent))
    with _hands:
        try:
            return _anew(sent)
        except Never:
            raise
        except UnidentifiedImageError:
            raise Never(
                PLACE, _("This is no image that can be shown."), _("Send a PNG, a JPEG or a WebP.")
            ) from None
        except Exception:  # whatever a decoder says of a file that someone broke
            raise Never(
                PLACE,
                _("This image is broken: it can not be read to its end."),
                _("Save it again, or take a picture of the screen."),
            ) from None


def check_bytes(count: int) -> None:
    """Raises Never for more bytes than an image may have."""
    if count > BYTES:
        raise Never(
            PLACE,
            _("This image is larger than %(megabytes)s MB.") % {"megabytes": BYTES // 1_000_000},
            _("Send a smaller one."),
        )


def thumbnail_of(content: bytes, width: int) -> bytes:
    """A picture of ours, at most `width` wide, as WebP."""
    with _hands, Image.open(BytesIO(content), formats=[*FORMATS]) as image:
        image.draft(None, (width, width))
        image.thumbnail((width, width * 8))
        return _written(image, "WEBP")


def _anew(sent: bytes) -> Picture:
    _check_pixels(*_canvas(sent))
    if sent.count(SCAN) > SCANS:
        raise UnidentifiedImageError
    with Image.open(BytesIO(sent), formats=[*FORMATS]) as image:  # reads the head, decodes nothing
        _check_pixels(image.width, image.height)
        form = (
            image.format if image.format in FORMATS else "JPEG"
        )  # with others behind it, it has another name
        image.seek(0)
        image.draft(None, (REACH, REACH))  # a JPEG need not be decoded larger than it is kept
        image.load()
        kept = _plain(ImageOps.exif_transpose(image))
        kept.thumbnail((REACH, REACH))
        content = _written(kept, form)
        if len(content) > LARGEST:
            form = "WEBP"
            content = _written(kept, form)
        return Picture(content, FORMATS[form], kept.width, kept.height)


def _canvas(sent: bytes) -> tuple[int, int]:
    """Width and height of a WebP, for which the decoder takes memory as soon as it opens one; else 0, 0."""
    if sent[:4] != b"RIFF" or sent[8:12] != b"WEBP":
        return 0, 0
    kind, head = sent[12:16], sent[20:30]
    if kind == b"VP8X":
        return int.from_bytes(head[4:7], "little") + 1, int.from_bytes(head[7:10], "little") + 1
    if kind == b"VP8L":
        bits = int.from_bytes(head[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return int.from_bytes(head[6:8], "little") & 0x3FFF, int.from_bytes(head[8:10], "little") & 0x3FFF


def _check_pixels(width: int, height: int) -> None:
    if width * height > PIXELS:
        raise Never(
            PLACE,
            _("This image has more than %(megapixels)s million pixels.")
            % {"megapixels": PIXELS // 1_000_000},
            _("Send a smaller one."),
        )


def _plain(image: Image.Image) -> Image.Image:
    """Its pixels alone, in one of three modes."""
    if image.mode.startswith(("I", "F")):  # 16 bits and more of grey: the upper eight are seen
        plain = image.convert("I").point(lambda value: value / 256).convert("L")
    elif image.has_transparency_data:
        plain = image.convert("RGBA")
    else:
        plain = image.convert("L" if image.mode in ("1", "L") else "RGB")
    plain.info = {}  # encoders write what they find there
    return plain


def _written(image: Image.Image, form: str) -> bytes:
    options: dict[str, dict[str, Any]] = {
        "PNG": {"optimize": False, "compress_level": 6},
        "JPEG": {"quality": 88, "progressive": True},
        "WEBP": {"quality": 85, "method": 4},
    }
    if form == "JPEG" and image.mode not in ("L", "RGB"):
        image = image.convert("RGB")
    out = BytesIO()
    image.save(out, form, **options[form])
    return out.getvalue()
