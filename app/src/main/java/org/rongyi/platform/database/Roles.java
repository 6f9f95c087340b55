package org.rongyi.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The database's roles, made at the first start and put right at every other. {@code rongyi_owner} migrates;
 * {@code rongyi_app} serves pages and owns nothing; {@code rongyi_self}, which the app may become but never is by
 * itself, reads one person's own rows; {@code rongyi_job} runs named jobs; {@code rongyi_backup} reads everything and
 * writes nothing.
 */
final class Roles {

    private static final int OLDEST = 17;

    static final String SUPERUSER = "postgres";
    static final String OWNER = "rongyi_owner";
    static final String APP = "rongyi_app";
    static final String JOB = "rongyi_job";
    static final String BACKUP = "rongyi_backup";
    static final String DATABASE = "rongyi";

    /** Held while roles are changed: several programs may start on one external server at once. */
    private static final String LOCK = "select pg_advisory_lock(7276431)";

    private static final String MAKE = """
            do $$
            declare
                name text;
            begin
                foreach name in array array['rongyi_owner', 'rongyi_app', 'rongyi_job', 'rongyi_backup'] loop
                    if not exists (select from pg_catalog.pg_roles where rolname = name) then
                        execute format('create role %I login', name);
                    end if;
                    execute format('alter role %I set timezone = %L', name, 'Asia/Shanghai');
                    execute format('alter role %I set plan_cache_mode = force_custom_plan', name);
                end loop;
                if not exists (select from pg_catalog.pg_roles where rolname = 'rongyi_self') then
                    create role rongyi_self nologin;
                end if;
                alter role rongyi_backup set default_transaction_read_only = on;
                grant rongyi_self to rongyi_app with inherit false, set true;
            end $$""";

    private static final String GRANT = """
            do $$
            declare
                here text := current_database();
            begin
                execute format('revoke all on database %I from public', here);
                execute format('grant connect, create, temporary on database %I to rongyi_owner', here);
                execute format('grant connect on database %I to rongyi_app, rongyi_job, rongyi_backup', here);
                revoke create on schema public from public, rongyi_app, rongyi_self, rongyi_job, rongyi_backup;
            end $$""";

    private static final String TOO_STRONG = """
            select rolname from pg_catalog.pg_roles
            where rolname in ('rongyi_app', 'rongyi_self', 'rongyi_job', 'rongyi_backup')
              and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""";

    private static final String EXISTS = "select from pg_catalog.pg_database where datname = 'rongyi'";
    /** Who is connected may be seen by everybody; what he does may not. */
    private static final String AT_WORK = """
            select from pg_catalog.pg_stat_activity
            where datname = current_database() and usename in ('rongyi_app', 'rongyi_job')""";

    /** What PostgreSQL answers to a wrong password. */
    private static final String REFUSED = "28P01";

    private static final String CREATE = "create database rongyi owner rongyi_owner";

    private Roles() {}

    /** Makes roles on the server, and on the embedded one the database too. */
    static void prepareServer(String url, String user, String password, Passwords passwords, boolean createDatabase)
            throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            refuseOld(connection.getMetaData().getDatabaseMajorVersion());
            statement.execute(LOCK);
            if (!createDatabase && any(connection, AT_WORK) && !isKnown(url, passwords)) {
                throw new CannotRun("另一个戎驿程序正在用这个数据库，而这里 keys/" + Passwords.FILE + " 的密码与它的不同；几个程序共用一个数据库，要用同一套 keys"
                        + "：请把它的 keys 目录整个拷过来 · another program is at work on this database; copy its keys directory");
            }
            statement.execute(MAKE);
            for (var role : List.of(OWNER, APP, JOB, BACKUP)) {
                setPassword(connection, role, passwords.of(role));
            }
            refuseStrength(connection);
            if (createDatabase && !any(connection, EXISTS)) {
                statement.execute(CREATE);
            }
        }
    }

    /** Grants within the database itself. */
    static void prepareDatabase(String url, String user, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute(LOCK);
            statement.execute(GRANT);
        }
    }

    /** Before it roles cannot be granted as ours are, and a backup does not learn how a database sorts. */
    static void refuseOld(int major) {
        if (major < OLDEST) {
            throw new CannotRun("外部数据库是 PostgreSQL " + major + "，要 " + OLDEST
                    + " 或更新的 · the external database is PostgreSQL " + major + "; " + OLDEST + " or later is needed");
        }
    }

    /** Setting other passwords would shut the program out that is at work. */
    private static boolean isKnown(String url, Passwords passwords) throws SQLException {
        try (var connection = DriverManager.getConnection(url, APP, passwords.of(APP))) {
            return connection.isValid(0);
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Digested by the driver, so that the password itself is in no statement and no server log. */
    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static void refuseStrength(Connection connection) throws SQLException {
        if (any(connection, TOO_STRONG)) {
            throw new CannotRun("数据库角色权限过大：rongyi_app、rongyi_self、rongyi_job、rongyi_backup 不得为超级用户或绕过行级安全"
                    + " · a program role is superuser, bypasses row security, or may create roles or databases");
        }
    }

    private static boolean any(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
