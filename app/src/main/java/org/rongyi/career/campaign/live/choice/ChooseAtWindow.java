package org.rongyi.career.campaign.live.choice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.Candidates;
import org.rongyi.career.campaign.PlacementCampaigns;
import org.rongyi.career.campaign.live.TurnEnd;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.act.OfficeAct;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.secrecy.Secrets;
import org.springframework.stereotype.Service;

/** 窗口代录现场选岗: what he said himself at the table, or somebody for him with his paper. It is public that it was entered so. */
@Service
@Allow(
        roles = {Role.OFFICER, Role.LEADER},
        levels = {Level.PROVINCE, Level.CITY, Level.COUNTY})
public class ChooseAtWindow implements OfficeAct<ChooseAtWindow.Command, LiveOutcome> {

    private static final int LONGEST = 100;

    private final PlacementCampaigns campaigns;
    private final Candidates candidates;
    private final Choosing choosing;
    private final Secrets secrets;

    ChooseAtWindow(PlacementCampaigns campaigns, Candidates candidates, Choosing choosing, Secrets secrets) {
        this.campaigns = campaigns;
        this.candidates = candidates;
        this.choosing = choosing;
        this.secrets = secrets;
    }

    /**
     * @param candidate whose turn the window thinks it is
     * @param post null where he gives this choice up
     * @param words himself with which paper, or who for him with which authorisation
     */
    public record Command(
            CommandId id,
            UUID campaign,
            UUID candidate,
            @Nullable UUID post,
            String words) implements OfficeAct.Command {}

    @Override
    public LiveOutcome run(Actor.Office office, Command command) {
        var whom = candidates
                .find(command.candidate())
                .filter(one -> one.campaign().equals(command.campaign()));
        if (campaigns.lock(command.campaign(), office).isEmpty() || whom.isEmpty()) {
            return new LiveOutcome.NotFound();
        }
        if (command.words().isBlank() || command.words().length() > LONGEST) {
            return new LiveOutcome.NoWords();
        }
        var secret = secrets.look("words", command.words());
        if (secret.isPresent()) {
            return new LiveOutcome.LooksSecret(secret.get());
        }
        return choosing.choose(
                whom.get(),
                command.post(),
                command.post() == null ? TurnEnd.PASSED : TurnEnd.AT_WINDOW,
                command.words());
    }
}
