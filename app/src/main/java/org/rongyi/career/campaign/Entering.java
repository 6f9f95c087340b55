package org.rongyi.career.campaign;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;

/** A stage that is entered, with what is settled for good by entering it. */
public sealed interface Entering {

    /**
     * @param digest SM3 of the plan's text
     * @param until the last working day of the notice
     * @param quotas what units have to take, as it stands in that text
     */
    record Notice(
            String digest,
            LocalDate from,
            LocalDate until,
            DirectiveTerms terms,
            @Nullable String quotas) implements Entering {}

    /**
     * @param posts SM3 in hex, as the others
     * @param salt sealed
     */
    record Wishes(String posts, String list, String draw, byte[] salt) implements Entering {}

    /**
     * @param share the office's in the seed
     * @param closed SM3 of all that goes into the run
     */
    record Opened(String share, String closed, Actor.Office by) implements Entering {}

    record Result() implements Entering {}

    /** The group has set the result aside. */
    record OpenedAgain() implements Entering {}

    /** The first letter is out. */
    record Followed() implements Entering {}

    default CampaignStage stage() {
        return switch (this) {
            case Notice _ -> CampaignStage.NOTICE;
            case Wishes _ -> CampaignStage.WISHES;
            case Opened _, OpenedAgain _ -> CampaignStage.OPENED;
            case Result _ -> CampaignStage.RESULT;
            case Followed _ -> CampaignStage.FOLLOWED;
        };
    }
}
