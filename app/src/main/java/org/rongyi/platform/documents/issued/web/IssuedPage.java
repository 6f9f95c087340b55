package org.rongyi.platform.documents.issued.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.platform.documents.attachment.Attachment;
import org.rongyi.platform.documents.attachment.UploadCheck;
import org.rongyi.platform.documents.issued.DocumentState;
import org.rongyi.platform.documents.issued.IssuedDocument;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.KeptFile;
import org.rongyi.platform.ui.part.Fact;

/**
 * 签发的文件: to print, to have stamped, and to bring the stamped copy back.
 *
 * @param stamped what came back
 * @param mayAttach the reader's post may bring it
 * @param form the command id of the form, the same again when it comes back with errors
 */
public record IssuedPage(
        IssuedDocument document,
        List<Attachment> stamped,
        boolean mayAttach,
        UploadCheck.Limits limits,
        List<KeptFile> kept,
        UUID form,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return document.title();
    }

    public String path() {
        return "/documents/" + document.id();
    }

    public Tone tone() {
        return document.state() == DocumentState.VALID ? Tone.SUCCESS : Tone.WARNING;
    }

    public List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("文种", document.kindName()));
        facts.add(Fact.of("文号", document.documentNumber()));
        facts.add(
                Fact.of("签发", document.unitName() + " " + document.issuedBy() + "，" + Words.day(document.issuedOn())));
        facts.add(Fact.of(
                "状态", document.state().zh() + (document.stateReason().isEmpty() ? "" : "：" + document.stateReason())));
        facts.add(Fact.of("页数", document.pages() + " 页"));
        if (document.goneOn() != null) {
            facts.add(Fact.of("内容", "保存期限已过，" + Words.day(document.goneOn()) + "销毁；登记和查验仍然有效"));
        }
        facts.add(new Fact("查验", document.number() + "，校验码 " + document.checkCode(), checkPath()));
        if (!document.missing().isEmpty()) {
            facts.add(Fact.of("缺字", "字库中没有的字印成了 〓：" + String.join("、", document.missing()) + "，盖章前请手写补上"));
        }
        return facts;
    }

    public boolean isKept() {
        return document.goneOn() == null;
    }

    private String checkPath() {
        return "/check/" + document.number() + "?code=" + document.checkCode();
    }
}
