"""Images that people send: what is kept of them, and what nobody lets in."""

import struct
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, PngImagePlugin

from journeys.services import images
from journeys.services.errors import Never
from journeys.services.images import BYTES, LARGEST, REACH, picture_of, thumbnail_of

ORIENTATION, MAKER, GPS = 0x0112, 0x010F, 0x8825


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def halves(width: int = 40, height: int = 20) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), "red")
    image.paste("blue", (width // 2, 0, width, height))
    return image


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_an_image_keeps_its_form_and_size(form: str) -> None:
    picture = picture_of(encoded(halves(), form))
    again = opened(picture.content)
    assert (again.format, again.size) == (form, (40, 20))
    assert (picture.type, picture.width, picture.height) == (f"image/{form.lower()}", 40, 20)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_what_was_noted_in_the_file_is_gone_and_the_picture_stands_upright(form: str) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "SECRET-CAMERA"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 24.0)
    notes: dict[str, Any] = {"exif": exif, "icc_profile": b"SECRET-PROFILE"}
    if form == "JPEG":
        notes["comment"] = b"SECRET-COMMENT"
    if form == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", "SECRET-AUTHOR")
        notes["pnginfo"] = told
    sent = encoded(halves(), form, **notes)
    assert b"SECRET" in sent
    picture = picture_of(sent)
    assert b"SECRET" not in picture.content and b"Exif" not in picture.content
    again = opened(picture.content)
    assert not again.getexif() and "icc_profile" not in again.info
    # Turned by a quarter: what was left is on top now.
    assert again.size == (20, 40) == (picture.width, picture.height)
    red, _green, blue = again.convert("RGB").getpixel((10, 5))  # type: ignore[misc]
    assert red > 200 and blue < 50


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "I"])
def test_every_mode_of_a_png_is_shown(mode: str) -> None:
    source = Image.new("I;16", (8, 8), 40_000) if mode.startswith("I") else halves(8, 8).convert(mode)
    again = opened(picture_of(encoded(source, "PNG")).content)
    assert again.size == (8, 8)
    if mode.startswith("I"):
        assert again.getpixel((0, 0)) == 40_000 // 256


def test_transparency_stays() -> None:
    image = Image.new("RGBA", (4, 4), (255, 0, 0, 0))
    assert opened(picture_of(encoded(image, "PNG")).content).convert("RGBA").getpixel((0, 0))[3] == 0  # type: ignore[index]


def test_a_printed_photograph_becomes_one_for_screens() -> None:
    again = opened(picture_of(encoded(halves().convert("CMYK"), "JPEG")).content)
    assert again.mode == "RGB"


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
def test_of_moving_pictures_the_first_stays(form: str) -> None:
    others = [Image.new("RGB", (9, 9), colour) for colour in ("blue", "lime")]
    sent = encoded(Image.new("RGB", (9, 9), "red"), form, save_all=True, append_images=others, duration=50)
    again = opened(picture_of(sent).content)
    assert getattr(again, "n_frames", 1) == 1
    assert again.convert("RGB").getpixel((4, 4))[0] > 200  # type: ignore[index]


def test_what_is_too_wide_is_made_smaller() -> None:
    picture = picture_of(encoded(Image.new("L", (REACH * 2, 30)), "PNG"))
    assert (picture.width, picture.height) == (REACH, 15)


def test_a_picture_that_grows_too_large_gives_up_a_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images, "LARGEST", 500)
    picture = picture_of(encoded(Image.effect_noise((60, 60), 90), "PNG"))
    assert picture.type == "image/webp"
    assert LARGEST > BYTES


def test_a_thumbnail_is_small() -> None:
    content = thumbnail_of(encoded(halves(800, 400), "JPEG"), 160)
    assert opened(content).size == (160, 80)


def png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    """A PNG that says it is so large, with chunks of our own."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*one) for one in ((b"IHDR", head), *chunks, (b"IEND", b"")))


def vp8x(width: int, height: int) -> bytes:
    head = bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + head
    return b"RIFF" + struct.pack("<I", len(body)) + body


BOMB = zlib.compress(bytes(20_000_000))
HOSTILE = {
    "nothing": b"",
    "text": b"<script>alert(1)</script>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "gif": encoded(halves(), "GIF"),
    "tiff": encoded(halves(), "TIFF"),
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    "cut off": encoded(halves(400, 400), "JPEG")[:700],
    "a head alone": png(10, 10),
    "wrong data": png(10, 10, (b"IDAT", b"not compressed")),
    "text that swells": png(10, 10, (b"zTXt", b"a\0\0" + BOMB), (b"IDAT", BOMB)),
    "a thousand scans": encoded(halves(), "JPEG", progressive=True) + b"\xff\xda" * 1000,
}


@pytest.mark.parametrize("sent", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_good_is_refused_in_words(sent: bytes) -> None:
    with pytest.raises(Never) as error:
        picture_of(sent)
    assert error.value.place == "file"
    assert error.value.message and error.value.mend


LARGE = {
    "png": png(30_000, 30_000, (b"IDAT", BOMB)),
    "webp": vp8x(16_000, 16_000),
    "jpeg": encoded(Image.new("L", (16, 16)), "JPEG").replace(
        b"\x08\x00\x10\x00\x10\x01", b"\x08\xf0\x00\xf0\x00\x01"
    ),
}


@pytest.mark.parametrize("sent", LARGE.values(), ids=LARGE)
def test_what_would_fill_the_memory_is_refused_before_it_is_decoded(
    sent: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decoded(*_: Any) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(Image.Image, "load", decoded)
    with pytest.raises(Never) as error:
        picture_of(sent)
    assert "pixels" in error.value.message


def test_too_many_bytes() -> None:
    with pytest.raises(Never):
        picture_of(bytes(BYTES + 1))


def test_what_hangs_behind_a_picture_is_not_kept() -> None:
    picture = picture_of(encoded(halves(), "PNG") + b"<script>alert(1)</script>PK\x03\x04")
    assert b"script" not in picture.content and b"PK" not in picture.content
