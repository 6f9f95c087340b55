package org.rongyi.care.visit.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.bench.Below;
import org.rongyi.bench.Way;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.rongyi.platform.kernel.Slice;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 走访动态 with the newest page also in the two baselines' way, behind the same page. */
@Component
@Primary
public class SwitchedVisitList extends VisitList {

    private final Below below;

    SwitchedVisitList(JdbcClient jdbc, Below below) {
        super(jdbc);
        this.below = below;
    }

    @Override
    Slice<Row> page(Scope scope, Filter filter, @Nullable Cursor<LocalDate> after) {
        if (Way.now() == Way.PRODUCT) {
            return super.page(scope, filter, after);
        }
        var unit = filter.unit() == null ? new DivisionCode(scope.low()) : filter.unit();
        var condition = below.of("v.code_now", unit);
        var params = new HashMap<>(condition.params());
        var rows = below.jdbc()
                .sql(FIRST.formatted(condition.sql() + " and not v.withdrawn"))
                .params(params)
                .query((row, n) -> row(row))
                .list();
        return Slice.of(rows, PAGE, row -> new Cursor<>(row.happenedOn(), row.id()));
    }

    /** For the benchmark: the newest page of a unit, as the list asks for it. */
    public List<Row> newest(Scope scope, DivisionCode unit) {
        return page(scope, new Filter(unit, null, null, null, null, "", "", "", null, false), null)
                .rows();
    }
}
