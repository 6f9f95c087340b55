package org.rongyi.career.reception.web;

import java.util.Arrays;
import java.util.List;
import org.rongyi.career.reception.PaperState;
import org.rongyi.career.reception.Papers;
import org.rongyi.career.reception.Reception;
import org.rongyi.platform.ui.Crumb;
import org.rongyi.platform.ui.FieldErrors;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Typed;
import org.rongyi.platform.ui.Words;
import org.rongyi.platform.ui.field.Option;

/**
 * 审档清单: the personnel file piece by piece.
 *
 * @param unasked how many pieces are missing that the army was not asked for
 */
public record PapersPage(
        Reception reception, List<Papers.Piece> pieces, long unasked, String today, Typed typed, FieldErrors errors)
        implements Page {

    @Override
    public String title() {
        return "审档清单：" + reception.personName();
    }

    @Override
    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("移交接收", "/receptions"), new Crumb(reception.personName(), "/receptions/" + reception.id()));
    }

    public String path() {
        return "/receptions/" + reception.id() + "/papers";
    }

    public List<Option> states() {
        return Arrays.stream(PaperState.values())
                .map(state -> Option.of(state.name(), state.zh()))
                .toList();
    }

    public String state(Papers.Piece piece) {
        return or("state." + piece.kind(), piece.state().name());
    }

    public String pages(Papers.Piece piece) {
        return or(
                "pages." + piece.kind(),
                piece.pages() == null ? "" : piece.pages().toString());
    }

    public String on(Papers.Piece piece) {
        return or(
                "on." + piece.kind(),
                piece.received() == null ? "" : piece.received().toString());
    }

    public String fileOn() {
        return or(
                "fileOn",
                reception.fileOn() == null ? today : reception.fileOn().toString());
    }

    public String receipt() {
        return or("receipt", reception.fileReceipt() == null ? "" : reception.fileReceipt());
    }

    private String or(String field, String otherwise) {
        return typed.fields().containsKey(field) ? typed.value(field) : otherwise;
    }

    /** 士兵登记表：有，3 页. */
    public String standing(Papers.Piece piece) {
        return switch (piece.state()) {
            case PRESENT -> "有，" + piece.pages() + " 页";
            case MISSING -> piece.asked() == null ? "缺" : "缺，" + Words.day(piece.asked()) + "去函";
            case NOT_NEEDED -> "不用";
        };
    }

    public boolean isOpen(Papers.Piece piece) {
        return piece.state() == PaperState.MISSING
                || errors.find("pages." + piece.kind()) != null
                || errors.find("on." + piece.kind()) != null;
    }
}
