package org.rongyi.platform.ui.home;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The cards of all rooms, as one reader finds them. */
@Component
public class HomeCards {

    private final List<HomeCard> cards;

    HomeCards(ObjectProvider<HomeCard> cards) {
        this.cards = cards.stream().toList();
    }

    /** None for who is not of the service himself: his doors are in the menu. */
    public List<HomeSection> sectionsFor(Actor reader) {
        if (reader instanceof Actor.Office office && office.role().isOutside()) {
            return List.of();
        }
        return cards.stream()
                .map(card -> card.find(reader))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(HomeSection::order).thenComparing(HomeSection::title))
                .toList();
    }
}
