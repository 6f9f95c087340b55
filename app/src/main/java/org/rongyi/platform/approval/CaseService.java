package org.rongyi.platform.approval;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;

/** 服务: what a room does with cases of its own; contributed as a bean, one for each file in {@code approval/}. */
public interface CaseService {

    /** As the file names it. */
    String id();

    /** Whether what is asked for names a number (公民身份号码、电话), which is opened only for who has to check it. */
    boolean hasNumbers(UUID caseId);

    /**
     * What is asked for, for whoever may read the case. Called in the page's transaction.
     *
     * @param clear numbers in the clear: for the desk the case waits at, which is written down in the trail
     */
    Content content(UUID caseId, Actor reader, boolean clear);

    /**
     * Does what was decided, in the decision's own transaction. Empty when it is done; otherwise why it cannot be done
     * now, in words for the one who decides, and nothing is decided.
     */
    Optional<String> carryOut(CaseFile file, Actor.Office by);

    /** Where the applicant, or who helps him, brings what was missing. */
    String supplementPath(UUID caseId);

    /**
     * The facts of a case.
     *
     * @param lines what is asked for, line by line; {@code before} none where nothing is replaced
     * @param ground why it is asked for
     * @param recordPath the record it is about; none for readers without one
     */
    record Content(
            List<Line> lines, String ground, @Nullable String recordPath) {

        public Content {
            lines = List.copyOf(lines);
        }
    }

    /** 姓名: 王小名 → 王晓明. */
    record Line(String label, @Nullable String before, String after) {}
}
