"""What cannot be read, why, and what to do about it; and how to begin."""

from __future__ import annotations

from bot.questions.draft import LARGEST, SUFFIXES, file_name_of, suffix_of
from bot.screens import actions
from bot.screens.notes.excerpt import plain
from bot.screens.screen import Button, Screen, Styled

_KINDS = {
    ".pdf": "Copy its text, and paste it after /import.",
    ".doc .docx .odt .rtf .pages": "Open it, choose Save as, Plain text (UTF-8), and send that.",
    ".xls .xlsx .ods .numbers": "Open it, choose Save as, CSV (UTF-8), and send that.",
    ".ppt .pptx .odp .key": "Copy its text, and paste it after /import.",
    ".htm .html .mht .epub .mobi": "Copy its text, and paste it after /import.",
    ".apkg .colpkg": "In Anki choose Export, Notes in plain text, and send that.",
    ".zip .rar .7z .gz .tar .tgz": "Unpack it, and send the files one by one.",
    ".png .jpg .jpeg .gif .webp .heic .svg .bmp .tiff": "I cannot read pictures. Type it out.",
    ".mp3 .ogg .oga .m4a .wav .mp4 .mov .avi": "I cannot listen. Send its words as text.",
}
_MENDING = {suffix: mend for kinds, mend in _KINDS.items() for suffix in kinds.split()}
_READ = "I read .md, .txt, .csv and .tsv files."
_SAVE = "Save it as one of these, in UTF-8, and send it again."


def import_screen() -> Screen:
    """Ask for notes."""
    text = (
        "Send me your notes: a .md, .txt, .csv or .tsv file of up to 2 MB, messages you forward, "
        "or text you paste here. I show what I find before I keep anything."
    )
    return Screen(Styled(text), ((Button("Cancel", actions.LeaveImport()),),))


def cancelled_screen() -> Screen:
    """Say that nothing was done."""
    return Screen(Styled("All right. Nothing was kept."))


def refused(file_name: str, size: int) -> Screen | None:
    """Refuse a file by its name or its size in bytes, before it is fetched; None if it is fine."""
    suffix = suffix_of(file_name)
    if suffix and suffix not in SUFFIXES:
        mend = _MENDING.get(suffix, _SAVE)
        return _said(f"I cannot read {_named(file_name)}. {_READ} {mend}")
    return too_large_screen(file_name) if size > LARGEST else None


def too_large_screen(file_name: str) -> Screen:
    """Refuse a document that is too large."""
    return _said(f"{_named(file_name)} is larger than 2 MB. Split it, and send the parts.")


def unfetched_screen(file_name: str) -> Screen:
    """Say that a file did not arrive."""
    return _said(f"I could not fetch {_named(file_name)} from Telegram. Please send it again.")


def unreadable_screen(file_name: str) -> Screen:
    """Say that reading took too long or too much, and was stopped."""
    named = _named(file_name)
    return _said(f"Reading {named} took too long, so I stopped. Split it, and send the parts.")


def busy_screen() -> Screen:
    """Say that too many documents are being read."""
    return _said("I have many documents to read right now. Please send it again in a minute.")


def gone_screen() -> Screen:
    """Say that a draft is lost."""
    return _said("I no longer have this one. Please send it again.")


def _named(file_name: str) -> str:
    name = file_name_of(file_name)
    return plain(name) if name else "Your text"


def _said(text: str) -> Screen:
    return Screen(Styled(text))
