package org.rongyi.people.person.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.approval.apply.Sheet;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 申请更正个人信息, or its 补正.
 *
 * @param place where he lives, in words; none when nobody answers for him
 */
public record CorrectionPage(
        PersonFile.View person, @Nullable String place, Sheet sheet) implements Page {

    @Override
    public String title() {
        return sheet.supplement() == null ? "申请更正个人信息" : "补正：更正个人信息";
    }

    @Override
    public List<Crumb> crumbs() {
        return sheet.crumbs();
    }
}
