package org.rongyi.platform.documents.attachment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 附件的主人: the record a file belongs to.
 *
 * @param kind the room's word for its record, as {@code approval.case}; an {@link AttachmentReaders} bean answers for it
 * @param code where the record stands: decides which offices may see the file
 * @param person whose own record it is, so that he sees the file himself; null when it is nobody's
 */
public record AttachmentOwner(
        String kind, UUID id, DivisionCode code, @Nullable UUID person) {

    public AttachmentOwner {
        if (!kind.matches("[a-z]+\\.[a-z-]+")) {
            throw new IllegalArgumentException("an owner's kind is room.record: " + kind);
        }
    }
}
