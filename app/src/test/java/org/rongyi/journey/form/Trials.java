package org.rongyi.journey.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rongyi.Hostile;
import org.rongyi.journey.form.Form.Kind;
import org.rongyi.journey.form.Streets.Found;
import org.rongyi.journey.form.Surfer.Answer;
import org.rongyi.journey.form.Surfer.Sent;
import org.rongyi.platform.act.Undone;
import org.rongyi.platform.kernel.Actor;

/**
 * What every form that is taken must stand: the like of elsewhere sends it, ids in it are swapped for another's, each field is filled with
 * what is meant ill. Everything is undone, whatever came of it; what was wrong is kept for the test to say.
 */
final class Trials {

    private static final boolean FULL = "full".equals(System.getProperty("rongyi.dose"));

    private static final Answer NOWHERE = new Answer(0, "", "");

    private static final Set<String> OF_THE_FORM = Set.of("_csrf", "_command", "_post");

    /** What may well be of another place, and why. */
    private static final Set<String> MAY_BE_ELSEWHERE = Set.of(
            "/campaigns/{campaign}/posts/new place", // where the work is: of a unit anywhere
            "/messages/reading latest", // how far his own were read
            "/persons/{person}/aid need", // another's need, visit or aid is left out, and the application stands
            "/persons/{person}/emergency need",
            "/persons/{person}/emergency aid",
            "/me/emergency aid",
            "/persons/{person}/aid visit",
            "/persons/{person}/emergency visit",
            "/visits for", // whose draft it was: of his own post alone
            "/visits/{visit}/correction for");

    /** Several are done at once, each by itself: the answer says which were not. */
    private static final Set<String> EACH_BY_ITSELF = Set.of("/tasks/batch");

    /** Theirs is the whole province: nothing in it is another's. */
    private static final Set<String> OF_THE_PROVINCE = Set.of("admin", "anquan", "sheng", "shengling", "shenji");

    private final World world;
    private final Undone undone;
    private final Watched watched;
    private final Records records;
    private final String foreignPost;

    final Tried like = new Tried();
    final Tried ids = new Tried();
    final Tried meantIll = new Tried();
    private int turn;

    /** One kind of trial: how often, and what was wrong. */
    static final class Tried {
        final Set<String> wrong = new TreeSet<>();
        int times;
    }

    Trials(World world, Undone undone, Watched watched, Records records, String foreignPost) {
        this.world = world;
        this.undone = undone;
        this.watched = watched;
        this.records = records;
        this.foreignPost = foreignPost;
    }

    /** A form that is taken when it is filled in like this. */
    record Reached(Found found, List<Sent> sent, Set<String> changes) {}

    /** What came of sending one. */
    record Came(Answer answer, Set<String> changed, Answer led) {

        Came but(String change) {
            return new Came(
                    answer, changed.stream().filter(one -> !one.equals(change)).collect(Collectors.toSet()), led);
        }
    }

    /** Sends it, looks where it leads and what it changed, and undoes it. */
    Came send(Surfer who, Form form, List<Sent> sent) {
        return undone.undone(() -> {
            long before = watched.mark();
            var answer = who.send(form.action(), form.files(), sent);
            var changed = answer.status() < 500 ? watched.changedSince(before) : Set.<String>of();
            try {
                if (!changed.isEmpty()) {
                    undone.checkAsAtTheCommit();
                }
            } catch (RuntimeException late) {
                return new Came(new Answer(Surfer.THROWN, String.valueOf(late), ""), changed, NOWHERE);
            }
            var led = answer.status() / 100 == 3 && answer.location().startsWith("/")
                    ? who.open(answer.location())
                    : NOWHERE;
            return new Came(answer, changed, led);
        });
    }

    /**
     * All three, where it stands: what it is about may not be there any more afterwards.
     *
     * @param led whether it is about what another form has just led to, which nobody else can see
     */
    void put(String door, Reached one, boolean led) {
        records.learn(idsIn(one));
        if (led) {
            records.learnHere(idsIn(one), world.actor(one.found().who().name));
        }
        byTheLikeOfElsewhere(door, one);
        withIdsOfOthers(door, one);
        withWhatIsMeantIll(door, one);
    }

    private void byTheLikeOfElsewhere(String door, Reached one) {
        var other = world.alike().get(one.found().who().name);
        if (other == null || recordsIn(door, one).isEmpty()) {
            return;
        }
        like.times++;
        var came = send(other, one.found().form(), with(one.sent(), "_post", other.openedUnder()));
        judge(like, one, door + " by " + one.found().who() + "’s like", came);
    }

    private void withIdsOfOthers(String door, Reached one) {
        var form = one.found().form();
        var who = one.found().who();
        var reader = world.actor(who.name);
        for (var id : OF_THE_PROVINCE.contains(who.name) ? Set.<String>of() : ids(form.action())) {
            if (MAY_BE_ELSEWHERE.contains(door + " " + variable(door, form.action(), id))) {
                continue;
            }
            var another = records.another(reader, id);
            ids.times += another.isPresent() ? 1 : 0; // one there is not proves little, and is sent all the same
            var action = form.action()
                    .replace(id, another.orElseGet(() -> UUID.randomUUID().toString()));
            judge(ids, one, door + " path by " + who, send(who, form.to(action), one.sent()));
        }
        for (var sent : one.sent()) {
            if (OF_THE_FORM.contains(sent.name()) || MAY_BE_ELSEWHERE.contains(door + " " + sent.name())) {
                continue;
            }
            var other = swapped(who, reader, sent.value());
            if (!other.equals(sent.value())) {
                ids.times += isAnothers(reader, sent.value()) ? 1 : 0;
                judge(
                        ids,
                        one,
                        door + " " + sent.name() + " by " + who,
                        send(who, form, with(one.sent(), sent.name(), other)));
            }
        }
        if (!who.openedUnder().isEmpty()
                && one.sent().stream().anyMatch(sent -> sent.name().equals("_post"))) {
            ids.times++;
            var came = send(who, form, with(one.sent(), "_post", foreignPost))
                    .but("consent.reply[INSERT]"); // 告知 is kept before the act
            judge(ids, one, door + " _post by " + who, came);
        }
    }

    /** Also of a form that was not taken as it was filled in. */
    void withWhatIsMeantIll(String door, Reached one) {
        var form = one.found().form();
        var names = one.sent().stream()
                .filter(sent -> !sent.isFile() && !sent.name().equals("_csrf"))
                .map(Sent::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        form.fields().stream()
                .filter(field -> field.kind() != Kind.FILE
                        && field.kind() != Kind.BUTTON
                        && !field.name().equals("_csrf"))
                .forEach(field -> names.add(field.name()));
        for (var name : names) {
            for (var value : Hostile.values(turn++, FULL ? Hostile.VALUES.size() : 2)) {
                meantIll.times++;
                var came = send(one.found().who(), form, with(one.sent(), name, value));
                var shown = door + " " + name + "=" + Hostile.shown(value);
                if (came.answer().status() >= 500) {
                    meantIll.wrong.add(shown + " → " + came.answer().status() + " "
                            + came.answer().body());
                }
                if (came.led().status() >= 500) {
                    meantIll.wrong.add(shown + " leads to " + came.led().status());
                }
                if (Hostile.isRaw(came.answer().body())
                        || Hostile.isRaw(came.led().body())) {
                    meantIll.wrong.add(shown + " comes back as it was typed");
                }
            }
        }
    }

    /** Where the form changed nothing in the first place, an answer that is no refusal says nothing. */
    private static void judge(Tried tried, Reached one, String what, Came came) {
        if (!came.changed().isEmpty()) {
            tried.wrong.add(what + " changes " + came.changed());
        } else if (came.answer().status() >= 500) {
            tried.wrong.add(what + " breaks " + came.answer());
        } else if (came.answer().isDone() && !one.changes().isEmpty() && !EACH_BY_ITSELF.contains(what.split(" ")[0])) {
            tried.wrong.add(what + " is taken: " + came.answer().status() + " "
                    + came.answer().location());
        }
    }

    /** What the route calls the part of the path where this id stands. */
    private static String variable(String door, String action, String id) {
        var names = door.split("/");
        var parts = action.replaceAll("\\?.*", "").split("/");
        for (int part = 0; part < parts.length; part++) {
            if (parts[part].equals(id)) {
                return names[part];
            }
        }
        return "";
    }

    private static List<Sent> with(List<Sent> sent, String name, String value) {
        var with = new ArrayList<Sent>();
        boolean there = false;
        for (var one : sent) {
            with.add(one.name().equals(name) && !there ? new Sent(name, value) : one);
            there |= one.name().equals(name);
        }
        if (!there && !name.equals("_post")) {
            with.add(new Sent(name, value));
        }
        return with;
    }

    /** Records the form names, in its path and in what it sends. */
    private Set<String> recordsIn(String door, Reached one) {
        return Stream.concat(
                        Stream.of(one.found().form().action()),
                        one.sent().stream()
                                .filter(sent -> !OF_THE_FORM.contains(sent.name())
                                        && !MAY_BE_ELSEWHERE.contains(door + " " + sent.name()))
                                .map(Sent::value))
                .flatMap(text -> ids(text).stream())
                .filter(records::isRecord)
                .collect(Collectors.toSet());
    }

    private static Set<String> idsIn(Reached one) {
        return Stream.concat(
                        Stream.of(one.found().form().action()),
                        one.sent().stream()
                                .filter(sent -> !OF_THE_FORM.contains(sent.name()))
                                .map(Sent::value))
                .flatMap(text -> ids(text).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> ids(String text) {
        return Records.ID.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /** Whether what it is swapped for is there, and another's. */
    private boolean isAnothers(Actor reader, String value) {
        return !Records.ID.matcher(value).matches()
                || records.another(reader, value).isPresent();
    }

    /** The same with another's id, or another place, in it. */
    private String swapped(Surfer who, Actor reader, String value) {
        if (Records.ID.matcher(value).matches()) {
            return records.another(reader, value)
                    .filter(theirs -> !OF_THE_PROVINCE.contains(who.name))
                    .orElseGet(() -> UUID.randomUUID().toString());
        }
        return value.matches("44\\d{10}") && !OF_THE_PROVINCE.contains(who.name)
                ? Long.toString(world.village())
                : value;
    }
}
