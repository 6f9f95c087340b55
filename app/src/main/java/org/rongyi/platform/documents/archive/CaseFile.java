package org.rongyi.platform.documents.archive;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.rongyi.platform.documents.paper.Register;

/**
 * What is to be archived of a case.
 *
 * @param title as 更正个人信息-陈志强; names the archive
 * @param about lines above the table of contents: number of the case, person, days, outcome
 * @param ownerKind of the record whose documents and attachments it is
 * @param besides other records whose papers belong to it
 * @param history 办理经过, printed as the last piece
 */
public record CaseFile(
        String title, List<String> about, String ownerKind, UUID owner, List<Owner> besides, Register history) {

    /** A record whose documents and attachments belong into the archive too, as an objection's. */
    public record Owner(String kind, UUID id) {}

    /** Of a case without such records. */
    public CaseFile(String title, List<String> about, String ownerKind, UUID owner, Register history) {
        this(title, about, ownerKind, owner, List.of(), history);
    }

    /** The case itself, and what belongs to it. */
    List<Owner> owners() {
        return Stream.concat(Stream.of(new Owner(ownerKind, owner)), besides.stream())
                .toList();
    }

    public CaseFile {
        about = List.copyOf(about);
        besides = List.copyOf(besides);
    }
}
