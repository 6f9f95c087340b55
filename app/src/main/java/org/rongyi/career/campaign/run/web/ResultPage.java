package org.rongyi.career.campaign.run.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.direct.DirectPolicy;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.career.campaign.run.Runs;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;
import org.rongyi.platform.ui.part.Fact;

/**
 * 运行和结果.
 *
 * @param valid the run that stands; none before
 * @param placed its result in the order of the campaign
 * @param posts in words, by id
 * @param choosing whether the live session is still to be held or goes on
 * @param mayDecide whether the reader may enter what the group decided
 */
public record ResultPage(
        CampaignRecord campaign,
        Runs.@Nullable Run valid,
        List<Runs.Run> runs,
        List<Runs.Placed> placed,
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

    public boolean mayRun() {
        return mayAct && !choosing && campaign.isIn(CampaignStage.OPENED);
    }

    public boolean waitsForGroup() {
        return campaign.isIn(CampaignStage.RESULT) && valid != null && !valid.isApproved();
    }

    public String lead() {
        if (campaign.isIn(CampaignStage.OPENED)) {
            return choosing ? "抽签已开启，现场选岗结束以后运行" : "志愿已开启，来源齐了，可以运行";
        }
        if (valid == null) {
            return "开启抽签以后在这里运行";
        }
        return valid.isApproved() ? "专项小组已经审定" : "等专项小组审定；可以撤销，不能修改";
    }

    public String sum() {
        long filled = placed.stream().filter(one -> one.post() != null).count();
        long direct = placed.stream()
                .filter(one -> one.post() != null && one.round() == 0)
                .count();
        return "招 " + Words.number(seats) + " 人 = 已有人选 " + Words.number(filled)
                + (direct == 0 ? "" : "（其中" + DirectPolicy.name(campaign) + " " + Words.number(direct) + "）") + " + 还空 "
                + Words.number(seats - filled);
    }

    public String post(Runs.Placed one) {
        return one.post() == null ? "没有安置上" : posts.getOrDefault(one.post(), "");
    }

    public String how(Runs.Placed one) {
        if (one.post() == null) {
            return "";
        }
        if (one.round() == 0) {
            return DirectPolicy.name(campaign);
        }
        var wish = one.wish() == 0 ? "按分配" : "第 " + one.wish() + " 志愿";
        return "第 " + one.round() + " 轮，" + wish + (one.kept() ? "，预留" : "");
    }

    public List<Fact> facts() {
        if (valid == null) {
            return List.of();
        }
        return List.of(
                Fact.of("运行", Words.moment(valid.ran()) + "，" + valid.ranBy()),
                Fact.of("公开材料的摘要（SM3）", valid.head()),
                Fact.of("签名（SM2，密钥 " + valid.signingKey() + "）", valid.signature()));
    }

    public List<Runs.Run> aside() {
        return runs.stream().filter(run -> run.setAside() != null).toList();
    }

    public String words(Runs.Run run) {
        return "第 " + run.position() + " 次运行（" + Words.moment(run.ran()) + "）撤销：" + run.setAside();
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
