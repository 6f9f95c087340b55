package org.rongyi.platform.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rongyi.demo.TestCounty;
import org.rongyi.platform.act.Acts;
import org.rongyi.platform.act.CommandId;
import org.rongyi.platform.database.Superuser;
import org.rongyi.platform.kernel.Ids;
import org.springframework.context.ApplicationContext;

/** A word that got in and is to be nowhere, for tests of the rooms it was written in. */
public final class Leak {

    private static final String LETTERS = "桃李梅杏梨枣柿橘";

    private final ApplicationContext program;
    private final String word = Ids.next()
            .toString()
            .chars()
            .filter(Character::isLetterOrDigit)
            .mapToObj(c -> String.valueOf(LETTERS.charAt(Character.digit(c, 16) % LETTERS.length())))
            .collect(Collectors.joining());

    public Leak(ApplicationContext program) {
        this.program = program;
    }

    /** No other text holds it. */
    public String word() {
        return word;
    }

    /** By the county's 局长 and 安全管理员. */
    public void remove(String address) {
        var acts = program.getBean(Acts.class);
        var leader = TestCounty.office(program, "juzhang");
        var security = TestCounty.office(program, "anquan");
        var day = LocalDate.now(program.getBean(Clock.class));
        var proposed = acts.perform(
                leader,
                program.getBean(ProposeRemoval.class),
                new ProposeRemoval.Command(CommandId.fresh(leader), address, "怀密函〔2026〕4号", day, "怀集县国家保密局"));
        assertThat(proposed).isInstanceOf(ProposeRemoval.Outcome.Proposed.class);
        var removal = ((ProposeRemoval.Outcome.Proposed) proposed).subject();
        assertThat(acts.perform(
                        security,
                        program.getBean(ConfirmRemoval.class),
                        new ConfirmRemoval.Command(CommandId.fresh(security), removal)))
                .isInstanceOf(ConfirmRemoval.Outcome.Confirmed.class);
    }

    /** Every table in which it stands in the clear, but the trail's: a reason stays there, says docs/leak-removal.md. */
    public List<String> places() throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = new Superuser(program).connect();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows = statement.executeQuery("""
                    select c.oid::regclass::text
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'audit')
                    """)) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var row = statement.executeQuery(
                        "select exists (select from " + table + " t where t::text like '%" + word + "%')")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
