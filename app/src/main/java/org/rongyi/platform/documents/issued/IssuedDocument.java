package org.rongyi.platform.documents.issued;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that was issued.
 *
 * @param number for the check page, of ASCII
 * @param documentNumber 文号
 * @param missing codes of characters printed as 〓
 * @param replacedBy the number of the later one
 * @param goneOn the day its content was destroyed when its term was over; null while it is kept
 */
public record IssuedDocument(
        UUID id,
        String number,
        String documentNumber,
        String checkCode,
        String kindName,
        String title,
        String ownerKind,
        UUID ownerId,
        String unitName,
        LocalDate issuedOn,
        OffsetDateTime issuedAt,
        String issuedBy,
        String sha256,
        int pages,
        List<String> missing,
        DocumentState state,
        OffsetDateTime stateAt,
        String stateReason,
        @Nullable String replacedBy,
        @Nullable LocalDate goneOn) {

    /** For saving: 不予受理决定书-441284-BJ-2026-12.pdf. */
    public String fileName() {
        return title + "-" + number + ".pdf";
    }
}
