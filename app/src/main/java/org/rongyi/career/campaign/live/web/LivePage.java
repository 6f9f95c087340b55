package org.rongyi.career.campaign.live.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.platform.approval.apply.Typed;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 现场选岗, at the table.
 *
 * @param view none before it is planned
 * @param minutes the dated parameter's
 * @param mayBeLive whether the plan's ways allow it
 * @param whom whose turn it is; none while nobody's
 * @param options the seats he may take
 * @param refused why something could not be done that no field is to blame for; empty for nothing
 * @param mayAct whether the reader runs this campaign
 */
public record LivePage(
        CampaignRecord campaign,
        @Nullable LiveView view,
        int minutes,
        boolean mayBeLive,
        @Nullable Candidate whom,
        List<Option> options,
        boolean mayAct,
        Typed typed,
        FieldErrors errors,
        String refused)
        implements Page {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    public LivePage {
        options = List.copyOf(options);
    }

    @Override
    public String title() {
        return "现场选岗";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/live";
    }

    public boolean mayPlan() {
        return mayAct && mayBeLive && campaign.isIn(CampaignStage.DRAFT);
    }

    public boolean mayStart() {
        return mayAct && view != null && view.isWaiting() && campaign.isIn(CampaignStage.OPENED);
    }

    /** Whether the run comes next. */
    public boolean mayRun() {
        return mayAct && view != null && view.isOver() && campaign.isIn(CampaignStage.OPENED);
    }

    /** Whether the reader may enter choices and pause. */
    public boolean mayHold() {
        return mayAct && view != null && view.session().isRunning();
    }

    public boolean isPaused() {
        return view != null && view.session().paused() != null;
    }

    public String lead() {
        if (!mayBeLive) {
            return "方案第一种方式是积分选岗、后面只有指令性分配的，才可以现场选";
        }
        return view == null ? "没有定现场选岗的，照封存的志愿选" : view.standing();
    }

    public List<Option> timeouts() {
        return Arrays.stream(OnTimeout.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String timeout() {
        var chosen = typed.value("onTimeout");
        return !chosen.isEmpty() || view == null
                ? chosen
                : view.session().onTimeout().name();
    }

    public String minutesTyped() {
        var given = typed.value("minutes");
        return given.isEmpty()
                ? Integer.toString(view == null ? minutes : view.session().minutes())
                : given;
    }

    /** The day and the time of its start, as typed or as planned; a day after the wishes close at first. */
    public String startsOn() {
        return typed.value("startsOn").isEmpty() ? starts().toLocalDate().toString() : typed.value("startsOn");
    }

    public String startsAt() {
        var given = typed.value("startsAt");
        if (!given.isEmpty()) {
            return given;
        }
        return view == null ? "09:00" : CLOCK.format(starts());
    }

    private ZonedDateTime starts() {
        return view == null
                ? campaign.plan().closes().atZone(ZONE).plusDays(1)
                : view.session().startsAt().atZone(ZONE);
    }
}
