package org.rongyi.platform.documents.archive;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.documents.paper.Register;

/**
 * What is to be archived of a case.
 *
 * @param title as 更正个人信息-陈志强; names the archive
 * @param about lines above the table of contents: number of the case, person, days, outcome
 * @param ownerKind of the record whose documents and attachments it is
 * @param history 办理经过, printed as the last piece
 */
public record CaseFile(String title, List<String> about, String ownerKind, UUID owner, Register history) {

    public CaseFile {
        about = List.copyOf(about);
    }
}
