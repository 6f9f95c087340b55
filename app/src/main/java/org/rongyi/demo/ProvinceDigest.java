package org.rongyi.demo;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.FundLoad;
import org.rongyi.care.fund.payment.PaymentLoad;
import org.rongyi.care.need.NeedLoad;
import org.rongyi.care.relief.AidLoad;
import org.rongyi.care.relief.emergency.EmergencyLoad;
import org.rongyi.care.visit.VisitLoad;
import org.rongyi.people.person.CorrectionLoad;
import org.rongyi.people.person.PersonLoad;
import org.rongyi.platform.approval.CaseLoad;
import org.rongyi.platform.vault.SealedField;
import org.rongyi.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 摘要: one line that tells whether two province demos hold the same. It is read back from the database: each row's
 * text is digested, the digests of a table are added up (so their order does not matter), and sealed values count as
 * what they say. Keys, salts, nonces, blind indexes and the administrator's account are left out.
 */
@Component
class ProvinceDigest {

    /** Sixty bits of each row's SHA-256: summed, they need no order. */
    private static final String ROWS = """
            select count(*) || ' '
                || coalesce(sum(('x' || left(encode(sha256(convert_to((%s)::text, 'UTF8')), 'hex'), 15))::bit(60)::bigint), 0)
            from %s t
            """;

    private static final String SEALED = "select id, %s as sealed from %s where %s is not null";

    private static final int FETCH = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Vault vault;

    ProvinceDigest(
            @Qualifier("job") JdbcClient jdbc, @Qualifier("job") PlatformTransactionManager manager, Vault vault) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(manager);
        this.reading.setReadOnly(true);
        this.vault = vault;
    }

    /** A table and the columns that count, as a row expression. */
    private record Part(String table, String columns) {}

    private static final List<Part> PARTS = List.of(
            new Part(
                    "organisation.unit",
                    "id, name, kind, level, host, code_then, code_now, address, phone, hours, services, latitude,"
                            + " longitude, opened_on, closed_on, version"),
            new Part("organisation.territory", "unit_id, code_then, code_now, valid_from, valid_to"),
            new Part(
                    "organisation.staff",
                    "id, account_id, post_id, unit_id, name, title, employment, establishment, veteran, valid_from,"
                            + " valid_to"),
            new Part("person.household", "id, code_then, code_now, address, group_name"),
            new Part(
                    "person.person",
                    "id, name, initials, male, born_year, categories, household_id, status, registered_on, version"),
            new Part(
                    "person.place",
                    "person_id, kind, code_then, code_now, address, group_name, responsible, valid_from, valid_to"),
            new Part("person.name_gram", "gram, code_now, person_id"),
            new Part(
                    "visit.visit",
                    "id, code_then, code_now, happened_on, kind, mode, sent, unit_id, unit_name, recorded_unit,"
                            + " recorded_post, recorded_by, extract(epoch from recorded_at), brought, withdrawn,"
                            + " version"),
            new Part(
                    "visit.attendee",
                    "visit_id, person_id, name, code_then, code_now, happened_on, mode, result, withdrawn"),
            new Part(
                    "visit.contact",
                    "person_id, code_now, group_name, registered_on, attention, ground, last_contact_on,"
                            + " last_visit_on, due_on, held, active"),
            new Part(
                    "need.need",
                    "id, person_id, person_name, code_then, code_now, kind, state, asked_on, source_id, asked_by,"
                            + " answer, answered_by, extract(epoch from answered_at), version"),
            new Part(
                    "approval.case_file",
                    "id, number, service, subject, person_id, person_name, code_then, code_now, route, applied_on,"
                            + " filed_account, filed_by, filed_unit, filed_ground, state, result, step, round,"
                            + " supplemented, received_on, accepted_on, decide_days, decide_due, stopped_on,"
                            + " decided_on, decided_by, version"),
            new Part(
                    "approval.task",
                    "id, case_id, person_id, code_now, kind, step, zh, unit_id, unit_name, unit_level, roles, opened_on,"
                            + " due_on, state, verdict, done_by, done_unit, extract(epoch from done_at), raised_unit"),
            new Part("approval.event", "id, case_id, person_id, code_now, extract(epoch from at), what, who, unit"),
            new Part("approval.stop", "id, case_id, person_id, code_now, ground, from_on, to_on"),
            new Part("approval.delivery", "case_id, person_id, code_now, way, on_day, proof, by_name, by_unit"),
            new Part("approval.rating", "id, person_id, code_now, service, grade, by_default"),
            new Part(
                    "approval.public_notice",
                    "id, code_now, service, who, matter, unit_id, roles, from_on, to_on, ended_on"),
            new Part(
                    "relief.aid",
                    "id, person_id, person_name, code_then, code_now, applied_on, standing, situation, occurred_on, wished,"
                            + " materials, check_on, check_visitors, registered, decided_on, granted_modes, granted_fen,"
                            + " payer, back_fen, back_goods_fen, back_then_fen, back_then_goods_fen, version"),
            new Part(
                    "relief.emergency",
                    "id, person_id, person_name, code_then, code_now, applied_on, object, kind, occurred_on, other_aid,"
                            + " materials, check_on, check_visitors, registered, decided_on, granted_fen, paid_on,"
                            + " fund_id, back_fen, version"),
            new Part(
                    "fund.fund", "id, number, name, kind, unit_id, document, trustee, charity, credit_code, opened_on"),
            new Part("fund.account", "id, fund_id, kind, side, balance"),
            new Part("fund.book", "fund_id, year, last, closed"),
            new Part(
                    "fund.lot",
                    "id, fund_id, source, title, document, purpose, received_on, received, available, committed,"
                            + " in_payment, spent"),
            new Part("fund.gift", "id, fund_id, number, receipt, donor, name, name_public, amount, wish, received_on"),
            new Part(
                    "fund.grant_made",
                    "id, fund_id, case_id, case_number, service, purpose, words, person_id, person_name, in_kind, amount,"
                            + " code_then, code_now, extract(epoch from granted_at), granted_by, payee, bank, state"),
            new Part(
                    "fund.entry",
                    "id, fund_id, year, number, kind, key, happened_on, booked_on, extract(epoch from at), by_account,"
                            + " by_name, subject, words, evidence"),
            new Part("fund.line", "entry_id, line, account_id, lot_id, amount"),
            new Part(
                    "fund.batch",
                    "id, fund_id, number, code_now, state, count, amount, made_by, approved_by, released_by, file_digest"),
            new Part(
                    "fund.payment",
                    "id, fund_id, batch_id, reference, grant_id, way, code_now, state, amount, lots, shares, payee, bank,"
                            + " paid, used, paid_on"),
            new Part("person.correction_request", "id, person_id, code_now, file_version"),
            new Part(
                    "figures.fact",
                    "code_then, code_now, value, happened_on, booked_on, kind, month_level, year_level, subject,"
                            + " person"),
            new Part("figures.rollup", "value, code, month, booked_month, kind, measure, level"));

    /** {@code sm3:} and 64 hex digits. */
    String compute() {
        var sealed = Stream.concat(
                PersonLoad.SEALED.stream(),
                Stream.of(
                                Stream.of(VisitLoad.SEALED, NeedLoad.SEALED, CorrectionLoad.SEALED, CaseLoad.REASON),
                                AidLoad.SEALED.stream(),
                                EmergencyLoad.SEALED.stream(),
                                FundLoad.SEALED.stream(),
                                Stream.of(PaymentLoad.SEALED))
                        .flatMap(fields -> fields));
        var lines = Stream.concat(PARTS.stream().map(this::rows), sealed.map(this::opened));
        return "sm3:" + sm3(lines.collect(Collectors.joining("\n")));
    }

    private String rows(Part part) {
        return part.table() + " "
                + jdbc.sql(ROWS.formatted("row(" + part.columns() + ")", part.table()))
                        .query(String.class)
                        .single();
    }

    private String opened(SealedField field) {
        var sum = reading.execute(status -> {
            try (var rows = jdbc
                    .sql(SEALED.formatted(field.column(), field.table(), field.column()))
                    .withFetchSize(FETCH)
                    .query((row, n) -> digest(field, row.getObject("id", UUID.class), row.getBytes("sealed")))
                    .stream()) {
                return rows.mapToLong(Long::longValue).sum();
            }
        });
        return field.table() + "." + field.column() + " " + sum;
    }

    private long digest(SealedField field, UUID id, byte @Nullable [] sealed) {
        var text = id + " " + (sealed == null ? "" : vault.open(field, id, sealed));
        return Long.parseUnsignedLong(sm3(text).substring(0, 16), 16);
    }

    private static String sm3(String text) {
        var digest = new SM3Digest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        var out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
