package org.rongyi.platform.removal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 一次清除.
 *
 * @param root the table of the record, as declared
 * @param address where the record is, a path of this program
 * @param zh what kind of record it is
 * @param unit whose leader proposed it
 * @param paper the number of the authority's document
 * @param authority who decided that it must go
 * @param cleared in how many rows of what something was taken out; none before it was carried out
 * @param kept the same of what is published and sealed and was left
 */
public record Removal(
        UUID id,
        String root,
        UUID record,
        String address,
        String zh,
        UUID unit,
        String unitName,
        String paper,
        LocalDate paperOn,
        String authority,
        State state,
        UUID proposedBy,
        @Nullable UUID proposedFor,
        String proposedName,
        OffsetDateTime proposedAt,
        @Nullable String decidedName,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String decidedWords,
        Map<String, Long> cleared,
        Map<String, Long> kept,
        int files,
        int filesGone) {

    /** What stands in place of a text that was taken out. */
    public static final String MARK = "已按规定清除";

    public Removal {
        cleared = Map.copyOf(cleared);
        kept = Map.copyOf(kept);
    }

    /** How far it is. */
    public enum State {
        PROPOSED("待核准"),
        CONFIRMED("已清除"),
        REFUSED("不予核准"),
        WITHDRAWN("已撤回");

        private final String zh;

        State(String zh) {
            this.zh = zh;
        }

        public String zh() {
            return zh;
        }
    }
}
