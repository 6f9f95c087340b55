package org.rongyi.platform.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole row of the trail as it is sealed: every column counts. */
record AuditRow(
        long seq,
        long batch,
        UUID id,
        OffsetDateTime at,
        String actorKey,
        String actorName,
        @Nullable UUID account,
        @Nullable UUID post,
        @Nullable UUID unit,
        @Nullable Long unitCode,
        String act,
        @Nullable UUID subject,
        String outcome,
        boolean done,
        @Nullable String request,
        @Nullable String purpose,
        @Nullable String before,
        @Nullable String after) {

    /** Version of the encoding; another one would start with another byte. */
    private static final int ENCODING = 1;

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                row.getLong("batch"),
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class),
                row.getString("actor_key"),
                row.getString("actor_name"),
                row.getObject("account_id", UUID.class),
                row.getObject("post_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("unit_code", Long.class),
                row.getString("act"),
                row.getObject("subject", UUID.class),
                row.getString("outcome"),
                row.getBoolean("done"),
                row.getString("request_id"),
                row.getString("purpose"),
                row.getString("before"),
                row.getString("after"));
    }

    /** The row's leaf: SM3 of its canonical encoding, 32 bytes. */
    byte[] leaf() {
        return Tree.leaf(encoded());
    }

    /** Every field in the order of the record: whether it is there, and if so its length and bytes; no two rows meet. */
    private byte[] encoded() {
        var bytes = new ByteArrayOutputStream(400);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(ENCODING);
            out.writeLong(seq);
            out.writeLong(batch);
            id(out, id);
            out.writeLong(Head.micros(at));
            text(out, actorKey);
            text(out, actorName);
            id(out, account);
            id(out, post);
            id(out, unit);
            number(out, unitCode);
            text(out, act);
            id(out, subject);
            text(out, outcome);
            out.writeBoolean(done);
            text(out, request);
            text(out, purpose);
            text(out, before);
            text(out, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void text(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeByte(ABSENT);
            return;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeByte(PRESENT);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void id(DataOutputStream out, @Nullable UUID value) throws IOException {
        out.writeByte(value == null ? ABSENT : PRESENT);
        if (value != null) {
            out.writeLong(value.getMostSignificantBits());
            out.writeLong(value.getLeastSignificantBits());
        }
    }

    private static void number(DataOutputStream out, @Nullable Long value) throws IOException {
        out.writeByte(value == null ? ABSENT : PRESENT);
        if (value != null) {
            out.writeLong(value);
        }
    }
}
