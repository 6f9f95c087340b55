package org.rongyi.care.relief;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rongyi.care.fund.GrantState;

/** What {@link CaseStreamTest} knows of each case beside the program: where it is, and three amounts. */
final class CaseModel {

    /** Everything there is to do; each must have been done when the stream is over. */
    enum Did {
        APPLIED,
        GIVEN_FIRST,
        ASKED_FOR_PAPERS,
        MENDED,
        ACCEPTED,
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
        final String account;
        Stage stage;
        boolean mended;
        boolean rechecked;
        long promised;
        long freed;
        long back;

        Aid(UUID id, String account, Stage stage) {
            this.id = id;
            this.account = account;
            this.stage = stage;
        }

        /** Something may be done about it still; rechecked it is once. */
        boolean isOpen() {
            return stage != Stage.OVER && !(stage == Stage.GRANTED && rechecked);
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

    static <T> Optional<T> pick(Random random, List<T> from) {
        return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
    }
}
