package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.attachment.DraftFiles;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 办件的材料和文书: the evidence that came with it, and the papers that were written. Whoever may read the case opens them. */
@Component
public class CaseFiles implements AttachmentReaders {

    private final Cases cases;
    private final Attachments attachments;
    private final DraftFiles drafts;
    private final IssuedDocuments documents;

    CaseFiles(Cases cases, Attachments attachments, DraftFiles drafts, IssuedDocuments documents) {
        this.cases = cases;
        this.attachments = attachments;
        this.drafts = drafts;
        this.documents = documents;
    }

    @Override
    public String ownerKind() {
        return CasePapers.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return cases.find(owner).isPresent();
    }

    /** Within the act: what was kept for its form becomes the case's. Otherwise why not, in words. */
    public Optional<String> claim(Actor actor, CommandId form, UUID caseId) {
        var file = cases.find(caseId).orElseThrow();
        return switch (drafts.claim(actor, form, CasePapers.owner(file))) {
            case Attachments.Added ignored -> Optional.empty();
            case Attachments.Refused(var reason) -> Optional.of(reason);
        };
    }

    /** Within the act: what was kept for its form takes the place of a wrong one. Otherwise why not, in words. */
    Optional<String> exchange(Actor actor, CommandId form, CaseFile file, UUID wrong) {
        return switch (drafts.exchange(actor, form, CasePapers.owner(file), wrong)) {
            case Attachments.Added ignored -> Optional.empty();
            case Attachments.Refused(var reason) -> Optional.of(reason);
        };
    }

    /** Those it took the place of, the first one first. */
    public List<Attachment> replaced(Attachment latest) {
        return latest.version() == 1
                ? List.of()
                : attachments.versions(latest.series()).stream()
                        .filter(one -> one.version() < latest.version())
                        .toList();
    }

    public List<Attachment> evidence(UUID caseId) {
        return attachments.list(CasePapers.OWNER_KIND, caseId);
    }

    public List<IssuedDocument> papers(UUID caseId) {
        return documents.list(CasePapers.OWNER_KIND, caseId);
    }
}
