package org.rongyi.platform.kernel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a list is narrowed to a unit: by equality on the column of the unit's level, so that the index that begins with
 * that column also gives the order. Tables that are listed carry {@code city}, {@code county}, {@code town} beside
 * {@code code_now}.
 */
public final class LevelColumn {

    private LevelColumn() {}

    /**
     * A condition on the table's alias with the parameters {@code :unit}, or {@code :low} and {@code :high}.
     *
     * @param unit the unit asked for; none for the whole scope
     */
    public static String condition(String alias, Scope scope, @Nullable DivisionCode unit) {
        var narrowed = narrowed(scope, unit);
        if (narrowed == null) {
            return alias + ".code_now >= :low and " + alias + ".code_now < :high";
        }
        return switch (narrowed.level()) {
            case PROVINCE -> alias + ".code_now >= :unit";
            case CITY -> alias + ".city = :unit";
            case COUNTY -> alias + ".county = :unit";
            case TOWN -> alias + ".town = :unit";
            case VILLAGE -> alias + ".code_now = :unit";
        };
    }

    /** The values of {@link #condition}'s parameters, to which a list adds its own. */
    public static Map<String, Object> parameters(Scope scope, @Nullable DivisionCode unit) {
        var narrowed = narrowed(scope, unit);
        return new HashMap<>(
                narrowed == null ? Map.of("low", scope.low(), "high", scope.high()) : Map.of("unit", narrowed.value()));
    }

    /** The one unit a list is about: the one asked for, or the scope's own when it is a single whole division. */
    public static @Nullable DivisionCode narrowed(Scope scope, @Nullable DivisionCode unit) {
        if (unit != null) {
            return unit;
        }
        if (scope.intervals().size() != 1) {
            return null;
        }
        var whole = new DivisionCode(scope.low());
        return whole.end() == scope.high() ? whole : null;
    }
}
