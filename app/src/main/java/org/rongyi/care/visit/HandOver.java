package org.rongyi.care.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;

/**
 * 随访发放: what another room has for the people who are visited, handed over and signed for in the same visit: one entry, one
 * transaction. That room depends on this one and contributes a bean.
 */
public interface HandOver {

    /**
     * Something that waits for somebody.
     *
     * @param id what a {@link Signed} names
     * @param title 2027 年春节慰问
     * @param what 慰问金 500 元、大米一袋
     * @param note what the clerk is to know: 慰问金由银行转账; may be empty
     * @param kind the entry of {@code visit.kind} such a visit is
     * @param until when it should have been handed over
     */
    record Offer(
            UUID id,
            UUID person,
            String personName,
            String title,
            String what,
            String note,
            String kind,
            LocalDate until) {}

    /** Who put his name to it. */
    enum As {
        SELF("本人"),
        FAMILY("家属代收");

        private final String zh;

        As(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }

    /**
     * Handed over and signed for.
     *
     * @param offer {@link Offer#id}
     * @param by the name under it
     */
    record Signed(UUID offer, As as, String by) {}

    /** The visit in which it is handed over, as it is being recorded. */
    record Occasion(UUID visit, VisitContent content) {}

    /** What a record handed over, for its page. */
    record Given(UUID id, String title, String what, String signed, String path) {}

    /** What waits for any of them, for whom the reader answers. */
    List<Offer> offers(Collection<UUID> persons);

    /** Whether these are all offers of this room. */
    boolean knows(UUID offer);

    /** Enters them in the visit's own transaction; empty when it is done, else why not and nothing of the visit stays. */
    Optional<String> hand(Actor.Office by, Occasion occasion, List<Signed> signed);

    /** What was handed over in a visit. */
    List<Given> of(UUID visit);

    /** Whether the record may come to say something else; else why not. */
    Optional<String> correct(UUID visit, VisitContent content);

    /** The visit is withdrawn: what was entered with it is taken back, in the same transaction; else why not. */
    Optional<String> withdraw(Actor.Office by, UUID visit, String reason);
}
