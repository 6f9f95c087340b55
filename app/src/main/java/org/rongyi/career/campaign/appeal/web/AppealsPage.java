package org.rongyi.career.campaign.appeal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.Candidate;
import org.rongyi.career.campaign.appeal.Appeals;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 资格审查和复核 of one candidate: for himself, and for the office.
 *
 * @param office who of the office that runs the campaign reads it; none for himself and for others
 * @param own whether he reads it himself
 * @param refused why something was not done; empty where nobody tried
 */
public record AppealsPage(
        CampaignRecord campaign,
        Candidate candidate,
        List<Appeals.Look> looks,
        Actor.@Nullable Office office,
        boolean own,
        LocalDate today,
        String refused,
        Typed typed,
        FieldErrors errors)
        implements Page {

    public AppealsPage {
        looks = List.copyOf(looks);
    }

    @Override
    public String title() {
        return own ? "资格审查" : "资格审查复核：" + candidate.name();
    }

    @Override
    public List<Crumb> crumbs() {
        var name = campaign.plan().title();
        return own
                ? List.of(new Crumb("我的安置活动", "/me/campaigns"), new Crumb(name, "/me/campaigns/" + campaign.id()))
                : List.of(
                        new Crumb("阳光安置", "/campaigns"),
                        new Crumb(name, "/campaigns/" + campaign.id()),
                        new Crumb(candidate.name(), "/campaigns/" + campaign.id() + "/candidates/" + candidate.id()));
    }

    public String path() {
        return own
                ? "/me/campaigns/" + campaign.id() + "/refusals"
                : "/campaigns/" + campaign.id() + "/candidates/" + candidate.id() + "/appeals";
    }

    /** What became of it, in words. */
    public String state(Appeals.Look look) {
        return state(campaign, look);
    }

    static String state(CampaignRecord campaign, Appeals.Look look) {
        var asked = look.asked();
        var decided = asked == null ? null : asked.decided();
        if (look.lifted()) {
            return (look.liftChecked() ? "已经撤销，可以报" : "已经撤销，等另一位同事核对")
                    + (decided == null || decided.upheld() ? "" : "。复核：" + answer(decided));
        }
        if (decided != null) {
            return "复核维持：" + answer(decided);
        }
        if (asked != null) {
            return Words.day(asked.on()) + "申请了复核，还没有答复";
        }
        if (!look.checked()) {
            return "还没有另一位同事核对";
        }
        if (campaign.isIn(CampaignStage.DRAFT)) {
            return "公示开始以后可以申请复核，只能申请一次";
        }
        var until = look.until();
        return until == null ? "可以申请复核，期限等工作日历载入，只能申请一次" : "可以申请复核，到" + Words.day(until) + "为止，只能申请一次";
    }

    /** Why he asked, and who wrote it down. */
    public String grounds(Appeals.Asked asked) {
        return "申请的理由：" + asked.words() + "。提出：" + asked.by();
    }

    private static String answer(Appeals.Decided decided) {
        return decided.answer() + "（" + Words.day(decided.on()) + "）";
    }

    public boolean mayAsk(Appeals.Look look) {
        var until = look.until();
        return (own || office != null)
                && look.asked() == null
                && !look.lifted()
                && look.checked()
                && (until == null || !today.isAfter(until))
                && campaign.isIn(CampaignStage.NOTICE);
    }

    public boolean mayDecide(Appeals.Look look) {
        var asked = look.asked();
        return office != null
                && asked != null
                && asked.decided() == null
                && !look.lifted()
                && !look.tookPart(office)
                && campaign.isIn(CampaignStage.NOTICE);
    }

    /** Whether the reader waits for a colleague. */
    public boolean mustNotDecide(Appeals.Look look) {
        var asked = look.asked();
        return office != null && asked != null && asked.decided() == null && !look.lifted() && look.tookPart(office);
    }

    public String value(String field) {
        return typed.value(field);
    }

    public List<Option> rulings() {
        return List.of(Option.of("UPHELD", "维持，不能报"), Option.of("LIFTED", "撤销，可以报"));
    }
}
