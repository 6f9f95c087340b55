package org.rongyi.platform.documents.issued.web;

import java.util.List;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.part.Fact;

/** 撤下盖章扫描件: says what will happen, and asks why. */
public record TakeAwayStampedPage(IssuedDocument document, Attachment scan, String reason, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "撤下盖章扫描件";
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(new Crumb(document.title(), back()));
    }

    public String back() {
        return "/documents/" + document.id();
    }

    public List<Fact> facts() {
        return List.of(
                Fact.of("文件", document.title() + " " + document.documentNumber()),
                new Fact("扫描件", scan.name(), "/attachments/" + scan.id()),
                Fact.of("上传", scan.addedUnit() + " " + scan.addedBy()));
    }
}
