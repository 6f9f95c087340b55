package org.rongyi.care.visit;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rooms that hand something over during visits, as one. */
@Component
public class HandOvers {

    private final ObjectProvider<HandOver> rooms;

    HandOvers(ObjectProvider<HandOver> rooms) {
        this.rooms = rooms;
    }

    public List<HandOver.Offer> offers(Collection<UUID> persons) {
        return rooms.orderedStream()
                .flatMap(room -> room.offers(persons).stream())
                .toList();
    }

    public List<HandOver.Given> of(UUID visit) {
        return rooms.orderedStream().flatMap(room -> room.of(visit).stream()).toList();
    }

    /** Empty when all are handed over. */
    Optional<String> hand(Actor.Office by, HandOver.Occasion occasion, List<HandOver.Signed> signed) {
        if (signed.stream().anyMatch(one -> rooms.orderedStream().noneMatch(room -> room.knows(one.offer())))) {
            return Optional.of("要发的东西已经不在名单上，请刷新后重新登记");
        }
        return first(room -> {
            var its = signed.stream().filter(one -> room.knows(one.offer())).toList();
            return its.isEmpty() ? Optional.empty() : room.hand(by, occasion, its);
        });
    }

    Optional<String> correct(UUID visit, VisitContent content) {
        return first(room -> room.correct(visit, content));
    }

    Optional<String> withdraw(Actor.Office by, UUID visit, String reason) {
        return first(room -> room.withdraw(by, visit, reason));
    }

    private Optional<String> first(java.util.function.Function<HandOver, Optional<String>> ask) {
        return rooms.orderedStream().map(ask).flatMap(Optional::stream).findFirst();
    }
}
