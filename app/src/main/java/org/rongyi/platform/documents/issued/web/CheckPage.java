package org.rongyi.platform.documents.issued.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.documents.issued.DocumentState;
import org.rongyi.platform.documents.issued.PublicRegister;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Tone;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.part.Fact;

/**
 * 真伪查验: number and check code, or what the QR code brought; then whether the file in somebody's hands is the one that was
 * issued.
 *
 * @param asked something was asked for, found or not
 * @param entry null when nothing was found
 * @param seal what the signature is, and whether it holds; empty without an entry
 * @param same whether the file given is the issued one; null when none was given
 */
public record CheckPage(
        String number,
        String code,
        boolean asked,
        PublicRegister.@Nullable Entry entry,
        String seal,
        @Nullable Boolean same,
        FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "真伪查验";
    }

    /** Nothing asked yet. */
    static CheckPage blank() {
        return new CheckPage("", "", false, null, "", null, FieldErrors.none());
    }

    public boolean isFound() {
        return entry != null;
    }

    public Tone tone() {
        return entry != null && entry.state() == DocumentState.VALID ? Tone.SUCCESS : Tone.WARNING;
    }

    /** What it comes to, in a sentence. */
    public String verdict() {
        if (entry == null) {
            return "没有查到。请核对文件编号和校验码，两样都要与文件上印的一致；仍查不到的，向签发单位核实，不要轻信。";
        }
        var on = Words.day(entry.stateOn());
        return switch (entry.state()) {
            case VALID -> "查到了，这份文件由" + entry.unitName() + "签发，现在有效。";
            case REVOKED ->
                "这份文件已于" + on + (entry.replacedBy() == null ? "" : "被编号 " + entry.replacedBy() + " 的文件") + "撤销，不再有效。";
            case REPLACED -> "这份文件已于" + on + "被编号 " + entry.replacedBy() + " 的文件替代，请以新文件为准。";
        };
    }

    public List<Fact> facts() {
        if (entry == null) {
            return List.of();
        }
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of("文种", entry.kindName()));
        facts.add(Fact.of("文号", entry.documentNumber()));
        facts.add(Fact.of("签发单位", entry.unitName()));
        facts.add(Fact.of("签发日期", Words.day(entry.issuedOn())));
        if (!entry.maskedName().isEmpty()) {
            facts.add(Fact.of("涉及的人", entry.maskedName()));
        }
        facts.add(Fact.of("状态", entry.state().zh()));
        facts.add(Fact.of("签名", seal));
        return facts;
    }
}
