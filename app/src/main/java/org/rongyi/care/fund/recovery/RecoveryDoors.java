package org.rongyi.care.fund.recovery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.fund.Fund;
import org.rongyi.care.fund.Funds;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.springframework.stereotype.Component;

/** From where something wrong is found to 追回: for whoever may propose it, or to the one that is open already. */
@Component
public class RecoveryDoors {

    private final Recoveries recoveries;
    private final Grants grants;
    private final Funds funds;

    RecoveryDoors(Recoveries recoveries, Grants grants, Funds funds) {
        this.recoveries = recoveries;
        this.grants = grants;
        this.funds = funds;
    }

    /** @param label what to press on */
    public record Door(String label, String path) {}

    /** Read inside the page's own transaction. None for who may not, nor where nothing of it was paid. */
    public List<Door> of(Actor reader, Collection<UUID> ids) {
        var doors = new ArrayList<Door>();
        if (reader instanceof Actor.Office office && Permission.mayPerform(OpenRecovery.class, office)) {
            ids.forEach(id -> grants.find(id)
                    .filter(grant -> funds.find(grant.fund())
                            .filter(fund -> isOwn(office, fund))
                            .isPresent())
                    .ifPresent(grant -> add(doors, office, grant)));
        }
        return List.copyOf(doors);
    }

    private static boolean isOwn(Actor.Office office, Fund fund) {
        return fund.unit().equals(office.unit()) && fund.closedOn() == null;
    }

    private void add(List<Door> doors, Actor.Office office, Grants.Grant grant) {
        var open =
                recoveries.ofGrant(grant.id()).stream().filter(Recovery::isOpen).findFirst();
        if (open.isPresent()) {
            doors.add(new Door(
                    "追回在办：" + open.get().number(), "/recoveries/" + open.get().id()));
        } else if (!grant.isGrantedBy(office)
                && recoveries.recoverable(grant.id()).isPositive()) {
            doors.add(new Door(
                    "弄虚作假的，追回" + grant.words() + " " + grant.amount().text() + " 元",
                    "/grants/" + grant.id() + "/recovery"));
        }
    }
}
