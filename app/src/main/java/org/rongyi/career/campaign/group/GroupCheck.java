package org.rongyi.career.campaign.group;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.division.Divisions;
import org.springframework.stereotype.Component;

/** Whether a meeting of the group could decide. */
@Component
public class GroupCheck {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final GroupBook book;
    private final Divisions divisions;

    GroupCheck(GroupBook book, Divisions divisions) {
        this.book = book;
        this.divisions = divisions;
    }

    /** What is in the way; nothing for a meeting that decides. */
    public Optional<Held.Wanting> wanting(CampaignRecord campaign, Held held) {
        var members =
                book.members(campaign.id()).stream().map(GroupBook.Member::id).collect(Collectors.toSet());
        LocalDate drafted = campaign.drafted().atZone(ZONE).toLocalDate();
        return held.wanting(members, drafted, divisions.today());
    }
}
