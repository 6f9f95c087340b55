package org.rongyi.platform.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.rongyi.platform.database.WrongInput;
import org.rongyi.platform.vault.Signer;

/**
 * Compares the batches with heads that left the machine: what nobody who has the machine can have rewritten; and with those that the
 * key file kept when a key was replaced, which nobody who has the database and that key can have.
 */
final class TakenOutHeads {

    private static final String BATCH = """
            select number, old, previous, first_seq, size, root, ''::bytea as leaves, sealed_at, head, key, signature
            from audit.batch
            where number = ?
            """;

    private final Connection connection;
    private final Signer signer;
    private final Findings findings;
    private long vouched;

    TakenOutHeads(Connection connection, Signer signer, Findings findings) {
        this.connection = connection;
        this.signer = signer;
        this.findings = findings;
    }

    /**
     * Answers the last batch with which a head agrees; 0 for none.
     *
     * @throws WrongInput when the file is not one of heads
     */
    long check(Path file) throws SQLException {
        if (!Files.isReadable(file)) {
            throw new WrongInput("--heads", "读不到文件 " + file + " · cannot read the file");
        }
        long read = 0;
        try (var lines = new HeadLines(file, line -> {
            throw new WrongInput(file + ":" + line, "不是链头，应为：日期 批号 序号 链头 密钥 签名 · not a head");
        })) {
            for (var line = lines.peek(); line != null; line = lines.peek()) {
                compare("带出的链头第 " + lines.line() + " 行（" + line.day() + "）", line);
                lines.skip();
                read++;
            }
        }
        if (read == 0) {
            throw new WrongInput(file.toString(), "文件里没有链头 · holds no heads");
        }
        return vouched;
    }

    void checkKeyChanges() throws SQLException {
        for (var retired : signer.retired()) {
            if (retired.batch() == 0) {
                continue;
            }
            var place = "换下签名密钥 " + retired.key() + " 时的第 " + retired.batch() + " 批";
            var found = find(retired.batch());
            if (found.isEmpty()) {
                findings.add(place, "已不在库中，尾部被截去，或者恢复了更早的备份");
            } else if (!retired.head()
                    .equals(HexFormat.of().formatHex(found.get().digest()))) {
                findings.add(place, "与密钥文件当时记下的链头不符，这一批或以前有行被改写，或者恢复了更早的备份");
            }
        }
    }

    private void compare(String place, HeadLine line) throws SQLException {
        var found = find(line.batch());
        if (found.isEmpty()) {
            findings.add(place, "第 " + line.batch() + " 批（序号至 " + line.seq() + "）已不在库中，尾部被截去");
        } else if (!line.hasHeadOf(found.get())) {
            var from = vouched < line.batch() ? vouched + 1 : 1;
            findings.add(
                    place, "与库中第 " + line.batch() + " 批的链头不符，第 " + TrailCheck.range(from, line.batch()) + " 批之间有行被改写");
        } else if (!line.isSigned(signer)) {
            findings.add(
                    place, signer.knows(line.key()) ? "签名验不过，带出的这一行本身被改动" : "签名用的密钥 " + line.key() + " 不在本机，密钥被换过");
        } else if (!line.isOf(found.get())) {
            findings.add(place, "链头相符，但日期、序号或签名与库中第 " + line.batch() + " 批不同");
        } else {
            vouched = Math.max(vouched, line.batch());
        }
    }

    private Optional<Batch> find(long number) throws SQLException {
        try (var statement = connection.prepareStatement(BATCH)) {
            statement.setLong(1, number);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(Batch.of(row)) : Optional.empty();
            }
        }
    }
}
