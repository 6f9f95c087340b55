package org.rongyi.platform.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rongyi.platform.approval.route.RouteBook;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * 复核, as a case: it shows the first case whole, and what is overturned is decided again where it was decided. Whoever reviews
 * does not decide in the place of the one below.
 */
@Component
class RecheckService implements CaseService {

    private final Rechecks rechecks;
    private final ObjectProvider<Cases> cases;
    private final ObjectProvider<Services> services;
    private final ObjectProvider<RouteBook> book;

    RecheckService(
            Rechecks rechecks,
            ObjectProvider<Cases> cases,
            ObjectProvider<Services> services,
            ObjectProvider<RouteBook> book) {
        this.rechecks = rechecks;
        this.cases = cases;
        this.services = services;
        this.book = book;
    }

    @Override
    public String id() {
        return Rechecks.SERVICE;
    }

    /** What family may read of the first case is a matter of that service. */
    @Override
    public boolean isForFamily() {
        return true;
    }

    @Override
    public boolean hasNumbers(UUID caseId) {
        var first = first(require(caseId));
        return services.getObject().get(first.service()).hasNumbers(first.id());
    }

    @Override
    public Content content(UUID caseId, Actor reader, boolean clear) {
        var recheck = require(caseId);
        var found = cases.getObject().find(recheck.of());
        if (found.isEmpty()) { // one of the family whose mandate does not reach that service
            return new Content(List.of(), recheck.words(), null);
        }
        var first = found.get();
        var content = services.getObject().get(first.service()).content(first.id(), reader, clear);
        var lines = new ArrayList<Line>();
        lines.add(line("原办件", book.getObject().get(first.service()).zh() + "，" + first.number()));
        var result = first.result();
        if (result != null && first.round() == recheck.round()) {
            var on = first.decision().on();
            lines.add(line(
                    "原结果",
                    result.zh()
                            + (on == null
                                    ? ""
                                    : "，" + Words.day(on) + "，"
                                            + first.decision().by())));
            var reason = first.decision().reason();
            if (reason != null && !reason.isEmpty()) {
                lines.add(line("原决定的理由", reason));
            }
        }
        lines.addAll(content.lines());
        lines.add(line("当时申请的理由", content.ground()));
        return new Content(lines, recheck.words(), content.recordPath(), content.checked());
    }

    @Override
    public Optional<String> carryOut(CaseFile file, Actor.Office by) {
        var recheck = require(file.id());
        var first = cases.getObject().lock(recheck.of()).orElseThrow();
        if (first.round() != recheck.round() || !AskRecheck.isReviewable(first)) {
            return Optional.of("原办件已经不是当时的决定，请先打开原办件看办到哪里");
        }
        var why = "复核决定（" + file.number() + "）："
                + (file.decision().reason() == null ? "" : file.decision().reason());
        return cases.getObject().reopen(first, By.of(by), why)
                ? Optional.empty()
                : Optional.of("原办件现在不能重新处理，请打开原办件看办到哪里");
    }

    /** Words and files, on the page where it was asked for. */
    @Override
    public String supplementPath(UUID caseId) {
        return "/cases/" + caseId + "/recheck";
    }

    private Rechecks.Recheck require(UUID id) {
        return rechecks.find(id).orElseThrow(() -> new IllegalStateException("复核没有写明针对哪一件：" + id));
    }

    private CaseFile first(Rechecks.Recheck recheck) {
        return cases.getObject().find(recheck.of()).orElseThrow();
    }

    private static Line line(String label, String text) {
        return new Line(label, null, text);
    }
}
