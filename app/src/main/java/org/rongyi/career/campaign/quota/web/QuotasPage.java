package org.rongyi.career.campaign.quota.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.after.LetterEvent;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 接收计划 of a campaign, a page of its units.
 *
 * @param sums of all, whatever is searched for
 * @param mayAct whether the reader's unit runs it
 */
public record QuotasPage(
        CampaignRecord campaign,
        Slice<QuotaList.Unit> slice,
        QuotaList.Filter filter,
        QuotaList.Sums sums,
        boolean mayAct,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "接收计划";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/quotas";
    }

    public String lead() {
        return sums.isEmpty() ? "每个单位这次要接收几人，照下达计划的文登记；报送的岗位和它比" : sums.words();
    }

    public String empty() {
        return filter.text().isEmpty() && filter.which() == null ? "还没有登记接收计划，也没有报送的岗位。" : "没有这样的单位。";
    }

    /** Whether it may still be entered and struck. */
    public boolean isOpen() {
        return mayAct && campaign.isIn(CampaignStage.DRAFT);
    }

    public boolean hasResult() {
        return campaign.stage().compareTo(CampaignStage.RESULT) >= 0;
    }

    public boolean isWrong() {
        return List.of("unit", "creditCode", "persons", "paper").stream().anyMatch(name -> errors.find(name) != null);
    }

    public String value(String field) {
        return typed.value(field);
    }

    public List<Option> groups() {
        return Arrays.stream(QuotaList.QuotaGroup.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String group() {
        var which = filter.which();
        return which == null ? "" : which.name();
    }

    /** The posts it reported. */
    public String posts(QuotaList.Unit unit) {
        return ListAddress.of("/campaigns/" + campaign.id() + "/posts")
                .with("q", unit.creditCode())
                .toString();
    }

    /** The letters it refused. */
    public String refusals(QuotaList.Unit unit) {
        return ListAddress.of("/campaigns/letters")
                .with("which", LetterEvent.UNIT_REFUSED.name())
                .with("q", unit.creditCode())
                .toString();
    }

    /** The address of the next page; none on the last. */
    public @Nullable String next() {
        var after = slice.next();
        return after == null ? null : address(path()).with("after", after).toString();
    }

    /** These very rows as a file. */
    public String export() {
        return address(path() + "/export.xlsx").toString();
    }

    private ListAddress address(String path) {
        return ListAddress.of(path).with("q", filter.text()).with("which", group());
    }
}
