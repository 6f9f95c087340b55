package org.rongyi.journey.form;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.rongyi.platform.database.DataDirectory;
import org.rongyi.platform.database.RunningProgram;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes each row that is written and stays written, by a trigger on each table for as long as it is open. What a refused act took back
 * is not there, and neither are traces: who tried what is to be written down.
 */
final class Watched implements AutoCloseable {

    private static final String BEGIN = """
            create schema redteam;
            create table redteam.change (
                number bigint generated always as identity, relation text not null, operation text not null, written_by xid8 not null default pg_current_xact_id());
            create function redteam.note() returns trigger language plpgsql security definer set search_path = '' as $$
            begin
                if tg_relid = 'access.account'::regclass and tg_op = 'UPDATE'
                    and to_jsonb(old) - 'seen_at' = to_jsonb(new) - 'seen_at' then
                    return null; -- when somebody was seen last, with every request of his
                end if;
                insert into redteam.change (relation, operation) values (tg_table_schema || '.' || tg_table_name, tg_op);
                return null;
            end $$;
            grant usage on schema redteam to rongyi_app;
            grant select on redteam.change to rongyi_app;
            do $$
            declare
                one record;
            begin
                for one in
                    select n.nspname, c.relname
                    from pg_catalog.pg_class c
                    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and not c.relispartition
                      and n.nspname not in ('audit', 'redteam', 'public', 'information_schema') and n.nspname !~ '^pg_'
                loop
                    execute format('create trigger redteam after insert or update or delete on %I.%I '
                                   'for each row execute function redteam.note()', one.nspname, one.relname);
                end loop;
            end $$;
            """;

    private static final String END = "drop schema if exists redteam cascade";

    /** Of whoever asks, and not of what he asks for: sessions seen, tries counted, his own uploads kept until his form is taken. */
    private static final Set<String> OF_ASKING =
            Set.of("access.session", "access.attempt", "access.step", "documents.draft_file", "documents.file");

    private final ApplicationContext program;

    Watched(ApplicationContext program) {
        this.program = program;
        run(END);
        run(BEGIN);
    }

    /** How far the changes of this very transaction go by now. */
    long mark() {
        return program.getBean(JdbcClient.class)
                .sql(
                        "select coalesce(max(number), 0) from redteam.change where written_by = pg_current_xact_id_if_assigned()")
                .query(Long.class)
                .single();
    }

    /** Tables with rows changed since, in this very transaction, and how: other threads go on meanwhile. */
    Set<String> changedSince(long mark) {
        var changes = new TreeMap<String, Set<String>>();
        program.getBean(JdbcClient.class)
                .sql("select distinct relation, operation from redteam.change"
                        + " where written_by = pg_current_xact_id_if_assigned() and number > :mark")
                .param("mark", mark)
                .query((row, n) -> changes.computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                        .add(row.getString(2)))
                .list();
        return changes.entrySet().stream()
                .filter(change -> !OF_ASKING.contains(change.getKey()))
                .map(change -> change.getKey() + change.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many rows were written in this very transaction and stay written, by table and how. */
    Map<String, Long> rows() {
        var rows = new TreeMap<String, Long>();
        program.getBean(JdbcClient.class)
                .sql("""
                     select relation, operation, count(*) from redteam.change
                     where written_by = pg_current_xact_id_if_assigned()
                     group by relation, operation
                     """)
                .query((row, n) -> OF_ASKING.contains(row.getString(1))
                        ? null
                        : rows.put(row.getString(1) + "[" + row.getString(2) + "]", row.getLong(3)))
                .list();
        return rows;
    }

    @Override
    public void close() {
        run(END);
    }

    private void run(String sql) {
        try (var database = RunningProgram.connectAsSuperuser(
                        program.getBean(DataDirectory.class).root());
                var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
