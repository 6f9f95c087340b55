package org.rongyi.career.campaign.after;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.PlacementPost;
import org.rongyi.career.campaign.PlacementPosts;
import org.rongyi.career.campaign.candidate.ScoreCascade;
import org.rongyi.career.reception.PlacedByCampaign;
import org.rongyi.career.reception.Receptions;
import org.rongyi.insight.figures.Fact;
import org.rongyi.insight.figures.Figures;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 登记上岗: he is on duty, with the contract the rule asks for; his reception is settled from that day. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class RecordDuty implements OfficeAct<RecordDuty.Command, RecordDuty.Outcome> {

    private final PlacementCampaigns campaigns;
    private final PlacementPosts posts;
    private final PlacementLetters letters;
    private final Receptions receptions;
    private final PlacedByCampaign placed;
    private final ScoreCascade cascade;
    private final DutyRule rule;
    private final Figures figures;
    private final Divisions divisions;
    private final AuditTrail audit;

    RecordDuty(
            PlacementCampaigns campaigns,
            PlacementPosts posts,
            PlacementLetters letters,
            Receptions receptions,
            PlacedByCampaign placed,
            ScoreCascade cascade,
            DutyRule rule,
            Figures figures,
            Divisions divisions,
            AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.posts = posts;
        this.letters = letters;
        this.receptions = receptions;
        this.placed = placed;
        this.cascade = cascade;
        this.rule = rule;
        this.figures = figures;
        this.divisions = divisions;
    }

    /** @param years of the contract; none where it is open-ended or there is none */
    public record Command(
            CommandId id,
            UUID campaign,
            UUID letter,
            LocalDate on,
            @Nullable Integer years,
            boolean openEnded) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record OnDuty(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** On duty already, refused, withdrawn, or the reception is over. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var campaign = campaigns.lock(command.campaign(), office);
        var found = letters.lock(command.letter()).filter(one -> one.campaign().equals(command.campaign()));
        var post = found.map(PlacementLetter::post).flatMap(posts::find);
        var reception = found.map(PlacementLetter::reception).flatMap(receptions::find);
        if (campaign.isEmpty() || found.isEmpty() || post.isEmpty() || reception.isEmpty()) {
            return new Outcome.NotFound();
        }
        var letter = found.get();
        if (letter.state() != LetterState.ISSUED && letter.state() != LetterState.UNIT_REFUSED) {
            return new Outcome.NotNow();
        }
        if (command.on().isBefore(letter.issued()) || command.on().isAfter(divisions.today())) {
            return new Outcome.Wanting("on", "上岗的日期应在开介绍信那天到今天之间");
        }
        var wrong = cascade.hindrances(campaign.get(), letter.reception());
        if (!wrong.isEmpty()) {
            return new Outcome.Wanting("on", "得分有错，纠正以前不登记上岗：" + String.join("；", wrong));
        }
        var nature = post.get().nature();
        boolean must = rule.mustBeOpenEnded(
                nature, reception.get().enlisted(), reception.get().discharged(), command.on());
        var against = rule.against(nature, must, command.years(), command.openEnded(), command.on());
        if (against.isPresent()) {
            return new Outcome.Wanting("years", against.get());
        }
        if (!placed.settle(letter.reception(), command.on(), how(post.get()))) {
            return new Outcome.NotNow();
        }
        audit.changed("介绍信", letter.state().zh(), LetterState.ON_DUTY.zh());
        audit.said("上岗日期", command.on());
        letters.onDuty(letter.id(), command.on(), command.years(), command.openEnded(), office);
        figures.count(List.of(Fact.of(LetterKinds.ON_DUTY, letter.code(), command.on(), letter.id(), letter.person())));
        return new Outcome.OnDuty(letter.id());
    }

    private static String how(PlacementPost post) {
        return post.unit() + "，" + post.title() + "，已上岗";
    }
}
