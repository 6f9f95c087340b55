package org.rongyi.career.campaign.wish;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignStage;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.sealed.SealingKey;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/**
 * 制作封存密钥: three people outside the office are named, and what is public of their key is kept. The shares are shown to them once, beside this
 * act: they are no part of it. Until the first list is handed in the key may be made anew, for all three.
 */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class MakeSealingKey implements OfficeAct<MakeSealingKey.Command, MakeSealingKey.Outcome> {

    private static final int LONGEST = 60;

    private final PlacementCampaigns campaigns;
    private final SealingKeys keys;
    private final SealedLists lists;
    private final Secrets secrets;
    private final AuditTrail audit;

    MakeSealingKey(
            PlacementCampaigns campaigns, SealingKeys keys, SealedLists lists, Secrets secrets, AuditTrail audit) {
        this.audit = audit;
        this.campaigns = campaigns;
        this.keys = keys;
        this.lists = lists;
        this.secrets = secrets;
    }

    /** Somebody who is to hold a share, and where he is from. */
    public record Named(String name, String body) {}

    public record Command(CommandId id, UUID campaign, SealingKey key, List<Named> trustees)
            implements OfficeAct.Command {

        public Command {
            trustees = List.copyOf(trustees);
        }
    }

    /** How it ends. */
    public sealed interface Outcome extends OfficeAct.Outcome {
        record Made(UUID subject) implements Outcome, Done {}

        record NotFound() implements Outcome, Refused {}

        /** Somebody's list is sealed to the one there is, or the lists are open. */
        record NotNow() implements Outcome, Refused {}

        record Wanting(String field, String why) implements Outcome, Refused {}

        record LooksSecret(Secrets.Found found) implements Outcome, Refused {}
    }

    /** The field of the form for one of the three. */
    public static String field(String what, int number) {
        return what + number;
    }

    @Override
    public Outcome run(Actor.Office office, Command command) {
        lists.holdAlone(command.campaign());
        var found = campaigns.lock(command.campaign(), office);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        var campaign = found.get();
        boolean isEarly = campaign.isIn(CampaignStage.DRAFT)
                || campaign.isIn(CampaignStage.NOTICE)
                || campaign.isIn(CampaignStage.WISHES);
        if (!isEarly || !campaign.selection().takesLists() || lists.any(campaign.id())) {
            return new Outcome.NotNow();
        }
        for (int i = 0; i < SealingKey.SHARES; i++) {
            var why = wrong(command.trustees(), i, campaign.unitName());
            if (why != null) {
                return new Outcome.Wanting(field(why.field(), i + 1), why.why());
            }
            var secret =
                    secrets.look(field("body", i + 1), command.trustees().get(i).body());
            if (secret.isPresent()) {
                return new Outcome.LooksSecret(secret.get());
            }
        }
        audit.said("封存密钥", "已制作，保管人 " + command.trustees().size() + " 名");
        keys.insert(campaign, command.key(), command.trustees(), office);
        return new Outcome.Made(campaign.id());
    }

    private static Outcome.@Nullable Wanting wrong(List<Named> all, int at, String office) {
        if (all.size() != SealingKey.SHARES) {
            throw new IllegalArgumentException("the form has three trustees");
        }
        var one = all.get(at);
        if (one.name().isBlank() || one.name().length() > LONGEST) {
            return new Outcome.Wanting("name", "请写明第 " + (at + 1) + " 名保管人的姓名，不超过 60 字");
        }
        if (one.body().isBlank() || one.body().length() > LONGEST) {
            return new Outcome.Wanting("body", "请写明第 " + (at + 1) + " 名保管人的单位，不超过 60 字");
        }
        if (one.body().strip().equals(office)) {
            return new Outcome.Wanting("body", "保管人要在主办单位以外：纪检监察、公证、专项小组里其他部门的人");
        }
        for (var earlier : all.subList(0, at)) {
            if (earlier.body().strip().equals(one.body().strip())) {
                return new Outcome.Wanting("body", "三名保管人要在三个不同的单位");
            }
            if (earlier.name().strip().equals(one.name().strip())) {
                return new Outcome.Wanting("name", "三名保管人要是三个人");
            }
        }
        return null;
    }
}
