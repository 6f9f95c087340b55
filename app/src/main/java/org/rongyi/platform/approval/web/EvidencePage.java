package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.UUID;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.field.Option;
import org.springframework.util.MultiValueMap;

/**
 * 更换材料: which one is wrong, what takes its place, and why.
 *
 * @param lead which case it is about
 * @param open whether something can be replaced here and now
 * @param papers what the case has
 */
public record EvidencePage(
        UUID file,
        String form,
        String lead,
        boolean open,
        List<Option> papers,
        List<KeptFile> kept,
        UploadCheck.Limits limits,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "更换材料";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("办件", path()));
    }

    public String path() {
        return "/cases/" + file;
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }
}
