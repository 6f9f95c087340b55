package org.rongyi.platform.approval.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;
import org.springframework.util.MultiValueMap;

/**
 * 申请复核, or what was missing of it.
 *
 * @param lead which case it is about
 * @param supplement it is asked for already, and something is to be brought
 * @param shut why it cannot be asked for now; none when it can
 * @param last the last day it can be asked for, in words; empty when the decision has not reached him yet
 * @param agent a post asks for him
 */
public record RecheckPage(
        UUID file,
        String form,
        String lead,
        boolean supplement,
        @Nullable String shut,
        String last,
        boolean agent,
        List<KeptFile> kept,
        UploadCheck.Limits limits,
        MultiValueMap<String, String> typed,
        FieldErrors errors)
        implements Page {

    @Override
    public Set<String> restsOn() {
        return Set.of("approval.recheck.days");
    }

    @Override
    public String title() {
        return supplement ? "补正复核申请" : "申请复核";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb("办件", "/cases/" + file));
    }

    public String action() {
        return "/cases/" + file + (supplement ? "/recheck-supplement" : "/recheck");
    }

    public String value(String field) {
        var value = typed.getFirst(field);
        return value == null ? "" : value;
    }
}
