package org.rongyi.career.campaign.after.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.after.LetterState;
import org.rongyi.career.campaign.after.PlacementLetter;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;

/**
 * 落实: who was placed, and how far each is.
 *
 * @param mayIssue whether the notice of the result is past, nothing is open, and the reader's unit runs the campaign
 * @param open what letters wait for: objections, scores that are not put right
 */
public record FollowUpPage(CampaignRecord campaign, List<Row> rows, boolean mayIssue, String why, List<String> open)
        implements Page {

    public FollowUpPage {
        rows = List.copyOf(rows);
        open = List.copyOf(open);
    }

    /** @param letter none before it is issued */
    public record Row(
            UUID candidate,
            String name,
            String post,
            @Nullable PlacementLetter letter,
            boolean late) {

        public String state() {
            if (letter == null) {
                return "没有开介绍信";
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
                case UNIT_REFUSED, REFUSED -> Tone.WARNING;
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

    public String lead() {
        long late = rows.stream().filter(Row::late).count();
        return late == 0 ? "介绍信、上岗、合同；超过期限的会标出来" : "有 " + late + " 人超过上岗期限";
    }
}
