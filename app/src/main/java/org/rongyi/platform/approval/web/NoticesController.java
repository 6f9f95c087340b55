package org.rongyi.platform.approval.web;

import java.time.LocalDate;
import java.util.UUID;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.approval.CaseNumber;
import org.rongyi.platform.approval.PublicNotice;
import org.rongyi.platform.approval.PublicNotices;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionChoices;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Slice;
import org.rongyi.platform.ui.Answer;
import org.rongyi.platform.ui.Icon;
import org.rongyi.platform.ui.MenuEntry;
import org.rongyi.platform.ui.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 公示栏: for everybody, signed in or not; each notice until its last day. */
@Controller
class NoticesController {

    private static final int PAGE = 20;
    private static final int BELOW_STATIONS = 82;

    private final PublicNotices notices;
    private final Divisions divisions;
    private final DivisionChoices choices;
    private final Transactions transactions;

    NoticesController(PublicNotices notices, Divisions divisions, DivisionChoices choices, Transactions transactions) {
        this.notices = notices;
        this.divisions = divisions;
        this.choices = choices;
        this.transactions = transactions;
    }

    @Bean
    static MenuEntry noticesDoor() {
        return new MenuEntry("公示", "/notices", Icon.DOCUMENT, BELOW_STATIONS, actor -> true);
    }

    @GetMapping("/notices")
    @Allow(everyone = true)
    Page list(
            Actor actor,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String after) {
        var within = DivisionCode.parse(division).flatMap(divisions::findEver).orElse(null);
        var area = within != null
                ? within.code()
                : divisions.provinces().stream().findFirst().map(Division::code).orElse(null);
        var found = area == null
                ? new Slice<PublicNotice>(java.util.List.of(), null)
                : Slice.of(
                        transactions.read(
                                actor,
                                () -> notices.list(
                                        area, divisions.today(), Cursor.parse(after, LocalDate::parse), PAGE + 1)),
                        PAGE,
                        notice -> new Cursor<>(notice.from(), notice.id()));
        var lines = found.rows().stream()
                .map(notice -> new NoticesPage.Line(notice, divisions.fullName(notice.code())))
                .toList();
        return new NoticesPage(
                lines,
                within == null ? "" : within.code().toString(),
                within == null ? null : divisions.fullName(within.code()),
                choices.from(within),
                found.next());
    }

    /** @param received 异议编号 of whoever has just objected, shown to him once more */
    @GetMapping("/notices/{notice}")
    @Allow(everyone = true)
    ResponseEntity<Page> notice(
            Actor actor, @PathVariable UUID notice, @RequestParam(defaultValue = "") String received) {
        return transactions
                .read(actor, () -> notices.find(notice, divisions.today()))
                .map(found -> (Page) new NoticePage(
                        found, divisions.fullName(found.code()), CaseNumber.isValid(received) ? received : null))
                .map(Answer::show)
                .orElseGet(Answer::notFound);
    }
}
