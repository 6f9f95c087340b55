package org.rongyi.career.campaign.material;

import java.util.List;
import java.util.UUID;
import org.rongyi.career.campaign.CampaignRecord;

/** What units took online, in the place of the lists under seal. */
public interface OnlineLists {

    /** Whether the last instant to take somebody is past. */
    boolean isOver(CampaignRecord campaign);

    /** Until the transaction ends nobody is taken: what is read now is what there will be. */
    void lock(UUID campaign);

    /**
     * For everybody who was taken the one post.
     *
     * @throws IllegalStateException where it is not what was shown
     */
    List<WishLists.Opened> taken(UUID campaign);
}
