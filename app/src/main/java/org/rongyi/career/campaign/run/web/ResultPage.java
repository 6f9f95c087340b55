package org.rongyi.career.campaign.run.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.career.campaign.web.CampaignFacts;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 运行和结果.
 *
 * @param wrong whose scores were found wrong since the list was settled
 * @param chosenLive whether people have chosen by the order as it was
 * @param valid the run that stands; none before
 * @param placed of its result a page, in the order of the campaign
 * @param filled how many got a post
 * @param direct how many of those by 直通安置
 * @param query what is looked for in the names
 * @param next the address of the next page; none on the last
 * @param posts in words, by id
 * @param choosing whether the live session is still to be held or goes on
 * @param mayDecide whether the reader may enter what the group decided
 */
public record ResultPage(
        CampaignRecord campaign,
        ScoreCascade.State wrong,
        boolean chosenLive,
        Runs.@Nullable Run valid,
        List<Runs.Run> runs,
        List<Runs.Placed> placed,
        long filled,
        long direct,
        String query,
        @Nullable String next,
        Map<UUID, String> posts,
        long seats,
        List<GroupBook.Member> members,
        String today,
        boolean choosing,
        boolean mayAct,
        boolean mayDecide,
        Typed typed,
        FieldErrors errors)
        implements Page {

    /** Nobody takes a seat from who chose it before everybody's eyes. */
    static final String CHOSEN = "现场选岗已经按原来的次序选过，得分更正改不了已经选定的岗位：请负责人停办，重新拟定方案另办";

    /** An approved result is not called off. */
    static final String CHOSEN_APPROVED = "现场选岗已经按原来的次序选过，得分更正改不了已经选定的岗位：重新认定、公示以后，先由专项小组撤销这次运行，再由负责人停办，重新拟定方案另办";

    @Override
    public String title() {
        return "运行和结果";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/result";
    }

    public String export() {
        return ListAddress.of(path() + "/export.xlsx").with("q", query).toString();
    }

    public boolean mayRun() {
        return mayAct && !choosing && wrong.isClear() && campaign.isIn(CampaignStage.OPENED);
    }

    public boolean waitsForGroup() {
        return campaign.isIn(CampaignStage.RESULT)
                && valid != null
                && (!valid.isApproved() || !wrong.changed().isEmpty());
    }

    /** Whether the group has to put scores right before anything goes on. */
    public boolean waitsForCorrection() {
        return !wrong.changed().isEmpty()
                && (campaign.isIn(CampaignStage.OPENED) && !chosenLive || campaign.isIn(CampaignStage.FOLLOWED));
    }

    /** What comes of scores that were found wrong, by how far the campaign is; empty where none is. */
    public String correcting() {
        if (wrong.isClear()) {
            return "";
        }
        if (isAfterLetters()) {
            return "已经开出介绍信，结果不再撤销：由专项小组书面决定怎样逐人纠正，在下面登记会议纪要；登记以前不再开介绍信。";
        }
        if (campaign.isIn(CampaignStage.WISHES)) {
            return "填报志愿照常。重新认定、公示以后，等抽签开启，由专项小组纠正，再运行。";
        }
        if (chosenLive) {
            return isApproved() ? CHOSEN_APPROVED + "。" : CHOSEN + "。";
        }
        if (campaign.isIn(CampaignStage.OPENED)) {
            return "重新认定、公示以后，由专项小组在下面纠正，再运行；志愿和抽签都不变。";
        }
        return "重新认定、公示以后，由专项小组撤销这次运行，纠正得分，再运行；志愿和抽签都不变。";
    }

    private boolean isApproved() {
        return valid != null && valid.isApproved();
    }

    public boolean mayApprove() {
        return wrong.isClear();
    }

    public boolean isAfterLetters() {
        return campaign.isIn(CampaignStage.FOLLOWED);
    }

    /** What the group may decide about the run: one that was approved is only set aside. */
    public List<Option> decisions() {
        var aside = Option.of("SET_ASIDE", "撤销这次运行，理由公开");
        return mayApprove() ? List.of(Option.of("APPROVED", "审定，公布结果"), aside) : List.of(aside);
    }

    public String lead() {
        if (campaign.isIn(CampaignStage.OPENED)) {
            if (!wrong.isClear()) {
                return "有得分有错，纠正以后再运行";
            }
            return choosing ? "抽签已开启，现场选岗结束以后运行" : "志愿已开启，来源齐了，可以运行";
        }
        if (valid == null) {
            return "开启抽签以后在这里运行";
        }
        return valid.isApproved() ? "专项小组已经审定" : "等专项小组审定；可以撤销，不能修改";
    }

    public String sum() {
        return "招 " + Words.number(seats) + " 人 = 已有人选 " + Words.number(filled)
                + (direct == 0 ? "" : "（其中" + DirectPolicy.name(campaign) + " " + Words.number(direct) + "）") + " + 还空 "
                + Words.number(seats - filled);
    }

    public String post(Runs.Placed one) {
        return one.post() == null ? "没有安置上" : posts.getOrDefault(one.post(), "");
    }

    public String how(Runs.Placed one) {
        return how(campaign, one);
    }

    static String how(CampaignRecord campaign, Runs.Placed one) {
        if (one.post() == null) {
            return "";
        }
        if (one.round() == 0) {
            return DirectPolicy.name(campaign);
        }
        var wish = one.wish() == 0 ? "按分配" : "第 " + one.wish() + " 志愿";
        return "第 " + one.round() + " 轮，" + wish + (one.kept() ? "，预留" : "");
    }

    /** When it ran, and who pressed; empty before. */
    public String ran() {
        return valid == null ? "" : Words.moment(valid.ran()) + "运行，经手：" + valid.ranBy();
    }

    /** What an outsider holds a copy of the public file against. */
    public List<CampaignFacts.Datum> proof() {
        return valid == null
                ? List.of()
                : List.of(
                        new CampaignFacts.Datum("公开材料的摘要（SM3）", valid.head(), "公开的材料改一个字它就变了。"),
                        new CampaignFacts.Datum("签名（SM2）", valid.signature(), "对摘要的签名，密钥 " + valid.signingKey() + "。"));
    }

    public List<Runs.Run> aside() {
        return runs.stream().filter(run -> run.setAside() != null).toList();
    }

    public String words(Runs.Run run) {
        var was = run.wasApproved();
        return "第 " + run.position() + " 次运行（" + Words.moment(run.ran())
                + (was == null ? "" : "，" + Words.moment(was) + "审定过") + "）撤销：" + run.setAside();
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
}
