package org.rongyi.network.oversight.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.network.oversight.AccountList;
import org.rongyi.platform.access.AccountState;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.sheet.Conditions;
import org.rongyi.platform.documents.sheet.Heading;
import org.rongyi.platform.documents.sheet.ListDownload;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.Level;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.Page;
import org.rongyi.platform.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 账号: every account of the administrator's territory, on screen and as a file. */
@Controller
class AccountsController {

    private static final List<String> COLUMNS = List.of("用户名", "姓名", "在任岗位", "状态", "最近使用", "建立时间");

    private final AccountList list;
    private final Transactions transactions;
    private final Clock clock;

    AccountsController(AccountList list, Transactions transactions, Clock clock) {
        this.list = list;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The filter, as it was chosen. */
    record Chosen(
            @Nullable String q,
            @Nullable AccountState state,
            @Nullable Role role) {

        AccountList.Filter filter() {
            return new AccountList.Filter(q == null ? "" : q.strip(), state, role);
        }
    }

    @GetMapping("/accounts")
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    Page list(Actor.Office actor, Chosen chosen, @RequestParam(defaultValue = "") String after) {
        var filter = chosen.filter();
        var from = Cursor.parse(after, Function.identity());
        var slice = transactions.read(actor, () -> list.page(actor, filter, from));
        return new AccountsPage(slice.rows(), filter, actor.unitName(), slice.next());
    }

    @GetMapping({"/accounts/export.xlsx", "/accounts/print"})
    @Allow(
            roles = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN},
            levels = {Level.PROVINCE, Level.CITY, Level.COUNTY, Level.TOWN})
    void export(Actor.Office actor, Chosen chosen, HttpServletResponse response) {
        var heading = new Heading("账号名单", Headings.lines(actor, "账号名单", LocalDate.now(clock)), COLUMNS);
        var filter = chosen.filter();
        var said = new Conditions()
                .and("查找", filter.text())
                .and("状态", filter.state() == null ? null : filter.state().zh())
                .and("角色", filter.role() == null ? null : filter.role().zh());
        transactions.read(actor, () -> {
            ListDownload.send(
                    response, heading.under(said), row -> list.each(actor, filter, one -> row.of(cells(one))));
            return true;
        });
    }

    private static List<@Nullable Object> cells(AccountList.Row row) {
        return Arrays.asList(
                row.username(),
                row.own() ? "退役军人本人" : row.name(),
                row.posts().stream()
                        .map(post -> post.unit() + " " + post.role().zh())
                        .collect(Collectors.joining("；")),
                row.state().zh(),
                row.seenAt() == null ? "" : Words.moment(row.seenAt().toInstant()),
                Words.moment(row.createdAt().toInstant()));
    }
}
