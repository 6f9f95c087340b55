package org.rongyi.care.relief.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.Option;

/**
 * 申请困难帮扶援助, its 补正, or 补齐手续 after aid that was given first.
 *
 * @param known what is known already and not asked again
 * @param account the account of an earlier application, masked; none when there is none
 */
public record AidPage(List<String> known, @Nullable String account, Choices choices, Sheet sheet) implements Page {

    /** What can be chosen: situations as far as they are for him, modes, materials. */
    public record Choices(List<Option> situations, List<Option> modes, List<Option> materials, String today) {}

    @Override
    public Set<String> restsOn() {
        return Set.of("relief.hardship.material");
    }

    @Override
    public String title() {
        return sheet.supplement() == null ? "申请困难帮扶援助" : "补齐材料：困难帮扶援助";
    }

    @Override
    public List<Crumb> crumbs() {
        return sheet.crumbs();
    }
}
