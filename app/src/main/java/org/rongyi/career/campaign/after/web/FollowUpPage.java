package org.rongyi.career.campaign.after.web;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.after.LetterState;
import org.rongyi.career.campaign.after.PlacementLetter;
import org.rongyi.career.campaign.list.ListAddress;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 落实: who was placed, and how far each is.
 *
 * @param rows a page of those the filter takes
 * @param late how many of all are late
 * @param mayIssue whether the notice of the result is past, nothing is open, and the reader's unit runs the campaign
 * @param open what letters wait for: objections, scores that are not put right
 * @param next how many stand before the next page; none on the last
 */
public record FollowUpPage(
        CampaignRecord campaign,
        List<Row> rows,
        FollowUpFilter filter,
        long late,
        boolean mayIssue,
        String why,
        List<String> open,
        @Nullable Integer next)
        implements Page {

    public FollowUpPage {
        rows = List.copyOf(rows);
        open = List.copyOf(open);
    }

    /**
     * @param offered the post; none where it was withdrawn
     * @param letter none before it is issued
     * @param barred why he gets none; empty where he may
     */
    public record Row(
            UUID candidate,
            String name,
            @Nullable PlacementPost offered,
            @Nullable PlacementLetter letter,
            boolean late,
            String barred) {

        Row barred(String why) {
            return new Row(candidate, name, offered, letter, late, why);
        }

        public String post() {
            return offered == null ? "" : offered.unit() + " " + offered.title();
        }

        public String state() {
            if (letter == null) {
                return barred.isEmpty() ? "没有开介绍信" : barred;
            }
            if (late) {
                return "超过上岗期限（" + Words.day(letter.dutyBy()) + "）";
            }
            return letter.state() == LetterState.ISSUED
                    ? Words.day(letter.dutyBy()) + "前上岗"
                    : letter.state().zh();
        }

        public Tone tone() {
            if (letter == null) {
                return Tone.NEUTRAL;
            }
            if (late) {
                return Tone.DANGER;
            }
            return switch (letter.state()) {
                case ISSUED -> Tone.INFO;
                case ON_DUTY -> Tone.SUCCESS;
                case UNIT_REFUSED, REFUSED, WITHDRAWN -> Tone.WARNING;
            };
        }
    }

    @Override
    public String title() {
        return "落实";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"), new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/followup";
    }

    private ListAddress address(String path) {
        var group = filter.group();
        return ListAddress.of(path).with("q", filter.text()).with("which", group == null ? "" : group.name());
    }

    public String export() {
        return address(path() + "/export.xlsx").toString();
    }

    /** The address of the next page; none on the last. */
    public @Nullable String href() {
        return next == null
                ? null
                : address(path()).with("after", next.toString()).toString();
    }

    /** Whether scores were put right after letters had been issued, so that the group may have moved somebody. */
    public boolean mayHaveMoves() {
        var corrected = campaign.corrected();
        return corrected != null && corrected.after() > 0;
    }

    public String which() {
        var group = filter.group();
        return group == null ? "" : group.name();
    }

    public List<Option> groups() {
        return Arrays.stream(FollowUpFilter.Group.values())
                .map(one -> Option.of(one.name(), one.zh()))
                .toList();
    }

    public String empty() {
        return filter.text().isEmpty() && filter.group() == null ? "结果审定以后，安置上的人在这里落实。" : "没有符合条件的人。";
    }

    public String lead() {
        return late == 0 ? "介绍信、上岗、合同；超过期限的会标出来" : "有 " + late + " 人超过上岗期限";
    }
}
