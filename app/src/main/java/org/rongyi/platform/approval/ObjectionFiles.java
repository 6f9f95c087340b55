package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.documents.attachment.Attachments;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.documents.issued.IssuedDocuments;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** 异议的材料和答复书: for the offices of the place; never for the applicant, who would learn who objected. */
@Component
public class ObjectionFiles implements AttachmentReaders {

    static final String OWNER_KIND = "approval.objection";

    private final Objections objections;
    private final Attachments attachments;
    private final IssuedDocuments documents;

    ObjectionFiles(Objections objections, Attachments attachments, IssuedDocuments documents) {
        this.objections = objections;
        this.attachments = attachments;
        this.documents = documents;
    }

    @Override
    public String ownerKind() {
        return OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return actor instanceof Actor.Office && objections.exists(owner);
    }

    public List<Attachment> evidence(UUID objection) {
        return attachments.list(OWNER_KIND, objection);
    }

    /** 异议审查答复书, once it is written. */
    public Optional<IssuedDocument> answer(UUID objection) {
        return documents.list(OWNER_KIND, objection).stream().findFirst();
    }
}
