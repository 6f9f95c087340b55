package org.rongyi.career.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * 岗位, of one campaign.
 *
 * @param code its number in the campaign; what wishes and the file name it by
 * @param place where its work is
 * @param seats all of them, the kept ones included
 * @param reserved of these, kept for who has priority
 * @param abilities what it asks for, by the codes of {@code campaign.abilities}; a directive round counts what is missing
 * @param paper the number of the unit's report
 * @param reporter the account that entered it
 * @param published from then on its seats may only rise
 */
public record PlacementPost(
        UUID id,
        UUID campaign,
        String code,
        String unit,
        String creditCode,
        UnitNature nature,
        String title,
        DivisionCode place,
        int seats,
        int reserved,
        String conditions,
        List<String> abilities,
        String paper,
        PostState state,
        boolean published,
        String reportedBy,
        UUID reporter,
        @Nullable String checkedBy,
        @Nullable String withdrawnWhy,
        int version) {

    public PlacementPost {
        abilities = List.copyOf(abilities);
    }
}
