package org.rongyi.platform.stopped.web;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.Page;

/**
 * 没有提请复核: why not, and everything that was typed, with the way back to its form.
 *
 * @param target where the form goes to; none where the browser did not say
 * @param multipart the form took files, which are to be chosen again
 * @param passes the form may be sent as it is; otherwise it comes back, to be written another way
 */
public record NotAskedPage(
        String why, @Nullable String target, boolean multipart, List<StoppedPage.Field> fields, boolean passes)
        implements Page {

    /** A record's id, or a choice. */
    private static final Pattern CODE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z][A-Z_]*");

    public NotAskedPage {
        fields = List.copyOf(fields);
    }

    @Override
    public String title() {
        return "没有提请复核";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("被拦下的话", "/stopped-words"));
    }

    public String kind() {
        return multipart ? "multipart/form-data" : "application/x-www-form-urlencoded";
    }

    public String button() {
        return passes ? "照原样提交" : "回到表单修改";
    }

    /** For whoever has to copy it, as it was typed; codes of what was chosen are no words. */
    public List<String> texts() {
        return fields.stream()
                .map(StoppedPage.Field::value)
                .filter(value -> !value.isBlank() && !CODE.matcher(value).matches())
                .toList();
    }
}
