package org.rongyi.career.campaign.group;

import java.time.Instant;
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

    /** What is in the way of a meeting about the plan as it was edited last; nothing for one that decides. */
    Optional<Held.Wanting> wanting(CampaignRecord campaign, Held held) {
        return wanting(campaign, held, campaign.edited(), "方案定稿那天");
    }

    /** The same about a run. */
    public Optional<Held.Wanting> wanting(CampaignRecord campaign, Held held, Instant ran) {
        return wanting(campaign, held, ran, "运行那天");
    }

    /** @param words what happened then, in whose sentence a meeting before it is refused */
    public Optional<Held.Wanting> wanting(CampaignRecord campaign, Held held, Instant since, String words) {
        return wanting(campaign, held, since.atZone(ZONE).toLocalDate(), words);
    }

    /** The same since a day. */
    public Optional<Held.Wanting> wanting(CampaignRecord campaign, Held held, LocalDate since, String words) {
        var members =
                book.members(campaign.id()).stream().map(GroupBook.Member::id).collect(Collectors.toSet());
        return held.wanting(members, since, words, divisions.today());
    }
}
