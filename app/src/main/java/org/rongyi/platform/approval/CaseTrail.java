package org.rongyi.platform.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rongyi.platform.approval.route.Move;
import org.rongyi.platform.audit.AuditTrail;
import org.rongyi.platform.audit.Detail;

/**
 * 办件的留痕: which step was done and how, where the case stood and stands, at which desk it waited and waits. Words of opinions
 * and reasons are sealed with the case and never stand here.
 */
final class CaseTrail {

    private static final String DONE = "办理";
    private static final String STATE = "办件状态";
    private static final String STEP = "环节";
    private static final String DESK = "办理单位";

    /** 复核 changes two cases in one act. */
    private static final String FIRST = "原办件 · ";

    private final AuditTrail audit;

    CaseTrail(AuditTrail audit) {
        this.audit = audit;
    }

    /**
     * The desks a case waited and waits at.
     *
     * @param anew whether what it waits for is other than before
     * @param left empty where nothing was waited for any more
     * @param now empty where it waits for nothing
     */
    record Waits(boolean anew, List<String> left, List<String> now) {

        static final Waits UNCHANGED = new Waits(false, List.of(), List.of());

        Waits and(@Nullable String finished) {
            if (!anew || finished == null) {
                return this;
            }
            var all = new ArrayList<>(left);
            all.addFirst(finished);
            return new Waits(true, all, now);
        }

        private static @Nullable String words(List<String> desks) {
            return desks.isEmpty() ? null : desks.stream().distinct().collect(Collectors.joining("、"));
        }
    }

    void opened(CaseFile file, String service, List<String> desks) {
        audit.changed(
                new Detail.Change("办件", null, service + " " + file.number()),
                new Detail.Change(STATE, null, state(file)),
                new Detail.Change(DESK, null, Waits.words(desks)));
    }

    /** What runs by itself when a term is over leaves no act. */
    void moved(CaseFile before, CaseFile after, Move move, Cases.Change change, Waits waits) {
        if (change.by().equals(By.TERM)) {
            return;
        }
        var of = move instanceof Move.Reopen ? FIRST : "";
        audit.changed(new Detail.Change(of + DONE, null, change.what()));
        differ(of + STATE, state(before), state(after));
        differ(of + STEP, step(before), step(after));
        differ(of + DESK, Waits.words(waits.left()), Waits.words(waits.now()));
    }

    /** Something that moves nothing; the words are those of the history, which are clear there as well. */
    void told(By by, String what) {
        if (!by.equals(By.TERM)) {
            audit.changed(new Detail.Change(DONE, null, what));
        }
    }

    /** 转办、移送: it waits for others. */
    void passed(String what, String from, String to) {
        audit.changed(new Detail.Change(DONE, null, what));
        differ(DESK, from, to);
    }

    /** Who objects, and why, is sealed. */
    void objected(String number, String desk) {
        audit.changed(new Detail.Change("异议", null, number), new Detail.Change(DESK, null, desk));
    }

    /** Each under a name of its own, so that what the case does next does not take its place. */
    void ruled(Objection objection, Objection.Ruling ruling) {
        audit.changed(new Detail.Change("异议 " + objection.number(), null, ruling.zh()));
    }

    private void differ(String what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            audit.changed(new Detail.Change(what, before, after));
        }
    }

    private static String state(CaseFile file) {
        var result = file.result();
        return file.state().zh() + (result == null ? "" : "（" + result.zh() + "）");
    }

    private static String step(CaseFile file) {
        return file.route().step(file.position().step()).zh();
    }
}
