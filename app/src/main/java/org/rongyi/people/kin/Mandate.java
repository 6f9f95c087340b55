package org.rongyi.people.kin;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 亲属委托.
 *
 * @param person who lets act for him
 * @param kinName who acts
 * @param kinNumber his citizen number, masked
 * @param services ids of the services he may act in
 * @param until the last day
 * @param givenUnit the unit that wrote it down; none when the veteran gave it himself
 * @param account his account; none before he came to a counter
 */
public record Mandate(
        UUID id,
        UUID person,
        String kinName,
        String kinNumber,
        Relation relation,
        List<String> services,
        MandateBasis basis,
        LocalDate from,
        LocalDate until,
        String givenBy,
        @Nullable String givenUnit,
        @Nullable UUID account,
        @Nullable Ended ended) {

    /** Before its last day. */
    public record Ended(OffsetDateTime at, String by, String why) {}

    public Mandate {
        services = List.copyOf(services);
    }

    /** Neither ended nor past its last day, whether or not he came to a counter. */
    public boolean isOpen(LocalDate today) {
        return ended == null && !until.isBefore(today);
    }

    /** By himself, without a counter: not what rests on a guardian's document. */
    public boolean isHisToExtend() {
        return basis != MandateBasis.GUARDIAN;
    }

    /** 他能不能办: 等核对、在用、已到期、已结束. */
    public String standing(LocalDate today) {
        if (ended != null) {
            return "已结束";
        }
        if (until.isBefore(today)) {
            return "已到期";
        }
        return account == null ? "等他带身份证到窗口" : "在用";
    }
}
