package org.rongyi.care.relief.found;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.emergency.rule.Eligible;
import org.rongyi.care.relief.emergency.rule.Kind;
import org.rongyi.care.relief.rule.Situation;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.people.person.Category;
import org.rongyi.platform.kernel.DivisionCode;

/**
 * Somebody aid may be for: what he asked for, by its kind alone, or a death in his household, and what his file says he is. Together they
 * make one of the five situations of hardship aid (帮扶援助办法 第十条、第十一条), one of the kinds of 应急救助, or one of each. What was said
 * on a visit, and the words of the need, are not read. Whether the hardship is severe is for the application and those who visit.
 *
 * @param id of what it was found by: the need, or, for a death, the person himself
 * @param hardship as what 困难帮扶援助 could be asked for; none when it is not for him
 * @param emergency as what 应急救助 could be asked for; none when it is not for him, is being handled, was given lately, or comes too late
 */
public record Finding(
        UUID id,
        UUID person,
        String name,
        DivisionCode code,
        Cause cause,
        Set<Category> categories,
        @Nullable Situation hardship,
        @Nullable Kind emergency) {

    static final String LIVING = "RELIEF";
    static final String MEDICAL = "MEDICAL";

    public Finding {
        categories = Set.copyOf(categories);
    }

    /** What it was found by. */
    public sealed interface Cause {
        LocalDate on();
    }

    /**
     * An open need.
     *
     * @param kind RELIEF 生活帮扶 or MEDICAL 看病就医
     * @param on the day it was asked for
     */
    public record Asked(UUID need, String kind, LocalDate on) implements Cause {}

    /**
     * Somebody of his household has died (重大家庭变故).
     *
     * @param deceased by his own file
     */
    public record Bereaved(UUID deceased, String name, LocalDate on) implements Cause {}

    /** Which situation a need would be; empty when hardship aid is not for him. */
    public static Optional<Situation> situation(Set<Category> categories, String kind) {
        boolean disabled = categories.contains(Category.DISABLED_SOLDIER);
        var situation = switch (kind) {
            case MEDICAL -> disabled ? Situation.RELAPSE : Situation.ACCIDENT;
            case LIVING -> disabled ? Situation.DISABLED : Situation.OTHER;
            default -> null;
        };
        return Optional.ofNullable(situation).filter(one -> one.isFor(Standing.of(categories)));
    }

    /** Which kind of 应急救助 a need would be; empty when it is not for him. A need for living is one where an event brought it about. */
    public static Optional<Kind> emergency(Set<Category> categories, String kind) {
        var found = switch (kind) {
            case MEDICAL -> Kind.ILLNESS;
            case LIVING -> Kind.EVENT;
            default -> null;
        };
        return Optional.ofNullable(found).filter(one -> !Eligible.of(categories).isEmpty());
    }
}
