package org.rongyi.career.campaign.direct;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.policy.Choice;
import org.rongyi.platform.policy.Parameter;
import org.rongyi.platform.policy.Policy;
import org.rongyi.platform.policy.PolicyReader;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** 试点、期限、审查项目: where there is 直通安置 at all, how long it takes, and what is looked at; and by which name it goes on which day. */
@Component
public class DirectPolicy implements PolicyReader {

    private static final String PILOTS = "campaign.direct.pilots";
    private static final String CHECKS = "campaign.direct.checks";
    private static final LocalDate NEW_NAMES = LocalDate.of(2024, 9, 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long BELOW_CITY = 100_000_000;
    private static final int CITY_OF_SIX = 100;

    private final Policy policy;

    DirectPolicy(Policy policy) {
        this.policy = policy;
    }

    /** 直通车, or 直通安置 where wishes open on 2024-09-01 or later (退役军人安置条例 第 15 条): the day that names the campaign's other ways too. */
    public static String name(CampaignRecord campaign) {
        var day = LocalDate.ofInstant(campaign.plan().opens(), ZONE);
        return day.isBefore(NEW_NAMES) ? "直通车" : "直通安置";
    }

    /** The pilot that the campaign's place is in; none where it is in none on the day. */
    public Optional<String> pilot(CampaignRecord campaign, LocalDate on) {
        long city = campaign.code().value() / BELOW_CITY;
        return policy.choices(PILOTS, on).stream()
                .filter(one -> Long.parseLong(one.code()) / CITY_OF_SIX == city)
                .map(Choice::zh)
                .findFirst();
    }

    /** 省直、广州…, for who is refused. */
    public String pilots(LocalDate on) {
        return String.join(
                "、", policy.choices(PILOTS, on).stream().map(Choice::zh).toList());
    }

    /** The least working days a call is open. */
    public int callDays(LocalDate on) {
        return policy.number("campaign.direct.call.days", on);
    }

    /** The working days an agreement is shown. */
    public int noticeDays(LocalDate on) {
        return policy.number("campaign.direct.notice.days", on);
    }

    /** What 资格审查 goes through at the campaign's place. */
    public List<Choice> checks(CampaignRecord campaign, LocalDate on) {
        return policy.choices(CHECKS, on, campaign.code());
    }

    @Override
    public String room() {
        return "阳光安置";
    }

    @Override
    public Set<String> reads() {
        return Set.of("campaign.direct.call.days", "campaign.direct.notice.days");
    }

    @Override
    public List<String> touched(String id, Parameter.Value changed, Policy now, Policy then) {
        return List.of(Words.day(changed.from()) + "起公开招人的、公示的按这个数；已经开始的不变。");
    }
}
