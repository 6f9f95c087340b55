package org.rongyi.platform.approval.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;
import org.springframework.util.MultiValueMap;

/**
 * 提出异议.
 *
 * @param form the form's command id
 * @param counter what a clerk may take in with it; none for everybody else
 */
public record ObjectionPage(
        PublicNotice notice,
        String place,
        String form,
        @Nullable Counter counter,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    /** The counter's file field. */
    public record Counter(List<KeptFile> kept, UploadCheck.Limits limits) {}

    @Override
    public String title() {
        return counter == null ? "提出异议" : "登记异议";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("公示", "/notices"), new Crumb(notice.service() + "公示", "/notices/" + notice.id()));
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }

    /** What it is about, so that nobody objects to the wrong one. */
    public String lead() {
        return notice.who() + "，" + place + "，" + notice.service()
                + (notice.matter().isEmpty() ? "" : "：" + notice.matter());
    }
}
