package org.rongyi.career.placement.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a campaign.
 *
 * @param order the candidates' ids, the first first
 * @param file the full transcript, canonical, UTF-8, for named auditors
 * @param shown the public one, without points, wishes and names
 * @param head SM3 of the public one, in hex: what the office signs and everybody can keep
 */
public record Result(List<String> order, List<Placed> placed, byte[] file, byte[] shown, String head) {

    /**
     * @param round from 1; 0 for who got none in any, also where he has a post by 直通安置
     * @param post null for who got none
     * @param kept whether the seat was one kept for who has priority
     * @param wish which of the own wishes it is, from 1; 0 where wishes played no part
     * @param slip his own leaf with what he needs to check it: wishes, rank and line at each, nonce, inclusion path
     */
    public record Placed(
            String candidate, int round, @Nullable String post, boolean kept, int wish, byte[] slip) {}
}
