package org.rongyi.career.campaign.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.placement.proof.Way;

/** The ways by the names of their day: those of the 退役军人安置条例 from 2024-09-01 on. */
final class WayWords {

    private static final LocalDate NEW_NAMES = LocalDate.of(2024, 9, 1);

    private WayWords() {}

    static String of(CampaignPlan plan) {
        var day = PlanForm.day(plan);
        return plan.ways().stream().map(way -> of(way, day)).collect(Collectors.joining("，接着"));
    }

    static String of(Way way, LocalDate day) {
        return day.isBefore(NEW_NAMES) ? way.zh() : way.since2024();
    }
}
