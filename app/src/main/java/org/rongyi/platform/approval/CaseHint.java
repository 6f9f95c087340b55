package org.rongyi.platform.approval;

import java.util.Optional;
import org.rongyi.platform.kernel.Actor;

/** 政策找人: what else somebody may ask for, found from what a case knows already; contributed as a bean by that service's room. */
public interface CaseHint {

    /** Read inside the page's own transaction. Empty when the facts do not meet the service's rule, or he has it already. */
    Optional<Hint> of(CaseFile file, Actor reader);

    /**
     * @param why what of the facts meets the rule
     * @param path where it is asked for
     */
    record Hint(String title, String why, String label, String path) {}
}
