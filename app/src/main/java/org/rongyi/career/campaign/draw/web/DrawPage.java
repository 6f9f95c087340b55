package org.rongyi.career.campaign.draw.web;

import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.draw.EndNotice;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;

/**
 * 定名单和抽签: the end of the notice, the sources, the opening of the draw.
 *
 * @param open what is in the way of the next step, where somebody has just tried it
 * @param closed whether the closing instant is past
 */
public record DrawPage(
        CampaignRecord campaign,
        List<DrawSources.Source> sources,
        List<String> open,
        boolean closed,
        boolean mayAct,
        Typed typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "定名单和抽签";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/draw";
    }

    public boolean mayEnd() {
        return mayAct && !closed && campaign.isIn(CampaignStage.NOTICE);
    }

    public boolean mayEnter() {
        return mayAct && closed && campaign.isIn(CampaignStage.WISHES);
    }

    public String lead() {
        if (campaign.calledOff() != null) {
            return "活动已经停办，名单和抽签都不再办";
        }
        return switch (campaign.stage()) {
            case DRAFT -> "方案审定、公示期满以后在这里定名单";
            case NOTICE -> notice();
            case WISHES ->
                closed
                        ? "填报已经截止：录入、核对各个来源的数值，再开启抽签"
                        : "名单已定，志愿填报到" + Words.moment(campaign.plan().closes()) + "为止，截止以后录入来源的数值";
            case OPENED -> "抽签已经开启，名单、岗位、来源都不再变";
            case RESULT, FOLLOWED -> "抽签已经开启，已经运行出结果";
        };
    }

    private String notice() {
        if (closed) {
            return EndNotice.TOO_LATE;
        }
        var until = campaign.noticeUntil();
        return until == null ? "公示期满以后定名单" : "公示到" + Words.day(until) + "为止；期满、没有未答复的异议，就可以定名单";
    }

    public String value(DrawSources.Source one) {
        if (!one.isEntered()) {
            return "还没有录入";
        }
        var said = one.silent() ? "没有公布" : String.valueOf(one.value());
        return one.isConfirmed() ? said : "已录入，等另一人核对";
    }

    public String by(DrawSources.Source one) {
        return one.isConfirmed()
                ? one.enteredBy() + "录入，" + one.confirmedBy() + "核对"
                : String.valueOf(one.isEntered() ? one.enteredBy() : "");
    }

    /** Whether 没有公布 was ticked, in this form or in that which enters anew. */
    public List<String> silent(DrawSources.Source one, boolean anew) {
        return typed.values((anew ? "newSilent." : "silent.") + one.position());
    }

    public String typed(String field) {
        return typed.value(field);
    }
}
