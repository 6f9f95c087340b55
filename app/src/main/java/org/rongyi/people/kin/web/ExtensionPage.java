package org.rongyi.people.kin.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.kin.Mandate;
import org.rongyi.platform.kernel.Assurance;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;

/**
 * 延长委托: one mandate, before the veteran himself or at a counter.
 *
 * @param services what it is for, in words
 * @param latest the last day it may be extended to
 * @param proposed the longest term is nobody's decision yet
 * @param lacking the 实名等级 the veteran lacks, without which he is not asked for a day
 * @param until as it was typed
 * @param form the command id of the form, under which its files wait
 * @param signing where a post adds the paper; none before the veteran himself
 */
public record ExtensionPage(
        UUID person,
        String name,
        Mandate mandate,
        String services,
        LocalDate today,
        LocalDate latest,
        boolean proposed,
        @Nullable Assurance lacking,
        String until,
        String form,
        MandatesPage.@Nullable Signing signing,
        FieldErrors errors)
        implements Page {

    public boolean own() {
        return signing == null;
    }

    @Override
    public String title() {
        return "延长委托";
    }

    @Override
    public List<Crumb> crumbs() {
        var back = new Crumb("委托亲属代办", back());
        return own()
                ? List.of(new Crumb("我的档案", "/me"), back)
                : List.of(new Crumb("人员名册", "/persons"), new Crumb(name, "/persons/" + person), back);
    }

    @Override
    public @Nullable String door() {
        return own() ? "/me" : null;
    }

    public String back() {
        return own() ? "/me/kin" : "/persons/" + person + "/kin";
    }

    public String path() {
        return back() + "/" + mandate.id() + "/extend";
    }

    /** Why there is no form, and what to do; none when there is one. */
    public @Nullable String hindrance() {
        if (!mandate.isOpen(today)) {
            return "这份委托已经结束或到期，不能再延长。还要他办，请重新委托。";
        }
        if (own() && !mandate.isHisToExtend()) {
            return "这份委托凭监护证明登记，请监护人带证明到服务站延长。";
        }
        return mandate.until().isBefore(latest) ? null : "已经是今天能写的最晚一天，不用现在延长。快到期时再来。";
    }

    public String earliest() {
        return mandate.until().plusDays(1).toString();
    }

    public String hint() {
        return "当天还能办；最晚到 " + Words.day(latest);
    }

    /** What the paper is. */
    public String paper() {
        return mandate.isHisToExtend() ? "写明新日子、本人签了字的委托书" : "现在仍有效的监护证明";
    }
}
