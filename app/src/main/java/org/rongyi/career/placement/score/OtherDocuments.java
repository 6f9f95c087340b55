package org.rongyi.career.placement.score;

import java.time.LocalDate;
import java.util.List;
import org.rongyi.platform.policy.Policy;

/**
 * 没有填、仍按别的文件: what a table takes on from an older document because the new one's values leave it out. Who proposes a table and who decides on it
 * must see that, or the points of two documents are added up unknown to both.
 */
public final class OtherDocuments {

    private OtherDocuments() {}

    /**
     * A sentence for each parameter of the table that another document sets on that day.
     *
     * @param then the rules with all the new values
     * @param document of the new values
     */
    public static List<String> of(ScoreTable table, Policy then, LocalDate day, String document) {
        return table.parameters().stream()
                .map(then::get)
                .flatMap(parameter -> parameter
                        .find(day, null)
                        .filter(value -> !value.source().document().equals(document))
                        .map(value -> parameter.zh() + "：没有填，仍按“"
                                + value.source().document() + "” " + value.numberInWords() + " " + parameter.unit())
                        .stream())
                .toList();
    }
}
