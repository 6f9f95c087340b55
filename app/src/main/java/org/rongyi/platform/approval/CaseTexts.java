package org.rongyi.platform.approval;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;

/** Free words of a case lie sealed: they may tell of illness and need. */
final class CaseTexts {

    static final SealedField REASON = new SealedField("approval.case_file", "reason_sealed");
    static final SealedField ASKED = new SealedField("approval.task", "asked_sealed");
    static final SealedField OPINION = new SealedField("approval.task", "opinion_sealed");
    static final SealedField EVENT = new SealedField("approval.event", "text_sealed");
    static final SealedField RATING = new SealedField("approval.rating", "text_sealed");

    private CaseTexts() {}

    static byte @Nullable [] seal(Vault vault, SealedField field, UUID id, @Nullable String text) {
        return text == null || text.isBlank() ? null : vault.seal(field, id, text.strip());
    }

    static @Nullable String open(Vault vault, SealedField field, UUID id, byte @Nullable [] sealed) {
        return sealed == null ? null : vault.open(field, id, sealed);
    }
}
