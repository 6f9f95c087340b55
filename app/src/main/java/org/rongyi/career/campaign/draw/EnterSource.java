package org.rongyi.career.campaign.draw;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.SourceTime;
import org.rongyi.career.campaign.material.DrawSources;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.springframework.stereotype.Service;

/** 录入来源的数值: as it was published, or that nothing was. Only after the closing instant: what was known before could have been used. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class EnterSource implements OfficeAct<EnterSource.Command, EnterSource.Outcome> {

    private static final int LONGEST = 200;

    private final PlacementCampaigns campaigns;
    private final DrawSources sources;
    private final Clock clock;
    private final AuditTrail audit;

    EnterSource(PlacementCampaigns campaigns, DrawSources sources, Clock clock, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * @param value as published; none where the source stayed silent
     * @param where it was read
     */
    public record Command(
            CommandId id,
            UUID campaign,
            int position,
            @Nullable String value,
            String where) implements OfficeAct.Command {}

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Entered(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Wishes are still taken, or the draw is over. */
        record NotNow() implements Outcome, Refused {}

        /** Confirmed by another: it stands. */
        record Frozen() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        var found = campaigns.lock(command.campaign(), office);
        var source = sources.lock(command.campaign(), command.position());
        if (found.isEmpty() || source.isEmpty()) {
            return new Outcome.NotFound();
        }
        if (!found.get().isIn(CampaignStage.WISHES)
                || clock.instant().isBefore(found.get().plan().closes())) {
            return new Outcome.NotNow();
        }
        if (source.get().isConfirmed()) {
            return new Outcome.Frozen();
        }
        var speaks = SourceTime.of(source.get().name());
        if (speaks.isPresent() && clock.instant().isBefore(speaks.get())) {
            return new Outcome.Wanting("value", "这个来源还没有到公布的时间，到了再录入；没有公布的，也要过了那个时间才能说没有公布");
        }
        var value = command.value();
        if (value != null && (value.isBlank() || value.length() > LONGEST)) {
            return new Outcome.Wanting("value", "请照公布的填写，不超过 200 字");
        }
        if (command.where().isBlank() || command.where().length() > LONGEST) {
            return new Outcome.Wanting("where", "请写明在哪里看到的，例如网址、报纸版面，不超过 200 字");
        }
        audit.said("第 " + command.position() + " 个来源", "已录入，待另一人核对");
        sources.enter(command.campaign(), command.position(), value, command.where(), office);
        return new Outcome.Entered(command.campaign());
    }
}
