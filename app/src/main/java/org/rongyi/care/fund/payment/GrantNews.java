package org.rongyi.care.fund.payment;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.Funds;
import org.rongyi.network.organisation.Unit;
import org.rongyi.network.organisation.Units;
import org.rongyi.platform.kernel.Ids;
import org.rongyi.platform.kernel.Money;
import org.rongyi.platform.notice.Notice;
import org.rongyi.platform.notice.Notices;
import org.rongyi.platform.notice.Recipient;
import org.springframework.stereotype.Component;

/** 告知本人: what became of the money that was granted to him. */
@Component
public class GrantNews {

    /** Who answers where a unit has no phone written down. */
    private static final String HOTLINE = "12345";

    private static final String FESTIVAL = "FESTIVAL";

    private final Notices notices;
    private final Funds funds;
    private final Units units;

    GrantNews(Notices notices, Funds funds, Units units) {
        this.notices = notices;
        this.funds = funds;
        this.units = units;
    }

    /** It is not paid after all. */
    void cancelled(Grants.Grant grant, Money amount) {
        send("grant.cancelled", grant, amount);
    }

    /** It is on his account. */
    public void paid(Grants.Grant grant, Money amount) {
        send("grant.paid", grant, amount);
    }

    /** The bank sent it back: somebody asks him for an account. */
    public void returned(Grants.Grant grant, Money amount) {
        send("grant.returned", grant, amount);
    }

    /** Another account was named for it; before another one has checked it. */
    public void redirected(Grants.Grant grant) {
        send("grant.redirected", grant, grant.amount());
    }

    /** What was given at a festival has no case of its own. */
    private static @Nullable String path(Grants.Grant grant) {
        return grant.service().equals(FESTIVAL) ? null : "/cases/" + grant.caseId();
    }

    private void send(String template, Grants.Grant grant, Money amount) {
        var unit = units.find(funds.find(grant.fund()).orElseThrow().unit());
        var phone = unit.map(one -> one.details().phone())
                .filter(one -> !one.isBlank())
                .orElse(HOTLINE);
        var fields = Map.of(
                "amount",
                amount.text(),
                "what",
                grant.words(),
                "station",
                unit.map(Unit::name).orElse("退役军人事务局"),
                "stationPhone",
                phone);
        notices.send(
                Notice.of(template, grant.id(), path(grant), fields)
                        .again(Ids.next().toString()), // it may come back twice, and go out twice
                new Recipient.Person(grant.person()));
    }
}
