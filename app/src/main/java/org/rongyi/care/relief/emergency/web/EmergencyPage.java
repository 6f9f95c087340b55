package org.rongyi.care.relief.emergency.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 申请应急救助, or its 补正.
 *
 * @param known what is known already and not asked again
 * @param account the account of an earlier application, masked; none when there is none
 * @param limits who, how much and until when, in one sentence
 */
public record EmergencyPage(List<String> known, @Nullable String account, Choices choices, String limits, Sheet sheet)
        implements Page {

    /** What can be chosen. */
    public record Choices(
            List<Option> kinds, List<Option> otherAid, List<Option> materials, String earliest, String today) {}

    @Override
    public Set<String> restsOn() {
        return Set.of(
                "relief.emergency.kind",
                "relief.emergency.material",
                "relief.emergency.apply.years",
                "relief.emergency.least",
                "relief.emergency.most");
    }

    @Override
    public String title() {
        return sheet.supplement() == null ? "申请应急救助" : "补正：应急救助";
    }

    @Override
    public List<Crumb> crumbs() {
        return sheet.crumbs();
    }
}
