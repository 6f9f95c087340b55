package org.rongyi.care.festival.rule;

import java.util.Set;
import org.rongyi.people.person.Category;

/** 慰问对象: why somebody is greeted; the entries of the list {@code festival.ground}, the first of equal worth first. */
public enum Ground {
    RED(Set.of(Category.RED_ARMY_VETERAN)),
    BEREAVED(Set.of(Category.MARTYR_FAMILY, Category.DUTY_DEATH_FAMILY, Category.DECEASED_FAMILY)),
    DEMOBILISED(Set.of(Category.DEMOBILISED)),
    DISABLED(Set.of(Category.DISABLED_SOLDIER, Category.DISABLED_MILITIA)),
    HARDSHIP(Set.of()),
    KEY(Set.of());

    private final Set<Category> categories;

    Ground(Set<Category> categories) {
        this.categories = categories;
    }

    boolean holds(FestivalRule.Facts facts) {
        return switch (this) {
            case RED, BEREAVED, DEMOBILISED, DISABLED ->
                facts.categories().stream().anyMatch(categories::contains);
            case HARDSHIP -> facts.aided();
            case KEY -> facts.key();
        };
    }
}
