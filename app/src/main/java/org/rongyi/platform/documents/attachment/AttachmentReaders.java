package org.rongyi.platform.documents.attachment;

import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/**
 * 谁可以打开附件: a room whose records have files says here who may open them. The scope has been asked already; a kind of
 * owner without such a bean is opened by nobody.
 */
public interface AttachmentReaders {

    /** The kind of {@link AttachmentOwner} it answers for. */
    String ownerKind();

    /** Within a transaction of the reader. */
    boolean mayOpen(Actor actor, UUID owner);
}
