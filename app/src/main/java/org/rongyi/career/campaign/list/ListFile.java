package org.rongyi.career.campaign.list;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.career.campaign.CampaignRecord;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.springframework.stereotype.Component;

/** A list of a campaign as an Excel file or for paper, with the campaign, the unit, the name and the day above it. */
@Component
public class ListFile {

    private final Transactions transactions;
    private final Divisions divisions;

    ListFile(Transactions transactions, Divisions divisions) {
        this.transactions = transactions;
        this.divisions = divisions;
    }

    /**
     * What the list is called, its columns, and what it was narrowed by.
     *
     * @param page the address of the page that offers a list without a filter; none where the list has a page of its own
     */
    public record Sheet(
            String name,
            List<String> columns,
            Conditions said,
            @Nullable String page) {
        public Sheet {
            columns = List.copyOf(columns);
        }

        public Sheet(String name, List<String> columns, Conditions said) {
            this(name, columns, said, null);
        }

        /** All there is of it, as a page offers it. */
        public static Sheet whole(String name, List<String> columns, String page) {
            return new Sheet(name, columns, new Conditions(), page);
        }
    }

    public void send(
            Actor.Office actor,
            HttpServletResponse response,
            CampaignRecord campaign,
            Sheet sheet,
            ListDownload.Rows rows) {
        var lines = List.of(
                campaign.plan().title() + sheet.name(),
                "填表单位：" + actor.unitName() + "　填表人：" + actor.name() + "　日期：" + divisions.today());
        transactions.read(actor, () -> {
            ListDownload.send(
                    response,
                    new Heading(sheet.name(), lines, sheet.columns(), sheet.page()).under(sheet.said()),
                    rows);
            return true;
        });
    }
}
