package org.rongyi.journey.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.rongyi.journey.form.Surfer.Answer;
import org.rongyi.journey.form.Surfer.Sent;
import org.rongyi.platform.act.Saboteur;
import org.rongyi.platform.act.Undone;

/**
 * What becomes of a form that is sent twice, and of one that is stopped at a statement and sent again. Rows are counted as they stay,
 * table by table; each time all of it is undone.
 */
final class Again {

    /** 告知 is kept before the act, and once. */
    private static final Set<String> TOLD = Set.of("consent.reply[INSERT]");

    private final Undone undone;
    private final Watched watched;
    private int strikes;

    Again(Undone undone, Watched watched) {
        this.undone = undone;
        this.watched = watched;
    }

    /** What is wrong about the second sending; empty when it is answered as the first and changes nothing. */
    Optional<String> twice(Surfer who, Form form, List<Sent> sent) {
        return undone.undone(() -> {
            var first = who.send(form.action(), form.files(), sent);
            var once = watched.rows();
            var second = who.send(form.action(), form.files(), sent);
            var twice = watched.rows();
            if (second.status() != first.status() || !second.location().equals(first.location())) {
                return Optional.of("is answered " + inWords(first) + ", then " + inWords(second));
            }
            return twice.equals(once) ? Optional.empty() : Optional.of("changes " + once + ", then " + twice);
        });
    }

    /** How it ends when nothing stops it. */
    private record Whole(Answer answer, Map<String, Long> rows, int statements) {}

    /**
     * What is wrong when it is stopped; nothing when either nothing is left of it or all is done, and when the same form sent again
     * ends as it should have.
     *
     * @param at of so many statements, at which it is stopped, one after the other; the first is 1
     */
    List<String> stopped(Surfer who, Form form, List<Sent> sent, IntFunction<IntStream> at) {
        var whole = undone.undone(() -> {
            Saboteur.arm(Integer.MAX_VALUE, Saboteur.Way.FAIL);
            var answer = who.send(form.action(), form.files(), sent);
            int statements = Saboteur.statements();
            Saboteur.disarm();
            return new Whole(answer, watched.rows(), statements);
        });
        var wrong = new ArrayList<String>();
        at.apply(whole.statements())
                .forEach(statement -> stopped(who, form, sent, statement, whole)
                        .ifPresent(why -> wrong.add("at " + statement + " of " + whole.statements() + " " + why)));
        return wrong;
    }

    private Optional<String> stopped(Surfer who, Form form, List<Sent> sent, int at, Whole whole) {
        return undone.undone(() -> {
            Saboteur.arm(at, Saboteur.Way.FAIL);
            var answer = who.send(form.action(), form.files(), sent);
            if (!Saboteur.disarm()) {
                return Optional.empty();
            }
            strikes++;
            var left = watched.rows();
            boolean nothing = left.keySet().equals(TOLD) || left.isEmpty();
            if (!nothing && !left.equals(whole.rows())) {
                return Optional.of("leaves " + left + " of " + whole.rows());
            }
            if (nothing && answer.isDone() && !whole.rows().isEmpty()) {
                return Optional.of("is answered " + inWords(answer) + " and nothing is done");
            }
            var again = who.send(form.action(), form.files(), sent);
            if (again.status() != whole.answer().status()
                    || !alike(again.location()).equals(alike(whole.answer().location()))) {
                return Optional.of("and again is answered " + inWords(again) + " for " + inWords(whole.answer()));
            }
            var rows = watched.rows();
            return rows.equals(whole.rows())
                    ? Optional.empty()
                    : Optional.of("and again changes " + rows + " for " + whole.rows());
        });
    }

    /** How many times something was stopped indeed, up to now: whoever asks less than was counted is not. */
    int strikes() {
        return strikes;
    }

    /** What was made has another id each time. */
    private static String alike(String location) {
        return Records.ID.matcher(location).replaceAll("…");
    }

    private static String inWords(Answer answer) {
        return answer.status() + " " + answer.location();
    }
}
