package org.rongyi.care.relief;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 帮扶援助, as it is found and decided: what 镇街 and 县级 write on the way. */
@Component
class AidDecisions {

    private static final String CHECK = """
            update relief.aid
            set check_on = :on, check_visitors = :visitors, check_visit = :visit, registered = :registered,
                repeat_accepted = :accepted, found_sealed = :found, version = version + 1
            where id = :id
            """;

    private static final String DECIDE = """
            update relief.aid
            set decided_on = case when granted_modes is null then :on else decided_on end, basis_sealed = :basis,
                -- 给过、全退回来了才不同意的：给过还是给过
                granted_modes = coalesce(:modes::text[], case when granted_modes is not null then '{}'::text[] end),
                granted_fen = coalesce(:fen::bigint, case when granted_modes is not null then 0 end), payer = :payer,
                -- 记账以前核定的没有经过账，还在新核定的里面
                before_books_fen = case when granted_modes is not null and length(payer) <> 36 then nullif(granted_fen, 0)
                                        else before_books_fen end,
                back_then_fen = case when :modes::text[] is null and granted_modes is null then 0 else back_fen end,
                back_then_goods_fen = case when :modes::text[] is null and granted_modes is null then 0 else back_goods_fen end,
                version = version + 1
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final Sealing sealing;

    AidDecisions(JdbcClient jdbc, Sealing sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void check(UUID id, Aids.Check check) {
        var made = check.made();
        jdbc.sql(CHECK)
                .param("on", made == null ? null : made.on())
                .param("visitors", made == null ? null : made.visitors().toArray(String[]::new))
                .param("visit", check.visit())
                .param(
                        "registered",
                        check.registered() == null ? null : check.registered().name())
                .param("accepted", check.repeatAccepted())
                .param("found", sealing.words(Aids.FOUND, id, check.found()))
                .param("id", id)
                .update();
    }

    void decide(UUID id, LocalDate on, Basis basis) {
        var grant = basis.grant();
        jdbc.sql(DECIDE)
                .param("on", on)
                .param("modes", grant == null ? null : Aids.names(grant.modes()))
                .param("fen", grant == null ? null : grant.amountFen())
                .param("payer", grant == null ? null : grant.payer())
                .param("basis", sealing.value(Aids.BASIS, id, basis))
                .param("id", id)
                .update();
    }
}
