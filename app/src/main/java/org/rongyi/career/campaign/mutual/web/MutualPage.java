package org.rongyi.career.campaign.mutual.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.mutual.PaperChoices;
import org.rongyi.career.campaign.mutual.Phase;
import org.rongyi.career.campaign.mutual.Receivers;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 网上双选, for the office.
 *
 * @param view none before it is planned
 * @param least the dated parameter's
 * @param most the dated parameter's
 * @param posts all that were entered; who reported them is asked for a receiver
 * @param bodies to choose a receiver among
 * @param waiting papers another has still to type
 * @param people how many apply
 * @param mayAct whether the reader runs this campaign
 */
public record MutualPage(
        CampaignRecord campaign,
        @Nullable MutualView view,
        int least,
        int most,
        List<PlacementPost> posts,
        List<Receivers.Receiver> receivers,
        List<Option> bodies,
        List<PaperChoices.Choice> waiting,
        long people,
        boolean mayAct,
        Typed typed,
        FieldErrors errors)
        implements Page {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** A unit that reported posts, and whose people sign in for it. */
    public record Reporter(String creditCode, String name, String receiver) {}

    @Override
    public String title() {
        return "网上双选";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/online";
    }

    public String lead() {
        if (view == null && !campaign.plan().mayBeOnline()) {
            return "方案第一种方式是双向选择、后面只有指令性分配、不设预留岗位的，才可以网上双选";
        }
        return view == null ? "没有定网上双选的，照封存的志愿双向选择" : "网上申请，单位先选先定";
    }

    public String applied() {
        return Words.number(people) + " 人申请了岗位";
    }

    public String export() {
        return path() + "/export.xlsx";
    }

    public boolean mayPlan() {
        return mayAct && campaign.plan().mayBeOnline() && campaign.isIn(CampaignStage.DRAFT);
    }

    public boolean mayName() {
        return mayAct && view != null && view.phase().compareTo(Phase.DECIDING) < 0;
    }

    public boolean mayEnter() {
        return mayAct && view != null && view.phase() == Phase.DECIDING;
    }

    public List<Reporter> reporters() {
        var named = receivers.stream().collect(Collectors.toMap(Receivers.Receiver::creditCode, MutualPage::words));
        return posts.stream()
                .collect(Collectors.toMap(
                        PlacementPost::creditCode, PlacementPost::unit, (one, other) -> one, TreeMap::new))
                .entrySet()
                .stream()
                .map(one -> new Reporter(one.getKey(), one.getValue(), named.getOrDefault(one.getKey(), "")))
                .toList();
    }

    private static String words(Receivers.Receiver one) {
        return one.name() + (one.isStaffed() ? "" : "（还没有任用接收单位经办，没有人能登录：请先任用，或者撤销指定、照单位的文录入）");
    }

    public List<Option> reporterOptions() {
        return reporters().stream()
                .map(one -> Option.of(one.creditCode(), one.name() + " " + one.creditCode()))
                .toList();
    }

    /** A paper that waits, without its content: the other types it from the paper. */
    public String words(PaperChoices.Choice one) {
        return one.enteredBy() + "照" + one.paper() + "录入了一人，等另一位同事照单位的文再录一遍";
    }

    public String leastTyped() {
        return number("least", campaign.online().map(Selection.Online::least).orElse(least));
    }

    public String mostTyped() {
        return number("most", campaign.online().map(Selection.Online::most).orElse(most));
    }

    private String number(String field, int otherwise) {
        return typed.value(field).isEmpty() ? Integer.toString(otherwise) : typed.value(field);
    }

    /** The day of an instant of the plan, as typed, as planned, or as proposed. */
    public String on(Moment which) {
        var given = typed.value(which.field + "On");
        return given.isEmpty() ? at(which).toLocalDate().toString() : given;
    }

    public String clock(Moment which) {
        var given = typed.value(which.field + "At");
        return given.isEmpty() ? CLOCK.format(at(which)) : given;
    }

    private ZonedDateTime at(Moment which) {
        return campaign.online()
                .map(rule -> which.of(rule).atZone(ZONE))
                .orElseGet(() -> campaign.plan()
                        .closes()
                        .atZone(ZONE)
                        .toLocalDate()
                        .plusDays(which.days)
                        .atTime(which.hour, 0)
                        .atZone(ZONE));
    }

    /** The four instants; proposed after those of 2017, when units looked for five days and took for a week. */
    public enum Moment {
        BROWSE_FROM("browseFrom", "单位看申请：开始", 1, 9),
        BROWSE_TO("browseTo", "单位看申请：截止", 5, 17),
        DECIDE_FROM("decideFrom", "单位选定：开始", 8, 9),
        DECIDE_TO("decideTo", "单位选定：截止", 14, 17);

        private final String field;
        private final String zh;
        private final int days;
        private final int hour;

        Moment(String field, String zh, int days, int hour) {
            this.field = field;
            this.zh = zh;
            this.days = days;
            this.hour = hour;
        }

        public String field() {
            return field;
        }

        public String zh() {
            return zh;
        }

        private Instant of(Selection.Online rule) {
            return switch (this) {
                case BROWSE_FROM -> rule.browseFrom();
                case BROWSE_TO -> rule.browseTo();
                case DECIDE_FROM -> rule.decideFrom();
                case DECIDE_TO -> rule.decideTo();
            };
        }
    }
}
