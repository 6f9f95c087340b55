package org.rongyi.platform.documents.attachment;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.FileName;

/**
 * 附件 as lists and pages show it.
 *
 * @param series the same for all versions of one file
 * @param size bytes as kept
 * @param pages of a PDF; 1 for an image
 * @param scanned whether a virus scanner has looked at it
 * @param away null while it is here
 */
public record Attachment(
        UUID id,
        UUID series,
        int version,
        String ownerKind,
        UUID ownerId,
        AttachmentKind kind,
        String name,
        String mediaType,
        long size,
        int pages,
        boolean scanned,
        OffsetDateTime addedAt,
        String addedBy,
        String addedUnit,
        @Nullable Away away) {

    /**
     * 撤下: no longer shown, with the reason.
     *
     * @param gone its content has been deleted since, the term of keeping being over
     */
    public record Away(OffsetDateTime at, String by, String unit, String reason, boolean gone) {}

    public boolean isPdf() {
        return mediaType.equals(Checked.PDF);
    }

    /** 85 KB, 1.2 MB. */
    public String sizeInWords() {
        return FileName.size(size);
    }
}
