package org.rongyi.platform.documents.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the sheet itself says around the content.
 *
 * @param head 红头: the unit's name in red above; null without
 * @param documentNumber 文号, as 四退役函〔2026〕12号; empty without
 * @param check how anybody finds out whether it is genuine; null on papers that are not issued
 * @param at the moment the file says it was made at
 */
public record Sheet(
        @Nullable String head,
        String documentNumber,
        @Nullable Check check,
        Instant at) {

    /**
     * 真伪查验.
     *
     * @param number of the file, for the check page
     * @param code 校验码
     * @param address what the QR code opens
     * @param page the same without number and code, for whoever types
     */
    public record Check(String number, String code, String address, String page) {}

    /** A paper that nobody checks: a list, a history. */
    public static Sheet plain(Instant at) {
        return new Sheet(null, "", null, at);
    }
}
