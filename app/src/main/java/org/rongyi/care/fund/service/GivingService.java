package org.rongyi.care.fund.service;

import java.util.List;
import org.rongyi.platform.audit.AnchorCheck.Anew;
import org.rongyi.platform.audit.AnchorCheck.Watched;

/**
 * 给付的服务: says of itself what its records say was given. The check of the books sets it beside what was promised and reads no table
 * of a service; whoever starts the check hands it all of them, and a promise that none of them knows is a finding.
 */
public interface GivingService {

    /** As its grants name it: {@code HARDSHIP}. */
    String service();

    /**
     * A statement that answers a row for each case, or for each grant where its records name those: {@code case_id}, {@code person_id},
     * {@code fund_id}, {@code grant_id}, {@code in_kind}, {@code fen}, and {@code place}, by which people find it. What is null of
     * fund, grant and in kind is not compared: all that was promised for the case counts. What is given is compared both ways: a
     * promise for the case out of another fund is none of its rows'.
     */
    String given();

    /**
     * A statement that answers a row for each of its cases: {@code case_id}, as its grants name it, {@code fen}, what its records say was freed of what was
     * promised or came back of what was paid, and {@code place}.
     */
    String back();

    /** What is said of a place where another sum was promised. */
    String differs();

    /** What is said of a promise that is none of its rows'. */
    String unknown();

    /** Which columns of its tables acts vouch for: those that decide what is given (docs/decisions/0056). */
    List<Watched> watched();

    /** 重新登记: its migrations that changed rows or columns of these (docs/decisions/0062). */
    List<Anew> anew();
}
