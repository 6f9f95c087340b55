package org.rongyi.platform.documents;

import java.util.Collection;
import java.util.Set;

/**
 * 文件的主人: a room whose rows name files says here which of them it still names; what no owner names is swept. Each
 * room that keeps files contributes one as a bean ({@code RoomsTest} watches).
 */
public interface FileOwner {

    /** Those of these files that some row names. It is asked as the program's job, sometimes in its transaction. */
    Set<FileId> named(Collection<FileId> files);
}
