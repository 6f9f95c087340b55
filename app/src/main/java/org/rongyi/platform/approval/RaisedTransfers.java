package org.rongyi.platform.approval;

import java.util.List;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 没有按期答复的移送: stand on the list of the bureau above the unit that has to answer, so that no case falls between two places. */
@Component
class RaisedTransfers implements OtherRaised {

    private static final String LEVEL = "select to_unit_level from approval.transfer where id = :id";

    private final Transfers transfers;
    private final Desks desks;
    private final JdbcClient jdbc;

    RaisedTransfers(Transfers transfers, Desks desks, JdbcClient jdbc) {
        this.transfers = transfers;
        this.desks = desks;
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> raised(Actor.Office reader) {
        return transfers.late().stream()
                .filter(one -> isAbove(reader, one))
                .map(one ->
                        new Line("没有答复移送：" + one.personName(), one.to().name(), one.due(), "/transfers/" + one.id()))
                .toList();
    }

    private boolean isAbove(Actor.Office reader, Transfer one) {
        int level = jdbc.sql(LEVEL).param("id", one.id()).query(Integer.class).single();
        return desks.above(one.toCode(), Level.of(level))
                .filter(desk -> desk.unit().equals(reader.unit()))
                .isPresent();
    }
}
