package org.rongyi.career.campaign.live;

import java.util.List;
import java.util.Map;
import org.rongyi.career.campaign.CampaignRecord;

/** 先后次序, as the run will reckon it, and the lists that were opened. */
public interface LiveOrder {

    /**
     * @param order pseudonyms, the first first
     * @param wishes numbers of posts by pseudonym, the best first
     */
    record Standing(List<String> order, Map<String, List<String>> wishes) {
        public Standing {
            order = List.copyOf(order);
            wishes = Map.copyOf(wishes);
        }
    }

    Standing of(CampaignRecord campaign);
}
