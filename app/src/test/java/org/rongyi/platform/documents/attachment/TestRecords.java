package org.rongyi.platform.documents.attachment;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A room of records for these tests, all of which may be opened by whoever's scope reaches them. */
@Component
class TestRecords implements AttachmentReaders {

    @Override
    public String ownerKind() {
        return "test.record";
    }

    @Override
    public boolean mayOpen(Actor actor, UUID owner) {
        return true;
    }
}
