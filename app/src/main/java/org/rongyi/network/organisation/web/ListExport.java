package org.rongyi.network.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A list of the actor's territory as a file, with his unit, his name and the day above it. */
@Component
class ListExport {

    private final Transactions transactions;
    private final Divisions divisions;

    ListExport(Transactions transactions, Divisions divisions) {
        this.transactions = transactions;
        this.divisions = divisions;
    }

    /** What the list is called, and its columns: those of the import's template, so that it can be read in again. */
    record Sheet(String name, List<String> columns) {
        Sheet {
            columns = List.copyOf(columns);
        }
    }

    void send(Actor.Office actor, HttpServletResponse response, Sheet sheet, Conditions said, ListDownload.Rows rows) {
        var lines = List.of(
                actor.unitName() + sheet.name(),
                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today());
        transactions.read(actor, () -> {
            ListDownload.send(response, new Heading(sheet.name(), lines, sheet.columns()).under(said), rows);
            return true;
        });
    }
}
