package org.rongyi.people.person.web;

import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rongyi.bench.Below;
import org.rongyi.bench.Way;
import org.rongyi.people.person.People;
import org.rongyi.people.person.PersonFile;
import org.rongyi.platform.kernel.Cursor;
import org.rongyi.platform.kernel.DivisionCode;
import org.rongyi.platform.kernel.Scope;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 人员名册 with the search by name also in the two baselines' way: {@code like '%…%'} under their condition. */
@Component
@Primary
public class SwitchedPersonList extends PersonList {

    private static final String LIKE = COLUMNS + """
            from person.place pl
            join person.person p on p.id = pl.person_id
            where %s and pl.valid_to is null and p.name like '%%' || :text || '%%'
            order by pl.code_now, pl.person_id
            limit :limit
            """;

    private final Below below;

    SwitchedPersonList(JdbcClient jdbc, People people, PersonFile file, Below below) {
        super(jdbc, people, file);
        this.below = below;
    }

    @Override
    List<Row> page(Scope scope, Filter filter, @Nullable Cursor<Long> after) {
        if (Way.now() == Way.PRODUCT) {
            return super.page(scope, filter, after);
        }
        var condition = below.of("pl.code_now", new DivisionCode(scope.low()));
        var params = new HashMap<>(condition.params());
        params.put("text", filter.text());
        params.put("limit", PAGE + 1);
        return below.jdbc()
                .sql(LIKE.formatted(condition.sql()))
                .params(params)
                .query((row, n) -> row(row))
                .list();
    }

    /** For the benchmark: the first page of a search. */
    public List<Row> first(Scope scope, String text) {
        return page(scope, new Filter(text, null, null, null), null);
    }
}
