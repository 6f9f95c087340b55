package org.rongyi.care.fund.recovery.web;

import java.util.UUID;
import org.rongyi.care.fund.payment.Grants;
import org.rongyi.care.fund.recovery.OpenRecovery;
import org.rongyi.care.fund.recovery.RecoveryDoors;
import org.rongyi.people.person.PersonPanel;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Permission;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Component;

/** What a person was given out of funds, on his page: how far it is, and the door to 追回. */
@Component
class GrantsPanel implements PersonPanel {

    private static final int BEHIND_AID = 37;
    private static final int SHOWN = 10;

    private final Grants grants;
    private final RecoveryDoors doors;

    GrantsPanel(Grants grants, RecoveryDoors doors) {
        this.grants = grants;
        this.doors = doors;
    }

    @Override
    public int order() {
        return BEHIND_AID;
    }

    @Override
    public Panel of(UUID person, Actor reader) {
        if (!(reader instanceof Actor.Office office) || !Permission.mayPerform(OpenRecovery.class, office)) {
            return Panel.NONE;
        }
        var given = grants.ofPerson(person, SHOWN);
        var lines = given.stream()
                .map(grant -> new Line(
                        Words.day(grant.grantedOn()),
                        grant.words() + " " + grant.amount().text() + " 元，"
                                + grant.state().zh(),
                        "/grants/" + grant.id()))
                .toList();
        var actions = doors.of(reader, given.stream().map(Grants.Grant::id).toList()).stream()
                .map(door -> new Action(door.label(), door.path()))
                .toList();
        return new Panel("领到的帮扶款物", lines, actions, "还没有领过。");
    }
}
