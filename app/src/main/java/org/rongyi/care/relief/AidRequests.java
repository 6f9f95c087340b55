package org.rongyi.care.relief;

import java.sql.Types;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.relief.rule.Standing;
import org.rongyi.platform.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 帮扶援助, as it is asked for: written when it is, and when it is mended. */
@Component
class AidRequests {

    private static final String INSERT = """
            insert into relief.aid (id, person_id, person_name, code_then, code_now, applied_on, standing, situation,
                                    occurred_on, wished, materials, need_id, visit_id, words_sealed, diagnosis_sealed,
                                    economy_sealed, account_sealed, first_on, first_modes, first_fen, first_by,
                                    first_goods_fen, first_payer)
            values (:id, :person, :name, :code, :code, :on, :standing, :situation, :occurred, :wished, :materials, :need,
                    :visit, :words, :diagnosis, :economy, :account, :firstOn, :firstModes, :firstFen, :firstBy, :firstGoods, :firstPayer)
            """;

    private static final String REWRITE = """
            update relief.aid
            set situation = :situation, occurred_on = :occurred, wished = :wished, materials = :materials,
                words_sealed = :words, diagnosis_sealed = :diagnosis, economy_sealed = :economy,
                account_sealed = :account, version = version + 1
            where id = :id
            """;

    private static final String ACCOUNT_OF = """
            update relief.aid set account_sealed = :account, version = version + 1
            where id = :id and account_sealed is null
            """;

    private static final String FOLLOW = "select relief.follow_case(:id)";

    private final JdbcClient jdbc;
    private final Sealing sealing;

    AidRequests(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** Whose it is, and where it came from. */
    record Applicant(
            UUID id,
            String name,
            DivisionCode code,
            Standing standing,
            @Nullable UUID need,
            @Nullable UUID visit) {}

    void insert(UUID id, LocalDate on, Applicant person, AidRequest request, Aids.@Nullable First first) {
        request(jdbc.sql(INSERT), id, request)
                .param("person", person.id())
                .param("name", person.name())
                .param("code", person.code().value())
                .param("on", on)
                .param("standing", person.standing().name())
                .param("need", person.need())
                .param("visit", person.visit())
                .param("firstOn", first == null ? null : first.on())
                .param("firstModes", first == null ? null : Aids.names(first.modes()))
                .param("firstFen", first == null ? null : first.amountFen())
                .param("firstBy", first == null ? null : first.by())
                .param("firstGoods", first == null ? null : first.goodsFen(), Types.BIGINT)
                .param("firstPayer", first == null ? null : first.payer(), Types.OTHER)
                .update();
    }

    void rewrite(UUID id, AidRequest request) {
        request(jdbc.sql(REWRITE), id, request).update();
    }

    private JdbcClient.StatementSpec request(JdbcClient.StatementSpec statement, UUID id, AidRequest request) {
        return statement
                .param("id", id)
                .param("situation", request.situation().name())
                .param("occurred", request.occurredOn())
                .param("wished", Aids.names(request.wished()))
                .param("materials", request.materials().stream().sorted().toArray(String[]::new))
                .param("words", sealing.value(Aids.WORDS, id, new Aids.Words(request.words(), request.repeat())))
                .param("diagnosis", sealing.words(Aids.DIAGNOSIS, id, request.diagnosis()))
                .param("economy", sealing.value(Aids.ECONOMY, id, request.household()))
                .param("account", sealing.value(Aids.ACCOUNT, id, request.account()));
    }

    /** 补收款卡号: where there is none yet. */
    void nameAccount(UUID id, AidRequest.Account account) {
        jdbc.sql(ACCOUNT_OF)
                .param("account", sealing.value(Aids.ACCOUNT, id, account))
                .param("id", id)
                .update();
    }

    /** It goes where its case went. */
    void follow(UUID caseId) {
        jdbc.sql(FOLLOW).param("id", caseId).query((row, n) -> true).list();
    }
}
