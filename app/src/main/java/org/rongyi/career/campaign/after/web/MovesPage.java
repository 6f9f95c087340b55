package org.rongyi.career.campaign.after.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.after.Moves;
import org.rongyi.career.campaign.group.Attendance;
import org.rongyi.career.campaign.group.GroupBook;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.field.Option;

/**
 * 改派: what the group decided in writing after letters had been issued.
 *
 * @param mayMove whether the reader may enter a decision
 */
public record MovesPage(
        CampaignRecord campaign,
        List<Moves.Move> moves,
        List<GroupBook.Member> members,
        boolean mayMove,
        String today,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public MovesPage {
        moves = List.copyOf(moves);
        members = List.copyOf(members);
    }

    @Override
    public String title() {
        return "照书面决定改派";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("阳光安置", "/campaigns"),
                new Crumb(campaign.plan().title(), "/campaigns/" + campaign.id()),
                new Crumb("落实", "/campaigns/" + campaign.id() + "/followup"));
    }

    public String path() {
        return "/campaigns/" + campaign.id() + "/followup/moves";
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
