"""The words for times without a network: what is kept in a reader's browser, and how it gets there.

What scripts fill in stands in braces.
"""

from __future__ import annotations

from site_gen.values import dataclass


@dataclass(frozen=True, slots=True)
class OfflineWords:
    """The words around copies that a browser keeps."""

    ask_again: str = "Try again"
    cannot_save: str = (
        "Saving works where this site is read over https with JavaScript. Without them, a browser’s own "
        "“Save page” keeps single pages."
    )
    copy_shown: str = "Saved {time}, may have changed"
    delete_saved: str = "Delete the saved copy"
    no_longer_copy: str = "This page is up to date now."
    not_kept: str = "There is no network, and the page that you wanted was not saved."
    offline_lead: str = (
        "Bad Wi-Fi is no reason to miss a talk. Pages that you visited open again without a network; a whole "
        "edition can be saved beforehand."
    )
    pack_papers: str = "Papers with abstracts and citations"
    pack_people: str = "Pages of the authors"
    pack_programme: str = "Programme, sessions and awards"
    save_edition: str = "Save in this browser ({size})"
    save_edition_lead: str = (
        "What is saved opens without a network, and is brought up to date when there is one. PDFs and "
        "archives are not included."
    )
    save_failed: str = "The network went away. What is saved stays; save again to go on."
    save_full: str = "This browser has no room for that. Save less, or make room."
    save_interrupted: str = "Not complete: {done} files are saved. Save again to go on."
    saved: str = "Saved {time}."
    saved_deleted: str = "The saved copy is deleted."
    saving: str = "Saving. Leave this page open."
    saving_progress: str = "How much is saved"
    single_files: str = "As one file"
    single_files_lead: str = "A whole edition in one HTML file, for an e-mail, a USB stick or an archive."
    title: str = "Read offline"
    visited_pages: str = "Kept of your visits"
