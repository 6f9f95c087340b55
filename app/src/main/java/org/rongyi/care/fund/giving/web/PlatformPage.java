package org.rongyi.care.fund.giving.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.GivingPlatforms;
import org.rongyi.care.fund.giving.ConfirmPlatform;
import org.rongyi.care.fund.giving.PlatformChanges;
import org.rongyi.care.fund.giving.ProposePlatform;
import org.rongyi.care.fund.web.FundReach;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/**
 * 网上捐赠的页面: where the public page leads, who changed it and who is to confirm the next.
 *
 * @param leadsTo where it leads today; none while it leads nowhere
 * @param designated the platforms, by name and host
 * @param past the latest changes
 */
public record PlatformPage(
        Fund fund,
        GivingPlatforms.@Nullable Door leadsTo,
        String designated,
        PlatformChanges.@Nullable Change open,
        List<PlatformChanges.Change> past,
        Actor.Office reader,
        Typed typed,
        FieldErrors errors)
        implements Page {

    /** What stands in the fields again. */
    public record Typed(String address, String reason, String words) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    @Override
    public String title() {
        return "网上捐赠的页面";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("资金", "/funds"), new Crumb(fund.name(), "/funds/" + fund.id()));
    }

    public String path() {
        return "/funds/" + fund.id() + "/platform";
    }

    public List<Fact> facts() {
        var charity = fund.charity();
        var facts = new ArrayList<Fact>();
        if (charity != null) {
            facts.add(Fact.of("依托的慈善组织", charity.name()));
            facts.add(Fact.of("现在的页面", charity.platform() == null ? "没有" : charity.platform()));
            if (charity.platform() != null) {
                facts.add(Fact.of("公开页链接到", leadsTo == null ? "不链接：平台已不在民政部指定的里面，请更换" : leadsTo.platform()));
            }
        }
        return facts;
    }

    public static String words(PlatformChanges.Change change) {
        return change.address().isEmpty() ? "撤下" : change.address();
    }

    public boolean mayPropose() {
        return FundReach.keeps(reader, fund) && open == null && Permission.mayPerform(ProposePlatform.class, reader);
    }

    public boolean mayConfirm() {
        return FundReach.keeps(reader, fund) && open != null && Permission.mayPerform(ConfirmPlatform.class, reader);
    }

    /** His own he may take back, not confirm. */
    public boolean isOwn() {
        return open != null && open.isFrom(reader);
    }

    public List<PlatformChanges.Change> answered() {
        return past.stream()
                .filter(one -> one.state() != PlatformChanges.State.PROPOSED)
                .toList();
    }
}
