package org.rongyi.care.relief.found;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * Somebody hardship aid may be for: what he asked for, by its kind alone, and what his file says he is, make one of the five situations
 * (帮扶援助办法 第十条、第十一条). What was said on a visit, and the words of the need, are not read. Whether the hardship is severe is for
 * the application and those who visit.
 *
 * @param need the open need it was found by
 * @param kind of the need: RELIEF 生活帮扶 or MEDICAL 看病就医
 */
public record Finding(
        UUID need,
        UUID person,
        String name,
        DivisionCode code,
        String kind,
        LocalDate askedOn,
        Set<Category> categories,
        Situation situation) {

    static final String LIVING = "RELIEF";
    static final String MEDICAL = "MEDICAL";

    public Finding {
        categories = Set.copyOf(categories);
    }

    /** Which situation it would be; empty when the aid is not for him. */
    public static Optional<Situation> situation(Set<Category> categories, String kind) {
        boolean disabled = categories.contains(Category.DISABLED_SOLDIER);
        var situation = switch (kind) {
            case MEDICAL -> disabled ? Situation.RELAPSE : Situation.ACCIDENT;
            case LIVING -> disabled ? Situation.DISABLED : Situation.OTHER;
            default -> null;
        };
        return Optional.ofNullable(situation).filter(one -> one.isFor(Standing.of(categories)));
    }
}
