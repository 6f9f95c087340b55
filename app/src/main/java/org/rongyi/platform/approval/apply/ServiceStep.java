package org.rongyi.platform.approval.apply;

import java.util.List;
import org.rongyi.platform.approval.CaseFile;
import org.rongyi.platform.approval.CaseService.Ask;
import org.rongyi.platform.approval.CaseService.Taken;
import org.rongyi.platform.approval.route.Position.Verdict;
import org.rongyi.platform.kernel.Actor;

/**
 * What a step of a service's way asks besides the opinion, and how it is kept: 入户核查, 核定.
 *
 * @param <K> an application as it is kept
 */
public interface ServiceStep<K> {

    List<Ask> asks(CaseFile file, K kept, Actor.Office reader);

    Taken take(CaseFile file, K kept, Verdict verdict, Answers answers, Actor.Office by);
}
