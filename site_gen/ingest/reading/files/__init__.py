"""Files as they lie on a disk made plain text or tables: saved pages, word processors, workbooks."""
