package org.rongyi.career.campaign.group.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.group.ApprovePlan;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.list.QuotaList;
import org.rongyi.career.campaign.web.CampaignFacts;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 移交安置工作专项小组: members, meetings, and the approval of the plan.
 *
 * @param digest what the plan's digest will be
 * @param directive what its directive round will reckon with; empty for a plan without one
 * @param quotas what units have to take and what they reported
 * @param fewer the first of the units that reported too few
 * @param missing what has to be done before it may be approved
 * @param mayAct whether the reader's unit runs the campaign
 * @param mayApprove whether the reader is a leader who has not written the plan
 */
public record GroupPage(
        CampaignRecord campaign,
        List<GroupBook.Member> members,
        List<GroupBook.Meeting> meetings,
        String digest,
        String directive,
        QuotaList.Sums quotas,
        List<QuotaList.Unit> fewer,
        List<ApprovePlan.Missing> missing,
        String today,
        boolean mayAct,
        boolean mayApprove,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public List<CampaignFacts.Datum> proof() {
        return List.of(new CampaignFacts.Datum("现在的方案摘要（SM3）", digest, "方案改一个字它就变了。"));
    }

    @Override
    public String title() {
        return "专项小组";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/group";
    }

    public String value(String field) {
        return typed.value(field);
    }

    public String attendance(GroupBook.Member member) {
        var chosen = typed.value("member." + member.id());
        return chosen.isEmpty() ? Attendance.PRESENT.name() : chosen;
    }

    public List<Option> ways() {
        return Arrays.stream(Attendance.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String door(ApprovePlan.Missing one) {
        return "/campaigns/" + campaign.id() + "/" + one.door();
    }

    public String quotasPath() {
        return "/campaigns/" + campaign.id() + "/quotas";
    }

    /** 县自来水公司：计划 3 人，报 1 人. */
    public String words(QuotaList.Unit unit) {
        return unit.unit() + "：计划接收 " + unit.planned() + " 人，报 " + unit.reported() + " 人";
    }

    public boolean isDraft() {
        return campaign.isIn(CampaignStage.DRAFT);
    }

    public String words(GroupBook.Meeting one) {
        return Words.day(one.on()) + one.about().zh() + "，" + one.minutes() + "；到会：" + one.there()
                + (one.away().isEmpty() ? "" : "；回避：" + one.away());
    }
}
