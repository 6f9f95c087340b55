package org.rongyi.platform.documents.issued;

import java.util.UUID;
import org.rongyi.platform.documents.attachment.AttachmentReaders;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may open an issued document, and the stamped copies that hang on it: whoever may open what hangs on its record. */
@Component
public class IssuedReaders implements AttachmentReaders {

    private final IssuedDocuments documents;
    private final ObjectProvider<AttachmentReaders> rooms;

    IssuedReaders(IssuedDocuments documents, ObjectProvider<AttachmentReaders> rooms) {
        this.documents = documents;
        this.rooms = rooms;
    }

    @Override
    public String ownerKind() {
        return IssuedDocuments.OWNER_KIND;
    }

    @Override
    public boolean mayOpen(Actor actor, UUID document) {
        return documents.find(document).filter(found -> mayOpen(actor, found)).isPresent();
    }

    public boolean mayOpen(Actor actor, IssuedDocument document) {
        return rooms.stream()
                .anyMatch(room ->
                        room.ownerKind().equals(document.ownerKind()) && room.mayOpen(actor, document.ownerId()));
    }
}
