package org.rongyi.platform.documents.attachment;

import java.util.List;

/**
 * 附件种类: what a file is for, chosen from the list of the room whose record it belongs to.
 *
 * @param code kept with the file, as {@code EVIDENCE}
 * @param zh kept with it too, so that an old file keeps its words
 */
public record AttachmentKind(String code, String zh) {

    /** 证明材料: what the person brings to show that it is so. */
    public static final AttachmentKind EVIDENCE = new AttachmentKind("EVIDENCE", "证明材料");

    /** 盖章扫描件: the printed form come back with stamp and signature. */
    public static final AttachmentKind STAMPED = new AttachmentKind("STAMPED", "盖章扫描件");

    /** 办理依据: minutes and other papers of the office itself. */
    public static final AttachmentKind GROUND = new AttachmentKind("GROUND", "办理依据");

    public AttachmentKind {
        if (!code.matches("[A-Z][A-Z_]{0,39}") || zh.isBlank()) {
            throw new IllegalArgumentException("a kind has a code in capitals and a name");
        }
    }

    /** The kinds every room knows. */
    public static List<AttachmentKind> common() {
        return List.of(EVIDENCE, STAMPED, GROUND);
    }
}
