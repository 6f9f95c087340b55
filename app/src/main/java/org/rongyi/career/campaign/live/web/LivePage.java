package org.rongyi.career.campaign.live.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.live.OnTimeout;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 现场选岗, at the table.
 *
 * @param view none before it is planned
 * @param minutes the dated parameter's
 * @param absentSeconds the dated parameter's
 * @param mayBeLive whether the plan's ways allow it
 * @param whom whose turn it is; none while nobody's
 * @param options the seats he may take
 * @param roll who comes next and may be called; empty where no roll is called
 * @param absent those of them who are marked
 * @param refused why something could not be done that no field is to blame for; empty for nothing
 * @param mayAct whether the reader runs this campaign
 */
public record LivePage(
        CampaignRecord campaign,
        @Nullable LiveView view,
        int minutes,
        int absentSeconds,
        boolean mayBeLive,
        @Nullable Candidate whom,
        List<Option> options,
        List<Option> roll,
        Set<String> absent,
        boolean mayAct,
        Typed typed,
        FieldErrors errors,
        String refused)
        implements Page {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** How many names are called at a time. */
    static final int ROLL = 20;

    public LivePage {
        options = List.copyOf(options);
        roll = List.copyOf(roll);
        absent = Set.copyOf(absent);
    }

    @Override
    public Set<String> restsOn() {
        return Set.of("placement.choose.absent.seconds");
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

    public String absentTyped() {
        if (!typed.value("minutes").isEmpty()) {
            return typed.value("absentSeconds");
        }
        var planned =
                view == null ? Integer.valueOf(absentSeconds) : view.session().absentSeconds();
        return planned == null ? "" : planned.toString();
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
