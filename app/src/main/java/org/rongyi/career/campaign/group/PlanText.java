package org.rongyi.career.campaign.group;

import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.career.campaign.CampaignPlan;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.DirectiveTerms;
import org.rongyi.career.campaign.Selection;
import org.rongyi.career.campaign.Sm3;
import org.rongyi.career.placement.proof.Campaign;
import org.rongyi.career.placement.proof.Commitment;
import org.rongyi.career.placement.proof.Tie;
import org.rongyi.career.placement.proof.Way;

/**
 * 方案全文: the approved plan as plain text. Its SM3 is the version of the rules in the campaign's file, so that days, instants and the rule for a silent
 * source are as fixed as the ways and the ties.
 */
public final class PlanText {

    /** {@link org.rongyi.career.campaign.ExamPlan#RULE}. */
    private static final String FIRST_ISSUE =
            " (the first issue published from then on and after rooms and tickets are committed to; where it stays silent, the next)";

    private PlanText() {}

    public static String of(CampaignRecord one) {
        CampaignPlan plan = one.plan();
        return String.join(
                        "\n",
                        "campaign: " + one.number(),
                        "title: " + plan.title(),
                        "office: " + one.unitName(),
                        "ways: " + plan.ways().stream().map(Way::code).collect(Collectors.joining(", ")),
                        "priority: " + plan.priority().code(),
                        "ties: " + plan.ties().stream().map(Tie::code).collect(Collectors.joining(", ")),
                        "wishes: " + plan.least() + " to " + plan.most(),
                        "notice working days: " + plan.noticeDays(),
                        "wishes open: " + plan.opens(),
                        "wishes close: " + plan.closes(),
                        "sources:\n"
                                + plan.sources().stream()
                                        .map(source -> "  " + source)
                                        .collect(Collectors.joining("\n")),
                        "silent source: " + plan.silent())
                + "\n"
                + live(one.selection())
                + exam(one)
                + online(one.selection())
                + directive(one)
                + quotas(one);
    }

    private static String directive(CampaignRecord one) {
        var terms = one.directive();
        return terms == null || !terms.inText() || !one.plan().ways().contains(Way.DIRECTIVE)
                ? ""
                : String.join(
                                "\n",
                                "cost of a directive post: " + terms.home() + " for each step from home, "
                                        + terms.spouse() + " from the spouse, " + terms.priority()
                                        + "% for who has priority; 0 steps within the town, 1 within the county, 2 within the city, 3 beyond"
                                        + beyond(terms),
                                "costs reckoned: up to " + terms.most() + " pairs all, beyond them the "
                                        + terms.near() + " cheapest posts of each person and " + terms.spread()
                                        + " spread out")
                        + "\n";
    }

    private static String quotas(CampaignRecord one) {
        return one.quotas() == null ? "" : "receiving plan: " + one.quotas() + "\n";
    }

    private static String beyond(DirectiveTerms terms) {
        return terms.goesBeyondDistance()
                ? "; " + terms.ability() + " for each ability asked for and missing, " + terms.waiting()
                        + " for each half-year waited less than who waited longest; since reception, one more for each campaign with a directive round that left him out and for each post whose unit refused him, "
                        + terms.ahead() + " more for who has priority"
                : "";
    }

    private static String online(Selection selection) {
        return switch (selection) {
            case Selection.Online rule ->
                String.join(
                                "\n",
                                "two-sided online: no lists of wishes; applications while wishes are open",
                                "applications: " + rule.least() + " to " + rule.most()
                                        + " posts of organs and units like them, any number of others; who has fewer is not shown",
                                "units look, names hidden: " + rule.browseFrom() + " to " + rule.browseTo(),
                                "units take, first come first served, for good: " + rule.decideFrom() + " to "
                                        + rule.decideTo())
                        + "\n";
            case Selection.Sealed _, Selection.Live _ -> "";
        };
    }

    private static String exam(CampaignRecord one) {
        var exam = one.exam();
        return exam == null
                ? ""
                : String.join(
                                "\n",
                                "exam for: " + exam.forWhom(),
                                "score: file points x " + exam.fileWeight()
                                        + exam.subjects().stream()
                                                .map(subject -> " + " + subject.name() + " (of " + subject.full()
                                                        + ") x " + subject.weight())
                                                .collect(Collectors.joining())
                                        + ", not rounded; who does not sit has 0",
                                "registration opens: " + exam.opens(),
                                "registration closes: " + exam.closes(),
                                "exam begins: " + exam.sits(),
                                "exam place: " + exam.place(),
                                "seats drawn by: " + exam.source() + (exam.issueInText() ? FIRST_ISSUE : ""),
                                "two markers; more than " + exam.difference()
                                        + " apart: the third mark stands, else the mean",
                                "review within working days: " + exam.reviewDays())
                        + "\n";
    }

    private static String live(Selection selection) {
        return switch (selection) {
            case Selection.Live live ->
                "live session: " + live.minutes() + " minutes each, " + live.onTimeout()
                        + " when they are over, from " + live.startsAt()
                        + (live.absentSeconds() == null
                                ? ""
                                : ", " + live.absentSeconds() + " seconds for who was absent at the roll-call")
                        + "\n";
            case Selection.Sealed _, Selection.Online _ -> "";
        };
    }

    /** SM3 of the text, in hex. */
    public static String version(CampaignRecord one) {
        return Sm3.hex(of(one));
    }

    /** The rules as the campaign's file carries them. */
    public static Campaign.Rules rules(CampaignRecord one) {
        var plan = one.plan();
        return new Campaign.Rules(version(one), plan.ways(), plan.priority(), plan.ties(), parts(one));
    }

    private static List<Campaign.Part> parts(CampaignRecord one) {
        return one.exam() == null ? List.of() : one.exam().parts();
    }

    /** What is public from the approval on, and what every later commitment contains. */
    public static String digest(CampaignRecord one) {
        return Commitment.plan(
                one.number(),
                one.plan().title(),
                one.unitName(),
                rules(one),
                one.plan().sources());
    }
}
