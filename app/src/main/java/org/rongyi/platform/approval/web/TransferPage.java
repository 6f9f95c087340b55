package org.rongyi.platform.approval.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.Transfer;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 一份移送, for both sides.
 *
 * @param mayAnswer whether the reader's unit answers it now
 * @param file to the case, for who reaches it
 * @param reason as typed
 */
public record TransferPage(
        Transfer transfer,
        String service,
        String fromPlace,
        String toPlace,
        boolean mayAnswer,
        @Nullable String file,
        String reason,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "移送：" + transfer.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("待办", "/tasks"), new Crumb("移送", "/transfers"));
    }

    public List<Fact> facts() {
        return List.of(
                new Fact("办件", service + "，" + transfer.number(), file),
                Fact.of("申请人", transfer.personName()),
                Fact.of("办到", transfer.step()),
                Fact.of("从", transfer.from().name() + "（" + fromPlace + "）"),
                Fact.of("到", transfer.to().name() + "（" + toPlace + "）"),
                Fact.of("理由", transfer.reason()),
                Fact.of(
                        "提出",
                        transfer.asked().by() + " · "
                                + Words.moment(transfer.asked().at().toInstant())),
                Fact.of("最迟答复", Words.day(transfer.due())));
    }

    public String path() {
        return "/transfers/" + transfer.id();
    }
}
