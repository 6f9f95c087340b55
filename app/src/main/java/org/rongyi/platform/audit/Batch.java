package org.rongyi.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.rongyi.platform.vault.Signer;

/** 批次: a sealed batch as it is kept. */
record Batch(Head head, byte[] leaves, byte[] digest, Signer.Signature signature) {

    static Batch of(ResultSet row) throws SQLException {
        return new Batch(
                new Head(
                        row.getLong("number"),
                        row.getBoolean("old"),
                        row.getBytes("previous"),
                        row.getLong("first_seq"),
                        row.getInt("size"),
                        row.getBytes("root"),
                        row.getObject("sealed_at", OffsetDateTime.class)),
                row.getBytes("leaves"),
                row.getBytes("head"),
                new Signer.Signature(row.getString("key"), row.getBytes("signature")));
    }

    /** Whether the digest kept for the row at this place, from 0, is this one. */
    boolean hasLeaf(int place, byte[] leaf) {
        int from = place * Tree.DIGEST_BYTES;
        return from + Tree.DIGEST_BYTES <= leaves.length
                && Arrays.equals(leaves, from, from + Tree.DIGEST_BYTES, leaf, 0, Tree.DIGEST_BYTES);
    }

    /** Whether the digests kept for the rows are as many as the rows and give the root. */
    boolean leavesGiveRoot() {
        if (leaves.length != head.size() * Tree.DIGEST_BYTES || leaves.length == 0) {
            return false;
        }
        var tree = new Tree();
        for (int from = 0; from < leaves.length; from += Tree.DIGEST_BYTES) {
            tree.add(Arrays.copyOfRange(leaves, from, from + Tree.DIGEST_BYTES));
        }
        return Arrays.equals(tree.root(), head.root());
    }
}
