package org.rongyi.care.relief;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.GrantState;

/** What {@link CaseStreamTest} knows of each case beside the program: where it is, and three amounts. */
final class CaseModel {

    /** Everything there is to do; each must have been done when the stream is over. */
    enum Did {
        APPLIED,
        GIVEN_FIRST,
        MENDED,
        DECLINED,
        WITHDRAWN,
        RETURNED,
        REFUSED,
        AGREED,
        RECHECKED,
        BATCHED,
        DISSOLVED,
        ANSWERED_LATE,
        PAYEE_CORRECTED,
        FREED,
        REPAID,
        REPAYMENT_TAKEN_BACK,
        WRITTEN_OFF
    }

    enum Stage {
        ASKED,
        MENDING,
        CHECKING,
        DECIDING,
        GRANTED,
        OVER
    }

    /** What the model knows of a case, in fen. */
    static final class Aid {
        final UUID id;
        Stage stage;
        boolean rechecked;
        long promised;
        long freed;
        long back;

        Aid(UUID id, Stage stage) {
            this.id = id;
            this.stage = stage;
        }

        /** What he has or will have. */
        long stands() {
            return promised - freed - back;
        }
    }

    /** What is to come back of a grant, in yuan. */
    static final class Owed {
        final UUID id;
        final Aid aid;
        long left;
        boolean over;

        @Nullable
        UUID last;

        long lastYuan;

        Owed(UUID id, Aid aid, long left) {
            this.id = id;
            this.aid = aid;
            this.left = left;
        }
    }

    record Promised(UUID id, UUID file, GrantState state, long fen) {}

    private CaseModel() {}
}
