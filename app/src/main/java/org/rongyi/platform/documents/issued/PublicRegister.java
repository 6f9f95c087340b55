package org.rongyi.platform.documents.issued;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 真伪查验的登记: what anybody may know of a document who has it in his hands. An unknown number and a wrong code are one answer. */
@Component
public class PublicRegister {

    private static final String ENTER = """
            insert into documents.public_entry (entry, number, document_number, kind_name, unit_name, issued_on, masked_name,
                                                sha256, seal_kind, seal_key, seal, state, state_on)
            values (:entry, :number, :documentNumber, :kindName, :unitName, :issuedOn, :maskedName,
                    :sha256, :sealKind, :sealKey, :seal, :state, :stateOn)
            """;

    private static final String END = """
            update documents.public_entry set state = :state, state_on = :on, replaced_by = :replacedBy where number = :number
            """;

    private static final String FIND = """
            select number, document_number, kind_name, unit_name, issued_on, masked_name, sha256, seal_kind, seal_key, seal,
                   state, state_on, replaced_by
            from documents.public_entry
            where entry = :entry
            """;

    private final JdbcClient jdbc;
    private final CheckCodes codes;

    PublicRegister(JdbcClient jdbc, CheckCodes codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    /**
     * @param maskedName 张*; empty when it is about nobody
     * @param replacedBy the paper that replaced it, or revoked it
     */
    public record Entry(
            String number,
            String documentNumber,
            String kindName,
            String unitName,
            LocalDate issuedOn,
            String maskedName,
            String sha256,
            SealService.Seal seal,
            DocumentState state,
            LocalDate stateOn,
            @Nullable String replacedBy) {}

    void enter(Entry entry, String checkCode) {
        jdbc.sql(ENTER)
                .param("entry", codes.entry(entry.number(), checkCode))
                .param("number", entry.number())
                .param("documentNumber", entry.documentNumber())
                .param("kindName", entry.kindName())
                .param("unitName", entry.unitName())
                .param("issuedOn", entry.issuedOn())
                .param("maskedName", entry.maskedName())
                .param("sha256", entry.sha256())
                .param("sealKind", entry.seal().kind())
                .param("sealKey", entry.seal().key())
                .param("seal", entry.seal().hex())
                .param("state", entry.state().name())
                .param("stateOn", entry.stateOn())
                .update();
    }

    void end(String number, DocumentState state, LocalDate on, @Nullable String replacedBy) {
        jdbc.sql(END)
                .param("number", number)
                .param("state", state.name())
                .param("on", on)
                .param("replacedBy", replacedBy)
                .update();
    }

    /** As typed or scanned. */
    public Optional<Entry> find(String number, String code) {
        return jdbc.sql(FIND)
                .param("entry", codes.entry(number, code))
                .query(PublicRegister::entry)
                .optional();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getString("number"),
                row.getString("document_number"),
                row.getString("kind_name"),
                row.getString("unit_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("masked_name"),
                row.getString("sha256"),
                new SealService.Seal(row.getString("seal_kind"), row.getString("seal_key"), row.getString("seal")),
                DocumentState.valueOf(row.getString("state")),
                row.getObject("state_on", LocalDate.class),
                row.getString("replaced_by"));
    }
}
