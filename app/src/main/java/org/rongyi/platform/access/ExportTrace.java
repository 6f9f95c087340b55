package org.rongyi.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;
import org.rongyi.platform.audit.SentRows;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.ui.MenuEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * 导出留痕: a list that leaves as a file or on paper is written down before its first byte: who, under which post, which list, of which unit
 * and days; and at its end how many rows left. What somebody searched for is not, for it may be a number.
 */
class ExportTrace implements HandlerInterceptor {

    private static final String EXPORT = "/export.xlsx";

    /** The same list for paper. */
    private static final String PRINT = "/print";

    /** The trail's own export says more about itself. */
    private static final String TRAIL = "/trail";

    /** Conditions that name nobody. */
    private static final Set<String> SAID =
            Set.of("unit", "state", "kind", "which", "from", "to", "level", "role", "service", "status", "category");

    private static final int LONGEST = 40;

    private final ObjectProvider<MenuEntry> doors;
    private final Transactions transactions;
    private final AuditTrail audit;

    ExportTrace(ObjectProvider<MenuEntry> doors, Transactions transactions, AuditTrail audit) {
        this.doors = doors;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isList(request)) {
            record(request, "Exported", "");
        }
        return true;
    }

    /** How much left is known at the end only: an entry of its own, so that a broken line hides nothing. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        var sent = SentRows.find(request);
        if (isList(request) && sent.isPresent()) {
            record(request, "Sent", "：送出 " + sent.getAsLong() + " 行" + (failed == null ? "" : "，中途断开"));
        }
    }

    private static boolean isList(HttpServletRequest request) {
        var path = request.getRequestURI();
        return (path.endsWith(EXPORT) || path.endsWith(PRINT)) && !path.startsWith(TRAIL);
    }

    private void record(HttpServletRequest request, String outcome, String end) {
        var actor = SessionFilter.actor(request);
        if (actor instanceof Actor.Office) {
            var path = request.getRequestURI();
            boolean print = path.endsWith(PRINT);
            var list = path.substring(0, path.length() - (print ? PRINT : EXPORT).length());
            var detail = new Detail((print ? "打印" : "导出") + name(list) + conditions(request) + end, List.of());
            transactions.write(actor, () -> {
                audit.record(actor, new AuditTrail.Entry("ExportList", null, outcome, true, detail));
                return true;
            });
        }
    }

    private String name(String list) {
        return doors.stream()
                .filter(door -> door.path().equals(list))
                .map(MenuEntry::label)
                .findFirst()
                .orElse(list);
    }

    /** （from=2026-11-01，unit=441284001000）; nothing when all of it was asked for. */
    private static String conditions(HttpServletRequest request) {
        var said = new TreeMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (SAID.contains(name) && values.length > 0 && !values[0].isBlank() && values[0].length() <= LONGEST) {
                said.put(name, values[0]);
            }
        });
        return said.isEmpty()
                ? ""
                : said.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("，", "（", "）"));
    }
}
