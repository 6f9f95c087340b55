package org.rongyi.platform.stopped;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.secrecy.ReleasedWords;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** 等复核的话: kept sealed until somebody decides, and gone when they were used, refused or withdrawn. */
@Component
public class StoppedTexts implements ReleasedWords {

    static final SealedField TEXT = new SealedField("stopped.words", "text_sealed");
    static final SealedField FORM = new SealedField("stopped.words", "form_sealed");

    private static final String INSERT = """
            insert into stopped.words (id, account_id, asked_for, asked_name, unit_id, unit_name, field, path, multipart, print,
                                       text_sealed, form_sealed, asked_at, due_on, decider_unit, decider_name)
            values (:id, :account, :for, :name, :unit, :unitName, :field, :path, :multipart, :print,
                    :text, :form, :at, :due, :deciderUnit, :deciderName)
            """;

    private static final String FIND = "select * from stopped.words where id = :id";

    private static final String LOCK = FIND + " for update";

    private static final String ASKED = """
            select id from stopped.words where account_id = :account and print = :print and state = 'WAITING' limit 1
            """;

    private static final String OWN = """
            select * from stopped.words where account_id = :account order by asked_at desc, id desc limit 50
            """;

    private static final String WAITING = """
        select * from stopped.words
        where state = 'WAITING' and (decider_unit = cast(:unit as uuid) or id = any(:late::uuid[]))
        order by due_on, id
        limit 200
        """;

    private static final String LATE = """
        select id, decider_unit, account_id, asked_for from stopped.words where state = 'WAITING' and due_on < :today
            """;

    private static final String DECIDE = """
            update stopped.words
            set state = :state, decided_by = :by, decided_for = :for, decided_name = :name, decided_at = :at, reason = :reason,
                text_sealed = case when :state = 'REFUSED' then null else text_sealed end,
                form_sealed = case when :state = 'REFUSED' then null else form_sealed end
            where id = :id and state = 'WAITING'
            """;

    private static final String WITHDRAW = """
            update stopped.words set state = 'WITHDRAWN', text_sealed = null, form_sealed = null
            where id = :id and state = 'WAITING'
            """;

    private static final String RELEASED = """
            select id from stopped.words
            where account_id = kernel.scope_account() and print = :print and state = 'RELEASED' and used_at is null
            order by decided_at
            limit 1
            """;

    /** Of two forms sent at once the second waits, and finds it used. */
    private static final String RELEASED_AND_HELD = RELEASED + "for update";

    private static final String USE = """
            update stopped.words set used_at = :at, text_sealed = null, form_sealed = null where id = :id and used_at is null
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    StoppedTexts(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * What was stopped, as it was typed.
     *
     * @param form the other fields with it, url-encoded; empty for none
     */
    record Typed(String field, String text, @Nullable String path, boolean multipart, String form) {}

    /** Who is asked, and until when. */
    record Decider(UUID unit, String name, LocalDate due) {}

    void add(UUID id, Actor.Office by, Typed typed, Decider decider) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("account", by.account())
                .param("for", by.actingFor())
                .param("name", by.name())
                .param("unit", by.unit())
                .param("unitName", by.unitName())
                .param("field", typed.field())
                .param("path", typed.path())
                .param("multipart", typed.multipart())
                .param("print", print(typed.text()))
                .param("text", vault.seal(TEXT, id, typed.text()))
                .param("form", vault.seal(FORM, id, typed.form()))
                .param("at", OffsetDateTime.now(clock))
                .param("due", decider.due())
                .param("deciderUnit", decider.unit())
                .param("deciderName", decider.name())
                .update();
    }

    /** The same text of the same person that waits already. */
    Optional<UUID> asked(Actor.Office by, String text) {
        return jdbc.sql(ASKED)
                .param("account", by.account())
                .param("print", print(text))
                .query(UUID.class)
                .optional();
    }

    public Optional<Stopped> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(StoppedTexts::stopped).optional();
    }

    Optional<Stopped> lock(UUID id) {
        return jdbc.sql(LOCK).param("id", id).query(StoppedTexts::stopped).optional();
    }

    /** What somebody asked for, the latest first. */
    public List<Stopped> own(UUID account) {
        return jdbc.sql(OWN)
                .param("account", account)
                .query(StoppedTexts::stopped)
                .list();
    }

    /** Who was asked, and whose words wait there. */
    record Waits(UUID unit, UUID account, @Nullable UUID askedFor) {}

    /** What waits at a unit, and what else of the late, the most urgent first. */
    List<Stopped> waiting(@Nullable UUID unit, List<UUID> late) {
        return jdbc.sql(WAITING)
                .param("unit", unit)
                .param("late", late.toArray(UUID[]::new))
                .query(StoppedTexts::stopped)
                .list();
    }

    /** All in the reader's territory whose day is over, and nothing of what they say. */
    Map<UUID, Waits> late(LocalDate today) {
        var found = new HashMap<UUID, Waits>();
        jdbc.sql(LATE).param("today", today).query(row -> {
            found.put(
                    row.getObject("id", UUID.class),
                    new Waits(
                            row.getObject("decider_unit", UUID.class),
                            row.getObject("account_id", UUID.class),
                            row.getObject("asked_for", UUID.class)));
        });
        return found;
    }

    /** Empty when it is gone. */
    public String text(Stopped words) {
        return words.textSealed() == null ? "" : vault.open(TEXT, words.id(), words.textSealed());
    }

    /** The form's fields, url-encoded; empty when they are gone. */
    public String form(Stopped words) {
        return words.formSealed() == null ? "" : vault.open(FORM, words.id(), words.formSealed());
    }

    void decide(UUID id, Stopped.State state, Actor.Office by, String reason) {
        int decided = jdbc.sql(DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("by", by.account())
                .param("for", by.actingFor())
                .param("name", by.name())
                .param("at", OffsetDateTime.now(clock))
                .param("reason", reason)
                .update();
        if (decided == 0) {
            throw new IllegalStateException("a text is decided once: " + id);
        }
    }

    void withdraw(UUID id) {
        jdbc.sql(WITHDRAW).param("id", id).update();
    }

    @Override
    public boolean isReleased(String text) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return false; // nothing is kept here, and nobody is known
        }
        boolean reads = TransactionSynchronizationManager.isCurrentTransactionReadOnly();
        var found =
                jdbc.sql(RELEASED).param("print", print(text)).query(UUID.class).optional();
        if (found.isPresent() && !reads) {
            found = jdbc.sql(RELEASED_AND_HELD)
                    .param("print", print(text))
                    .query(UUID.class)
                    .optional();
            found.ifPresent(this::useAtTheEnd);
        }
        return found.isPresent();
    }

    /** With what the transaction keeps; if it keeps nothing, the release stands. */
    private void useAtTheEnd(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            /* Before what is no statement and cannot be undone: a key file is written then. */
            @Override
            public int getOrder() {
                return 0;
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                jdbc.sql(USE)
                        .param("id", id)
                        .param("at", OffsetDateTime.now(clock))
                        .update();
            }
        });
    }

    /** Lines end as browsers send them or as acts keep them: the same text. */
    private String print(String text) {
        var plain = text.replace("\r\n", "\n").strip();
        return vault.fingerprint("stopped.words", plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Stopped stopped(ResultSet row, int n) throws SQLException {
        return new Stopped(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getObject("asked_for", UUID.class),
                row.getString("asked_name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("field"),
                row.getString("path"),
                row.getBoolean("multipart"),
                row.getBytes("text_sealed"),
                row.getBytes("form_sealed"),
                row.getObject("asked_at", OffsetDateTime.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("decider_unit", UUID.class),
                row.getString("decider_name"),
                Stopped.State.valueOf(row.getString("state")),
                row.getString("decided_name"),
                row.getObject("decided_at", OffsetDateTime.class),
                row.getString("reason"),
                row.getObject("used_at", OffsetDateTime.class));
    }
}
