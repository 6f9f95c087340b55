package org.rongyi.career.reception.scoring.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.field.KeptFile;

/**
 * 凭据页 of one item: what is uploaded, one more, or one that was uploaded by mistake.
 *
 * @param item by its id
 * @param pages by which paper and page each entry has it, a line each
 * @param stay what a score rested on that was settled before it was opened anew: it is not taken away
 * @param closed why nothing is uploaded or taken away now; empty while it may be
 * @param why typed for a page that is to go
 */
public record ScoreItemPage(
        Reception reception,
        String item,
        String words,
        List<String> pages,
        List<Attachment> scans,
        Set<UUID> stay,
        String closed,
        Upload upload,
        String why,
        FieldErrors errors)
        implements Page {

    /** @param form the command its files are kept under */
    public record Upload(String form, List<KeptFile> kept, UploadCheck.Limits limits) {}

    @Override
    public String title() {
        return "凭据页：" + words;
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("移交接收", "/receptions"),
                new Crumb(reception.personName(), "/receptions/" + reception.id()),
                new Crumb("量化评分", "/receptions/" + reception.id() + "/score"));
    }

    public String path() {
        return "/receptions/" + reception.id() + "/score/pages";
    }
}
