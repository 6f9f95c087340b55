package org.rongyi.care.fund.recovery.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.recovery.Recovery;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 提出追回 of a grant that was paid.
 *
 * @param open one that is under way already: there is no second
 * @param decidedHere the reader granted it: somebody else proposes that it comes back
 * @param left what was paid and is not to come back already
 */
public record RecoveryFormPage(
        Grants.Grant grant,
        Money left,
        @Nullable Recovery open,
        boolean decidedHere,
        List<Option> grounds,
        RecoveryPage.Upload upload,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("fund.recovery.ground", "fund.recovery.hear.days");
    }

    @Override
    public String title() {
        return "提出追回";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拨付：" + grant.personName(), "/grants/" + grant.id()));
    }

    /** Why it cannot be proposed now; none when it can. */
    public @Nullable String refusal() {
        if (open != null) {
            return "这一笔已经有一件追回在办（" + open.number() + "，" + open.state().zh() + "），办完以前不能再提。";
        }
        if (decidedHere) {
            return "当初是您决定给的，追回要请别人提出。";
        }
        return left.isPositive() ? null : "这一笔没有付出去，或者付出去的已经追回，没有可以追回的。";
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
