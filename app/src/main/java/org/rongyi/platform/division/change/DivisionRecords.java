package org.rongyi.platform.division.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.division.ChangeKind;
import org.rongyi.platform.division.Division;
import org.rongyi.platform.division.DivisionTree;
import org.rongyi.platform.division.Divisions;
import org.rongyi.platform.division.Pinyin;
import org.rongyi.platform.division.Succession;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes changes and answers, within the act's transaction. */
@Component
class DivisionRecords {

    /** Changes happen one after the other: the row stays locked until the act is over. */
    private static final String NEXT_REVISION = "update division.revision set number = number + 1";

    private static final String END = """
            update division.unit set valid_to = :on where code = :code and valid_to is null
            """;

    private static final String BEGIN = """
            insert into division.unit (code, valid_from, name, level, kind, parent, initials)
            values (:code, :on, :name, :level, :kind, :parent, :initials)
            """;

    private static final String LINE = """
            insert into division.change (effective_on, kind, old_code, old_name, new_code, new_name, source,
                                         act, entered_by, entered_at)
            values (:on, :kind, :oldCode, :oldName, :newCode, :newName, :source, :act, :by, :at)
            """;

    private static final String SUCCEED = """
            insert into division.successor (old_code, new_code, effective_on, kind, main)
            values (:from, :to, :on, :kind, :main)
            """;

    private static final String ASK = """
            insert into division.question (code, removed_on, name) values (:code, :on, :name)
            """;

    private static final String ANSWER = """
            update division.question
            set answer = :answer, successor = :successor, reason = :reason, answered_by = :by, answered_at = :at
            where code = :code and removed_on = :on and answer is null
            """;

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Clock clock;

    DivisionRecords(JdbcClient jdbc, Divisions divisions, Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.clock = clock;
    }

    /** Who entered something, by the act's id. */
    record Entered(UUID act, String by) {}

    /** Nobody else changes divisions from here to the end of the transaction; the state everybody agrees on. */
    DivisionTree lock() {
        jdbc.sql(NEXT_REVISION).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                divisions.forget();
            }
        });
        return divisions.readWithin();
    }

    void write(ChangePlan plan, Entered entered) {
        plan.ended().forEach(code -> end(code, plan.on()));
        plan.begun().forEach(unit -> begin(unit.from(plan.on())));
        plan.lines().forEach(line -> write(line, entered));
        plan.successions().forEach(this::write);
        plan.questions().forEach(this::ask);
    }

    private void end(DivisionCode code, LocalDate on) {
        int rows = jdbc.sql(END).param("code", code.value()).param("on", on).update();
        if (rows != 1) {
            throw new IllegalStateException("the plan ends a unit that is not in force: " + code);
        }
    }

    private void begin(Division unit) {
        jdbc.sql(BEGIN)
                .param("code", unit.code().value())
                .param("on", unit.validFrom())
                .param("name", unit.name())
                .param("level", unit.level().number())
                .param("kind", unit.kind().name())
                .param("parent", valueOf(unit.parent()))
                .param("initials", Pinyin.ofPlace(unit.name()))
                .update();
    }

    private void write(HistoryLine line, Entered entered) {
        var before = line.before();
        var after = line.after();
        jdbc.sql(LINE)
                .param("on", line.on())
                .param("kind", line.kind().name())
                .param("oldCode", before == null ? null : before.code().value())
                .param("oldName", before == null ? null : before.name())
                .param("newCode", after == null ? null : after.code().value())
                .param("newName", after == null ? null : after.name())
                .param("source", line.source())
                .param("act", entered.act())
                .param("by", entered.by())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }

    private void write(Succession s) {
        jdbc.sql(SUCCEED)
                .param("from", s.from().value())
                .param("to", s.to().value())
                .param("on", s.on())
                .param("kind", s.kind().name())
                .param("main", s.main())
                .update();
    }

    private void ask(RemovalQuestion question) {
        jdbc.sql(ASK)
                .param("code", question.code().value())
                .param("on", question.removedOn())
                .param("name", question.name())
                .update();
    }

    /** @param successor none when nobody took over */
    void answer(RemovalQuestion question, @Nullable DivisionCode successor, String reason, String by) {
        jdbc.sql(ANSWER)
                .param("code", question.code().value())
                .param("on", question.removedOn())
                .param("answer", successor == null ? "NONE" : "SUCCESSOR")
                .param("successor", valueOf(successor))
                .param("reason", reason)
                .param("by", by)
                .param("at", OffsetDateTime.now(clock))
                .update();
        if (successor != null) {
            write(new Succession(question.code(), successor, question.removedOn(), ChangeKind.ANSWERED, true));
        }
    }

    private static @Nullable Long valueOf(@Nullable DivisionCode code) {
        return code == null ? null : code.value();
    }
}
