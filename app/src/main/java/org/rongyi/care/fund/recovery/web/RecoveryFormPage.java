package org.rongyi.care.fund.recovery.web;

import java.util.List;
import java.util.Map;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 提出追回 of a grant that was paid.
 *
 * @param left what was paid and is not to come back already
 */
public record RecoveryFormPage(
        Grants.Grant grant,
        Money left,
        List<Option> grounds,
        RecoveryPage.Upload upload,
        Map<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "提出追回";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("拨付：" + grant.personName(), "/grants/" + grant.id()));
    }

    public String typed(String field, String otherwise) {
        return typed.getOrDefault(field, otherwise);
    }
}
